"""Letters of a document: in NFC, and none that no database, page or workbook can hold."""

from __future__ import annotations

import re
from itertools import groupby
from unicodedata import combining

from thidua.interpreters.loading.refusals import Refused, clean, too_large
from thidua.limits import MOST_LETTERS, MOST_MARKS
from thidua.texts import Text, nfc

_NO_LETTER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Half characters, and what XML has no way to write: control characters but tabs and ends of lines."""
_PERHAPS_MARKS = re.compile(rf"\W{{{MOST_MARKS + 1}}}")


def letters(text: str) -> str:
    """The text in NFC; raises `Refused` where it holds no letters, or more than are read."""
    if len(text) <= MOST_LETTERS and text.isascii() and text.isprintable():
        return text
    found = _NO_LETTER.search(text)
    if found is not None:
        code = f"U+{ord(found[0]):04X}"
        vi, en = (
            f"chuỗi có ký tự không dùng được, {code}",
            f"the text holds {code}, which is no character of any text",
        )
        raise Refused(Text(vi, en), "not_json", found=clean(text))
    if len(text) > MOST_LETTERS:
        vi, en = f"chuỗi dài {len(text)} ký tự", f"the text has {len(text)} letters"
        raise too_large(vi, en, str(MOST_LETTERS))
    if _PERHAPS_MARKS.search(text) and _marks(text) > MOST_MARKS:
        vi, en = "chuỗi có quá nhiều dấu trên một chữ", "the text has too many marks on one letter"
        raise too_large(vi, en, str(MOST_MARKS))
    return nfc(text)


def _marks(text: str) -> int:
    """The most marks that follow one another."""
    runs = groupby(text, lambda letter: combining(letter) > 0)
    return max((sum(1 for _ in run) for marked, run in runs if marked), default=0)
