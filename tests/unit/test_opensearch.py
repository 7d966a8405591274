"""OpenSearch: the description whole, and none where the site's address is not known."""

import pytest

from inspirace.outputs.opensearch import build_opensearch
from inspirace.site.page import Site

DESCRIPTION = """\
<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>Inspirace</ShortName>
  <Description>Hledá v katalogu sociálních inovací v knihovnách.</Description>
  <Language>cs</Language>
  <InputEncoding>UTF-8</InputEncoding>
  <Image type="image/svg+xml">https://katalog.example/a&amp;b/assets/inspirace/favicon.svg</Image>
  <Url type="text/html" method="get" \
template="https://katalog.example/a&amp;b/inovace/?q={searchTerms}"/>
</OpenSearchDescription>
"""


def test_the_description_is_whole() -> None:
    (artifact,) = build_opensearch(Site("Inspirace pro knihovny", "https://katalog.example/a&b/"))
    assert (artifact.path, artifact.content.decode()) == ("opensearch.xml", DESCRIPTION)


@pytest.mark.parametrize(
    ("name", "short"),
    [
        pytest.param("Inspirace", "Inspirace", id="fits"),
        pytest.param("Šestnáct znaků a", "Šestnáct znaků a", id="just-fits"),
        pytest.param("Malá knihovna na vsi", "Malá knihovna", id="no-preposition"),
        pytest.param("Katalog městských knihoven", "Katalog", id="cut-in-a-word"),
        pytest.param("Nejsevernějšíknihovnická", "Nejsevernějšíkni", id="one-long-word"),
        pytest.param("A & B", "A &amp; B", id="sign-of-xml"),
    ],
)
def test_the_name_is_short(name: str, short: str) -> None:
    (artifact,) = build_opensearch(Site(name, "https://katalog.example/"))
    assert f"<ShortName>{short}</ShortName>" in artifact.content.decode()


def test_without_an_address_there_is_none() -> None:
    assert list(build_opensearch(Site("Inspirace"))) == []
