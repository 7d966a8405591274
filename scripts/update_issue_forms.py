"""Write GitHub's issue forms anew from the schemas and vocabularies.

Run it after an edit of either; a second run changes nothing. With `--web-form` the list of forms
leads to the form on the catalogue's site as well, and goes on doing so.
"""

import argparse
import sys
from pathlib import Path

from inspirace.editor_files import load_editor_files
from inspirace.forms.issue_form import issue_forms
from inspirace.forms.issue_form_text import CONFIG, issue_form_files, web_form_of
from inspirace.reporters import report_text

ROOT = Path(__file__).resolve().parents[1]


def main() -> int:
    """Write the files; with errors in what they are made from, leave them as they are."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", type=Path, default=ROOT, help="folder of the catalogue")
    parser.add_argument("--web-form", help="address of the site's own form, to be listed, too")
    arguments = parser.parse_args()
    root: Path = arguments.root
    editor_files = load_editor_files(root)
    if editor_files.diagnostics:
        print(report_text(editor_files.diagnostics), end="")
        return 1
    folder = root / ".github" / "ISSUE_TEMPLATE"
    folder.mkdir(parents=True, exist_ok=True)
    config = folder / CONFIG
    web_form = arguments.web_form
    if web_form is None and config.is_file():
        web_form = web_form_of(config.read_text(encoding="utf-8"))
    forms = issue_forms(editor_files.schemas, editor_files.vocabularies)
    for name, text in issue_form_files(forms, web_form or "").items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
