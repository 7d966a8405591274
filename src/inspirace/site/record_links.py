"""Links to records, in pages of a generator that does not know the catalogue."""

import posixpath
import re
from collections.abc import Mapping
from functools import partial

_LINK = re.compile(rb'(?<=\shref=")[^"?#:]+')


def lead_to_records(html: bytes, page: str, addresses: Mapping[str, str]) -> bytes:
    """Return the page with every link to a record's file leading to the record's address.

    `addresses` are by file, both relative to the site. Prose links to the file; a generator
    prints the link as it is written, or leads it where it would have put the page itself.
    """
    by_place = {path.removesuffix(".md"): address for path, address in addresses.items()}
    return _LINK.sub(partial(_lead, page=page, addresses=by_place), html)


def _lead(found: re.Match[bytes], page: str, addresses: Mapping[str, str]) -> bytes:
    target = posixpath.normpath(posixpath.join(page, found[0].decode(errors="replace")))
    address = addresses.get(re.sub(r"\.(?:md|html)$", "", target))
    return f"{'../' * page.count('/')}{address}".encode() if address else found[0]
