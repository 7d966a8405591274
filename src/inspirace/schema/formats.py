"""Formats: what JSON Schema cannot say about a text, as functions named by `format`."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from urllib.parse import urlsplit

_WORDS = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_SLUG = re.compile(_WORDS)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_MONTH = re.compile(r"[12]\d{3}(?:-(?:0[1-9]|1[0-2]))?", re.ASCII)
_EMAIL = re.compile(r"[^\s@<>()\[\],;:\"\\]+@(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_]{2,}")
# As nearly all addresses are written; what is written otherwise is taken apart.
PLAIN_ADDRESS = re.compile(
    r"https?://(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}(?:/[\w./~%+,;=&?#!'()-]*)?", re.ASCII
)
_NEVER_IN_ADDRESS = re.compile(r"[\s<>\"\x00-\x1f\x7f]")
_IMAGE_FILE = re.compile(
    r"(?:[a-z0-9]+(?:-[a-z0-9]+)*/)*[a-z0-9]+(?:-[a-z0-9]+)*\.(?:jpg|png|webp)"
)
_HOST = re.compile(r"(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_][\w-]*[^\W_]")


def is_slug(text: str) -> bool:
    """Return whether the text is a slug: `cteni-s-pejsky`."""
    return _SLUG.fullmatch(text) is not None


def is_date(text: str) -> bool:
    """Return whether the text is a day that exists, as `2026-02-28`."""
    if not _DATE.fullmatch(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def is_month(text: str) -> bool:
    """Return whether the text is a year or a month: `2019` or `2019-03`."""
    return _MONTH.fullmatch(text) is not None


def is_email(text: str) -> bool:
    """Return whether the text looks like an e-mail address."""
    return _EMAIL.fullmatch(text) is not None


def is_address(text: str) -> bool:
    """Return whether the text is an http(s) address with a host, without spaces or a user."""
    if PLAIN_ADDRESS.fullmatch(text):
        return True
    if _NEVER_IN_ADDRESS.search(text):
        return False
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return False
    if parts.scheme not in {"http", "https"} or parts.username is not None:
        return False
    return _HOST.fullmatch(host) is not None


def is_image_file(text: str) -> bool:
    """Return whether the text is a path of a picture: `cteni-s-pejsky/u-okna.jpg`."""
    return _IMAGE_FILE.fullmatch(text) is not None


FORMATS: Mapping[str, Callable[[str], bool]] = {
    "address": is_address,
    "date": is_date,
    "email": is_email,
    "image-file": is_image_file,
    "month": is_month,
    "slug": is_slug,
}
