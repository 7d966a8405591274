"""Issue forms as GitHub reads them: one YAML file a form, and the settings of their list."""

from collections.abc import Iterable, Iterator, Mapping

import yaml

from inspirace.forms.issue_form import IssueForm
from inspirace.forms.issue_questions import Control, Question

CONFIG = "config.yml"
_NOTE = "# Vzniká ze schémat a slovníků příkazem python3 scripts/update_issue_forms.py.\n"
_WIDTH = 100


class _Dumper(yaml.SafeDumper):
    """Writes lists indented under their key, and texts of several lines as they are."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002  PyYAML's own signature
        super().increase_indent(flow, indentless=False)


def _represent_text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _represent_text)


def issue_form_files(forms: Iterable[IssueForm], web_form: str = "") -> Mapping[str, str]:
    """Return the text of each file in GitHub's folder of templates, by its name.

    `web_form` is the address of the form on the catalogue's own site, where it is known.
    """
    files = {form.file_name: _dump(_form(form)) for form in forms}
    # What no form asks must have its way, too.
    config: dict[str, object] = {"blank_issues_enabled": True}
    if web_form:
        config["contact_links"] = [{"name": _WEB_NAME, "url": web_form, "about": _WEB_ABOUT}]
    return files | {CONFIG: _dump(config)}


def web_form_of(config: str) -> str:
    """Return the address of the site's own form in the settings of the list, if it is there."""
    links = (yaml.safe_load(config) or {}).get("contact_links", [])
    return next((str(link["url"]) for link in links if link["name"] == _WEB_NAME), "")


_WEB_NAME = "Formulář na webu katalogu"
_WEB_ABOUT = "Nový případ bez účtu na GitHubu: otázky jedna po druhé, s nápovědou a kontrolou."


def _form(form: IssueForm) -> dict[str, object]:
    return {
        "name": form.name,
        "description": form.description,
        "title": form.title,
        "body": [_element(one) for one in form.elements],
    }


def _element(question: Question) -> dict[str, object]:
    if question.control is Control.MARKDOWN:
        return {"type": "markdown", "attributes": {"value": question.value}}
    element: dict[str, object] = {
        "type": question.control.value,
        "id": question.identifier,
        "attributes": dict(_attributes(question)),
    }
    if question.required and question.control is not Control.CHECKBOXES:
        element["validations"] = {"required": True}
    return element


def _attributes(question: Question) -> Iterator[tuple[str, object]]:
    texts = {
        "label": question.label,
        "description": question.help,
        "placeholder": question.placeholder,
        "value": question.value,
    }
    yield from ((name, text) for name, text in texts.items() if text)
    if question.control is Control.CHECKBOXES:
        yield "options", [{"label": one, "required": question.required} for one in question.options]
    if question.control is Control.DROPDOWN:
        if question.multiple:
            yield "multiple", True
        yield "options", list(question.options)
        if question.default is not None:
            yield "default", question.default


def _dump(content: Mapping[str, object]) -> str:
    return _NOTE + yaml.dump(
        content, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=_WIDTH
    )
