"""Links that leave the site: their schemes, whole addresses, images of other hosts."""

import re
from urllib.parse import urlsplit

from inspirace.rules.checked_link import CheckedLink, LinkFault
from inspirace.sentences import sentence

_ON_A_DISK = re.compile(r"[a-z]:|file:|\\\\", re.IGNORECASE)
_MAIL = re.compile(r"[^@\s?:/]+@[^@\s?:/]+\.[^@\s?:/]+(?:\?.*)?")
_PHONE = "Telefonní číslo napište jako obyčejný text."
_INSTEAD = {"sms": _PHONE, "tel": _PHONE}
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)*\.?")
_DOMAIN = re.compile(
    r"(?:www\.[^/\s]+|(?:[\w-]+\.)+(?:at|com|cz|de|edu|eu|gov|info|net|org|pl|sk|uk))(?:[/?#].*)?",
    re.IGNORECASE,
)


def foreign_image(one: CheckedLink) -> LinkFault | None:
    """An image is in the catalogue: no page asks another host for anything."""
    if not (one.link.is_image and one.is_outside):
        return None
    return LinkFault(
        "foreign-image",
        sentence("foreign-image", said=one.said),
        "Smíte-li ho použít, dejte ho do složky content/assets a napište k němu cestu, třeba"
        " ../assets/obrazek.jpg. Jinak smažte vykřičník a bude z něj odkaz.",
    )


def on_a_disk(one: CheckedLink) -> LinkFault | None:
    """A target is not a file of the writer's computer."""
    if not _ON_A_DISK.match(one.target):
        return None
    return LinkFault(
        "bad-link",
        sentence("link-on-a-disk", said=one.said),
        "Dejte soubor do složky content/assets a napište k němu cestu, třeba ../assets/letak.pdf.",
    )


def other_scheme(one: CheckedLink) -> LinkFault | None:
    """A target begins with http:, https: or mailto:, or has no scheme."""
    if one.scheme in ("", "http", "https") or (one.scheme == "mailto" and not one.link.is_image):
        return None
    return LinkFault(
        "bad-link",
        sentence("link-scheme", said=one.said, scheme=one.scheme),
        _INSTEAD.get(
            one.scheme,
            "Odkaz začíná https://, http:// nebo mailto:, nebo je to cesta k souboru katalogu.",
        ),
    )


def unfinished_address(one: CheckedLink) -> LinkFault | None:
    """An address on the web has its scheme, two slashes and a host."""
    if one.target.startswith("//"):
        return LinkFault(
            "bad-link",
            sentence("link-without-scheme", said=one.said),
            f"Napište: https:{one.target}",
        )
    if one.is_outside and not _has_host(one.target):
        return LinkFault(
            "bad-link",
            sentence("link-unfinished", said=one.said),
            "Zkopírujte celou adresu z prohlížeče, třeba https://example.org/stranka.",
        )
    return None


def unfinished_mail(one: CheckedLink) -> LinkFault | None:
    """A mailto: is followed by an e-mail address."""
    if one.scheme != "mailto" or _MAIL.fullmatch(one.target.partition(":")[2]):
        return None
    return LinkFault(
        "bad-link",
        f"{one.said} nemá za mailto: e-mailovou adresu.",
        "Napište ji celou, třeba mailto:knihovna@example.org.",
    )


def forgotten_scheme(one: CheckedLink) -> LinkFault | None:
    """An address on the web or of a mailbox is not written like a path."""
    if one.scheme or one.link.is_image:
        return None
    if _MAIL.fullmatch(one.target):
        return LinkFault(
            "bad-link", f"{one.said} nemá na začátku mailto:.", f"Napište: mailto:{one.target}"
        )
    if _DOMAIN.fullmatch(one.target):
        return LinkFault(
            "bad-link",
            sentence("link-without-https", said=one.said),
            f"Napište: https://{one.target}",
        )
    return None


def _has_host(address: str) -> bool:
    try:
        parts = urlsplit(address)
        is_plain = _HOST.fullmatch(parts.hostname or "") is not None and parts.port != 0
    except ValueError:  # such as [ without ] in the host, or a port that is no number
        return False
    return is_plain and address.startswith("://", len(parts.scheme))
