"""Prepare the environment, check the content, build the site and serve it on this computer."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - an older one must hear it in Czech
    sys.exit("Je potřeba Python 3.11 nebo novější. Tenhle je " + sys.version.split()[0] + ".")

import os
import signal
import socket
import subprocess
import time
from argparse import ArgumentTypeError
from contextlib import suppress

from environment import (
    FAILED,
    GOOD,
    ROOT,
    RUN_TIME,
    CzechParser,
    call,
    child_variables,
    finish,
    prepare,
    program,
    run_quietly,
)

DESCRIPTION = "Připraví prostředí, zkontroluje obsah, sestaví web a ukáže ho na tomto počítači."
HOST, PORT = "127.0.0.1", 8000
LAST_PORT = 65535
PATIENCE = 5  # seconds that the server has for an orderly end


def port_number(written: str) -> int:
    """Return the number of a port, or refuse it."""
    if written.isascii() and written.isdigit() and 0 < int(written) <= LAST_PORT:
        return int(written)
    raise ArgumentTypeError


def is_free(port: int) -> bool:
    """Tell whether a server can take the port."""
    with socket.socket() as probe:
        if os.name != "nt":  # a port of a server that has just ended; on Windows it would steal
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


def answers(port: int) -> bool:
    """Tell whether a server listens at the port."""
    with socket.socket() as probe:
        return probe.connect_ex((HOST, port)) == 0


def stop(server: subprocess.Popen[bytes]) -> None:
    """End the server, which then removes its temporary files."""
    try:
        if os.name != "nt":  # there Ctrl+C has reached the server already
            server.send_signal(signal.SIGINT)
        with suppress(subprocess.TimeoutExpired):
            server.wait(PATIENCE)
    finally:
        server.kill()
        server.wait()


def serve(port: int) -> int:
    """Serve until Ctrl+C; a saved file shows up by itself."""
    words = ("serve", "--quiet", "--dev-addr", f"{HOST}:{port}")
    variables = child_variables() | {"SITE_URL": ""}  # at the top of this server
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.default_int_handler)
    server = subprocess.Popen(  # noqa: S603 - our own words
        [program(ROOT, "mkdocs"), *words],
        cwd=ROOT,
        env=variables,
        start_new_session=True,  # it hears Ctrl+C from us, and only once
    )
    try:
        while server.poll() is None and not answers(port):
            time.sleep(0.1)
        if server.poll() is None:
            print(
                f"Web běží na adrese http://{HOST}:{port}/ a co uložíte, hned se v něm ukáže.\n"
                "Ukončíte ho klávesami Ctrl+C.",
                flush=True,
            )
        return server.wait()
    except KeyboardInterrupt:
        stop(server)
        print("\nWeb je zastavený.")
        return GOOD


def main() -> int:
    """Serve the site unless the port is taken or the content has errors."""
    parser = CzechParser(DESCRIPTION)
    parser.add_argument(
        "--port", type=port_number, default=PORT, metavar="ČÍSLO", help=f"jinak {PORT}"
    )
    port: int = parser.parse_args().port
    if not is_free(port):
        print(
            f"Na adrese {HOST}:{port} už něco běží, třeba dřívější spuštění tohoto příkazu.\n"
            f"Ukončete to, nebo zvolte jiný port: {parser.prog} --port {min(port + 1, LAST_PORT)}",
            file=sys.stderr,
        )
        return FAILED
    prepare(ROOT, RUN_TIME, run_quietly)
    if call("inspirace", "check") != GOOD:
        print("Web se neukáže, dokud má obsah chyby. Opravte je a spusťte příkaz znovu.")
        return FAILED
    return serve(port)


if __name__ == "__main__":
    finish(main)
