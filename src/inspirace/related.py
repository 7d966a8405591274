"""Related innovations: what two cases share, said in words, in one deterministic order.

The score of a pair is the sum of the weights of shared facet values; a value that half of the
catalogue has says less than a rare one, so each value weighs its kind's weight times the inverse
document frequency of Spärck Jones (1972), as in text retrieval.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log

from inspirace.records import Innovation

FacetValue = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Facet:
    """A kind of shared value: what it weighs and how the reason is said."""

    weight: float
    reason: str


FACETS: Mapping[str, Facet] = {
    "target-groups": Facet(3.0, "stejná cílová skupina"),
    "topics": Facet(2.5, "stejné téma"),
    "service-types": Facet(1.5, "stejný typ služby"),
    "settlement-size": Facet(1.0, "podobně velká obec"),
}


@dataclass(frozen=True, slots=True)
class Related:
    """An innovation near to another one, and why it is shown."""

    innovation: Innovation
    reasons: tuple[str, ...]


def find_related(innovations: Sequence[Innovation], most: int) -> Mapping[str, tuple[Related, ...]]:
    """Return for each slug at most `most` related innovations; ties keep the order given.

    The editors' own choice (`related`) comes first; a shared settlement size alone is no relation.
    """
    values = [frozenset(_facet_values(one)) for one in innovations]
    holders: dict[FacetValue, list[int]] = defaultdict(list)
    for index, own in enumerate(values):
        for value in own:
            holders[value].append(index)
    weights = {
        value: FACETS[value[0]].weight * log(1 + len(innovations) / len(having))
        for value, having in holders.items()
    }
    by_slug = {one.slug: index for index, one in enumerate(innovations)}
    found: dict[str, tuple[Related, ...]] = {}
    for index, one in enumerate(innovations):
        chosen = [by_slug[slug] for slug in one.related if slug in by_slug and slug != one.slug]
        computed = _nearest(index, values[index], holders, weights)
        order = list(dict.fromkeys((*chosen, *computed)))[:most]
        found[one.slug] = tuple(
            Related(innovations[other], _reasons(values[index] & values[other], other in chosen))
            for other in order
        )
    return found


def _facet_values(innovation: Innovation) -> Iterator[FacetValue]:
    for name, terms in innovation.terms().items():
        if name in FACETS:
            yield from ((name, term.id) for term in terms)
    if innovation.settlement_size is not None:
        yield "settlement-size", innovation.settlement_size.id


def _nearest(
    index: int,
    own: frozenset[FacetValue],
    holders: Mapping[FacetValue, Sequence[int]],
    weights: Mapping[FacetValue, float],
) -> list[int]:
    scores: dict[int, float] = defaultdict(float)
    subjects: set[int] = set()
    for value in sorted(own):
        for other in holders[value]:
            scores[other] += weights[value]
            if value[0] != "settlement-size":
                subjects.add(other)
    subjects.discard(index)
    return sorted(subjects, key=lambda other: (-scores[other], other))


def _reasons(shared: frozenset[FacetValue], chosen: bool) -> tuple[str, ...]:  # noqa: FBT001
    kinds = {name for name, _ in shared}
    reasons = tuple(facet.reason for name, facet in FACETS.items() if name in kinds)
    return ("doporučuje redakce", *reasons) if chosen else reasons
