"""A form is taken in whole or not at all, and nothing but its own file ever changes."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import pytest
from filled_forms import ADOPTION, CASE, event, filled, forms_of
from support import PROJECT, CheckGolden, MakeRoot

from inspirace.cli import main

EXPECTED = PROJECT / "tests" / "intake" / "expected"
FOLDERS = ("content/innovations/", "content/methods/")
NEW, ADOPTED, METHOD = "novy-pripad.yml", "prevzali-jsme.yml", "nova-metoda.yml"
CORRECTION = "oprava.yml"


class Taken(NamedTuple):
    """What came of an event: the status, all that was said, the answer, and what has changed."""

    status: int
    said: str
    answer: str
    changed: Mapping[str, bytes | None]


def tree(root: Path) -> dict[str, bytes]:
    """Return the bytes of every file, hidden ones too."""
    files = (path for path in root.rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


def take_in(root: Path, content: str | bytes, capsys: pytest.CaptureFixture[str]) -> Taken:
    """Run the command on an event and compare everything around it, before and after."""
    path = root.parent / "event.json"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    before = tree(root.parent)
    status = main(["intake", str(path), "--root", str(root)])
    after = tree(root.parent)
    names = sorted(before | after)
    changed = {one: after.get(one) for one in names if before.get(one) != after.get(one)}
    said = capsys.readouterr()
    return Taken(status, said.err, said.out, changed)


def case(**changed: str) -> tuple[str, Mapping[str, str]]:
    """Return a filled case that differs from the good one in these answers."""
    return NEW, {**CASE, **changed}


def adoption(**changed: str) -> tuple[str, Mapping[str, str]]:
    return ADOPTED, {**ADOPTION, **changed}


LONG = "Slovo. " * 9_286  # 65,000 signs
HOSTILE = [
    # Paths
    pytest.param(*case(title="../../../../etc/passwd"), id="a-way-up"),
    pytest.param(*case(title="/etc/passwd"), id="a-path-from-the-top"),
    pytest.param(*case(title="C:\\Windows\\System32\\x"), id="a-path-of-windows"),
    pytest.param(*case(title="Kavárna\0/../x"), id="a-nul"),
    pytest.param(*case(title="CON.."), id="a-device-of-windows"),
    pytest.param(*case(title="strana"), id="a-reserved-name"),
    pytest.param(*case(title="....."), id="dots"),
    pytest.param(*case(title="🐕🐕🐕🐕🐕"), id="no-letters"),
    pytest.param(*case(title="Čtení s pejsky"), id="a-name-that-is-taken"),
    pytest.param(*case(title="a" * 65_000), id="a-long-title"),
    pytest.param(*adoption(case="../../README"), id="adopted-from-a-way-up"),
    pytest.param(
        *adoption(case="https://example.org/inovace/../../x/"), id="adopted-from-no-address"
    ),
    # Structure
    pytest.param(*case(need="Text.\n\n### Název\n\nJiný"), id="a-heading-of-the-form"),
    pytest.param(*case(need=f"{CASE['need']}\n\n## Výsledky\n\nVše."), id="another-section"),
    pytest.param(*case(need=f"{CASE['need']}\n\nVýsledky\n---\n\nVše."), id="an-underlined-one"),
    pytest.param(*case(need=f"{CASE['need']}\n\n```\n"), id="an-open-block-of-code"),
    pytest.param(*case(need="## Potřeba\n\n```\n"), id="its-own-heading-and-an-open-block"),
    pytest.param(*case(need=f"{CASE['need']}\n\n<!-- "), id="an-open-comment"),
    pytest.param(NEW, {}, id="no-answers"),
    pytest.param(*case(title="Kavárna\n---\n\n## Výsledky"), id="an-end-of-the-front-matter"),
    # YAML
    pytest.param(*case(title="!!python/object/apply:os.system [id]"), id="a-tag"),
    pytest.param(*case(title="&kotva Kavárna *kotva"), id="an-anchor"),
    pytest.param(*case(title="Kavárna: „NO“ #1 \"x\" \\ – 'y'"), id="quotes-of-all-kinds"),
    pytest.param(*case(title="<<: {status: bezi}"), id="a-merge"),
    pytest.param(*case(library="NO\nstatus: ukonceno"), id="a-field-in-an-answer"),
    pytest.param(*case(summary="'" * 65_000), id="a-long-line-of-quotes"),
    pytest.param(*case(summary="|\n  " + CASE["summary"]), id="a-block"),
    # Text
    pytest.param(*case(need=LONG), id="a-long-text"),
    pytest.param(*case(sources="Název zdroje: x\n" * 3_000), id="many-rows"),
    pytest.param(*case(topics=", ".join(["x"] * 20_000)), id="many-terms"),
    pytest.param(*case(need="> " * 20_000 + "x"), id="deep-quotes"),
    pytest.param(*case(need="[" * 60_000), id="open-brackets"),
    pytest.param(*case(summary="\u202eKavárna\u202c \u200b" * 5), id="turned-and-hidden-signs"),
    pytest.param(*case(summary="\ud800" + CASE["summary"]), id="half-a-sign"),
    pytest.param(*case(summary="\x1b[31m" + CASE["summary"]), id="a-colour-of-a-terminal"),
    pytest.param(*case(need=f"<script>alert(1)</script>{CASE['need']}"), id="a-script"),
    pytest.param(*case(summary=f"<img src=x onerror=alert(1)> {CASE['summary']}"), id="an-image"),
    pytest.param(*case(need=f"[zde](javascript:alert(1)) {CASE['need']}"), id="a-link-that-runs"),
    pytest.param(*case(library_url="javascript:alert(1)"), id="an-address-that-runs"),
    pytest.param(*case(topics="@vsichni #1 `x` <b>"), id="calling-and-markup"),
    pytest.param(*case(consent="- [ ] Ne"), id="no-consent"),
    pytest.param(*adoption(year="asi", url="ftp://x"), id="adopted-with-mistakes"),
    pytest.param(*adoption(library="### x\n---\nstatus: ukonceno"), id="adopted-with-a-field"),
]


@pytest.mark.parametrize(("form", "answers"), HOSTILE)
def test_whatever_is_sent_is_refused_or_is_one_good_file(  # noqa: PLR0913, PLR0917  all fixtures
    form: str,
    answers: Mapping[str, str],
    make_root: MakeRoot,
    capsys: pytest.CaptureFixture[str],
    check_golden: CheckGolden,
    request: pytest.FixtureRequest,
) -> None:
    root = make_root()
    content = event(filled(forms_of(root)[form], answers))
    taken = take_in(root, content, capsys)
    files = "".join(f"\n{name}\n{text.decode()}" for name, text in taken.changed.items() if text)
    assert taken.said == ""
    assert taken.status == (0 if files else 1)
    assert len(taken.answer) < 60_000
    check_golden(EXPECTED / f"{request.node.callspec.id}.md", taken.answer + files)
    assert not files or main(["check", "--root", str(root)]) == 0


@pytest.mark.parametrize(
    ("content", "said"),
    [
        pytest.param("{", "není to JSON.", id="no-json"),
        pytest.param("[" * 100_000, "není to JSON.", id="deep-json"),
        pytest.param('{"action": "opened"}', "nemá její číslo.", id="another-event"),
        pytest.param(event(12), "nemá její text a datum.", id="a-body-that-is-a-number"),
        pytest.param(b" " * 5_000_000, "větší než všechny, které GitHub posílá.", id="huge"),
    ],
)
def test_what_is_no_event_is_a_wrong_use(
    content: str | bytes, said: str, make_root: MakeRoot, capsys: pytest.CaptureFixture[str]
) -> None:
    taken = take_in(make_root(), content, capsys)
    assert (taken.status, taken.answer, taken.changed) == (2, "", {})
    assert taken.said.endswith(f"{said}\n")


@pytest.mark.parametrize(
    ("body", "beginning"),
    [
        pytest.param("Dobrý den, na webu je chyba.", "Žádost není vyplněný formulář", id="words"),
        pytest.param("", "Žádost není vyplněný formulář", id="nothing"),
        pytest.param(
            "### Steps to reproduce\n\n1. x\n\n### Expected\n\ny",
            "Žádost není vyplněný formulář",
            id="another-form",
        ),
        pytest.param(
            "### Název\n\nA\n\n### Shrnutí\n\nB\n" * 400,
            "Žádost není",
            id="headings-again-and-again",
        ),
    ],
)
def test_what_is_no_form_is_answered(
    body: str, beginning: str, make_root: MakeRoot, capsys: pytest.CaptureFixture[str]
) -> None:
    taken = take_in(make_root(), event(body), capsys)
    assert (taken.status, taken.said, taken.changed) == (1, "", {})
    assert f"\n- {beginning}" in taken.answer


def test_a_correction_is_left_to_people(
    make_root: MakeRoot, capsys: pytest.CaptureFixture[str]
) -> None:
    root = make_root()
    form = forms_of(root)[CORRECTION]
    taken = take_in(root, event(filled(form, {"where": "x", "what": "y"})), capsys)
    assert (taken.status, taken.changed) == (0, {})
    assert taken.answer.startswith("Děkujeme za upozornění. Opravu udělá někdo z redakce")
