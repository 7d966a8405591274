"""Addresses, e-mails, slugs and files of images: texts that a form of writing is asked of."""

import re
from collections.abc import Callable, Iterator, Mapping

from inspirace.czech import fold
from inspirace.rules.dates import bad_date
from inspirace.rules.refusals import Refusal, Worded, quoted
from inspirace.schema.formats import is_address, is_email, is_slug

_SCHEME = re.compile(r"[a-z]{2,6}\s?:?\s?/{1,3}", re.IGNORECASE)
_AT = re.compile(r"\s*(?:\(at\)|\[at\]|\(zavináč\)|\[zavináč\]|\bzavináč\b)\s*", re.IGNORECASE)
_DOT = re.compile(r"\s*(?:\(dot\)|\[dot\]|\(tečka\)|\[tečka\])\s*", re.IGNORECASE)
_NOT_IN_SLUG = re.compile(r"[^a-z0-9]+")
_LONGEST_GUESS = 200
_RECORDS: Mapping[str, str] = {"innovation": "případu", "method": "metody"}


def bad_address(refusal: Refusal) -> Iterator[Worded]:
    """An address begins with http:// or https:// and has no spaces."""
    written = str(refusal.value)
    meant = _right_address(written)
    advice = "Zkopírujte ji z prohlížeče celou i se začátkem https://."
    yield refusal.told(
        "bad-address",
        "bad-address",
        f"Napište: {meant}" if meant else advice,
        value=quoted(written),
    )


def _right_address(written: str) -> str:
    if len(written) > _LONGEST_GUESS:
        return ""
    bare = written.strip("<>()[]\"'„“”,; \xa0")
    guesses = (bare, f"https://{bare}", _SCHEME.sub("https://", bare, count=1))
    # Not every word with a dot is an address: „viz výroční zpráva s. 5“ has spaces.
    return next((guess for guess in guesses if is_address(guess)), "")


def bad_email(refusal: Refusal) -> Iterator[Worded]:
    """An e-mail has a name, an at sign and a domain."""
    written = str(refusal.value)
    meant = _DOT.sub(".", _AT.sub("@", written)).removeprefix("mailto:").strip("<> \xa0")
    yield refusal.told(
        "bad-contact",
        "bad-email",
        f"Napište: {meant}"
        if is_email(meant)
        else "Napište ji celou, třeba knihovna@example.cz; adresa stránky patří do pole url.",
        value=quoted(written),
    )


def bad_identifier(refusal: Refusal) -> Iterator[Worded]:
    """A slug is a file's name without its ending."""
    written = str(refusal.value)
    record = _RECORDS.get(refusal.field.reference, "případu")
    meant = right_slug(written)
    yield refusal.told(
        "bad-identifier",
        "bad-identifier",
        f"Napište: {meant}" if meant else "Je to název jeho souboru bez koncovky .md.",
        value=quoted(written),
        record=record,
    )


def right_slug(written: str) -> str:
    """Return the slug that a title or a path of a file comes down to."""
    name = fold(written[:_LONGEST_GUESS]).partition("#")[0].strip("/")
    if " " not in name:
        name = name.rpartition("/")[2].removesuffix(".md")
    slug = _NOT_IN_SLUG.sub("-", name).strip("-")
    return slug if is_slug(slug) else ""


def bad_image(refusal: Refusal) -> Iterator[Worded]:
    """A picture is a file of a known kind, with a name that every computer can write."""
    yield refusal.told("bad-image", "bad-image", refusal.field.help, value=quoted(refusal.value))


FORMAT_WORDINGS: Mapping[str, Callable[[Refusal], Iterator[Worded]]] = {
    "address": bad_address,
    "email": bad_email,
    "date": bad_date,
    "month": bad_date,
    "slug": bad_identifier,
    "image-file": bad_image,
}
