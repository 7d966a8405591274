"""Outcome: what came out of a form, and what it was made against."""

import json
from dataclasses import dataclass
from pathlib import Path

from inspirace.czech import fold
from inspirace.editor_files import KINDS, EditorFiles, load_editor_files
from inspirace.intake.values import Titles
from inspirace.load import LoadResult, load_catalogue


class CatalogueError(Exception):
    """The catalogue cannot be used as it is; the message is a Czech sentence."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The answer to a form and, where it is good, the file that was written.

    `title` is of the change of the file, `text` is the whole of it.
    """

    answer: str
    is_good: bool
    path: str = ""
    title: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Today:
    """The catalogue as it is before a form is taken in."""

    root: Path
    loaded: LoadResult
    editor_files: EditorFiles

    def titles(self) -> Titles:
        """Return the slugs of records by kind and folded title."""
        catalogue = self.loaded.catalogue
        return {
            "innovation": {fold(one.title): one.slug for one in catalogue.innovations.values()},
            "method": {fold(one.title): one.slug for one in catalogue.methods.values()},
        }


def load_today(root: Path) -> Today:
    """Return the catalogue of a folder, or raise CatalogueError."""
    editor_files = load_editor_files(root)
    if not all(kind in editor_files.schemas for kind in KINDS):
        raise CatalogueError("Schémata nebo slovníky mají chybu. Vypíše ji: inspirace check")
    return Today(root, load_catalogue(root), editor_files)


def proposal_text(issue: int, outcome: Outcome) -> str:
    """Return as JSON what a program needs to propose the change and to answer the issue."""
    proposal = {
        "issue": issue,
        "answer": outcome.answer,
        "path": outcome.path,
        "title": outcome.title,
        "text": outcome.text,
    }
    return json.dumps(proposal, ensure_ascii=False, indent=2) + "\n"
