"""Templating: one environment for the catalogue's templates, escaping on, nothing undefined."""

from dataclasses import replace
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from inspirace.page import Page

TEMPLATES = Path(__file__).parent / "templates"


def draw_page(page: Page, template: str, view: object) -> Page:
    """Return the page with its content drawn: the template sees `view` and the page's `base`."""
    return replace(page, content=render_template(template, view=view, base=page.base))


def render_template(name: str, **values: object) -> str:
    """Return the template filled with the values; an undefined one is an error."""
    return _environment().get_template(name).render(values)


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(TEMPLATES, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
