"""The search engine in a real browser: the same analyser, answers, facets, and what stays quick."""

import json
import random
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, cast
from urllib.parse import urlsplit

import pytest
import yaml
from playwright.sync_api import Browser, Page
from serving import PREFIX, serve
from support import PROJECT

from inspirace.catalogue import Catalogue
from inspirace.load import load_catalogue
from inspirace.outputs.assets import build_assets
from inspirace.records import Innovation
from inspirace.search.analyser import Analyser, load_analyser, split_words
from inspirace.search.artifacts import FOLDER, build_search, document_order
from inspirace.search.documents import text_terms
from inspirace.search.facets import FACETS
from inspirace.site.page import Artifact

pytestmark = pytest.mark.browser

QUERIES = PROJECT / "tests" / "search" / "queries.yml"
VECTORS = json.loads((PROJECT / "tests" / "search" / "vectors.json").read_text("utf-8"))
QUESTIONS = (
    "hluché děti",
    "čtení se psy",
    "Lidská knihovna",
    "důchodce",
    "počítač pro seniory",
    "znakový jazyk",
    "Dánsko",
    "rozhovor",
    "čtneí",
    "knih",
)


@pytest.fixture(scope="module")
def catalogue(fixture_root: Path) -> Catalogue:
    return load_catalogue(fixture_root).catalogue


