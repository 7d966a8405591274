"""The command `new`: a file that a new record begins with."""

import argparse
from datetime import datetime

from inspirace.arguments import UsageError, add_root, find_root
from inspirace.content_files import write_new
from inspirace.editor_files import load_editor_files
from inspirace.forms.starter import starter_text
from inspirace.load import FOLDERS
from inspirace.rules.addresses import right_slug
from inspirace.rules.catalogue import RESERVED_SLUGS

DESCRIPTION = (
    "Založí soubor s otázkami pro nový případ nebo metodu. Soubor, který už je, nikdy nepřepíše."
)
_KIND = "innovation (případ), nebo method (metoda)"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `new`."""
    parser.add_argument("kind", choices=tuple(FOLDERS), metavar="DRUH", help=_KIND)
    parser.add_argument("title", metavar="NÁZEV", help="co to je, v uvozovkách")
    add_root(parser)


def run(asked: argparse.Namespace) -> int:
    """Write the file and print where it is."""
    root = find_root(asked.root)
    schema = load_editor_files(root).schemas.get(asked.kind)
    if schema is None:
        raise UsageError("Schéma nebo slovníky mají chybu, vypíše ji: inspirace check")
    title = " ".join(asked.title.split())
    slug = right_slug(title.replace("/", " "))
    if not slug or slug in RESERVED_SLUGS:
        raise UsageError(f"Z názvu „{title}“ nejde udělat jméno souboru. Napište ho slovy.")
    path = f"content/{FOLDERS[asked.kind]}/{slug}.md"
    try:
        is_written = write_new(root / path, starter_text(schema, title, today()))
    except OSError as error:
        raise UsageError(f"Soubor {path} nejde zapsat.") from error
    if not is_written:
        raise UsageError(f"Soubor {path} už tu je. Otevřete ho, nebo zvolte jiný název.")
    print(
        f"Založený soubor: {path}\nVyplňte ho a zkontrolujte příkazem: inspirace check {path}\n"
        "Z jména souboru bude adresa stránky a potom už se nemění; teď ho přejmenovat můžete."
    )
    return 0


def today() -> str:
    """Return the date on the wall of whoever writes the file."""
    return datetime.now().astimezone().date().isoformat()
