"""GitHub: commands that its runner reads back whole, the order of findings, the job's summary."""

import re
from collections.abc import Mapping

import pytest

from inspirace.diagnostics import Diagnostic, Location
from inspirace.reporters import most_urgent_first, report_github, report_job_summary
from inspirace.reporters.github import MOST_ANNOTATIONS, MOST_SUMMARY_BYTES

PATH = "content/innovations/klub.md"
MESSAGE = "Pojem „důchodci“ ve slovníku není."
SOURCE = "https://kod.example/my/katalog/blob/abc/"
ERROR, WARNING = "unknown-term", "unused-term"

# A line of a workflow command as GitHub's documentation has it.
COMMAND = re.compile(r"::(error|warning) ([a-z]+=[^,:\r\n]*(?:,[a-z]+=[^,:\r\n]*)*)::([^\r\n]*)\n")
# In this order GitHub's runner puts the signs back; the percent sign comes last.
UNESCAPED_MESSAGE = {"%0D": "\r", "%0A": "\n", "%25": "%"}
UNESCAPED_PROPERTY = {"%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%"}


def make_finding(
    code: str = ERROR, path: str = PATH, *, line: int = 3, message: str = MESSAGE, advice: str = ""
) -> Diagnostic:
    return Diagnostic(code, Location(path, line, 5), message, advice, "topics[0]", "  - důchodci")


def unescape(text: str, signs: Mapping[str, str]) -> str:
    for escaped, sign in signs.items():
        text = text.replace(escaped, sign)
    return text


def read_command(line: str) -> tuple[str, dict[str, str], str]:
    """Read a command as GitHub's runner does: its name, its properties, its message."""
    matched = COMMAND.fullmatch(line)
    assert matched, line
    pairs = (pair.split("=", 1) for pair in matched[2].split(","))
    properties = {name: unescape(value, UNESCAPED_PROPERTY) for name, value in pairs}
    return matched[1], properties, unescape(matched[3], UNESCAPED_MESSAGE)


def test_a_finding_is_one_command_and_the_count_ends_the_report() -> None:
    assert report_github([make_finding(advice="Napište: seniori")]) == (
        f"::error file={PATH},line=3,col=5,title=Chyba unknown-term"
        f"::{MESSAGE}%0ANapište: seniori\nCelkem: 1\xa0chyba.\n"
    )


def test_a_warning_is_a_warning() -> None:
    assert report_github([make_finding(WARNING)]).splitlines() == [
        f"::warning file={PATH},line=3,col=5,title=Upozornění unused-term::{MESSAGE}",
        "Celkem: 1\xa0upozornění.",
    ]


def test_an_annotation_ends_with_where_its_code_is_explained() -> None:
    found = make_finding(advice="Napište: seniori")
    report = report_github([found], lambda code: f"https://web.example/{code}/")
    said, _ = report.splitlines(keepends=True)
    message = f"{MESSAGE}\nNapište: seniori\nVysvětlení: https://web.example/unknown-term/"
    assert read_command(said)[2] == message


@pytest.mark.parametrize(
    ("path", "message"),
    [
        pytest.param("content/innovations/čtení se psy.md", MESSAGE, id="space-and-diacritics"),
        pytest.param("content/a,line=9::b.md", MESSAGE, id="path-with-comma-and-colons"),
        pytest.param("content/100%25.md", "100 % a %0A zůstane %0A", id="percent"),
        pytest.param("content/a\nb\r.md", "první\r\ndruhý\n::error::třetí", id="ends-of-lines"),
        pytest.param(PATH, "Klíč: „a, b“, pak ::warning file=x::y", id="colon-and-comma"),
        pytest.param(PATH, "##[error]stará podoba příkazu", id="old-command"),
        pytest.param(PATH, "", id="no-message"),
    ],
)
def test_githubs_runner_reads_back_what_was_found(path: str, message: str) -> None:
    found = make_finding(path=path, message=message, advice="→ a: 5 %, b")
    command, last = report_github([found]).splitlines(keepends=True)
    assert read_command(command) == (
        "error",
        {"file": path, "line": "3", "col": "5", "title": "Chyba unknown-term"},
        f"{message}\n→ a: 5 %, b".strip(),
    )
    assert last == "Celkem: 1\xa0chyba.\n"


def test_a_report_has_no_line_that_is_not_meant() -> None:
    report = report_github([make_finding(message="a\r::set-env name=X::y\rb")])
    assert [line[:8] for line in re.split(r"\r\n|\r|\n", report)] == ["::error ", "Celkem: ", ""]


def test_no_findings_say_nothing() -> None:
    assert report_github([]) == ""


def test_only_the_first_ten_are_annotations() -> None:
    report = report_github([make_finding(line=line) for line in range(1, 13)])
    *commands, last = report.splitlines(keepends=True)
    assert [read_command(one)[1]["line"] for one in commands] == [str(n) for n in range(1, 11)]
    assert last == "Celkem: 12\xa0chyb.\n"


