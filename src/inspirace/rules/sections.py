"""Sections of a body against the schema: there, named, in order, with as much text as it asks."""

import re
from collections.abc import Iterator, Mapping, Sequence

from inspirace.czech import best_match, counted, fold, join_and, number
from inspirace.diagnostics import Diagnostic
from inspirace.markdown.body import Body, Section
from inspirace.schema.fields import Field, Schema, SectionField
from inspirace.sentences import sentence

_SIGNS = ("znak", "znaky", "znaků")
_AROUND_TITLE = re.compile(r"^[\d.)\s]+|[\s:.!?]+$")
_SHORTEST_PART = 5
# Of more sections than any schema has, the first say enough.
_MOST = 50


def check_sections(body: Body, schema: Schema, *, is_idea: bool) -> Iterator[Diagnostic]:
    """Yield what is wrong with a body's sections; an idea needs fewer of them."""
    if not body.is_whole or not body.file.text.strip():
        return  # of an empty file it is enough to say that it is empty
    sections = body.sections[:_MOST]
    known = {field.label: field for field in schema.sections}
    meant = dict(_meant_labels(sections, known))
    first = _first_of_each(sections, known)
    for section in sections:
        if section.title in known:
            yield from _check_text(body, section, known[section.title])
            yield from _check_repeated(body, section, first[section.title])
        elif section.line in meant:
            yield _unknown(body, section, meant[section.line], schema)
    yield from _check_order(body, list(first.values()), known)
    for field in schema.sections:
        is_required = field.required_for_idea if is_idea else field.required
        if is_required and field.label not in first and field.label not in meant.values():
            yield _missing(body, field)


def _meant_labels(
    sections: Sequence[Section], known: Mapping[str, SectionField]
) -> Iterator[tuple[int, str | None]]:
    """Yield the line of each unknown section with the label it probably means, each label once."""
    titles = {section.title for section in sections}
    missing = [label for label in known if label not in titles]
    for section in sections:
        # A heading that is written wrong is a finding already, and may be no section at all.
        if section.title not in known and not section.is_heading_wrong:
            label = _probably(section.title, missing)
            if label is not None:
                missing.remove(label)
            yield section.line, label


def _probably(title: str, labels: Sequence[str]) -> str | None:
    bare = _AROUND_TITLE.sub("", title)
    folded = fold(bare)
    parts = (label for label in labels if len(folded) >= _SHORTEST_PART and folded in fold(label))
    return best_match(bare, labels) or next(parts, None)


def _first_of_each(
    sections: Sequence[Section], known: Mapping[str, SectionField]
) -> Mapping[str, Section]:
    first: dict[str, Section] = {}
    for section in sections:
        if section.title in known:
            first.setdefault(section.title, section)
    return first


def _unknown(body: Body, section: Section, meant: str | None, schema: Schema) -> Diagnostic:
    if meant:
        advice = f"Napište: ## {meant}"
    elif (field := _field_of(section.title, schema)) is not None:
        advice = f"Tohle patří do hlavičky, do pole „{field.label}“ ({field.name})."
    else:
        listed = join_and(f"„{one.label}“" for one in schema.sections)
        advice = (
            f"Oddíly jsou {listed}. Co se do nich nehodí, napište jako podnadpis"
            " se třemi křížky, nebo vynechte."
        )
    return body.file.finding(
        "unknown-section",
        section.line,
        section.column,
        sentence("unknown-section", title=section.title),
        advice=advice,
    )


def _field_of(title: str, schema: Schema) -> Field | None:
    wanted = fold(_AROUND_TITLE.sub("", title))
    return next((one for one in schema.fields.values() if fold(one.label) == wanted), None)


def _missing(body: Body, field: SectionField) -> Diagnostic:
    lines = body.file.lines
    last = len(lines) - (len(lines) > 1 and not lines[-1])
    return body.file.finding(
        "missing-section",
        last,
        1,
        sentence("missing-section", title=field.label),
        advice=f"Doplňte řádek ## {field.label} a pod něj text. {field.help}",
        field=field.identifier,
    )


def _check_text(body: Body, section: Section, field: SectionField) -> Iterator[Diagnostic]:
    """A section has text, as long as the schema asks."""
    fault = _text_fault(section, field)
    if fault is not None:
        code, message, advice = fault
        yield body.file.finding(
            code, section.line, section.column, message, advice=advice, field=field.identifier
        )


def _text_fault(section: Section, field: SectionField) -> tuple[str, str, str] | None:
    title, length = section.title, section.text_length
    if not length:
        or_leave_out = "" if field.required else ", nebo oddíl i s nadpisem smažte"
        return (
            "empty-section",
            sentence("empty-section", title=title),
            f"Doplňte ho{or_leave_out}. {field.help}",
        )
    if field.minimum <= length <= (field.maximum or length):
        return None
    has = counted(length, *_SIGNS)
    if length < field.minimum:
        message = sentence("section-too-short", title=title, length=has, limit=field.minimum)
        return "too-short", message, field.help
    limit, over = number(field.maximum), counted(length - field.maximum, *_SIGNS)
    message = sentence("section-too-long", title=title, length=has, limit=limit)
    return "too-long", message, sentence("shorten", length=over)


def _check_repeated(body: Body, section: Section, first: Section) -> Iterator[Diagnostic]:
    """Each section is there once."""
    if section is not first:
        yield body.file.finding(
            "repeated-section",
            section.line,
            section.column,
            sentence("repeated-section", title=section.title, line=first.line),
            advice="Přesuňte text k němu a tento nadpis smažte.",
        )


def _check_order(
    body: Body, sections: Sequence[Section], known: Mapping[str, SectionField]
) -> Iterator[Diagnostic]:
    """The sections follow each other as in the schema."""
    order = list(known)
    places = [order.index(section.title) for section in sections]
    if places == sorted(places):
        return
    kept = _longest_in_order(places)
    for section in sections:
        place = order.index(section.title)
        if place in kept:
            continue
        after = [order[other] for other in kept if other < place]
        before = [order[other] for other in kept if other > place]
        where = f"za oddílem „{after[-1]}“" if after else f"před oddílem „{before[0]}“"
        yield body.file.finding(
            "section-order",
            section.line,
            section.column,
            f"Oddíl „{section.title}“ má být {where}.",
            advice="Přesuňte ho tam i s textem.",
            field=known[section.title].identifier,
        )


def _longest_in_order(places: Sequence[int]) -> tuple[int, ...]:
    """Return the most of the places that already follow each other."""
    chains: list[tuple[int, ...]] = [()]
    for place in places:
        longest = max((one for one in chains if not one or one[-1] < place), key=len)
        chains.append((*longest, place))
    return max(chains, key=len)
