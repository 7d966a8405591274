"""Write GitHub's issue forms anew from the schemas and vocabularies.

Run it after an edit of either; a second run changes nothing.
"""

import argparse
import sys
from pathlib import Path

from inspirace.editor_files import load_editor_files
from inspirace.forms.issue_form import issue_forms
from inspirace.forms.issue_form_text import issue_form_files
from inspirace.reporters import report_text

ROOT = Path(__file__).resolve().parents[1]


def main() -> int:
    """Write the files; with errors in what they are made from, leave them as they are."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", type=Path, default=ROOT, help="folder of the catalogue")
    root: Path = parser.parse_args().root
    editor_files = load_editor_files(root)
    if editor_files.diagnostics:
        print(report_text(editor_files.diagnostics), end="")
        return 1
    folder = root / ".github" / "ISSUE_TEMPLATE"
    folder.mkdir(parents=True, exist_ok=True)
    forms = issue_forms(editor_files.schemas, editor_files.vocabularies)
    for name, text in issue_form_files(forms).items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
