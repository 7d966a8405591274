"""The MkDocs adapter, a list of calls: MkDocs builds into a staging folder, we publish."""

import logging
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.utils import CountHandler

from inspirace.cache import CACHE, Speed
from inspirace.load import load_catalogue
from inspirace.outputs.assets import mark_contents
from inspirace.reporters import report_text
from inspirace.site.publish import PublishError, publish, record_addresses, site_settings, watched
from inspirace.site.theme import make_quicker

_log = logging.getLogger(File.__module__.partition(".")[0])  # MkDocs or ProperDocs
_stage = TemporaryDirectory(prefix="inspirace-")  # each build empties it, it ends with the process


class _RecordFile(File):
    """A record's file: prose links to it, MkDocs neither draws nor copies it."""

    def is_documentation_page(self) -> bool:
        return False

    def copy_file(self, dirty: bool = False) -> None: ...  # noqa: FBT001, FBT002 - as in MkDocs


def on_config(config: MkDocsConfig) -> None:
    """Load and check before anything is touched; make MkDocs build into the staging folder."""
    speed = Speed((root := Path(config.docs_dir).parent) / CACHE, config.extra["fork_from"])
    loaded = load_catalogue(root, speed)
    if loaded.has_errors:
        raise Abort(report_text(loaded.diagnostics))
    owned = (config.extra.get("repository", ""), config.extra.get("editors_email", ""))
    site = site_settings(config.site_name, config.site_url or "", *owned)
    config.edit_uri_template = site.edit_template.replace("{path}", "content/{path}") or None
    mark_contents(config.extra_css, config.extra_javascript)
    config.extra["inspirace"] = (Path(config.site_dir), loaded.catalogue, site, speed)
    config.site_dir = _stage.name
    make_quicker(config.theme, speed)


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Let links to a record's file lead to its address."""
    for path, address in record_addresses(config.extra["inspirace"][1]):
        files.remove(files.src_uris[path])
        file = _RecordFile(path, config.docs_dir, config.site_dir, use_directory_urls=True)
        file.dest_uri, file.inclusion = f"{address}index.html", InclusionLevel.NOT_IN_NAV
        files.append(file)


def on_post_build(config: MkDocsConfig) -> None:
    """Publish, unless a strict build is about to fail: then the last good site stays."""
    config.site_dir = str(config.extra["inspirace"][0])
    if any(isinstance(one, CountHandler) and one.get_counts() for one in _log.handlers):
        return
    try:
        publish(Path(_stage.name), *config.extra["inspirace"])
    except PublishError as error:
        raise Abort(str(error)) from error
    _log.info("Site written to directory: %s", config.site_dir)


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Callable[[], None]) -> None:
    """Watch the look as well; while a build fails, every page keeps its last good text."""

    def build_or_report() -> None:
        try:
            builder()
        except Exception as error:  # noqa: BLE001 - after any of them MkDocs would answer nothing
            _log.error("%s", error, exc_info=not isinstance(error, MkDocsException))

    config.watch.extend(map(str, (config.theme.custom_dir, *watched())))
    server.builder = build_or_report
