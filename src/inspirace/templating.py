"""Templating: one environment for the catalogue's templates, escaping on, nothing undefined."""

from collections.abc import Callable, Hashable
from dataclasses import replace
from functools import cache, lru_cache, partial
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from inspirace.cache import digest
from inspirace.components import draw_link
from inspirace.page import Page

TEMPLATES = Path(__file__).parent / "templates"


def draw_page(page: Page, template: str, view: object) -> Page:
    """Return the page with its content: the template sees `view` and the page's `base`.

    It is drawn when it is asked for, and so is a view that is given as a function. Any other view
    tells by itself, printed, what the page is made from.
    """
    made_from = page.made_from if callable(view) else partial(_digest, template, view)
    content = partial(_draw, template, view, page.base)
    return replace(page, content=content, made_from=made_from)


def _digest(template: str, view: object) -> bytes:
    return digest(f"{template} {view!r}".encode(errors="surrogatepass"))


def _draw(template: str, view: object | Callable[[], object], base: str) -> str:
    return render_template(template, view=view() if callable(view) else view, base=base)


def render_template(name: str, **values: object) -> str:
    """Return the template filled with the values; an undefined one is an error."""
    return _environment().get_template(name).render(values)


@lru_cache(maxsize=4096)
def kept(macro: Callable[..., Markup], *values: Hashable) -> Markup:
    """Return what the macro draws; the same values, as on many pages, are drawn once."""
    return macro(*values)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        auto_reload=False,
    )
    environment.globals |= {"kept": kept, "draw_link": draw_link}
    return environment
