"""A new record: the answers of a form written as a file, if the rules find nothing wrong in it."""

from collections.abc import Iterator

from inspirace.content_files import write_new
from inspirace.forms.record_file import record_file, with_defaults
from inspirace.intake.answers import Fault, Filled
from inspirace.intake.check import check_with
from inspirace.intake.event import Issue
from inspirace.intake.outcome import Outcome, Today
from inspirace.intake.reply import form_faults, in_order, is_error, reply_bad, reply_good
from inspirace.intake.values import Given, given_values
from inspirace.load import FOLDERS
from inspirace.markdown.body import parse_body
from inspirace.reading.text_file import TextFile
from inspirace.rules.addresses import right_slug
from inspirace.rules.catalogue import RESERVED_SLUGS
from inspirace.rules.refusals import quoted

_TITLE, _MUNICIPALITY = "title", "municipality"
_MOST_OF_ONE_NAME = 100


def take_record(today: Today, filled: Filled, issue: Issue) -> Outcome:
    """Write a new record of a filled form; nothing where there is something to repair."""
    form = filled.form
    given = given_values(filled, today.editor_files.vocabularies, today.titles())
    faults = [*given.faults, *_unfinished_sections(filled, given)]
    title = str(given.fields.get(_TITLE, ""))
    slug = free_slug(today, form.kind, title, str(given.fields.get(_MUNICIPALITY, "")))
    path = f"content/{FOLDERS[form.kind]}/{slug or 'bez-nazvu'}.md"
    schema = today.editor_files.schemas[form.kind]
    text = record_file(schema, with_defaults(schema, given.fields, issue.date), given.sections)
    found = check_with(today.root, path, text, today.loaded)
    errors = form_faults(filter(is_error, found), form, text)
    # What an answer that cannot be read leads to, is no other fault.
    faulty = {fault.question for fault in faults}
    faults += [one for one in errors if not one.question or one.question not in faulty]
    if not slug and title:
        faults.append(_NO_SLUG)
    if not faults and not write_new(today.root / path, text):
        faults.append(_JUST_TAKEN)
    if faults:
        return Outcome(reply_bad(in_order(faults, form)), is_good=False)
    warnings = form_faults((one for one in found if not is_error(one)), form, text)
    answer = reply_good(path, [*_same_name(title, slug), *warnings])
    return Outcome(answer, is_good=True, path=path, title=f"{form.title}{title}", text=text)


_NO_SLUG = Fault("Název", "Z názvu nejde udělat adresa stránky.", "Napište ho slovy.")
_JUST_TAKEN = Fault("Název", "Soubor toho jména mezitím přibyl.", "Zkuste to znovu.")


def free_slug(today: Today, kind: str, title: str, municipality: str) -> str:
    """Return a slug that nothing in the catalogue has, nothing where the title gives none."""
    plain = _plain_slug(title)
    if not plain:
        return ""
    with_place = right_slug(f"{plain} {municipality.partition('(')[0]}")
    numbered = (f"{plain}-{number}" for number in range(2, _MOST_OF_ONE_NAME))
    taken = _taken(today, kind)
    return next((slug for slug in (plain, with_place, *numbered) if slug not in taken), "")


def _taken(today: Today, kind: str) -> set[str]:
    """Return every name in the kind's folder, the former addresses, and the reserved ones."""
    folder = today.root / "content" / FOLDERS[kind]
    names = {path.stem.lower() for path in folder.iterdir()}
    innovations = today.loaded.catalogue.innovations.values() if kind == "innovation" else ()
    return names | set(RESERVED_SLUGS) | {alias for one in innovations for alias in one.aliases}


def _same_name(title: str, slug: str) -> Iterator[Fault]:
    plain = _plain_slug(title)
    if slug != plain and plain not in RESERVED_SLUGS:
        yield Fault("Název", f"Záznam {plain} už v katalogu je. Není to totéž?")


def _plain_slug(title: str) -> str:
    """Return the slug that a title comes down to; with a slash it is no path of a file."""
    return right_slug(title.replace("/", " "))


def _unfinished_sections(filled: Filled, given: Given) -> Iterator[Fault]:
    """Yield the answers that would begin a section of their own or swallow the next; drop them."""
    for question in filled.form.questions:
        answer = given.sections.get(question.identifier, "")
        fault = _section_fault(question.label, answer) if answer else None
        if fault is not None:
            del given.sections[question.identifier]
            yield fault


def _section_fault(label: str, answer: str) -> Fault | None:
    """Return what is wrong with the answer as one section between others."""
    before, after = f"## {label}\n\n{answer}\n\n", f"## {label}\n\n.\n"
    body = parse_body(TextFile("", before + after), 1)
    begins = [section.line for section in body.sections]
    next_line = before.count("\n") + 1
    if not body.is_whole or begins == [1, next_line]:
        return None
    if next_line not in begins:
        return Fault(
            label,
            "V odpovědi něco začíná a nekončí: blok kódu nebo HTML.",
            "Smažte řádek, kterým to začíná (``` nebo <).",
        )
    return Fault(
        label,
        f"Nadpis {quoted(body.sections[1].title)} by v textu začal nový oddíl.",
        "Podnadpis začněte třemi křížky: ### Podnadpis",
    )
