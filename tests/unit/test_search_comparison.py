"""The comparison of searches: the same pages for all, and a table of what they answer."""

from pathlib import Path

from search_comparison import make_material, record_pages, table
from search_quality import Judged

PAGE = """<body><nav>Jinde</nav><article class="record"><h1 class="is-long">Klub</h1>

<p>Text klubu.</p>

</article></body>"""


def test_every_search_is_given_the_records_pages(tmp_path: Path) -> None:
    site = tmp_path / "site"
    for address in ("inovace/klub", "inovace/strana/2", "metody/rozhovor", "temata/zdravi"):
        (site / address).mkdir(parents=True)
        (site / address / "index.html").write_text(PAGE, "utf-8")
    pages = [page.parent.relative_to(site).as_posix() for page in record_pages(site)]
    assert pages == ["inovace/klub", "metody/rozhovor"]
    built = make_material(site, tmp_path / "material")
    drawn = (built / "inovace" / "klub" / "index.html").read_text("utf-8")
    assert ("Text klubu." in drawn, "Jinde" in drawn) == (True, False)
    assert "Text klubu." in (built / "search" / "search_index.json").read_text("utf-8")


def test_the_table_has_a_column_a_search() -> None:
    grades = {"innovation/a": 3}
    found = Judged(
        "a", "exact", held_out=True, grades=grades, state="ready", found=["innovation/a"]
    )
    missed = Judged("a", "exact", held_out=True, grades=grades, state="empty", found=[])
    rows = [("Naše", [found], 21_400), ("Jiné", [missed], 300_000)]
    assert table(rows).splitlines() == [
        "| | Naše | Jiné |",
        "|---|---:|---:|",
        "| nDCG@10, odložená třetina | 1,000 | 0,000 |",
        "| nDCG@10, všechny dotazy | 1,000 | 0,000 |",
        "| MRR | 1,000 | 0,000 |",
        "| úplnost@10 | 1,000 | 0,000 |",
        "| bez odpovědi | 0,000 | 1,000 |",
        "| nDCG@10: exact | 1,000 | 0,000 |",
        "| první odpověď | 21 kB | 300 kB |",
    ]
