"""What README speaks of is there."""

import re

import pytest
from support import PROJECT

README = (PROJECT / "README.md").read_text(encoding="utf-8")
LINKS = sorted(set(re.findall(r"\]\((?!https?:|#)([^)#]+)", README)))
PICTURES = sorted(set(re.findall(r'<img src="([^"]+)"', README)))
COMMANDS = sorted(set(re.findall(r"python3 (scripts/\w+\.py)", README)))
FOLDERS = sorted(
    set(re.findall(r"`((?:content|src|hooks|scripts|tests|\.ci|\.github)[\w./]*)`", README))
)


@pytest.mark.parametrize("path", [*LINKS, *PICTURES, *COMMANDS, *FOLDERS])
def test_a_named_file_or_folder_exists(path: str) -> None:
    assert (PROJECT / path).exists()


def test_the_modules_it_names_exist() -> None:
    flow = README.partition("### Kudy tečou data")[2].partition("###")[0]
    names = set(re.findall(r"`([a-z_]+)`", flow))
    assert names
    package = PROJECT / "src" / "inspirace"
    assert {name for name in names if not list(package.glob(f"{name}*"))} == set()
