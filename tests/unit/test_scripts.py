"""The commands serve, build and test: what they run, what they say, what they return."""

import importlib.util
import os
import signal
import socket
import stat
import subprocess
import sys
import urllib.request
from argparse import ArgumentTypeError
from collections.abc import Callable, Collection
from pathlib import Path

import build
import environment
import pytest
import serve
from support import PROJECT

posix_only = pytest.mark.skipif(os.name == "nt", reason="a stand-in program is a POSIX script")


def make_program(folder: Path, source: str) -> Path:
    """Make a program that stands for one of the environment."""
    path = folder / "program"
    path.write_text(f"#!{sys.executable}\n{source}", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((serve.HOST, 0))
        return int(probe.getsockname()[1])


@pytest.mark.parametrize(
    ("written", "number"),
    [pytest.param("1", 1, id="lowest"), pytest.param("65535", 65535, id="highest")],
)
def test_a_port_is_a_number(written: str, number: int) -> None:
    assert serve.port_number(written) == number


@pytest.mark.parametrize("written", ["0", "65536", "-1", "osm", "", "٣"])
def test_another_port_is_refused(written: str) -> None:
    with pytest.raises(ArgumentTypeError):
        serve.port_number(written)


def test_a_taken_port_is_said_before_anything_is_prepared(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.create_server((serve.HOST, 0)) as server:
        port = server.getsockname()[1]
        monkeypatch.setattr(sys, "argv", ["serve.py", "--port", str(port)])
        monkeypatch.setattr(serve, "prepare", None)  # to call it would be an error
        assert serve.main() == 1
    assert capsys.readouterr().err == (
        f"Na adrese 127.0.0.1:{port} už něco běží, třeba dřívější spuštění tohoto příkazu.\n"
        "Ukončete to, nebo zvolte jiný port:"
        f" python3 scripts/serve.py --port {min(port + 1, 65535)}\n"
    )


@pytest.mark.parametrize(
    ("check_status", "status", "said"),
    [
        pytest.param(0, 7, "", id="good-content-is-served"),
        pytest.param(
            1,
            1,
            "Web se neukáže, dokud má obsah chyby. Opravte je a spusťte příkaz znovu.\n",
            id="bad-content-is-not",
        ),
    ],
)
def test_content_is_checked_before_it_is_served(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    check_status: int,
    status: int,
    said: str,
) -> None:
    monkeypatch.setattr(sys, "argv", ["serve.py", "--port", str(free_port())])
    monkeypatch.setattr(serve, "prepare", lambda *_: None)
    monkeypatch.setattr(serve, "call", lambda *_: check_status)
    monkeypatch.setattr(serve, "serve", lambda _: 7)
    assert (serve.main(), capsys.readouterr().out) == (status, said)


SERVER = """
import http.server, socketserver, sys
class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_): pass
class Server(socketserver.TCPServer):
    allow_reuse_address = True
host, port = sys.argv[-1].split(":")
try:
    Server((host, int(port)), Quiet).serve_forever()
except KeyboardInterrupt:
    print("server uklidil", flush=True)
"""
START = "import serve; serve.program = lambda *_: {program!r}; exit(serve.serve({port}))"


@posix_only
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=["ctrl-c", "terminated"])
def test_serving_says_where_and_ends_quietly(tmp_path: Path, number: signal.Signals) -> None:
    port = free_port()
    start = START.format(program=str(make_program(tmp_path, SERVER)), port=port)
    with subprocess.Popen(  # noqa: S603 - our own words
        [sys.executable, "-c", start],
        cwd=PROJECT / "scripts",
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        env=os.environ | {"PYTHONUTF8": "1"},
    ) as process:
        assert process.stdout is not None
        said = process.stdout.readline() + process.stdout.readline()
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/") as answer:
            status = answer.status
        process.send_signal(number)
        said += process.stdout.read()
    assert said == (
        f"Web běží na adrese http://127.0.0.1:{port}/ a co uložíte, hned se v něm ukáže.\n"
        "Ukončíte ho klávesami Ctrl+C.\nserver uklidil\n\nWeb je zastavený.\n"
    )
    assert (status, process.returncode) == (200, 0)
    assert serve.is_free(port)


@posix_only
def test_a_server_that_fails_gives_its_status(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    program = make_program(tmp_path, "exit(3)")
    monkeypatch.setattr(serve, "program", lambda *_: program)
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    assert (serve.serve(free_port()), capsys.readouterr().out) == (3, "")


TELLING = """
import sys
print(*sys.argv[1:])
if "-" in sys.argv:
    print(*sys.stdin.read().split("\\0"), sep="|")
exit(1)
"""
CHANGED = "README.md\0c/č ž.md\0"


@posix_only
@pytest.mark.parametrize(
    ("on_github", "said"),
    [
        pytest.param("", "check\n", id="here"),
        pytest.param(
            "true",
            "check --format github --changed -\nREADME.md|c/č ž.md|\n",
            id="on-github",
        ),
    ],
)
def test_the_check_speaks_as_its_place_asks(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    on_github: str,
    said: str,
) -> None:
    program = make_program(tmp_path, TELLING)
    for module in (build, environment):
        monkeypatch.setattr(module, "program", lambda *_: program)
    monkeypatch.setattr(build, "changed_files", CHANGED.encode)
    monkeypatch.setenv("GITHUB_ACTIONS", on_github)
    assert (build.check(), capfd.readouterr().out) == (1, said)


@posix_only
def test_the_report_for_programs_is_written_where_it_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = make_program(tmp_path, TELLING)
    monkeypatch.setattr(build, "program", lambda *_: program)
    build.write_sarif(tmp_path / "kontrola.sarif")
    written = (tmp_path / "kontrola.sarif").read_text(encoding="utf-8")
    assert written == "check --format sarif\n"
    with pytest.raises(environment.PreparationError) as refused:
        build.write_sarif(tmp_path / "neni" / "kontrola.sarif")
    assert str(refused.value) == f"Do souboru {tmp_path}/neni/kontrola.sarif nejde zapsat."


def test_without_a_repository_no_file_is_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(build, "ROOT", tmp_path)
    assert build.changed_files() == b""


@pytest.mark.parametrize(
    ("check_status", "build_status", "status"),
    [
        pytest.param(0, 0, 0, id="good"),
        pytest.param(1, 0, 1, id="bad-content"),
        pytest.param(0, 1, 1, id="bad-build"),
    ],
)
def test_build_returns_what_failed(
    monkeypatch: pytest.MonkeyPatch, check_status: int, build_status: int, status: int
) -> None:
    monkeypatch.setattr(sys, "argv", ["build.py"])
    monkeypatch.setattr(build, "prepare", lambda *_: None)
    monkeypatch.setattr(build, "check", lambda: check_status)
    monkeypatch.setattr(build, "call", lambda *_: build_status)
    assert build.main() == status


@pytest.fixture
def run_tests(monkeypatch: pytest.MonkeyPatch) -> Callable[[Collection[str]], int]:
    """Return what runs scripts/test.py with programs of which some fail."""
    spec = importlib.util.spec_from_file_location("run_tests", PROJECT / "scripts" / "test.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)

    def run(failing: Collection[str]) -> int:
        monkeypatch.setattr(sys, "argv", ["test.py"])
        monkeypatch.setattr(module, "prepare", lambda *_: None)
        monkeypatch.setattr(module, "call", lambda name, *_: int(name in failing))
        status: int = module.main()
        return status

    return run


HEADINGS = "".join(
    f"== {words}\n"
    for words in (
        "ruff check",
        "ruff format --check",
        "mypy",
        "zizmor --offline .github",
        "pytest",
    )
)


@pytest.mark.parametrize(
    ("failing", "status", "said"),
    [
        pytest.param((), 0, "", id="all-good"),
        pytest.param(("mypy",), 1, "Neprošlo: mypy.\n", id="one-fails"),
        pytest.param(
            ("ruff", "pytest"),
            1,
            "Neprošlo: ruff check, ruff format --check, pytest.\n",
            id="more-fail-and-all-run",
        ),
    ],
)
def test_all_checks_run_and_the_failed_are_named(
    run_tests: Callable[[Collection[str]], int],
    capsys: pytest.CaptureFixture[str],
    failing: tuple[str, ...],
    status: int,
    said: str,
) -> None:
    assert (run_tests(failing), capsys.readouterr()) == (status, (HEADINGS, said))
