"""Fixtures of the tests on real builds of the fixture catalogue; each is built once."""

from pathlib import Path

import pytest
from building import HOST, build_site
from site_pages import BuiltSite, read_site


@pytest.fixture(scope="session", params=["/", "/neco/"], ids=["at-the-root", "under-a-path"])
def site(
    request: pytest.FixtureRequest, fixture_root: Path, tmp_path_factory: pytest.TempPathFactory
) -> BuiltSite:
    """Return the fixture catalogue's site, built for an address of each kind."""
    url = HOST + request.param
    folder = build_site(fixture_root, tmp_path_factory.mktemp("site") / "web", url=url)
    return BuiltSite(folder, url, read_site(folder))


@pytest.fixture(scope="session")
def plain_site(fixture_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the site built with nothing known of where it will be."""
    return build_site(fixture_root, tmp_path_factory.mktemp("site") / "web")
