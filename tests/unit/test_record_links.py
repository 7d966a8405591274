"""Links to records in pages of a generator that does not know the catalogue."""

import pytest

from inspirace.site.record_links import lead_to_records

ADDRESSES = {"innovations/cteni.md": "inovace/cteni/", "methods/sprint.md": "metody/sprint/"}


@pytest.mark.parametrize(
    ("page", "written", "led"),
    [
        pytest.param("", "innovations/cteni.md", "inovace/cteni/", id="from-home"),
        pytest.param("", "innovations/cteni/", "inovace/cteni/", id="where-a-page-would-be"),
        pytest.param("", "./innovations/cteni.html", "inovace/cteni/", id="page-as-a-file"),
        pytest.param("o/", "../methods/sprint.md", "../metody/sprint/", id="from-a-folder"),
        pytest.param("o/d/", "../../methods/sprint/", "../../metody/sprint/", id="from-deeper"),
        pytest.param("o/", "../methods/sprint.md#krok", "../metody/sprint/#krok", id="anchor"),
        pytest.param("o/", "../methods/sprint.md?a=1", "../metody/sprint/?a=1", id="query"),
        pytest.param("o/", "methods/sprint.md", "methods/sprint.md", id="another-folder"),
        pytest.param("", "innovations/jiny.md", "innovations/jiny.md", id="no-record"),
        pytest.param("", "inovace/cteni/", "inovace/cteni/", id="right-already"),
        pytest.param("", "https://a.example/x.md", "https://a.example/x.md", id="elsewhere"),
        pytest.param("", "#innovations/cteni.md", "#innovations/cteni.md", id="fragment"),
        pytest.param("", "%FF\xff", "%FF\xff", id="not-text"),
    ],
)
def test_a_link_to_a_record_leads_to_its_address(page: str, written: str, led: str) -> None:
    html = '<p data-href="innovations/cteni.md">innovations/cteni.md <a class="x" href="{}">x</a>'
    before, after = (html.format(link).encode("latin-1") for link in (written, led))
    assert lead_to_records(before, page, ADDRESSES) == after
