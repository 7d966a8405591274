"""Whatever the answers are, only one good file of the catalogue can come of them."""

from pathlib import Path

import pytest
from filled_forms import ADOPTION, CASE, event, filled, forms_of
from hypothesis import given, settings
from hypothesis import strategies as st
from support import copy_fixture

from inspirace.diagnostics import has_errors
from inspirace.intake.event import read_issue
from inspirace.intake.take_in import take_in
from inspirace.load import load_catalogue

NASTY = (
    *(
        "../",
        "/",
        "\\",
        "\0",
        "\n",
        "\r\n",
        "---\n",
        "### Název\n",
        "## Výsledky\n",
        "```\n",
        "<!--",
    ),
    *(": ", "#", "'", '"', "|", "- ", "_No response_", "None", "\u202e", "\u200b", "\ufeff", "é"),
    *("<script>", "&a", "*a", "!!x", "{{", "]", "http://a.cz/", "Název zdroje:", "@x", "\ud800"),
)
TEXTS = st.lists(st.sampled_from(NASTY) | st.text(max_size=8), max_size=12).map("".join)
FORMS = {"novy-pripad.yml": CASE, "prevzali-jsme.yml": ADOPTION}


def tree(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the fixture catalogue that all examples share, each leaving it as it was."""
    root = tmp_path_factory.mktemp("intake") / "catalogue"
    copy_fixture(root)
    return root


@given(
    name=st.sampled_from(sorted(FORMS)),
    changed=st.dictionaries(st.sampled_from(sorted({*CASE, *ADOPTION})), TEXTS, max_size=3),
    added=st.dictionaries(st.sampled_from(sorted({*CASE, *ADOPTION})), TEXTS, max_size=2),
)
@settings(max_examples=30)
def test_only_one_good_file_ever_changes(
    root: Path, name: str, changed: dict[str, str], added: dict[str, str]
) -> None:
    outside = root.parent
    good = FORMS[name]
    answers = {**good} | changed | {one: good.get(one, "") + text for one, text in added.items()}
    path = outside / "event.json"
    path.write_text(event(filled(forms_of(root)[name], answers)), encoding="utf-8")
    before = tree(outside)
    outcome = take_in(root, read_issue(path))
    after = tree(outside)
    differing = [one for one in sorted(before | after) if before.get(one) != after.get(one)]
    try:
        assert differing == ([f"{root.name}/{outcome.path}"] if outcome.path else [])
        assert outcome.is_good or not outcome.path
        assert all(one.startswith(f"{root.name}/content/innovations/") for one in differing)
        assert name == "prevzali-jsme.yml" or not before.keys() & set(differing)
        assert not differing or not has_errors(load_catalogue(root).diagnostics)
    finally:
        for one in differing:
            (outside / one).unlink(missing_ok=True)
            if one in before:
                (outside / one).write_bytes(before[one])
