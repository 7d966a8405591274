"""Activities of the programme: which cases document one, which are ideas, which only come near."""

from dataclasses import dataclass

from inspirace.catalogue import Catalogue
from inspirace.czech import counted
from inspirace.records import Innovation
from inspirace.vocabularies import Term

ACTIVITIES = "programme-activities"


@dataclass(frozen=True, slots=True)
class Similar:
    """An innovation that comes near to an activity, and how it differs."""

    innovation: Innovation
    how: str


@dataclass(frozen=True, slots=True)
class Activity:
    """An activity with what the catalogue knows of it; what documents it is not similar as well."""

    term: Term
    documented: tuple[Innovation, ...]
    ideas: tuple[Innovation, ...]
    similar: tuple[Similar, ...]

    @property
    def count(self) -> str:
        """Return how many cases document it: „2 doložené případy“."""
        if not self.documented:
            return "zatím bez doloženého případu"
        forms = ("doložený případ", "doložené případy", "doložených případů")
        return counted(len(self.documented), *forms)

    @property
    def besides(self) -> str:
        """Return what else there is: „1 námět · 2 podobné případy“."""
        found = (
            (self.ideas, ("námět", "náměty", "námětů")),
            (self.similar, ("podobný případ", "podobné případy", "podobných případů")),
        )
        return " · ".join(counted(len(cases), *forms) for cases, forms in found if cases)


def find_activities(catalogue: Catalogue) -> tuple[Activity, ...]:
    """Return the activities in the programme's order; former ones only where a case names them."""
    terms = catalogue.vocabularies[ACTIVITIES].terms.values()
    return tuple(
        find_activity(term, catalogue)
        for term in terms
        if not term.deprecated or catalogue.with_term(ACTIVITIES, term.id)
    )


def find_activity(term: Term, catalogue: Catalogue) -> Activity:
    """Return the activity of the term."""
    named = catalogue.with_term(ACTIVITIES, term.id)
    naming = {one.slug for one in named}
    return Activity(
        term,
        documented=tuple(one for one in named if not one.is_idea),
        ideas=tuple(one for one in named if one.is_idea),
        similar=tuple(
            Similar(catalogue.innovations[one.innovation], one.how)
            for one in term.similar
            if one.innovation in catalogue.innovations and one.innovation not in naming
        ),
    )
