"""The package's shape: who imports whom, who may print, what nothing reads, how long things are."""

import ast
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest
from support import PROJECT

SOURCE = PROJECT / "src" / "inspirace"
HOOK = PROJECT / "hooks" / "inspirace_hook.py"
CODE = sorted(
    path for name in ("src", "hooks", "scripts") for path in (PROJECT / name).rglob("*.py")
)

# From left to right: a module imports from its own layer and from those before it, never in a
# circle. `rules.*` stands for the modules of a folder. A new module belongs to one of the layers.
LAYERS: Mapping[str, str] = {
    "ground": "__init__ cache workers codes czech czech_dates raw_values sentences schema.formats"
    " markdown.anchors site.record_links site.page geo.* explanations.*",
    "findings": "diagnostics reading.text_file reading.encodings reading.decoding reading.files",
    "vocabularies": "vocabularies vocabulary_reader places officialese trails",
    "schema": "schema.keywords schema.fields schema.document",
    "parsing": "reading.yaml_text.* reading.bounds reading.front_matter markdown.tokens"
    " markdown.text markdown.written markdown.markup markdown.headings markdown.raw_html"
    " markdown.safe_html markdown.body",
    "records": "records build related rules.* schema.reader prose reporters.*",
    "catalogue": "catalogue",
    "drawing": "site.frame_reader site.frame views.*",
    "outputs": "outputs.* search.* forms.* editor.*",
    "steps": "content_files editor_files drafts folders load render site.sitemap site.theme"
    " site.write site.publish intake.* repair.* review.*",
    "command": "arguments commands.* cli __main__",
}
MAY_CONNECT = "review.outgoing"  # asks links whether they answer, where it is told to
MAY_LEAVE = {"workers": {"os._exit"}}  # a forked process must not do the parent's end once more

# The clock, the environment, chance, other programs and the network: all of them are arguments.
OUTSIDE_MODULES = (
    *("http", "locale", "platform", "random", "requests", "secrets", "socket", "ssl"),
    *("subprocess", "time", "urllib.request", "uuid"),
)
OUTSIDE_NAMES = (
    *("date.today", "datetime.now", "datetime.today", "datetime.utcnow"),
    *("os.environ", "os.getcwd", "os.getenv", "Path.cwd", "Path.home"),
)


def may_print(module: str) -> bool:
    return module in {"cli", "__main__"} or module.startswith("commands.")


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def modules() -> dict[str, Path]:
    """Return the package's modules by their name without the package's."""
    paths = {path.relative_to(SOURCE).with_suffix(""): path for path in SOURCE.rglob("*.py")}
    names = {".".join(short.parts): path for short, path in sorted(paths.items())}
    return {name: path for name, path in names.items() if not name.endswith(".__init__")}


def imported(path: Path) -> Iterator[str]:
    """Yield the full name of everything that a file imports."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        if isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def imported_modules(path: Path, known: Iterable[str]) -> set[str]:
    """Return the package's modules that a file imports, or imports something from."""
    names = {name.removeprefix("inspirace.") for name in imported(path)}
    return {
        one for one in known if any(name == one or name.startswith(f"{one}.") for name in names)
    }


def layers_of(module: str) -> list[int]:
    wanted = {module, f"{module.rpartition('.')[0]}.*"}
    return [place for place, names in enumerate(LAYERS.values()) if wanted & set(names.split())]


def used_names(path: Path) -> Iterator[tuple[str, int]]:
    """Yield each name as it is used, `os.environ` whole, with its line."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Name | ast.Attribute):
            yield ast.unparse(node), node.lineno


def test_every_module_belongs_to_one_layer() -> None:
    assert {name: layers_of(name) for name in modules() if len(layers_of(name)) != 1} == {}


def test_every_row_of_the_layers_stands_for_a_module() -> None:
    rows = {row for names in LAYERS.values() for row in names.split()}
    folders = {f"{name.rpartition('.')[0]}.*" for name in modules()}
    assert rows - set(modules()) - folders == set()


def test_imports_lead_to_the_left() -> None:
    known = modules()
    wrong = [
        f"{name} imports {other}"
        for name, path in known.items()
        for other in imported_modules(path, known)
        if layers_of(other) > layers_of(name)
    ]
    assert wrong == []


def test_no_imports_go_in_a_circle() -> None:
    known = modules()
    graph = {name: imported_modules(path, known) - {name} for name, path in known.items()}
    assert set(TopologicalSorter(graph).static_order()) == set(known)


def test_outputs_do_not_import_each_other() -> None:
    outputs = {name: path for name, path in modules().items() if name.startswith("outputs.")}
    assert {name: imported_modules(path, outputs) for name, path in outputs.items()} == {
        name: set() for name in outputs
    }


def test_only_the_hook_imports_mkdocs() -> None:
    tests = (PROJECT / "tests").rglob("*.py")
    importing = {
        path
        for path in (*CODE, *tests)
        if any(name.partition(".")[0] == "mkdocs" for name in imported(path))
    }
    assert importing == {HOOK}


def test_only_the_command_prints_and_leaves() -> None:
    forbidden = {"print", "input", "exit", "quit", "sys.exit", "os._exit", "SystemExit"}
    found = [
        f"{name}:{line} {used}"
        for name, path in modules().items()
        if not may_print(name)
        for used, line in used_names(path)
        if used in forbidden - MAY_LEAVE.get(name, set())
    ]
    assert found == []


def test_nothing_but_the_command_looks_outside() -> None:
    found = [
        f"{name} imports {other}"
        for name, path in modules().items()
        if not may_print(name) and name != MAY_CONNECT
        for other in imported(path)
        if any(other == one or other.startswith(f"{one}.") for one in OUTSIDE_MODULES)
    ]
    used = [
        f"{name}:{line} {written}"
        for name, path in modules().items()
        if not may_print(name)
        for written, line in used_names(path)
        if any(written == one or written.endswith(f".{one}") for one in OUTSIDE_NAMES)
    ]
    assert found + used == []


@pytest.mark.parametrize("path", CODE, ids=lambda path: path.relative_to(PROJECT).as_posix())
def test_a_module_is_at_most_300_lines_and_a_function_40(path: Path) -> None:
    limit = 80 if path == HOOK else 300
    assert len(path.read_text(encoding="utf-8").splitlines()) <= limit
    long = {
        node.name: node.end_lineno - node.lineno + 1
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef) and node.end_lineno
    }
    assert {name: lines for name, lines in long.items() if lines > 40} == {}
