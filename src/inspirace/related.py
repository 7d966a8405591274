"""Related innovations: what two cases share, said in words, in one deterministic order.

The score of a pair is the sum of the weights of shared facet values; a value that half of the
catalogue has says less than a rare one, so each value weighs its kind's weight times the inverse
document frequency of Spärck Jones (1972), as in text retrieval.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log

from inspirace.records import Innovation

FacetValue = tuple[str, str]

SIZE = "settlement-size"
_PARTS = 8  # weights are whole eighths: few bits to add, and the same sum in any order


@dataclass(frozen=True, slots=True)
class Facet:
    """A kind of shared value: what it weighs and how the reason is said."""

    weight: float
    reason: str


FACETS: Mapping[str, Facet] = {
    "target-groups": Facet(3.0, "pro stejné lidi"),
    "topics": Facet(2.5, "stejné téma"),
    "service-types": Facet(1.5, "stejný typ služby"),
    SIZE: Facet(1.0, "podobně velká obec"),
}


@dataclass(frozen=True, slots=True)
class Related:
    """An innovation near to another one, and why it is shown."""

    innovation: Innovation
    reasons: tuple[str, ...]


class Relations:
    """What innovations have in common, ready to say what is related to any of them.

    The holders of a value are one number, a bit for each innovation, and so is each binary place
    of all the scores: a weight is added to every holder's score at once, and the highest scores are
    found from the highest place down (Rinfret, O'Neil and O'Neil: Bit-sliced index arithmetic,
    SIGMOD 2001). Counting pair by pair takes fifty times as long at ten thousand innovations.
    """

    def __init__(self, innovations: Sequence[Innovation]) -> None:
        """Prepare the innovations; ties keep their order."""
        self._innovations = innovations
        self._found: dict[tuple[str, int], tuple[Related, ...]] = {}
        self._positions = {one.slug: place for place, one in enumerate(innovations)}
        self._values = [frozenset(facet_values(one)) for one in innovations]
        holders: dict[FacetValue, list[int]] = defaultdict(list)
        for place, own in enumerate(self._values):
            for value in own:
                holders[value].append(place)
        self._holders = {value: _bits(places) for value, places in holders.items()}
        self._weights = {
            value: value_weight(value[0], len(innovations), len(places))
            for value, places in holders.items()
        }

    def of(self, slug: str, most: int) -> tuple[Related, ...]:
        """Return at most `most` related innovations, the editors' own choice (`related`) first.

        A shared settlement size alone is no relation.
        """
        if (slug, most) not in self._found:
            self._found[slug, most] = self._find(self._positions[slug], most)
        return self._found[slug, most]

    def _find(self, place: int, most: int) -> tuple[Related, ...]:
        own, chosen = self._values[place], self._chosen(place)[:most]
        others = self._nearest(place, chosen, most - len(chosen))
        return tuple(
            Related(
                self._innovations[other],
                _reasons(own & self._values[other], is_chosen=other in chosen),
            )
            for other in (*chosen, *others)
        )

    def _chosen(self, place: int) -> list[int]:
        known = self._positions
        slugs = dict.fromkeys(self._innovations[place].related)
        return [known[slug] for slug in slugs if slug in known and known[slug] != place]

    def _nearest(self, place: int, passed_over: Collection[int], most: int) -> list[int]:
        own, holders = self._values[place], self._holders
        candidates = 0
        for value in own:
            if value[0] != SIZE:
                candidates |= holders[value]
        candidates &= ~_bits((place, *passed_over))
        digits = _sum_digits((holders[value], self._weights[value]) for value in own)
        found = _highest(candidates, digits, most)
        return sorted(found, key=lambda other: (-self._score(place, other), other))

    def _score(self, place: int, other: int) -> int:
        return sum(self._weights[value] for value in self._values[place] & self._values[other])


def value_weight(kind: str, count: int, holders: int) -> int:
    """Return what a value weighs that so many of so many innovations have."""
    return round(FACETS[kind].weight * log(1 + count / holders) * _PARTS)


def facet_values(innovation: Innovation) -> Iterator[FacetValue]:
    """Yield the values that two innovations may share."""
    for name, terms in innovation.terms().items():
        if name in FACETS:
            yield from ((name, term.id) for term in terms)
    if innovation.settlement_size is not None:
        yield SIZE, innovation.settlement_size.id


def _bits(places: Collection[int]) -> int:
    """Return the number with these bits."""
    content = bytearray(max(places) // 8 + 1)
    for place in places:
        content[place // 8] |= 1 << place % 8
    return int.from_bytes(content, "little")


def _places(bits: int) -> Iterator[int]:
    """Yield the places of the bits, the lowest first."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest


def _sum_digits(weighted: Iterator[tuple[int, int]]) -> list[int]:
    """Return the binary places of everybody's sum, the lowest first; each as a number of bits."""
    digits: list[int] = []
    for holders, weight in weighted:
        for start in _places(weight):
            place, carry = start, holders
            while carry:
                digits.extend([0] * (place + 1 - len(digits)))
                digits[place], carry = digits[place] ^ carry, digits[place] & carry
                place += 1
    return digits


def _highest(candidates: int, digits: Sequence[int], most: int) -> list[int]:
    """Return the candidates with the highest sums; of equal ones those that stand first."""
    certain = 0
    for digit in reversed(digits):
        higher = candidates & digit
        if (certain | higher).bit_count() > most:
            candidates = higher
        else:
            certain |= higher
            candidates ^= higher
    found = list(_places(certain))
    for place in _places(candidates):
        if len(found) >= most:
            break
        found.append(place)
    return found


def _reasons(shared: frozenset[FacetValue], *, is_chosen: bool) -> tuple[str, ...]:
    kinds = {name for name, _ in shared}
    reasons = tuple(facet.reason for name, facet in FACETS.items() if name in kinds)
    return ("doporučuje redakce", *reasons) if is_chosen else reasons
