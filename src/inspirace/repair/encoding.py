"""Bytes in another encoding: how they would read, and the text if somebody has agreed to that.

Only people can tell whether a reading is right, so nothing is taken over that nobody has seen.
"""

from collections.abc import Mapping

from inspirace.reading.encodings import guess_narrow, guess_wide

# By the names that the command takes.
ENCODINGS: Mapping[str, str] = {
    "windows-1250": "cp1250",
    "iso-8859-2": "iso8859_2",
    "cp852": "cp852",
    "utf-16": "utf-16",
    "utf-32": "utf-32",
}
_MOST_LINES_SHOWN = 5
_BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"


class EncodingError(ValueError):
    """The bytes are not text in the encoding; the message is a Czech sentence."""


def decode(content: bytes, agreed: str) -> str:
    """Return the text of the bytes, or raise EncodingError.

    What is UTF-8 is read as that; only else the encoding counts that somebody has `agreed` to.
    """
    is_wide = guess_wide(content) is not None
    if not is_wide:
        try:
            return content.decode("utf-8")
        except UnicodeDecodeError:
            if b"\0" in content:
                raise EncodingError("Soubor není text.") from None
    if not agreed:
        raise EncodingError(_suggestion(content))
    if is_wide != agreed.startswith("utf-"):
        raise EncodingError(f"Tenhle soubor v kódování {agreed} není.")
    try:
        # Of a wide text without a mark only its bytes tell which of two is the first.
        wide = guess_wide(content)
        text = content.decode(wide.codec if wide else ENCODINGS[agreed])
    except UnicodeDecodeError:
        message = f"V kódování {agreed} se soubor celý přečíst nedá."
        raise EncodingError(message) from None
    return text.removeprefix(_BOM)


def _suggestion(content: bytes) -> str:
    guess = guess_wide(content) or guess_narrow(content)
    if guess is None:
        return "Soubor není v kódování UTF-8 a v jakém je, se poznat nedá."
    text = guess.read(content)
    lines = [line.strip() for line in text.splitlines() if not line.isascii()]
    shown = "\n".join(f"    {line[:100]}" for line in lines[:_MOST_LINES_SHOWN] or [text[:100]])
    return (
        f"Soubor není v kódování UTF-8, vypadá to na {guess.name}. Četlo by se v něm třeba:\n"
        f"{shown}\n"
        f"Je-li to tak správně, přidejte k příkazu: --encoding {guess.name.lower()}"
    )