def test_errors_come_first_and_of_them_those_in_changed_files() -> None:
    findings = [
        make_finding(code, path, line=line)
        for path in ("a.md", "b.md")
        for line, code in ((1, WARNING), (2, ERROR), (3, ERROR))
    ]
    assert [
        (found.code, found.location.path, found.location.line)
        for found in most_urgent_first(findings, {"b.md", "jiný.md"})
    ] == [
        (ERROR, "b.md", 2),
        (ERROR, "b.md", 3),
        (ERROR, "a.md", 2),
        (ERROR, "a.md", 3),
        (WARNING, "b.md", 1),
        (WARNING, "a.md", 1),
    ]


def test_with_nothing_changed_the_order_of_a_report_stays() -> None:
    findings = tuple(make_finding(line=line) for line in (1, 2, 3))
    assert most_urgent_first(findings, ()) == findings


FEW = "Celkem: 2\xa0upozornění. Všechno je napsané u řádků, kterých se to týká.\n"
MANY = "Celkem: 11\xa0chyb. Prvních 10 je u řádků, kterých se týkají. Další:\n"


@pytest.mark.parametrize(
    ("findings", "verdict", "paragraphs"),
    [
        pytest.param([], "Bez chyb: 4\xa0inovace.\n", ["Bez chyb: 4\xa0inovace.\n"], id="clean"),
        pytest.param(
            [make_finding(WARNING)] * 2,
            "Bez chyb: 4\xa0inovace.\n",
            ["Bez chyb: 4\xa0inovace.\n", FEW],
            id="warnings-only",
        ),
        pytest.param(
            [make_finding()] * 11,
            "",
            [MANY, f"- **chyba** {PATH}, řádek 3: {MESSAGE}\n"],
            id="more-than-ten",
        ),
    ],
)
def test_the_job_summary_is_short(
    findings: list[Diagnostic], verdict: str, paragraphs: list[str]
) -> None:
    assert report_job_summary(findings, verdict, "") == "\n".join(
        ["## Kontrola obsahu\n", *paragraphs]
    )


def rest_of(found: Diagnostic, source: str = "") -> str:
    """Return what the job summary says of a finding that has no annotation."""
    said = report_job_summary([make_finding()] * MOST_ANNOTATIONS + [found], "", source)
    return said.partition(MANY)[2]


def test_what_is_left_links_to_its_line() -> None:
    path = "content/innovations/čtení (2).md"
    assert rest_of(make_finding(path=path, advice="Napište: seniori"), SOURCE) == (
        f"\n- **chyba** [{path}, řádek 3]"
        f"({SOURCE}content/innovations/%C4%8Dten%C3%AD%20%282%29.md?plain=1#L3): {MESSAGE}\n"
        "\n  Napište: seniori\n"
    )


def test_what_is_left_links_to_where_its_code_is_explained() -> None:
    findings = [make_finding()] * (MOST_ANNOTATIONS + 1)
    said = report_job_summary(findings, "", "", lambda code: f"https://web.example/{code}/")
    assert said.partition(MANY)[2] == (
        f"\n- **chyba** {PATH}, řádek 3: {MESSAGE}"
        " ([vysvětlení](https://web.example/unknown-term/))\n"
    )


def test_help_of_more_lines_is_code() -> None:
    assert rest_of(make_finding(advice="Napište:\ntopics:\n  - pece")) == (
        f"\n- **chyba** {PATH}, řádek 3: {MESSAGE}\n"
        "\n  Napište:\n\n  ```text\n  topics:\n    - pece\n  ```\n"
    )


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        pytest.param("[sem](https://zly.example)", r"\[sem\](https://zly.example)", id="link"),
        pytest.param("<img src=x> &amp;", r"\<img src=x\> \&amp;", id="html"),
        pytest.param("**tučně** _a_ `kód`", r"\*\*tučně\*\* \_a\_ \`kód\`", id="emphasis-and-code"),
        pytest.param(r"\* ~~a~~ | $x$", r"\\\* \~\~a\~\~ \| \$x\$", id="other-signs"),
        pytest.param("a\n## nadpis\r\n- b", "a ## nadpis - b", id="lines"),
        pytest.param("a\x1b[0m\x00", "a\ufffd\\[0m\ufffd", id="control-signs"),
    ],
)
def test_nothing_written_becomes_markup(written: str, shown: str) -> None:
    assert rest_of(make_finding(message=written)) == f"\n- **chyba** {PATH}, řádek 3: {shown}\n"


def test_no_line_of_help_ends_its_block() -> None:
    assert rest_of(make_finding(advice="Takto:\n````\n# nadpis")).splitlines()[4:] == [
        "",
        "  `````text",
        "  ````",
        "  # nadpis",
        "  `````",
    ]


def test_the_job_summary_fits_and_says_what_it_left_out() -> None:
    findings = [make_finding(message=f"{n} " + "ž" * 10_000) for n in range(100)]
    said = report_job_summary(findings, "", "")
    items = said.count("- **chyba**")
    assert MOST_SUMMARY_BYTES - 20_100 < len(said.encode()) < MOST_SUMMARY_BYTES + 100
    assert said.endswith(
        f"\nA ještě {len(findings) - MOST_ANNOTATIONS - items}\xa0nálezů."
        " Všechno vypíše `inspirace check`.\n"
    )
