"""Fixtures of the tests in a real browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from building import HOST, build_site
from crowds import crowd
from serving import PREFIX, serve
from support import copy_fixture


@pytest.fixture(scope="session")
def home(fixture_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of the fixture catalogue's home page, served under a path."""
    folder = tmp_path_factory.mktemp("browser") / "web"
    with serve(build_site(fixture_root, folder, url=HOST + PREFIX)) as address:
        yield address


@pytest.fixture(scope="session")
def crowded_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the fixture catalogue with seventy cases more, each with other values of facets."""
    root = tmp_path_factory.mktemp("crowded") / "catalogue"
    copy_fixture(root)
    innovations = root / "content" / "innovations"
    model = (innovations / "cteni-s-pejsky.md").read_text(encoding="utf-8")
    for number in range(1, 71):
        text = crowd(model, number)
        (innovations / f"setkani-{number}.md").write_text(text, encoding="utf-8")
    return root


@pytest.fixture(scope="session")
def crowded(crowded_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of the home page of the catalogue with many cases."""
    folder = tmp_path_factory.mktemp("browser") / "mnoho"
    with serve(build_site(crowded_root, folder, url=HOST + PREFIX)) as address:
        yield address
