"""Rules over several fields of one record, which no schema can say."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import takewhile

from inspirace.diagnostics import Diagnostic
from inspirace.places import Places
from inspirace.reading.front_matter import FrontMatter
from inspirace.records import IDEA, UNVERIFIED
from inspirace.rules.location import check_place
from inspirace.rules.refusals import quoted
from inspirace.schema.formats import is_month
from inspirace.sentences import sentence
from inspirace.vocabularies import Term, Vocabulary

_RESULTS = "results"
_MOST_WITHOUT_RESULTS = 1


@dataclass(frozen=True, slots=True)
class _Record:
    """One record's values, which may be of wrong kinds, and what they are compared with."""

    front_matter: FrontMatter
    values: Mapping[str, object]
    section_ids: Collection[str]
    vocabularies: Mapping[str, Vocabulary]

    def text(self, *path: str) -> str:
        """Return the text that the path leads to, empty where there is none."""
        value: object = self.values
        for name in path:
            value = value.get(name) if isinstance(value, Mapping) else None
        return value if isinstance(value, str) else ""

    def rows(self, name: str) -> tuple[Mapping[str, object], ...]:
        """Return the small objects of a list; anything else in it has no fields."""
        values = self.values.get(name)
        rows = values if isinstance(values, list) else []
        return tuple(row if isinstance(row, Mapping) else {} for row in rows)

    def term(self, vocabulary: str, *path: str) -> Term | None:
        """Return the term that the path leads to, None where it is none of the vocabulary."""
        found = self.vocabularies.get(vocabulary)
        return found.terms.get(self.text(*path)) if found else None


def check_record(
    front_matter: FrontMatter,
    values: Mapping[str, object],
    section_ids: Collection[str],
    vocabularies: Mapping[str, Vocabulary],
    places: Places,
) -> Iterator[Diagnostic]:
    """Yield what contradicts itself in a record; values of a wrong kind count as not given."""
    record = _Record(front_matter, values, section_ids, vocabularies)
    for rule in RULES:
        yield from rule(record)
    yield from check_place(front_matter, values, vocabularies, places)


def ended_before_started(record: _Record) -> Iterator[Diagnostic]:
    """A service does not end before it starts; a year alone lasts till its end."""
    started, ended = record.text("started"), record.text("ended")
    shared = min(len(started), len(ended))
    if is_month(started) and is_month(ended) and ended[:shared] < started[:shared]:
        yield record.front_matter.finding(
            "ended-before-started",
            ("ended",),
            sentence("ended-before-started", started=started, ended=ended),
            advice="Opravte začátek (started) nebo konec (ended).",
        )


def missing_library(record: _Record) -> Iterator[Diagnostic]:
    """What is more than an idea has its library."""
    status = record.term("case-status", "status")
    if status is not None and status.id != IDEA and "library" not in record.values:
        yield record.front_matter.finding(
            "missing-library",
            ("library",),
            sentence("missing-library"),
            advice="Doplňte library: a její úřední název."
            f" Bez knihovny může být jen námět (status: {IDEA}).",
        )


def unsourced_number(record: _Record) -> Iterator[Diagnostic]:
    """The source of a number is the address of one of the record's sources."""
    addresses = [url for row in record.rows("sources") if isinstance(url := row.get("url"), str)]
    for index, row in enumerate(record.rows("numbers")):
        source = row.get("source")
        # Without any source, and with one not filled in, that alone is the finding.
        if addresses and isinstance(source, str) and source and source not in addresses:
            yield record.front_matter.finding(
                "unsourced-number",
                ("numbers", index, "source"),
                sentence("unsourced-number", value=quoted(source)),
                advice=_source_advice(source, addresses),
            )


def _source_advice(source: str, addresses: list[str]) -> str:
    wanted = _bare_address(source)
    nearest = max(addresses, key=lambda url: _shared_beginning(_bare_address(url), wanted))
    if _bare_address(nearest) == wanted:
        return f"Napište: {nearest}"
    if _host(nearest) == _host(source):
        # Another page of the same web may say something else.
        return (
            f"Je-li to tentýž zdroj, napište: {nearest}\n"
            "Jinak přidejte tuto adresu mezi zdroje (sources)."
        )
    return "Přidejte ji mezi zdroje (sources), nebo sem zkopírujte adresu zdroje, který tam je."


def _bare_address(url: str) -> str:
    return url.partition("://")[2].removeprefix("www.").partition("#")[0].rstrip("/").casefold()


def _shared_beginning(one: str, other: str) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _host(url: str) -> str:
    return _bare_address(url).partition("/")[0]


def evidence_without_results(record: _Record) -> Iterator[Diagnostic]:
    """Without results the evidence level is at most 1."""
    level = record.term("evidence-levels", "evidence_level")
    if level is None or _RESULTS in record.section_ids or _rank(level) <= _MOST_WITHOUT_RESULTS:
        return
    levels = record.vocabularies["evidence-levels"].terms.values()
    lower = sorted((one for one in levels if _rank(one) <= _MOST_WITHOUT_RESULTS), key=_rank)
    yield record.front_matter.finding(
        "evidence-without-results",
        ("evidence_level",),
        sentence("evidence-without-results", level=level.label),
        advice="Doplňte oddíl Výsledky podle toho, co říkají zdroje,"
        f" nebo napište nejvýše: {lower[-1].id if lower else _MOST_WITHOUT_RESULTS}",
    )


def _rank(level: Term) -> int:
    return int(level.id[0]) if level.id[:1].isdecimal() else 0


def verified_by_nobody(record: _Record) -> Iterator[Diagnostic]:
    """What is verified says by whom, what is not verified does not."""
    status = record.term("verification-status", "verification", "status")
    verification = record.values.get("verification")
    if status is None or not isinstance(verification, Mapping):
        return
    if status.id == UNVERIFIED and "by" in verification:
        yield record.front_matter.finding(
            "verified-by-nobody",
            ("verification", "by"),
            sentence("by-of-unverified", status=status.label),
            advice="Smažte řádek by, nebo změňte stav ověření (status).",
        )
    if status.id != UNVERIFIED and "by" not in verification:
        yield record.front_matter.finding(
            "verified-by-nobody",
            ("verification", "status"),
            sentence("verified-by-nobody", status=status.label),
            advice="Doplňte pod status řádek by: a roli toho člověka, třeba by: redakce",
        )


def unreachable_contact(record: _Record) -> Iterator[Diagnostic]:
    """A contact has an e-mail or an address."""
    contact = record.values.get("contact")
    if isinstance(contact, Mapping) and contact and not {"email", "url"} & contact.keys():
        yield record.front_matter.finding(
            "bad-contact",
            ("contact",),
            sentence("bad-contact"),
            advice="Doplňte email: nebo url:, nebo celý kontakt smažte.",
            at_name=True,
        )


RULES: tuple[Callable[[_Record], Iterator[Diagnostic]], ...] = (
    ended_before_started,
    missing_library,
    unsourced_number,
    evidence_without_results,
    verified_by_nobody,
    unreachable_contact,
)
