"""Rules across records: slugs, former slugs, references, files of pictures."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from made import make_front_matter, make_term

from inspirace.diagnostics import Diagnostic
from inspirace.editor_files import load_editor_files
from inspirace.rules.catalogue import (
    RESERVED_SLUGS,
    RecordFile,
    check_catalogue,
    check_images,
    check_similar,
)
from inspirace.rules.links import LinkIndex
from inspirace.schema.fields import Schema
from inspirace.vocabularies import SimilarCase, Vocabulary

Schemas = dict[str, Schema]


@pytest.fixture(scope="module")
def schemas(fixture_root: Path) -> Schemas:
    return dict(load_editor_files(fixture_root).schemas)


def innovation(name: str, **values: object) -> RecordFile:
    return make_file("innovation", f"content/innovations/{name}.md", values)


def method(name: str, **values: object) -> RecordFile:
    return make_file("method", f"content/methods/{name}.md", values)


def make_file(kind: str, path: str, values: dict[str, object]) -> RecordFile:
    return RecordFile(kind, path, make_front_matter(values, path), values)


def unreadable(name: str) -> RecordFile:
    return RecordFile("innovation", f"content/innovations/{name}.md", None, {})


def told(found: Sequence[Diagnostic]) -> list[tuple[str, str, str, str]]:
    return [(Path(one.location.path).name, one.code, one.field, one.help) for one in found]


@pytest.mark.parametrize(
    ("name", "code", "help_text"),
    [
        pytest.param(
            "Čtení s pejsky", "bad-slug", "Přejmenujte ho na: cteni-s-pejsky.md", id="title"
        ),
        pytest.param(
            "cteni_s_pejsky", "bad-slug", "Přejmenujte ho na: cteni-s-pejsky.md", id="underscore"
        ),
        pytest.param("CTENI", "bad-slug", "Přejmenujte ho na: cteni.md", id="capitals"),
        pytest.param(
            "???", "bad-slug", "Přejmenujte ho, třeba cteni-se-psy.md.", id="nothing-left"
        ),
        *(
            pytest.param(
                slug, "slug-reserved", "Přejmenujte soubor, třeba přidejte jméno obce.", id=slug
            )
            for slug in RESERVED_SLUGS
        ),
    ],
)
def test_a_file_has_a_usable_name(schemas: Schemas, name: str, code: str, help_text: str) -> None:
    for file in (innovation(name), method(name), unreadable(name)):
        assert told([*check_catalogue([file], schemas)]) == [(f"{name}.md", code, "", help_text)]


def test_kinds_of_records_have_slugs_of_their_own(schemas: Schemas) -> None:
    files = [innovation("rozhovory"), method("rozhovory"), innovation("cteni-2")]
    assert [*check_catalogue(files, schemas)] == []


def test_one_address_belongs_to_one_file(schemas: Schemas) -> None:
    deeper = make_file("innovation", "content/innovations/2024/cteni.md", {})
    [found] = check_catalogue([innovation("cteni"), deeper], schemas)
    assert (found.location.path, found.code, found.message) == (
        "content/innovations/cteni.md",
        "slug-taken",
        "Stejnou adresu už má soubor content/innovations/2024/cteni.md.",
    )


DROP = "Smažte ji z dřívějších adres."


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param(
            [innovation("a", aliases=["b"]), innovation("b")],
            [("a.md", "slug-taken", "aliases[0]", DROP)],
            id="anothers-file",
        ),
        pytest.param(
            [innovation("a", aliases=["x"]), innovation("b", aliases=["y", "x"])],
            [("b.md", "slug-taken", "aliases[1]", DROP)],
            id="anothers-alias",
        ),
        pytest.param(
            [innovation("a", aliases=["a"])],
            [("a.md", "slug-taken", "aliases[0]", DROP)],
            id="own-file",
        ),
        pytest.param(
            [innovation("a", aliases=["strana"])],
            [
                (
                    "a.md",
                    "slug-reserved",
                    "aliases[0]",
                    "Smažte ho, na takové adrese případ nikdy být nemohl.",
                )
            ],
            id="reserved",
        ),
        pytest.param([innovation("a", aliases=["m"]), method("m")], [], id="of-another-kind"),
        pytest.param([innovation("a", aliases=["x", "x"])], [], id="twice-is-found-elsewhere"),
        pytest.param([innovation("a", aliases=["Á"])], [], id="form-is-found-elsewhere"),
        pytest.param([innovation("a", aliases="b"), innovation("b")], [], id="another-kind"),
    ],
)
def test_a_former_slug_is_nobody_elses(
    schemas: Schemas, files: list[RecordFile], expected: list[tuple[str, str, str, str]]
) -> None:
    assert told([*check_catalogue(files, schemas)]) == expected
    assert told([*check_catalogue(files[::-1], schemas)]) == expected


NO_SUCH = "Píše se název souboru bez koncovky .md. Není-li v katalogu, položku smažte."
OTHERS = [
    innovation("cteni-s-pejsky", aliases=["psi-ctenar"]),
    unreadable("rozbity"),
    method("rozhovory"),
]


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        pytest.param(
            innovation("a", related=["rozbity", "cteni-s-pejsky"], methods=["rozhovory"]),
            [],
            id="found-even-with-errors",
        ),
        pytest.param(
            innovation("a", related=["cteni-s-pejskem"]),
            [("dead-reference", "related[0]", "Napište: cteni-s-pejsky")],
            id="near-miss",
        ),
        pytest.param(
            innovation("a", related=["psi-ctenar"]),
            [("dead-reference", "related[0]", "Soubor se přejmenoval. Napište: cteni-s-pejsky")],
            id="renamed",
        ),
        pytest.param(
            innovation("a", related=["rozhovory"]),
            [
                (
                    "dead-reference",
                    "related[0]",
                    "Metoda toho jména patří do pole „Metody“ (methods).",
                )
            ],
            id="another-kind-of-record",
        ),
        pytest.param(
            method("b", related=["design-sprint"]),
            [
                (
                    "dead-reference",
                    "related[0]",
                    "Píše se název souboru bez koncovky .md. Není-li v katalogu, položku smažte.",
                )
            ],
            id="no-match",
        ),
        pytest.param(
            method("b", related=["rozhovory", "b"]),
            [("self-reference", "related[1]", "Smažte tuto položku i se spojovníkem.")],
            id="itself",
        ),
        pytest.param(innovation("a", related=["Á", ["b"]]), [], id="form-is-found-elsewhere"),
    ],
)
def test_a_reference_leads_to_a_record(
    schemas: Schemas, file: RecordFile, expected: list[tuple[str, str, str]]
) -> None:
    found = check_catalogue([file, *OTHERS], schemas)
    assert [(one.code, one.field, one.help) for one in found] == expected


def test_the_file_of_a_picture_is_there(schemas: Schemas) -> None:
    index = LinkIndex(addresses={"content/assets/pes.png": "assets/pes.png"}, anchors={})
    pictures = [{"file": "pes.png"}, {"file": "Pes.png"}, {"file": ""}, "pes.png", {"alt": "x"}]
    files = [innovation("a", images=pictures), unreadable("b"), method("c")]
    assert told([*check_images(files, schemas, index)]) == [
        (
            "a.md",
            "dead-image",
            "images[1].file",
            "Nahrajte ho tam, nebo opravte cestu; záleží i na velikosti písmen.",
        )
    ]


@pytest.mark.parametrize(
    ("slug", "advice"),
    [
        pytest.param("cteni-s-pejsky", None, id="a-case"),
        pytest.param("rozbity", None, id="a-case-with-errors"),
        pytest.param("psi-ctenar", "Soubor se přejmenoval. Napište: cteni-s-pejsky", id="renamed"),
        pytest.param("cteni-s-pejsy", "Napište: cteni-s-pejsky", id="typo"),
        pytest.param("rozhovory", NO_SUCH, id="a-method"),
        pytest.param("Čtení s pejsky.md", NO_SUCH, id="no-slug"),
    ],
)
def test_what_a_term_lists_as_similar_is_there(slug: str, advice: str | None) -> None:
    term = make_term("topics", "hry", label="hry", similar=(SimilarCase(slug, "Jiná hra."),))
    topics = Vocabulary(
        "topics", "Témata", terms={"klid": make_term("topics", "klid"), "hry": term}
    )
    sources = {"topics": make_front_matter({}, "content/vocabularies/topics.yml")}
    found = [*check_similar(OTHERS, sources, {"topics": topics})]
    field = "terms[1].similar[0].innovation"
    expected = [("topics.yml", "dead-reference", field, advice)] if advice else []
    assert told(found) == expected
