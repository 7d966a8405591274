"""The generator's theme: its templates are compiled once, its hidden folders are not listed."""

from pathlib import Path
from types import SimpleNamespace

from jinja2 import DictLoader, Environment, FileSystemLoader

from inspirace.cache import Speed
from inspirace.site.theme import make_quicker


def environment(loader: FileSystemLoader | DictLoader, speed: Speed) -> Environment:
    theme = SimpleNamespace(get_env=lambda: Environment(loader=loader, autoescape=True))
    make_quicker(theme, speed)
    made = theme.get_env()
    assert isinstance(made, Environment)
    return made


def write(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(f"{{{{ 1 + 1 }}}} {name}", encoding="utf-8")


def test_files_are_listed_as_before_but_those_in_hidden_folders(tmp_path: Path) -> None:
    own, theme = tmp_path / "own", tmp_path / "theme"
    write(own, "main.html", ".hidden.html")
    write(theme, "main.html", "a/b.css", ".icons/x.svg", "a/.icons/y.svg", "base.html")
    plain = FileSystemLoader([own, theme])
    listed = environment(plain, Speed()).list_templates()
    assert listed == [name for name in plain.list_templates() if ".icons/" not in name]
    assert environment(plain, Speed()).get_template(".icons/x.svg").render() == "2 .icons/x.svg"


def test_a_template_is_compiled_once_until_it_changes(tmp_path: Path) -> None:
    write(tmp_path / "theme", "main.html")
    speed, compiled = Speed(tmp_path / "cache"), []
    for text in ("{{ 1 + 1 }} main.html", "{{ 1 + 1 }} main.html", "{{ 2 + 2 }}"):
        (tmp_path / "theme" / "main.html").write_text(text, encoding="utf-8")
        env = environment(FileSystemLoader(tmp_path / "theme"), speed)
        before = {path.name: path.read_bytes() for path in (tmp_path / "cache").glob("*")}
        drawn = env.get_template("main.html").render()
        after = {path.name: path.read_bytes() for path in (tmp_path / "cache").glob("*")}
        compiled.append((drawn, before != after))
    assert compiled == [("2 main.html", True), ("2 main.html", False), ("4", True)]


def test_another_kind_of_loader_stays_as_it_is() -> None:
    loader = DictLoader({".icons/a.svg": "a"})
    assert environment(loader, Speed()).list_templates() == [".icons/a.svg"]