@pytest.fixture(scope="module")
def folder(catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the scripts and the index, as they are in the site."""
    root = tmp_path_factory.mktemp("search")
    write(root, (*build_assets(), *build_search(catalogue)))
    for name in ("index.html", "404.html"):
        (root / name).write_text("<!doctype html><title>Hledání</title>", encoding="utf-8")
    return root


def write(root: Path, artifacts: Iterable[Artifact]) -> None:
    for artifact in artifacts:
        path = root / artifact.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(artifact.content)


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    with serve(folder) as served:
        yield served


@pytest.fixture(scope="module")
def page(browser: Browser, address: str) -> Iterator[Page]:
    """Return one page beside the index for all tests that only ask."""
    opened = browser.new_page()
    opened.goto(address)
    yield opened
    opened.close()


@pytest.fixture
def fresh_page(browser: Browser, address: str) -> Iterator[Page]:
    """Return a page that has fetched nothing yet."""
    opened = browser.new_page()
    opened.goto(address)
    yield opened
    opened.close()


def run(page: Page, script: str, argument: object = None) -> Any:  # noqa: ANN401 - what JSON holds
    """Run an expression with `search`, `engine` and `given`; return its value."""
    whole = f"""async (given) => {{
      const engine = await import("{PREFIX}{FOLDER}engine.js");
      const search = await engine.openSearch();
      return {script};
    }}"""
    return page.evaluate(whole, argument)


ANSWERS = """Promise.all(given.map(async (text) => {
  const { documents, scores, state, matched } = await search.ask(text);
  return [documents, scores, state, [...matched].sort()];
}))"""


def ask(page: Page, *texts: str) -> list[list[Any]]:
    """Return documents, scores, state and matched terms of every answer."""
    return cast("list[list[Any]]", run(page, ANSWERS, texts))


@pytest.fixture(scope="module")
def analyser() -> Analyser:
    return load_analyser()


STEMS = "given.map((word) => search.analyser.stem(search.analyser.fold(word.toLowerCase())))"


def test_words_have_the_terms_of_the_vectors(page: Page) -> None:
    words = VECTORS["words"]
    assert dict(zip(words, run(page, STEMS, list(words)), strict=True)) == words


def test_texts_have_the_terms_of_the_vectors(page: Page) -> None:
    texts = VECTORS["texts"]
    script = "given.map((text) => search.analyser.analyse(text).map(({ term }) => term))"
    assert run(page, script, [one["text"] for one in texts]) == [one["terms"] for one in texts]


@pytest.mark.parametrize("root", [None, PROJECT], ids=["fixture", "content"])
def test_every_word_has_the_same_term_in_both_languages(
    page: Page, analyser: Analyser, fixture_root: Path, root: Path | None
) -> None:
    files = sorted((root or fixture_root).glob("content/*/*.*"))
    texts = [path.read_text("utf-8") for path in files if path.suffix in {".md", ".yml"}]
    words = sorted({word for text in texts for word in split_words(text)})
    found = dict(zip(words, run(page, STEMS, words), strict=True))
    assert found == {word: analyser.stem(analyser.fold(word)) for word in words}


def test_words_are_split_at_the_same_places(page: Page) -> None:
    texts = [
        "e-kniha, č. 5",
        "İstanbul",
        "ﬁ ½ x² ٣",
        "a\u0301b",
        "日本語 text",
        "_a_b_",
        "🙂🙂",
        "ΣΑΣ",
    ]
    script = """import(given[0]).then(({ splitWords }) => given[1].map((text) =>
      splitWords(text.normalize("NFC").toLowerCase()).map(({ word }) => word)))"""
    found = run(page, script, [f"{PREFIX}{FOLDER}analyser.js", texts])
    assert found == [split_words(text) for text in texts]


def test_another_analyser_is_refused(fresh_page: Page) -> None:
    def with_another(route: Any) -> None:  # noqa: ANN401 - of Playwright
        manifest = route.fetch().json()
        route.fulfill(json=manifest | {"analyser": "0000000000000000"})

    fresh_page.route("**/manifest.json", with_another)
    script = f"""import("{PREFIX}{FOLDER}engine.js")
      .then(({{ openSearch }}) => openSearch()).then(() => "opened", ({{ message }}) => message)"""
    assert fresh_page.evaluate(script) == "The index was made with another analyser."


@pytest.mark.parametrize("question", QUESTIONS)
def test_however_it_is_typed_the_answer_is_the_same(
    page: Page, analyser: Analyser, question: str
) -> None:
    folded = " ".join(analyser.fold(word) for word in question.lower().split())
    written = [question, folded, question.upper(), f"  {question.replace(' ', '   ')} "]
    answers = ask(page, *written)
    assert answers[0][0] != []
    assert answers == [answers[0]] * len(written)


def test_the_judged_queries_have_one_answer_however_they_are_typed(
    browser: Browser, analyser: Analyser, tmp_path: Path
) -> None:
    write(tmp_path, (*build_assets(), *build_search(load_catalogue(PROJECT).catalogue)))
    (tmp_path / "index.html").write_text("<!doctype html><title>Hledání</title>", "utf-8")
    questions = [one["query"] for one in yaml.safe_load(QUERIES.read_text("utf-8"))["queries"]]
    folded = [" ".join(map(analyser.fold, one.lower().split())) for one in questions]
    with serve(tmp_path) as served, browser.new_page() as opened:
        opened.goto(served)
        answers = ask(opened, *questions)
        ways = {
            "without-diacritics": ask(opened, *folded),
            "capitals": ask(opened, *(one.upper() for one in questions)),
            "spaces": ask(opened, *(f"  {one.replace(' ', '   ')} " for one in questions)),
        }
    different = {
        (way, question)
        for way, given in ways.items()
        for question, one, other in zip(questions, answers, given, strict=True)
        if one != other
    }
    assert (different, len(answers) > 100) == (set(), True)


def found_slugs(page: Page, question: str) -> list[str]:
    script = """(async () => {
      const { documents } = await search.ask(given);
      return (await search.records(documents)).map(({ slug }) => slug);
    })()"""
    return cast("list[str]", run(page, script, question))


@pytest.mark.parametrize(
    ("question", "first"),
    [
        pytest.param("hluchý", "namet-znakovy-jazyk", id="synonym"),
        pytest.param("dánské knihovny", "lidska-knihovna-aarhus", id="adjective-of-a-country"),
        pytest.param("pocitac", "kurz-pocitace", id="no-diacritics"),
        pytest.param("znakov", "namet-znakovy-jazyk", id="prefix"),
        pytest.param("rozhovoyr", "rozhovory", id="swapped-letters"),
    ],
)
def test_the_best_answer_comes_first(page: Page, question: str, first: str) -> None:
    assert found_slugs(page, question)[0] == first


def test_an_answer_to_a_typo_says_what_was_searched_instead(page: Page) -> None:
    script = "search.ask(given).then(({ state, instead }) => [state, instead])"
    state, instead = run(page, script, "rozhovoyr")
    assert state == "approximate"
    assert [(one["typed"], "rozhovory" in one["words"]) for one in instead] == [("rozhovoyr", True)]


@pytest.mark.parametrize(
    ("question", "state"),
    [
        pytest.param("", "idle", id="nothing"),
        pytest.param(" ?! ", "idle", id="no-word"),
        pytest.param("rozhovory", "ready", id="found"),
        pytest.param("xqwzv", "empty", id="unknown"),
        pytest.param("rozhovory xqwzv", "approximate", id="one-word-unknown"),
        pytest.param("5551234", "empty", id="numbers-are-not-guessed"),
    ],
)
def test_an_answer_says_how_good_it_is(page: Page, question: str, state: str) -> None:
    assert ask(page, question)[0][2] == state


HOSTILE = (
    pytest.param("<img src=x onerror=alert(1)>", id="html"),
    pytest.param("a" * 10_000, id="long-word"),
    pytest.param("knihovna dětem " * 700, id="long-text"),
    pytest.param("🙂" * 200, id="emoji"),
    pytest.param("שלום עולם \u202eabc", id="right-to-left"),
    pytest.param(".*+?^${}()|[]\\ (a+)+$", id="regular-expression"),
    pytest.param("__proto__ constructor toString hasOwnProperty", id="names-of-objects"),
    pytest.param("\ud800 \x00 \x1b", id="broken-signs"),
    pytest.param("a\u0301\u0301" * 1000, id="marks"),
)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_question_is_answered_quickly(page: Page, text: str) -> None:
    ask(page, "knihovnaa")  # the list of terms is there, as on a page in use
    script = """(async () => {
      const started = performance.now();
      const { state } = await search.ask(given);
      return [state, performance.now() - started];
    })()"""
    state, milliseconds = run(
        page, script, text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    )
    assert state in {"idle", "ready", "approximate", "empty"}
    assert milliseconds < 500


def test_marks_are_elements_around_words_that_matched(page: Page) -> None:
    script = """(async () => {
      const answer = await search.ask("hluchý <b> knihov");
      const shown = document.createElement("p");
      shown.append(search.highlight("<b>Hluší</b> v knihovně & jinde", answer));
      return shown.innerHTML;
    })()"""
    marked = "&lt;b&gt;<mark>Hluší</mark>&lt;/b&gt; v <mark>knihovně</mark> &amp; jinde"
    assert run(page, script) == marked


def test_a_reason_names_the_term_and_the_synonym(page: Page) -> None:
    script = """(async () => {
      const answer = await search.ask("hluchý");
      const [record] = await search.records(answer.documents);
      return search.reasons(record, answer).map(({ term, synonym }) =>
        [term.kind, term.label, term.address, term.facet, synonym]);
    })()"""
    label = "neslyšící a nedoslýchaví"
    address = "pro-koho/sluchove-postizeni/"
    assert run(page, script) == [["Pro koho", label, address, "pro-koho", "hluchý"]]


@pytest.mark.parametrize(
    ("typed", "suggested"),
    [
        pytest.param("hluch", [["neslyšící a nedoslýchaví", "hluchý", 1]], id="synonym"),
        pytest.param("senior", [["senioři", "", 1]], id="label"),
        pytest.param("xqwzv", [], id="nothing"),
        pytest.param("", [], id="empty"),
    ],
)
def test_terms_are_suggested(page: Page, typed: str, suggested: list[list[object]]) -> None:
    script = """search.suggestTerms(given).then((found) =>
      found.map(({ term, synonym }) => [term.label, synonym, term.count]))"""
    assert run(page, script, typed) == suggested


def test_nothing_but_what_is_needed_is_fetched(fresh_page: Page) -> None:
    fetched: list[str] = []
    fresh_page.on("request", lambda request: fetched.append(Path(urlsplit(request.url).path).name))
    run(
        fresh_page,
        "search.ask(given).then(({ documents }) => search.records(documents))",
        "rozhovory",
    )
    modules = {"engine.js", "analyser.js", "analyser-data.js"}
    files = {"manifest.json", "terms-1.json", "vocabulary.json", "records-0.json"}
    assert set(fetched) == modules | files
    assert len(fetched) == len(modules | files)


def test_an_answer_that_is_too_late_is_dropped(page: Page) -> None:
    script = """(async () => {
      const waits = { slow: 200, quick: 0 };
      const wait = (text) => new Promise((done) => setTimeout(done, waits[text], text));
      const ask = engine.latest(wait);
      return Promise.all([ask("slow"), ask("quick")]);
    })()"""
    assert run(page, script) == [None, "quick"]


def test_a_failed_file_is_asked_for_again(fresh_page: Page) -> None:
    fresh_page.route("**/terms-1.json", lambda route: route.abort(), times=1)
    script = """(async () => {
      const first = await search.ask("rozhovory").then(() => "answered", () => "failed");
      return [first, (await search.ask("rozhovory")).state];
    })()"""
    assert run(fresh_page, script) == ["failed", "ready"]


def test_a_page_open_over_a_new_publication_finds_the_new_index(
    browser: Browser, folder: Path, catalogue: Catalogue, tmp_path: Path
) -> None:
    root = Path(shutil.copytree(folder, tmp_path / "site"))
    with serve(root) as address:
        page = browser.new_page()
        page.goto(address)
        assert run(page, "search.documents") == len(document_order(catalogue))
        shutil.rmtree(
            root / FOLDER / json.loads((root / FOLDER / "manifest.json").read_text())["folder"]
        )
        write(root, build_search(replace(catalogue, methods={})))
        script = "search.ask('znakový jazyk').then(({ state }) => [state, search.documents])"
        assert run(page, script) == ["ready", len(catalogue.innovations)]
        page.close()


CHOICES = tuple(facet.name for facet in FACETS)


def values_of(catalogue: Catalogue, one: Innovation) -> dict[str, set[str]]:
    """Return the values of an innovation by facet, broader ones included: the plain way."""
    return {
        facet.name: {
            wider.slug
            for term in facet.values(one)
            for wider in catalogue.vocabularies[facet.vocabulary].with_broader(term.id)
        }
        for facet in FACETS
    }


def fits(values: Mapping[str, set[str]], chosen: Mapping[str, Sequence[str]]) -> bool:
    return all(values[name] & set(wanted) for name, wanted in chosen.items() if wanted)


NARROW = """(async () => {
  const facets = await search.facets();
  return given.map(([chosen, documents]) => {
    const { documents: left, counts } = facets.narrow(chosen, documents);
    const named = facets.list.map(({ name, values }) => [name,
      Object.fromEntries(values.map(({ id }, place) => [id, counts.get(name)[place]]))]);
    return [left, Object.fromEntries(named)];
  });
})()"""


def make_state(
    dice: random.Random, known: Mapping[str, Sequence[str]], count: int
) -> tuple[dict[str, list[str]], list[int] | None]:
    """Return a choice of values, and the documents of an answer or None for all."""
    names = dice.sample(CHOICES, k=dice.randint(0, 3))
    chosen = {
        name: dice.sample(known[name], k=min(len(known[name]), dice.randint(0, 2)))
        for name in names
    }
    hits = dice.sample(range(count), k=dice.randint(0, count))
    return chosen, dice.choice([hits, None])


def test_counts_are_those_of_counting_one_by_one(page: Page, catalogue: Catalogue) -> None:
    innovations = catalogue.newest
    values = [values_of(catalogue, one) for one in innovations]
    known = {name: sorted(set().union(*(one[name] for one in values))) for name in CHOICES}
    dice = random.Random(4)  # noqa: S311 - the same choices every time
    states = [make_state(dice, known, len(innovations)) for _ in range(120)]
    for (chosen, hits), (left, counts) in zip(states, run(page, NARROW, states), strict=True):
        searched = range(len(innovations)) if hits is None else hits
        assert left == [one for one in searched if fits(values[one], chosen)]
        for name in CHOICES:
            others = {other: wanted for other, wanted in chosen.items() if other != name}
            base = [one for one in searched if fits(values[one], others)]
            assert counts[name] == {
                value: sum(value in values[one][name] for one in base) for value in known[name]
            }


def test_unknown_choices_are_ignored(page: Page, catalogue: Catalogue) -> None:
    chosen = {"pro-koho": ["nikdo"], "barva": ["modra"], "__proto__": ["x"]}
    everything = list(range(len(catalogue.newest)))
    assert run(page, NARROW, [[chosen, None]])[0][0] == everything


def test_a_choice_leaves_methods_out(page: Page, catalogue: Catalogue) -> None:
    everything = list(range(len(document_order(catalogue))))
    with_methods, without = run(
        page, NARROW, [[{}, everything], [{"zeme": ["cz", "dk"]}, everything]]
    )
    assert with_methods[0] == everything
    assert without[0] == everything[: len(catalogue.innovations)]


def test_results_are_sorted(page: Page, catalogue: Catalogue) -> None:
    innovations = catalogue.newest
    numbers = list(range(len(innovations)))
    script = """(async () => {
      const facets = await search.facets();
      return ["nejnovejsi", "zacatek", "dolozeni", "velikost"].map((order) =>
        facets.sort(given, order, 300000));
    })()"""
    starts = [int(one.started[:4]) if one.started else 0 for one in innovations]
    sizes = [abs(one.place.population - 300_000) if one.place else 10**9 for one in innovations]
    assert run(page, script, numbers[::-1]) == [
        numbers,
        sorted(numbers, key=lambda one: -starts[one]),
        sorted(numbers, key=lambda one: -innovations[one].evidence),
        sorted(numbers, key=lambda one: sizes[one]),
    ]


def test_estimates_for_a_small_start_are_told_from_what_sources_say(
    page: Page, catalogue: Catalogue
) -> None:
    script = """(async () => {
      const facets = await search.facets();
      return given.map((one) => ["naklady", "priprava", "provoz"].map((name) =>
        facets.isEstimated(name, one)));
    })()"""
    smalls = [one.small_start for one in catalogue.newest]
    assert run(page, script, list(range(len(smalls)))) == [
        [
            bool(small and small.cost_band),
            bool(small and small.effort_setup),
            bool(small and small.effort_running),
        ]
        for small in smalls
    ]


def test_terms_of_the_index_are_terms_of_records(page: Page, catalogue: Catalogue) -> None:
    analyser = load_analyser()
    order = document_order(catalogue)
    for term in sorted(text_terms(order[0], analyser).title):
        assert 0 in ask(page, term)[0][0]
