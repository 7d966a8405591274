"""The command `render`: the catalogue drawn into a site that a generator has built."""

import argparse
import os
import sys
from pathlib import Path

from inspirace.arguments import UsageError, add_root, find_root
from inspirace.commands.check import report_with_explanations
from inspirace.commands.surroundings import links_to_explanations
from inspirace.czech import number
from inspirace.diagnostics import has_errors
from inspirace.load import load_catalogue
from inspirace.site.publish import PublishError, publish, site_settings

DESCRIPTION = (
    "Nakreslí katalog do webu, který už postavil generátor stránek. Adresu webu bere z proměnné"
    " SITE_URL, adresu repozitáře z REPO_URL, e-mail redakce z EDITORS_EMAIL."
)
SITE_NAME = "Inspirace pro knihovny"  # of a site that another generator has built


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `render`."""
    parser.add_argument("site_dir", metavar="SLOŽKA_WEBU", help="složka s hotovým webem")
    add_root(parser)


def run(asked: argparse.Namespace) -> int:
    """Draw the catalogue and print what changed."""
    root, site_dir = find_root(asked.root), Path(asked.site_dir)
    if not site_dir.is_dir():
        raise UsageError(f"Složka webu „{site_dir}“ neexistuje. Nejdřív ať ji postaví generátor.")
    loaded = load_catalogue(root)
    if has_errors(loaded.diagnostics):
        print(report_with_explanations(loaded.diagnostics, links_to_explanations()), end="")
        return 1
    owner = (os.environ.get(name, "") for name in ("SITE_URL", "REPO_URL", "EDITORS_EMAIL"))
    site = site_settings(SITE_NAME, *owner)
    try:
        report = publish(site_dir, site_dir, loaded.catalogue, site)
    except PublishError as error:
        print(error, file=sys.stderr)
        return 1
    print(
        f"Katalog je nakreslený. Změněných souborů: {number(report.written)},"
        f" beze změny: {number(report.unchanged)}, odstraněných: {number(report.removed)}."
    )
    return 0
