"""Sections of a record's body, ready for a page: safe HTML, links relative to it, editors' mark."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from inspirace.markdown.body import render_markdown
from inspirace.records import RecordSection
from inspirace.rules.links import LinkIndex

EDITORS_READING = "čtení redakce"


@dataclass(frozen=True, slots=True)
class PageSection:
    """A section as its template prints it; `mark` says that it is not from the sources."""

    identifier: str
    title: str
    anchor: str
    html: Markup
    mark: str = ""


def page_sections(
    sections: Sequence[RecordSection], path: str, base: str, links: LinkIndex
) -> tuple[PageSection, ...]:
    """Return the sections of the file at the path for a page `base` of the way from the root."""

    def resolve(target: str) -> str:
        address = links.address(path, target)
        return target if address is None else base + address

    return tuple(
        PageSection(
            identifier=section.identifier,
            title=section.label,
            anchor=section.anchor,
            # render_markdown gives cleaned HTML only
            html=Markup(render_markdown(section.markdown, resolve)),  # noqa: S704
            mark=EDITORS_READING if section.editorial else "",
        )
        for section in sections
    )
