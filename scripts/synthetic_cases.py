"""Synthetic cases: valid files of the size of a real case, made from the schema.

Nobody reads them: they measure speed and weight at sizes that the catalogue does not have yet.
The same number always gives the same files.
"""

import random
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import cast

import frontmatter

from inspirace.czech import fold
from inspirace.editor_files import EditorFiles, load_editor_files
from inspirace.schema.fields import Field, Schema

WORDS_IN_A_BODY = 580
WORDS_IN_A_SENTENCE = (7, 17)
INVENTED_WORDS = 20_000  # the long tail: names, places, words of a single case
INVENTED_SHARE = 0.04
HOME = "CZ"
SOURCES = ("https://example.org/vyrocni-zprava", "https://example.org/clanek")
# What a real case seldom has, or what depends on other fields in ways that only a person knows.
LEFT_OUT = frozenset(
    {"region", "settlement_size", "ended", "materials", "adopted_by", "images", "contact"}
    | {"aliases", "related", "licence", "summary_en", "library_url", "funding"}
)

_WORD = re.compile(r"[^\W\d_]{2,}")
_SYLLABLES = (
    "ka",
    "ve",
    "sto",
    "ří",
    "mu",
    "lo",
    "bě",
    "dra",
    "ně",
    "chu",
    "pra",
    "ší",
    "te",
    "zo",
)


@dataclass(frozen=True)
class Lexicon:
    """Words as often as people use them, and a long tail of words that nobody uses twice."""

    words: Sequence[str]
    weights: Sequence[int]
    invented: Sequence[str]

    @classmethod
    def of_content(cls, content: Path) -> "Lexicon":
        """Return the words of the cases that are there, in one order on every machine."""
        texts = (path.read_text("utf-8") for path in sorted(content.glob("innovations/*.md")))
        bodies = (text.rpartition("\n---\n")[2] for text in texts)
        counted = Counter(word for body in bodies for word in _WORD.findall(body))
        words = sorted(counted)
        dice = random.Random(0)  # noqa: S311 - the same words every time, no secret
        invented = [
            "".join(dice.choices(_SYLLABLES, k=dice.randint(2, 5))) for _ in range(INVENTED_WORDS)
        ]
        return cls(words, list(accumulate(counted[word] for word in words)), invented)

    def text(self, dice: random.Random, words: int) -> str:
        """Return a text of about so many words, in sentences."""
        chosen = dice.choices(self.words, cum_weights=self.weights, k=words)
        text = [
            dice.choice(self.invented) if dice.random() < INVENTED_SHARE else word
            for word in chosen
        ]
        sentences = []
        while text:
            length = dice.randint(*WORDS_IN_A_SENTENCE)
            sentences.append(" ".join(text[:length]).lower().capitalize() + ".")
            text = text[length:]
        return " ".join(sentences)


