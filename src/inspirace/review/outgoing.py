"""Outgoing links asked whether they answer: the one module that goes to the network.

What does not answer is a remark, never an error: servers refuse machines, and tomorrow they may
answer. An address of a private network is not asked, whoever wrote it.
"""

import socket
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor, wait
from http.client import HTTPException, HTTPMessage
from ipaddress import ip_address
from typing import IO
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, ProxyHandler, Request, build_opener

from inspirace.review.changes import Version

AT_ONCE = 8
SECONDS = 10.0  # for one answer
SECONDS_IN_ALL = 60.0

_ASKS_MEN_ONLY = frozenset({401, 403, 405, 406, 429, 501, 999})  # there, but not for a machine
_AGENT = "inspirace-review (kontrola odkazu v katalogu knihoven)"


class _PrivateError(OSError):
    """The address is of a private network."""


def outgoing_addresses(version: Version) -> Iterator[str]:
    """Yield the addresses on the web that the fields of a record have, each once."""
    yield from dict.fromkeys(_addresses(version.values))


def _addresses(value: object) -> Iterator[str]:
    if isinstance(value, Mapping):
        for one in value.values():
            yield from _addresses(one)
    elif isinstance(value, (list, tuple)):
        for one in value:
            yield from _addresses(one)
    elif isinstance(value, str) and value.startswith(("http://", "https://")):
        yield value


def unanswered(
    addresses: Iterable[str], is_allowed: Callable[[str], bool] | None = None
) -> Mapping[str, str]:
    """Return why each address that does not answer does not; those not asked in time are left out.

    `is_allowed` says of a host whether it may be asked: by default if it is public.
    """
    listed = list(dict.fromkeys(addresses))
    pool = ThreadPoolExecutor(AT_ONCE)
    asked = {pool.submit(_why_silent, one, is_allowed or _is_public): one for one in listed}
    done, _ = wait(asked, timeout=SECONDS_IN_ALL)
    pool.shutdown(wait=False, cancel_futures=True)
    reasons = {asked[one]: one.result() for one in done}
    return {one: reasons[one] for one in listed if reasons.get(one)}


def _why_silent(address: str, is_allowed: Callable[[str], bool]) -> str:
    """Return why the address does not answer, an empty text if it does."""
    for method in ("HEAD", "GET"):
        try:
            return _ask(address, method, is_allowed)
        except HTTPError as error:
            error.close()
            if error.code in _ASKS_MEN_ONLY and method == "GET":
                return ""
            reason = f"odpověď {error.code}"
        except _PrivateError:
            return "adresa vnitřní sítě"
        except TimeoutError:
            return "neodpověděl včas"
        except (OSError, HTTPException, ValueError):
            reason = "server se neozval"
    return reason


def _ask(address: str, method: str, is_allowed: Callable[[str], bool]) -> str:
    opener = build_opener(ProxyHandler({}), _Redirects(is_allowed))
    _refuse_private(address, is_allowed)
    request = Request(address, method=method, headers={"User-Agent": _AGENT})  # noqa: S310 - http only
    with opener.open(request, timeout=SECONDS):
        return ""


class _Redirects(HTTPRedirectHandler):
    """Follows to public places on the web only."""

    def __init__(self, is_allowed: Callable[[str], bool]) -> None:
        self._is_allowed = is_allowed

    def redirect_request(  # noqa: PLR0913, PLR0917 - as the base class has it
        self,
        req: Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: HTTPMessage,
        newurl: str,
    ) -> Request | None:
        _refuse_private(newurl, self._is_allowed)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _refuse_private(address: str, is_allowed: Callable[[str], bool]) -> None:
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not is_allowed(parts.hostname or ""):
        raise _PrivateError


def _is_public(host: str) -> bool:
    rows = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    return all(ip_address(row[4][0]).is_global for row in rows)
