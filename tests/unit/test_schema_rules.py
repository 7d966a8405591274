"""Rules of schema files: each fault is told at its place, with what to do, all in one run."""

import pytest
from made_schema import read_schema, replaced


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        pytest.param(
            "    x-label: Název\n", "", ["11:3 Pole „title“ nemá popisek (x-label)."], id="no-label"
        ),
        pytest.param(
            "    x-help: Co to je.\n",
            "    x-help:\n",
            ["16:12 Pole „title“ nemá nápovědu (x-help)."],
            id="empty-help",
        ),
        pytest.param(
            "    x-example: Čtení s pejsky\n",
            "",
            ["11:3 Pole „title“ nemá příklad (x-example)."],
            id="no-example",
        ),
        pytest.param(
            "minLength: 5\n    maxLength: 90",
            "minLenght: 5\n    maxLength: 90",
            ["13:5 Pole „title“: klíčové slovo „minLenght“ katalog nezná."],
            id="misspelt",
        ),
        pytest.param(
            "    minLength: 5\n    maxLength: 90",
            "    anyOf: []\n    maxLength: 90",
            ["13:5 Pole „title“: klíčové slovo „anyOf“ katalog nezná."],
            id="outside",
        ),
        pytest.param(
            "      x-vocabulary: topics",
            "      enum: [a]",
            ["30:7 Položka seznamu „topics“: výčet hodnot „enum“ se do schématu nepíše."],
            id="enum",
        ),
        pytest.param(
            "    x-facet: nazev",
            "    x-faset: nazev",
            ["19:5 Pole „title“: klíčové slovo „x-faset“ katalog nezná."],
            id="misspelt-annotation",
        ),
        pytest.param(
            "  title:\n    type: string\n",
            "  title:\n",
            ["11:3 Pole „title“: chybí druh hodnoty (type)."],
            id="no-type",
        ),
        pytest.param(
            "          minimum: 1800",
            "          minLength: 4",
            ["55:11 Pole „sources.year“: „minLength“ k druhu integer nepatří."],
            id="length-of-number",
        ),
        pytest.param(
            "minLength: 5\n    maxLength: 90",
            "minLength: pět\n    maxLength: 90",
            ["13:16 Pole „title“: „minLength“ má být celé číslo od nuly."],
            id="not-a-number",
        ),
        pytest.param(
            "x-vocabulary: topics",
            "x-vocabulary: topic",
            [
                (
                    "30:21 Položka seznamu „topics“: slovník „topic“ ve složce"
                    " content/vocabularies není."
                )
            ],
            id="vocabulary-nearly-named",
        ),
        pytest.param(
            "x-vocabulary: topics",
            "x-vocabulary: velikost",
            [
                (
                    "30:21 Položka seznamu „topics“: slovník „velikost“ ve složce"
                    " content/vocabularies není."
                )
            ],
            id="vocabulary-of-another-name",
        ),
        pytest.param(
            "format: address",
            "format: uri",
            ["49:19 Pole „sources.url“: formát „uri“ katalog nezná."],
            id="format",
        ),
        pytest.param(
            "          format: address\n",
            "          format: address\n          x-reference: case\n",
            ["50:24 Pole „sources.url“: druh záznamu „case“ katalog nemá."],
            id="reference",
        ),
        pytest.param(
            "    x-group: basics\n    x-facet",
            "    x-group: zaklad\n    x-facet",
            ["18:14 Pole „title“: skupina „zaklad“ v seznamu x-groups není."],
            id="group",
        ),
        pytest.param(
            "    x-group: basics\n    x-facet",
            "    x-facet",
            ["11:3 Pole „title“ není v žádné skupině formuláře (x-group)."],
            id="no-group",
        ),
        pytest.param(
            "    minLength: 5\n    maxLength: 90",
            "    minLength: 95\n    maxLength: 90",
            [("13:16 Pole „title“: minLength (95) je víc než maxLength (90); tomu nevyhoví nic.")],
            id="limits",
        ),
        pytest.param(
            "      additionalProperties: false\n",
            "",
            [
                (
                    "40:5 Položka seznamu „sources“: chybí additionalProperties: false;"
                    " překlep v názvu pole by prošel."
                )
            ],
            id="other-fields-not-refused",
        ),
        pytest.param(
            "        - url\n      x-label",
            "        - adresa\n      x-label",
            ["44:11 Položka seznamu „sources“: povinné pole „adresa“ mezi poli není."],
            id="required",
        ),
        pytest.param(
            "        - url\n      x-label",
            "        - ulr\n      x-label",
            ["44:11 Položka seznamu „sources“: povinné pole „ulr“ mezi poli není."],
            id="required-near",
        ),
        pytest.param(
            "    items:\n      type: string\n      x-vocabulary: topics\n",
            "",
            ["20:3 Pole „topics“: seznam neříká, z čeho je (items)."],
            id="no-items",
        ),
        pytest.param(
            "      properties:\n        url",
            "      x-rest:\n        url",
            ["40:5 Položka seznamu „sources“ nemá žádná pole (properties)."],
            id="no-fields",
        ),
        pytest.param(
            "required:\n  - title\n",
            "required:\n  - title\n  - title\n",
            ["10:5 Schéma: povinné pole „title“ je v seznamu dvakrát."],
            id="required-twice",
        ),
        pytest.param(
            "    x-facet: nazev",
            "    x-default: Psi",
            [
                (
                    "19:16 Pole „title“: výchozí hodnota má 3\N{NO-BREAK SPACE}znaky,"
                    " má jich mít aspoň 5."
                )
            ],
            id="default",
        ),
        pytest.param(
            "    minItems: 1\n",
            "    x-vocabulary: topics\n",
            ["22:5 Pole „topics“: „x-vocabulary“ k druhu array nepatří."],
            id="vocabulary-of-a-list",
        ),
        pytest.param(
            "minLength: 5\n    maxLength: 90",
            "minLength:\n    maxLength: 90",
            ["13:15 Pole „title“: „minLength“ má být celé číslo od nuly."],
            id="empty-limit",
        ),
        pytest.param(
            "    x-label: Název",
            "    x-label: [Název]",
            ["15:14 Pole „title“: „x-label“ má být text."],
            id="label-list",
        ),
        pytest.param(
            "    label: O čem to je\n",
            "    label: O čem to je\n  - id: basics\n    label: Kde\n",
            ["6:9 Skupina „Kde“: id „basics“ je v seznamu x-groups dvakrát."],
            id="group-twice",
        ),
        pytest.param(
            "          format: address\n",
            "          pattern: '[a-'\n",
            ["49:20 Pole „sources.url“: vzor „[a-“ není platný regulární výraz."],
            id="pattern",
        ),
        pytest.param(
            "x-example: Čtení s pejsky",
            "x-example: Psi",
            ["17:16 Pole „title“: příklad má 3\N{NO-BREAK SPACE}znaky, má jich mít aspoň 5."],
            id="example-short",
        ),
        pytest.param(
            "      - zdravi",
            "      - marťani",
            ["26:9 Pole „topics“: příklad „marťani“ není pojem slovníku."],
            id="example-enum",
        ),
        pytest.param(
            "      - url: https://example.org/",
            "      - url: example.org",
            [
                "36:14 Pole „sources“: příklad „example.org“ není adresa začínající http:// nebo https://."
            ],
            id="example-format",
        ),
        pytest.param(
            "        year: 2019",
            "        year: dávno",
            ["37:15 Pole „sources“: příklad „dávno“ má být celé číslo."],
            id="example-year",
        ),
        pytest.param(
            "      - url: https://example.org/\n        year: 2019",
            "      - year: 2019",
            ["36:9 Pole „sources“: příklad nemá povinné pole „url“."],
            id="example-missing",
        ),
        pytest.param(
            "        year: 2019\n",
            "        rok: 2019\n",
            ["36:9 Pole „sources“: příklad má neznámé pole „rok“."],
            id="example-unknown",
        ),
        pytest.param(
            "    x-example:\n      - zdravi",
            "    x-example: zdravi",
            ["25:16 Pole „topics“: příklad „zdravi“ má být seznam."],
            id="example-text",
        ),
        pytest.param(
            "type: object\nadditionalProperties",
            "$schema: http://json-schema.org/draft-07/schema\ntype: object\nadditionalProperties",
            ["6:10 Schémata jsou psaná v JSON Schema 2020-12."],
            id="dialect",
        ),
        pytest.param(
            "  topics:\n    type: array\n",
            "  pes: ano\n  topics:\n    type: array\n",
            ["20:3 Schéma: pole „pes“ není popsané."],
            id="bare-field",
        ),
        pytest.param(
            "    label: O čem to je\n",
            "",
            ["4:5 Skupina „basics“: chybí „label“."],
            id="group-no-label",
        ),
        pytest.param(
            "x-groups:\n  - id: basics\n    label: O čem to je\n",
            "",
            ["1:1 Schéma nemá seznam x-groups."],
            id="groups-none",
        ),
        pytest.param(
            "    help: Co lidem",
            "    napoveda: Co lidem",
            [
                "61:5 Oddíl „Potřeba“: chybí „help“.",
                "63:5 Oddíl „Potřeba“: „napoveda“ katalog nezná.",
            ],
            id="section-unknown",
        ),
        pytest.param(
            "    minLength: 5\n    maxLength: 100",
            "    minLength: 500\n    maxLength: 100",
            [
                (
                    "66:16 Oddíl „Potřeba“: minLength (500) je víc než maxLength (100);"
                    " tomu nevyhoví nic."
                )
            ],
            id="section-length",
        ),
        pytest.param(
            "    example: Lidem chybělo místo.",
            "    example: Nic.",
            [
                (
                    "64:14 Oddíl „Potřeba“: příklad má 4\N{NO-BREAK SPACE}znaky, smí jich mít 5 až"
                    " 100."
                )
            ],
            id="section-example",
        ),
        pytest.param(
            "  - id: need\n",
            "  - need\n  - id: need\n",
            ["61:5 1. položka seznamu x-sections nemá žádné řádky."],
            id="bare-section",
        ),
    ],
)
def test_a_fault_is_told_at_its_place(old: str, new: str, found: list[str]) -> None:
    schema, faults = read_schema(replaced(old, new))
    assert schema is None
    assert {one.code for one in faults} == {"bad-schema"}
    assert [f"{one.location.line}:{one.location.column} {one.message}" for one in faults] == found


