"""Decoding: which encoding it is, line ends, characters that do not belong into a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspirace.diagnostics import Diagnostic, Location
from inspirace.reading.decoding import Reading, decode_text
from inspirace.reading.encodings import guess_narrow
from inspirace.reading.text_file import TextFile

PATH = "content/innovations/pripad.md"
TEXT = "---\ntitle: Příliš žluťoučký kůň\n---\n"


def found_in(content: bytes) -> list[tuple[str, int, int]]:
    diagnostics = decode_text(PATH, content).diagnostics
    return [(one.code, one.location.line, one.location.column) for one in diagnostics]


def test_utf8_is_read_as_it_is() -> None:
    assert decode_text(PATH, TEXT.encode()) == Reading(TextFile(PATH, TEXT))


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        pytest.param("cp1250", "windows-1250", id="windows"),
        pytest.param("iso8859_2", "ISO-8859-2", id="unix"),
        pytest.param("cp852", "CP852", id="dos"),
    ],
)
def test_another_encoding_is_named_and_the_text_read_by_it_is_shown(
    encoding: str, name: str
) -> None:
    assert decode_text(PATH, TEXT.encode(encoding)) == Reading(
        None,
        (
            Diagnostic(
                "not-utf8",
                Location(PATH, 2, 9),
                f"Soubor není uložený v kódování UTF-8, vypadá to na {name}."
                " Takto čtené je tu „title: Příliš žluťoučký kůň“.",
                "Uložte ho znovu v kódování UTF-8"
                " (v Poznámkovém bloku: Soubor, Uložit jako, Kódování).",
                line_text="title: Příliš žluťoučký kůň",
            ),
        ),
    )


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        pytest.param("utf-16", "UTF-16", id="utf-16-with-mark"),
        pytest.param("utf-16-le", "UTF-16", id="utf-16-little"),
        pytest.param("utf-16-be", "UTF-16", id="utf-16-big"),
        pytest.param("utf-32", "UTF-32", id="utf-32-with-mark"),
    ],
)
def test_wide_encodings_are_named(encoding: str, name: str) -> None:
    (found,) = decode_text(PATH, TEXT.encode(encoding)).diagnostics
    assert (found.code, found.location, found.line_text) == ("not-utf8", Location(PATH), "---")
    assert found.message == f"Soubor není uložený v kódování UTF-8, ale v {name}."


@pytest.mark.parametrize(
    ("written", "encoding"),
    [
        pytest.param("káva", "windows-1250", id="same-in-both"),
        pytest.param("šťáva", "windows-1250", id="hooks"),
        pytest.param("– „text“", "windows-1250", id="typography"),
    ],
)
def test_windows_is_the_likeliest(written: str, encoding: str) -> None:
    guess = guess_narrow(written.encode("cp1250"))
    assert guess is not None
    assert (guess.name, guess.read(written.encode("cp1250"))) == (encoding, written)


@pytest.mark.parametrize(
    ("content", "found"),
    [
        pytest.param("čeština\nč".encode() + b"\xe8x", [("not-utf8", 2, 2)], id="damaged-utf8"),
        pytest.param(b"a\r\nb\x8a", [("not-utf8", 2, 2)], id="behind-windows-line"),
        pytest.param(b"\xff", [("not-utf8", 1, 1)], id="one-byte"),
        pytest.param(b"%PDF-1.4\n", [("binary-file", 1, 1)], id="pdf"),
        pytest.param(b"PK\x03\x04\x14\0", [("binary-file", 1, 1)], id="word"),
        pytest.param(b"{\\rtf1 x}", [("binary-file", 1, 1)], id="rtf"),
        pytest.param(b"\x7fELF\x02\x01\x01\0\0\0\0\0\0", [("binary-file", 1, 1)], id="program"),
        pytest.param(b"\0" * 100, [("binary-file", 1, 1)], id="zeros"),
        pytest.param(bytes(range(256)), [("binary-file", 1, 1)], id="all-bytes"),
        pytest.param(b"\xef\xbb\xbfa\n", [("byte-order-mark", 1, 1)], id="mark"),
        pytest.param(b"a\r\nb\r\n", [("windows-line-ends", 1, 2)], id="windows"),
        pytest.param(b"a\nbc\rd", [("windows-line-ends", 2, 3)], id="old-mac"),
        pytest.param(
            b"\xef\xbb\xbfa\r\n",
            [("byte-order-mark", 1, 1), ("windows-line-ends", 1, 2)],
            id="mark-and-windows",
        ),
        pytest.param(
            "áb\x0bc\x0b\n\x00".encode() + b"d" * 99,
            [("bad-character", 1, 3), ("bad-character", 2, 1)],
            id="controls",
        ),
        pytest.param("a\n\ufeffb".encode(), [("bad-character", 2, 1)], id="mark-inside"),
        pytest.param("a\u202eb".encode(), [("bad-character", 1, 2)], id="direction"),
        pytest.param("a\u2028b\x85".encode(), [("bad-character", 1, 2)], id="line-separator"),
        pytest.param("p\ufffdíklad".encode(), [("damaged-text", 1, 2)], id="lost-letter"),
        pytest.param(
            b"\x0b\n" * 30 + b"a" * 999,
            [("bad-character", n, 1) for n in range(1, 21)],
            id="many",
        ),
        pytest.param(b"", [], id="empty"),
        pytest.param("a\tb\u200b\xad🙂\u200d".encode(), [], id="harmless"),
    ],
)
def test_what_is_odd_in_bytes_has_its_place(
    content: bytes, found: list[tuple[str, int, int]]
) -> None:
    assert found_in(content) == found


@pytest.mark.parametrize(
    ("content", "text"),
    [
        pytest.param(b"\xef\xbb\xbfa\r\nb\rc\n", "a\nb\nc\n", id="mark-and-line-ends"),
        pytest.param("a\u2028b\n".encode(), "a\u2028b\n", id="separator-stays"),
    ],
)
def test_the_text_has_plain_line_ends_and_no_mark(content: bytes, text: str) -> None:
    assert decode_text(PATH, content).file == TextFile(PATH, text)


@given(content=st.binary(max_size=200))
def test_no_bytes_stop_the_reader(content: bytes) -> None:
    reading = decode_text(PATH, content)
    assert reading.file is not None or len(reading.diagnostics) == 1
    for found in reading.diagnostics:
        assert found.location.line >= 1
        assert 1 <= found.location.column <= len(found.line_text) + 1
