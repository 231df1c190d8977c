"""Words in two languages, and the verbatim text of the law with notes on its slips."""

from __future__ import annotations

from unicodedata import normalize

from attrs import field, frozen


def nfc(text: str) -> str:
    """The text in Unicode NFC, so that input typed on any keyboard compares equal; `TypeError` for what is no text.

    >>> nfc("hộ nghèo") == "hộ nghèo"
    True
    """
    try:
        return normalize("NFC", text)
    except TypeError:
        msg = f"expected text but got {text!r} ({type(text).__name__})"
        raise TypeError(msg) from None


def nfc_of_text(given: str) -> str:
    """The same of text; what is none as it is, for a validator that says whose it is and what to write."""
    value: object = given
    return nfc(value) if isinstance(value, str) else given


@frozen(cache_hash=True)
class Text:
    """The same words in Vietnamese, which rules, and in English beside it."""

    vi: str = field(converter=nfc)
    en: str = field(converter=nfc)

    def in_(self, language: str) -> str:
        """The words in one language: `"vi"` or `"en"`."""
        return self.vi if language == "vi" else self.en


@frozen(cache_hash=True)
class Sic:
    """A slip of the published text: what is written, how it is read, and why.

    The text itself is never touched; the corrected reading stands beside it.
    """

    written: str = field(converter=nfc)
    read: str = field(converter=nfc)
    why_vi: str = field(converter=nfc)
    why_en: str = field(converter=nfc)


def corrected(text: str, slips: tuple[Sic, ...]) -> str:
    """The text as it is read, each slip replaced by its reading.

    >>> corrected("cùng vươ lên thoát nghèo", (Sic("vươ lên", "vươn lên", "thiếu chữ n", "a missing letter"),))
    'cùng vươn lên thoát nghèo'
    """
    for slip in slips:
        text = text.replace(slip.written, slip.read)
    return text
