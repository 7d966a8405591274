"""Preview: the pages of changed records in one file that asks nobody for anything."""

import re
from collections.abc import Iterable, Iterator
from html import escape

from inspirace.catalogue import Catalogue
from inspirace.outputs.innovation import innovation_view
from inspirace.outputs.methods import method_view
from inspirace.review.changes import Change
from inspirace.site.page import Site
from inspirace.views.look import STATIC, sent_content
from inspirace.views.templating import render_template

# No script runs and nothing is fetched, whatever a stranger has written.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
_FONTS = re.compile(r"@font-face\s*\{[^}]*\}")


def draw_preview(changes: Iterable[Change], catalogue: Catalogue, site: Site) -> str:
    """Return one HTML page with the page of each changed record that has no errors.

    Links lead into the published site, or, where its address is not known, nowhere.
    """
    pages = "\n".join(_articles(changes, catalogue, site))
    style = _FONTS.sub("", sent_content(STATIC / "inspirace.css").decode())
    return f"""<!doctype html>
<html lang="cs">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Náhled změn</title>
<style>{style}</style>
</head>
<body class="md-typeset">
<main class="md-content catalogue" style="max-width: 70rem; margin: 0 auto; padding: 1rem">
{pages or "<p>Náhled není: nic se nemění, nebo jsou v souborech chyby.</p>"}
</main>
</body>
</html>
"""


def _articles(changes: Iterable[Change], catalogue: Catalogue, site: Site) -> Iterator[str]:
    base = site.url or "#"
    for change in changes:
        slug = change.path.rpartition("/")[2].removesuffix(".md")
        innovation, method = catalogue.innovations.get(slug), catalogue.methods.get(slug)
        if change.after is None:
            continue
        if change.kind == "innovation" and innovation is not None:
            view: object = innovation_view(innovation, catalogue, site, base)
            drawn = render_template("innovation.html", view=view, base=base)
        elif change.kind == "method" and method is not None:
            view = method_view(method, catalogue, site, base)
            drawn = render_template("method.html", view=view, base=base)
        else:
            continue
        yield f"<p><code>{escape(change.path)}</code></p>\n{drawn}\n<hr>"
