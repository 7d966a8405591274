"""Folders of the catalogue's files: they are there, and no file in them is ignored in silence."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path, PurePosixPath

from inspirace.diagnostics import Diagnostic, Location, first_findings
from inspirace.reading.files import obstacle
from inspirace.rules.addresses import right_slug

_MOST_SEEN = 1000
# Endings that people and editors give to a file of the right one.
_NEAR_ENDINGS: Mapping[str, tuple[str, ...]] = {
    ".md": (".md", ".txt", ".markdown", ".mdown", ".mkd", ".text"),
    ".yml": (".yml", ".yaml", ".txt", ".text"),
}
_PICTURES = frozenset({".jpg", ".jpeg", ".png", ".webp", ".gif", ".svg"})
# What systems and editors leave behind without being asked.
_LEFT_BEHIND = frozenset({"thumbs.db", "desktop.ini"})
_SHOW_ENDINGS = "Ve Windows si napřed v Průzkumníkovi zapněte zobrazení přípon názvů souborů."


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder: the ending of the files that are read in it, and their names where only some are.

    `noun` says what one of its files is.
    """

    path: str
    ending: str
    noun: str
    names: frozenset[str] = frozenset()

    def reads(self, name: str) -> bool:
        """Return whether a file of this name, right in the folder, is read."""
        return name in self.names if self.names else name.endswith(self.ending)


FOLDERS = (
    Folder("content/innovations", ".md", "případ"),
    Folder("content/methods", ".md", "metoda"),
    Folder("content/schema", ".yml", "schéma", frozenset({"innovation.yml", "method.yml"})),
    Folder("content/vocabularies", ".yml", "slovník"),
)


def check_folders(root: Path) -> Iterator[Diagnostic]:
    """Yield a folder that cannot be read, and each file of the others that is not."""
    for folder in FOLDERS:
        try:
            found = sorted(_files_not_read(root, folder))
        except OSError as error:
            is_file = isinstance(error, NotADirectoryError)
            reason = "je to soubor" if is_file else obstacle(error)
            message = f"Složka {folder.path} nejde přečíst: {reason}."
            advice = "Má tu být složka, třeba i prázdná, kterou jde otevřít."
            yield Diagnostic("unreadable-file", Location(folder.path), message, advice)
        else:
            yield from first_findings(_ignored(root, folder, name) for name in found)


def _files_not_read(root: Path, folder: Folder) -> Iterator[str]:
    """Yield the names below the folder of files that it does not read, hidden ones left out."""
    with os.scandir(root / folder.path) as entries:
        for entry in entries:
            if _is_hidden(entry.name) or folder.reads(entry.name):
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from islice(_files_within(root / folder.path, entry.name), _MOST_SEEN)
            else:
                yield entry.name


def _files_within(top: Path, name: str) -> Iterator[str]:
    for path, folders, files in os.walk(top / name):
        folders[:] = sorted(one for one in folders if not _is_hidden(one))
        for file in sorted(one for one in files if not _is_hidden(one)):
            yield (Path(path) / file).relative_to(top).as_posix()


def _is_hidden(name: str) -> bool:
    return name.startswith((".", "~$")) or name.endswith("~") or name.lower() in _LEFT_BEHIND


def _ignored(root: Path, folder: Folder, name: str) -> Diagnostic:
    path = PurePosixPath(name)
    if path.suffix.lower() in _PICTURES:
        reason, advice = "obrázky sem nepatří", "Přesuňte ho do složky content/assets."
    else:
        reason, advice = _reason(folder, path), _advice(root, folder, path)
    message = f"Soubor „{name}“ katalog nečte: {reason}."
    return Diagnostic("ignored-file", Location(f"{folder.path}/{name}"), message, advice)


def _reason(folder: Folder, path: PurePosixPath) -> str:
    if len(path.parts) > 1:
        return f"je v podsložce, a čtou se jen soubory přímo ve složce {folder.path}"
    if folder.names and path.suffix == folder.ending:
        return f"čtou se jen soubory {' a '.join(sorted(folder.names))}"
    return f"jeho název nekončí na {folder.ending}"


def _advice(root: Path, folder: Folder, path: PurePosixPath) -> str:
    wanted = _right_name(folder, path.name)
    if not wanted and folder.names:
        return "Smažte ho, nebo ho přesuňte pryč."
    if not wanted:
        return (
            f"Je-li to {folder.noun}, uložte jeho obsah jako prostý text do souboru s koncovkou"
            f" {folder.ending}. Jinak ho smažte, nebo přesuňte pryč."
        )
    target = f"{folder.path}/{wanted}"
    if (root / target).exists():
        return f"Soubor {target} už tu je. Nechte jen ten, který platí."
    if len(path.parts) > 1:
        return f"Přesuňte ho sem: {target}"
    renamed = f"Přejmenujte ho na: {wanted}"
    return renamed if path.suffix == folder.ending else f"{renamed}\n{_SHOW_ENDINGS}"


def _right_name(folder: Folder, name: str) -> str:
    """Return the name under which the file would be read, an empty text where it cannot be."""
    stem = name
    while (ending := PurePosixPath(stem).suffix).lower() in _NEAR_ENDINGS[folder.ending]:
        stem = stem.removesuffix(ending)
    slug = right_slug(stem)
    right = f"{slug}{folder.ending}"
    return right if stem != name and slug and folder.reads(right) else ""