@pytest.mark.parametrize(
    ("old", "new", "advice"),
    [
        pytest.param(
            "minLength: 5\n    maxLength: 90",
            "minLenght: 5\n    maxLength: 90",
            "Napište: minLength",
            id="misspelt",
        ),
        pytest.param(
            "    minLength: 5\n    maxLength: 90",
            "    anyOf: []\n    maxLength: 90",
            (
                "Smí se jen type, properties, required, additionalProperties, items,"
                " minItems, maxItems, uniqueItems, minLength, maxLength, pattern,"
                " format, minimum, maximum a slova, která začínají x-."
            ),
            id="outside",
        ),
        pytest.param(
            "  title:\n    type: string",
            "  title:\n    type: text",
            (
                "Vyberte z: string (text), integer (celé číslo), number (číslo),"
                " boolean (true, nebo false), array (seznam), object (skupina polí)."
            ),
            id="unknown-type",
        ),
        pytest.param(
            "x-vocabulary: topics",
            "x-vocabulary: velikost",
            "Založte ho, nebo vyberte jiný.",
            id="vocabulary-of-another-name",
        ),
        pytest.param(
            "format: address",
            "format: uri",
            "Vyberte z: address, date, email, image-file, month, slug.",
            id="format",
        ),
        pytest.param(
            "    x-group: basics\n    x-facet",
            "    x-facet",
            "Doplňte x-group: basics.",
            id="no-group",
        ),
        pytest.param(
            "required:\n  - title\n",
            "required:\n  - title\n  - title\n",
            "Jednou stačí, tento řádek smažte.",
            id="required-twice",
        ),
        pytest.param(
            "      - zdravi",
            "      - marťani",
            "Opravte hodnotu, nebo to, co pole žádá.",
            id="example-enum",
        ),
        pytest.param(
            "  - id: need\n",
            "  - need\n  - id: need\n",
            (
                "Každá položka má řádky id, label, help, example, required,"
                " required_for_idea, editorial, minLength, maxLength."
            ),
            id="bare-section",
        ),
    ],
)
def test_the_help_of_a_fault_says_what_to_do(old: str, new: str, advice: str) -> None:
    _, faults = read_schema(replaced(old, new))
    assert faults[0].help == advice


def test_all_faults_are_told_in_the_order_of_the_file() -> None:
    text = replaced("    x-label: Název\n", "").replace("x-vocabulary: topics", "x-vocabulary: x")
    _, faults = read_schema(text.replace("    help: Co lidem chybělo.\n", ""))
    assert [one.location.line for one in faults] == [11, 29, 60]
