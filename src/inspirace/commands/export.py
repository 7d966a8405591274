"""The command `export`: files for other programs, made from the schemas and vocabularies."""

import argparse
from collections.abc import Callable, Mapping

from inspirace.arguments import UsageError, add_root, find_root
from inspirace.editor.files import editor_support
from inspirace.editor_files import EditorFiles, load_editor_files
from inspirace.reading.files import obstacle

DESCRIPTION = "Napíše soubory pro jiné programy podle schémat a slovníků. Po jejich změně znovu."
_TARGET = "editor: úlohy, nastavení, zkratky a schémata pro Visual Studio Code"

# Each returns the text of files by their paths below the root.
TARGETS: Mapping[str, Callable[[EditorFiles], Mapping[str, str]]] = {
    "editor": lambda editor_files: editor_support(editor_files.schemas),
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `export`."""
    parser.add_argument("target", choices=tuple(TARGETS), metavar="PRO_KOHO", help=_TARGET)
    add_root(parser)


def run(asked: argparse.Namespace) -> int:
    """Write the files and print which."""
    root = find_root(asked.root)
    editor_files = load_editor_files(root)
    if editor_files.diagnostics:
        raise UsageError("Schémata nebo slovníky mají chybu, vypíše ji: inspirace check")
    for path, text in TARGETS[asked.target](editor_files).items():
        target = root / path
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8", newline="\n")
        except OSError as error:
            raise UsageError(f"Soubor {path} nejde zapsat: {obstacle(error)}.") from error
        print(path)
    return 0
