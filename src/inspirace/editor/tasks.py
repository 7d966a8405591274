"""Visual Studio Code: tasks whose reports become marks at the lines, settings and extensions."""

import re
from collections.abc import Mapping, Sequence

from inspirace.codes import Severity
from inspirace.reporters.text import SEVERITY_LABELS
from inspirace.reporters.watching import BEGINNING, END

Settings = Mapping[str, object]

_YAML_SCHEMAS: Mapping[str, str] = {
    "./.vscode/schemas/vocabulary.json": "content/vocabularies/*.yml",
    "./.vscode/schemas/places.json": "content/places.yml",
    "./.vscode/schemas/trails.json": "content/trails.yml",
    "./.vscode/schemas/officialese.json": "content/officialese.yml",
    "./.vscode/schemas/schema.json": "content/schema/*.yml",
}
_IN_EDITOR = {"reveal": "silent", "panel": "dedicated", "clear": True}


def problem_pattern(severity: Severity) -> str:
    """Return the pattern of the first line of a finding in a report for people."""
    return rf"^(.+?):(\d+):(\d+): {SEVERITY_LABELS[severity]}: (.*) \[([a-z0-9-]+)\]$"


def tasks() -> Settings:
    """Return the tasks: check, check on and on, repair, begin a record, show the site."""
    return {
        "version": "2.0.0",
        "tasks": [
            _task(
                "Zkontrolovat obsah",
                ["check"],
                group={"kind": "build", "isDefault": True},
                problemMatcher=_matchers(),
            ),
            _task(
                "Kontrolovat po každém uložení",
                ["check", "--watch"],
                isBackground=True,
                problemMatcher=_matchers(background=_background()),
            ),
            _task("Opravit otevřený soubor", ["fix", "${relativeFile}"], problemMatcher=[]),
            _task("Založit případ", ["new", "innovation", "${input:title}"], problemMatcher=[]),
            _task("Založit metodu", ["new", "method", "${input:title}"], problemMatcher=[]),
            {
                "label": "Spustit web",
                "type": "process",
                "command": "python3",
                "windows": {"command": "py"},
                "args": ["scripts/serve.py"],
                "isBackground": True,
                "problemMatcher": [],
            },
        ],
        "inputs": [
            {
                "id": "title",
                "type": "promptString",
                "description": "Název: co to je, tak, aby tomu rozuměl i člověk odjinud",
            }
        ],
    }


def settings() -> Settings:
    """Return how files of the catalogue are saved, and what checks those of the editors."""
    return {
        "files.encoding": "utf8",
        "files.eol": "\n",
        "files.insertFinalNewline": True,
        "editor.unicodeHighlight.allowedLocales": {"cs": True},
        "[markdown]": {
            "editor.wordWrap": "on",
            "editor.quickSuggestions": {"other": "on", "comments": "off", "strings": "on"},
            "files.trimTrailingWhitespace": False,
        },
        "[yaml]": {"editor.insertSpaces": True, "editor.tabSize": 2},
        "yaml.schemaStore.enable": False,
        "yaml.schemas": _YAML_SCHEMAS,
        "redhat.telemetry.enabled": False,
    }


def extensions() -> Settings:
    """Return the extensions that the settings speak to."""
    return {"recommendations": ["editorconfig.editorconfig", "redhat.vscode-yaml"]}


def _task(label: str, arguments: Sequence[str], **more: object) -> Settings:
    return {
        "label": label,
        "type": "process",
        "command": "${workspaceFolder}/.venv/bin/inspirace",
        "windows": {"command": "${workspaceFolder}\\.venv\\Scripts\\inspirace.exe"},
        "args": list(arguments),
        "presentation": _IN_EDITOR,
        **more,
    }


def _matchers(**more: object) -> list[Settings]:
    # The editor knows no Czech word for a severity, so each has a matcher of its own.
    return [_matcher(severity) | more for severity in Severity]


def _matcher(severity: Severity) -> dict[str, object]:
    return {
        "owner": f"inspirace-{severity.value}",
        "source": "inspirace",
        "severity": severity.value,
        "fileLocation": ["relative", "${workspaceFolder}"],
        "pattern": {
            "regexp": problem_pattern(severity),
            "file": 1,
            "line": 2,
            "column": 3,
            "message": 4,
            "code": 5,
        },
    }


def _background() -> Settings:
    return {
        "activeOnStart": True,
        "beginsPattern": f"^{re.escape(BEGINNING)}$",
        "endsPattern": f"^{re.escape(END)}$",
    }