@dataclass(frozen=True)
class CaseMaker:
    """Makes one case after another; `methods` and the slugs made so far may be referred to."""

    schema: Schema
    editor_files: EditorFiles
    lexicon: Lexicon
    methods: Sequence[str]

    def cases(self, count: int) -> Iterator[tuple[str, str]]:
        """Yield the slug and the text of so many cases."""
        slugs: list[str] = []
        for number in range(count):
            dice = random.Random(number)  # noqa: S311 - the same case every time
            title = self._words(dice, 3, 6, longest=80)
            slug = f"{re.sub('[^a-z0-9]+', '-', fold(title)).strip('-')[:50].strip('-')}-{number}"
            post = frontmatter.Post(self._body(dice, slugs))
            post.metadata = self._values(dice, title)
            slugs.append(slug)
            yield slug, frontmatter.dumps(post, sort_keys=False, width=10_000) + "\n"

    def _values(self, dice: random.Random, title: str) -> dict[str, object]:
        special = self._special(dice, title)
        values: dict[str, object] = {}
        for name, field in self.schema.fields.items():
            if name not in LEFT_OUT:
                values[name] = special[name] if name in special else self._value(dice, field)
        return values

    def _special(self, dice: random.Random, title: str) -> Mapping[str, object]:
        """Return the values that must fit one another."""
        places = self.editor_files.places.by_name.values()
        return {
            "title": title,
            "country": HOME,
            "status": "bezi",
            "municipality": dice.choice([p.municipality for p in places if p.country == HOME]),
            "started": str(dice.randint(2005, 2025)),
            "methods": dice.sample(self.methods, k=min(2, len(self.methods))),
            "numbers": [
                {
                    "what": self._words(dice, 2, 4),
                    "value": str(dice.randint(5, 900)),
                    "source": SOURCES[0],
                }
            ],
            "sources": [
                {"title": self._words(dice, 3, 6), "url": url, "year": dice.randint(2010, 2025)}
                for url in SOURCES
            ],
            "evidence_level": "2-vystupy",
            "verification": {
                "status": "neovereno",
                "date": f"2026-{dice.randint(1, 11):02}-{dice.randint(1, 28):02}",
            },
        }

    def _value(self, dice: random.Random, field: Field) -> object:
        return _MAKERS[field.kind](self, dice, field)

    def make_list(self, dice: random.Random, field: Field) -> list[object]:
        """Return one or two values of the list's items."""
        item = cast("Field", field.item)
        count = dice.randint(1, 2)
        if item.vocabulary:
            return list(dice.sample(self._terms(item.vocabulary), k=count))
        return [self._value(dice, item) for _ in range(count)]

    def make_object(self, dice: random.Random, field: Field) -> dict[str, object]:
        """Return a value of each of the object's fields."""
        return {name: self._value(dice, one) for name, one in field.fields.items()}

    def make_text(self, dice: random.Random, field: Field) -> str:
        """Return a term, or a few words."""
        if field.vocabulary:
            return dice.choice(self._terms(field.vocabulary))
        return self._words(dice, 11, 14, longest=110)

    def _terms(self, vocabulary: str) -> list[str]:
        terms = self.editor_files.vocabularies[vocabulary].terms.values()
        return [term.id for term in terms if not term.deprecated]

    def _words(self, dice: random.Random, least: int, most: int, longest: int = 60) -> str:
        text = self.lexicon.text(dice, dice.randint(least, most)).rstrip(".").replace(".", ",")
        return text[:longest].rpartition(" ")[0] if len(text) > longest else text

    def _body(self, dice: random.Random, slugs: Sequence[str]) -> str:
        sections = self.schema.sections
        share = WORDS_IN_A_BODY // len(sections)
        extras = (*_extras(slugs, self.methods), "", "")
        return "\n\n".join(
            f"## {section.label}\n\n{self.lexicon.text(dice, share)}{extra}"
            for section, extra in zip(sections, extras, strict=True)
        )


def _extras(slugs: Sequence[str], methods: Sequence[str]) -> tuple[str, str, str]:
    """Return what bodies have beyond sentences: links to other files, a table, a link out."""
    links = [f"[podobný případ]({slugs[-1]}.md)"] if slugs else []
    links += [f"[metoda](../methods/{methods[0]}.md)"] if methods else []
    return (
        f"\n\nPodívejte se: {', '.join(links)}." if links else "",
        "\n\n| Kdy | Kdo |\n|---|---|\n| ve středu | děti |\n| v pátek | rodiče |",
        f"\n\nZdroj je [výroční zpráva]({SOURCES[0]}).",
    )


_MAKERS: Mapping[str, Callable[[CaseMaker, random.Random, Field], object]] = {
    "array": CaseMaker.make_list,
    "object": CaseMaker.make_object,
    "string": CaseMaker.make_text,
}


def write_cases(project: Path, folder: Path, count: int) -> None:
    """Write so many cases into a folder, made from the project's schema and vocabularies."""
    editor_files = load_editor_files(project)
    methods = sorted(path.stem for path in (project / "content" / "methods").glob("*.md"))
    lexicon = Lexicon.of_content(project / "content")
    maker = CaseMaker(editor_files.schemas["innovation"], editor_files, lexicon, methods)
    folder.mkdir(parents=True, exist_ok=True)
    for slug, text in maker.cases(count):
        (folder / f"{slug}.md").write_text(text, encoding="utf-8", newline="\n")
