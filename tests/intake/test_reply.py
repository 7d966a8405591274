"""An answer on GitHub: in it a stranger's text is only a text."""

import pytest

from inspirace.intake.answers import Fault
from inspirace.intake.reply import MOST_FAULTS, markdown_text, reply_bad, reply_by_hand, reply_good


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("Kavárna „U vlka“, 5 %", "Kavárna „U vlka“, 5 %", id="words"),
        pytest.param("@vsichni a@b.cz", "@\u200bvsichni a@\u200bb.cz", id="names"),
        pytest.param("#12 ### x", "#\u200b12 ### x", id="numbers-of-issues"),
        pytest.param(
            "<img src=x> &amp; [a](b) `c` *d* _e_",
            r"\<img src=x\> \&amp; \[a\](b) \`c\` \*d\* \_e\_",
            id="markup",
        ),
        pytest.param("a\n\n# b\r\n- c", "a # b - c", id="lines"),
        pytest.param("a\u202eb\x1b[31m\x00", "a\ufffdb\ufffd\\[31m\ufffd", id="hidden-signs"),
        pytest.param("a" * 1_000, "a" * 300, id="long"),
    ],
)
def test_a_text_is_no_markup_and_calls_nobody(text: str, shown: str) -> None:
    assert markdown_text(text) == shown


def test_an_answer_lists_what_to_repair_under_its_question() -> None:
    faults = [
        Fault("Název", "Chybí odpověď.", "Doplňte ji."),
        Fault("Zdroje", "Řádek „```“ nezačíná popiskem.", "Takto:\nNázev: ```\nAdresa:"),
        Fault("", "Je tu znak navíc."),
    ]
    assert reply_bad(faults) == (
        "Děkujeme za odpovědi. Než z nich bude návrh změny, je potřeba opravit toto:\n"
        "\n"
        "- **Název**: Chybí odpověď.\n"
        "  Doplňte ji.\n"
        "- **Zdroje**: Řádek „\\`\\`\\`“ nezačíná popiskem.\n"
        "  Takto:\n"
        "\n"
        "  ````text\n"
        "  Název: ```\n"
        "  Adresa:\n"
        "  ````\n"
        "- Je tu znak navíc.\n"
        "\n"
        "Opravte to přímo v textu žádosti: tři tečky u něj vpravo nahoře, pak „Edit“. Nadpisy,"
        " které začínají `###`, nechte, jak jsou. Až to bude, napište sem a redakce žádost pustí"
        " znovu.\n"
    )


def test_of_many_faults_the_first_are_listed() -> None:
    answer = reply_bad([Fault("Název", f"Chyba {number}.") for number in range(MOST_FAULTS + 1)])
    items = [line for line in answer.split("\n") if line.startswith("- ")]
    assert len(items) == MOST_FAULTS + 1
    assert items[-2:] == [
        f"- **Název**: Chyba {MOST_FAULTS - 1}.",
        "- A další; ukážou se, až opravíte tato.",
    ]


def test_a_good_answer_says_that_checks_wait_and_what_the_editors_look_at() -> None:
    assert reply_good("content/innovations/x.md", [Fault("Obec", "V seznamu není.")]) == (
        "Děkujeme! Odpovědi jsou v pořádku.\n"
        "\n"
        "Je z nich návrh změny souboru `content/innovations/x.md`. Jeho kontroly na GitHubu"
        " čekají, až je někdo z redakce schválí. Pak redakce text přečte, na něco se možná zeptá"
        " a zveřejní ho.\n"
        "\n"
        "Na tohle se redakce ještě podívá; vy s tím nic dělat nemusíte:\n"
        "\n"
        "- **Obec**: V seznamu není.\n"
    )


def test_a_text_to_paste_is_a_block_of_code() -> None:
    assert reply_by_hand("Vložte:", "a: 1\n") == "Vložte:\n\n```yaml\na: 1\n```\n"
