"""The look's own files: one stylesheet, one script, the fonts with their licence."""

from collections.abc import Iterator, MutableSequence
from typing import Any

from inspirace.site.page import Artifact
from inspirace.views.look import FOLDER, STATIC, marked, sent_content


def build_assets() -> Iterator[Artifact]:
    """Yield the files of the look, by path."""
    for path in sorted(STATIC.rglob("*")):
        if path.is_file():
            yield Artifact(FOLDER + path.relative_to(STATIC).as_posix(), sent_content(path))


def mark_contents(*lists: MutableSequence[Any]) -> None:
    """Give the look's files in lists a mark of their content; a script's address is its `path`."""
    for listed in lists:
        for number, one in enumerate(listed):
            if isinstance(one, str):
                listed[number] = marked(one)
            else:
                one.path = marked(one.path)
