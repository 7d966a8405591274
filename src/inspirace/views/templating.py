"""Templating: one environment for the catalogue's templates, escaping on, nothing undefined."""

from collections.abc import Callable, Hashable
from dataclasses import replace
from functools import cache, lru_cache, partial
from pathlib import Path

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup

from inspirace.cache import Cache, digest
from inspirace.site.page import Page
from inspirace.views.components import draw_link

TEMPLATES = Path(__file__).parents[1] / "templates"


class KeptTemplates(BytecodeCache):
    """Compiled templates, kept in the cache as long as their sources are the same."""

    def __init__(self, cache: Cache) -> None:
        """Keep them in the cache."""
        self._cache = cache

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket if its template was compiled before."""
        found = self._cache.read(f"template-{bucket.key}", digest(bucket.checksum.encode()))
        if isinstance(found, bytes):
            bucket.bytecode_from_string(found)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the bucket's compiled template."""
        key = digest(bucket.checksum.encode())
        self._cache.write(f"template-{bucket.key}", key, bucket.bytecode_to_string())


def draw_page(page: Page, template: str, view: object) -> Page:
    """Return the page with its content: the template sees `view` and the page's `base`.

    It is drawn when it is asked for, and so is a view that is given as a function. Where the page
    does not tell what it is made from, the view, printed, does.
    """
    made_from = partial(_digest, template, view) if page.made_from is bytes else page.made_from
    content = partial(_draw, template, view, page.base)
    return replace(page, content=content, made_from=made_from)


def _digest(template: str, view: object) -> bytes:
    return digest(f"{template} {_view(view)!r}".encode(errors="surrogatepass"))


def _draw(template: str, view: object, base: str) -> str:
    return render_template(template, view=_view(view), base=base)


def _view(view: object) -> object:
    return view() if callable(view) else view


def render_template(name: str, **values: object) -> str:
    """Return the template filled with the values; an undefined one is an error."""
    return _environment().get_template(name).render(values)


def keep_templates(cache: Cache) -> None:
    """Let the catalogue's own templates be compiled only where the cache does not have them."""
    _environment().bytecode_cache = KeptTemplates(cache)


@lru_cache(maxsize=512)  # as much as stands on many pages: each process keeps its own
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
