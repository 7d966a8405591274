"""Outgoing links asked whether they answer: the one module that goes to the network.

What does not answer is a remark, never an error: servers refuse machines, and tomorrow they may
answer. An address of a private network is not asked, whoever wrote it.
"""

import socket
import ssl
from collections.abc import Callable, Iterable, Iterator, Mapping
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from ipaddress import ip_address
from queue import Empty, SimpleQueue
from threading import Thread
from time import monotonic
from urllib.error import HTTPError, URLError
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    Request,
    UnknownHandler,
)

from inspirace.review.changes import Version

AT_ONCE = 8
SECONDS = 10.0  # for one answer
SECONDS_IN_ALL = 60.0

_IsAllowed = Callable[[str], bool]

_ASKS_MEN_ONLY = frozenset({401, 403, 405, 406, 429, 501, 999})  # there, but not for a machine
_AGENT = "inspirace-review (kontrola odkazu v katalogu knihoven)"


class _PrivateError(ValueError):
    """The address is of a private network; no OSError, for urllib hides those in its own."""


def outgoing_addresses(version: Version) -> Iterator[str]:
    """Yield the addresses on the web that fields and text of a record have, each once."""
    yield from dict.fromkeys(_addresses([version.values, version.links]))


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
    addresses: Iterable[str],
    is_allowed: Callable[[str], bool] | None = None,
    seconds: float = SECONDS_IN_ALL,
) -> Mapping[str, str]:
    """Return why each address that does not answer does not; those not asked in time are left out.

    `is_allowed` says of an IP address whether it may be asked: by default if it is public.
    """
    listed = list(dict.fromkeys(addresses))
    waiting: SimpleQueue[str] = SimpleQueue()
    answers: SimpleQueue[tuple[str, str]] = SimpleQueue()
    for one in listed:
        waiting.put(one)
    for _ in range(min(AT_ONCE, len(listed))):
        # A daemon, for a server that sends a byte a second must not hold up the end of the process;
        # a pool of the standard library waits for all of its threads.
        Thread(target=_work, args=(waiting, answers, is_allowed or _is_public), daemon=True).start()
    reasons = dict(_until(monotonic() + seconds, answers, len(listed)))
    return {one: reasons[one] for one in listed if reasons.get(one)}


def _work(
    waiting: SimpleQueue[str], answers: SimpleQueue[tuple[str, str]], is_allowed: _IsAllowed
) -> None:
    while True:
        try:
            address = waiting.get_nowait()
        except Empty:
            return
        answers.put((address, _why_silent(address, is_allowed)))


def _until(
    end: float, answers: SimpleQueue[tuple[str, str]], most: int
) -> Iterator[tuple[str, str]]:
    for _ in range(most):
        try:
            yield answers.get(timeout=max(0.0, end - monotonic()))
        except Empty:
            return


def _why_silent(address: str, is_allowed: _IsAllowed) -> str:
    """Return why the address does not answer, an empty text if it does."""
    reason = ""
    for method in ("HEAD", "GET"):
        try:
            _ask(address, method, is_allowed)
        except HTTPError as error:
            error.close()
            if error.code in _ASKS_MEN_ONLY and method == "GET":
                return ""
            reason = f"odpověď {error.code}"
        except _PrivateError:
            return "adresa vnitřní sítě"
        except (OSError, HTTPException, ValueError) as error:
            reason = _obstacle(error)
        else:
            return ""
    return reason


def _obstacle(error: Exception) -> str:
    cause = error.reason if isinstance(error, URLError) else error
    return "neodpověděl včas" if isinstance(cause, TimeoutError) else "server se neozval"


def _ask(address: str, method: str, is_allowed: _IsAllowed) -> None:
    opener = OpenerDirector()  # urllib's own would also read files, FTP and proxies' settings
    for handler in (
        _PublicHandler(is_allowed),
        _PublicSecureHandler(is_allowed),
        HTTPRedirectHandler(),
        HTTPDefaultErrorHandler(),
        HTTPErrorProcessor(),
        UnknownHandler(),
    ):
        opener.add_handler(handler)
    request = Request(address, method=method, headers={"User-Agent": _AGENT})  # noqa: S310 - http only
    with opener.open(request, timeout=SECONDS):
        pass


def _connect(host: str, port: int, seconds: float | None, is_allowed: _IsAllowed) -> socket.socket:
    """Return a connection to the very address that was looked at, and not to a later answer."""
    rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    places = [str(row[4][0]) for row in rows]
    if not all(map(is_allowed, places)):
        raise _PrivateError
    failure = OSError()
    for place in places:
        try:
            return socket.create_connection((place, port), seconds)
        except OSError as error:
            failure = error
    raise failure


def _is_public(place: str) -> bool:
    return ip_address(place).is_global


class _PublicHandler(HTTPHandler):
    """Asks allowed addresses only, redirects included."""

    def __init__(self, is_allowed: _IsAllowed) -> None:
        super().__init__()
        self._is_allowed = is_allowed

    def http_open(self, req: Request) -> HTTPResponse:
        is_allowed = self._is_allowed

        class Connection(HTTPConnection):
            def connect(self) -> None:
                self.sock = _connect(self.host, self.port, self.timeout, is_allowed)

        return self.do_open(Connection, req)


class _PublicSecureHandler(HTTPSHandler):
    """Asks allowed addresses only, redirects included."""

    def __init__(self, is_allowed: _IsAllowed) -> None:
        super().__init__()
        self._is_allowed = is_allowed

    def https_open(self, req: Request) -> HTTPResponse:
        is_allowed = self._is_allowed

        class Connection(HTTPSConnection):
            def connect(self) -> None:
                plain = _connect(self.host, self.port, self.timeout, is_allowed)
                context = ssl.create_default_context()
                self.sock = context.wrap_socket(plain, server_hostname=self.host)

        return self.do_open(Connection, req)
