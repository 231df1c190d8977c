"""Documents that prove, and places in a plan that are cited."""

from __future__ import annotations

from datetime import date

from attrs import field, frozen

from thidua.errors import IncompleteError, UnknownNameError
from thidua.periods import is_day, written
from thidua.spelling import is_text
from thidua.texts import Text, nfc_of_text


@frozen(cache_hash=True)
class Document:
    """A paper's number, day, issuer and title; two documents are one when all four agree.

    Raises `IncompleteError` when the issuer or both number and title are empty: such a paper cannot be found again.
    """

    number: str = field(converter=nfc_of_text, validator=is_text)
    issued_on: date = field(validator=is_day)
    issuer: str = field(converter=nfc_of_text, validator=is_text)
    title: str = field(default="", converter=nfc_of_text, validator=is_text)

    def __attrs_post_init__(self) -> None:
        if not self.issuer.strip() or not (self.number.strip() or self.title.strip()):
            msg = f"a document needs its issuer, and its number or its title; got {self.number=}, {self.issuer=}"
            raise IncompleteError(msg)

    def cite(self, language: str = "vi") -> str:
        """The way an officer names it.

        >>> Document("12/BC-UBND", date(2025, 6, 20), "UBND xã Ví Dụ", "Báo cáo").cite()
        'Báo cáo số 12/BC-UBND ngày 20/6/2025 của UBND xã Ví Dụ'
        """
        day = written(self.issued_on, language)
        if language == "vi":
            number = f"số {self.number}" if self.number and self.title else self.number
            return " ".join(part for part in (self.title, number, f"ngày {day} của {self.issuer}") if part)
        number = f"no. {self.number}" if self.number and self.title else self.number
        return " ".join(part for part in (self.title, number, f"of {day}, {self.issuer}") if part)


_ORDINALS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
_ENGLISH = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def cite(place: str, *, dash: bool = True) -> Text:
    """A place in a plan, spelt out: roman section, khoản, điểm, and the dash or the paragraph within.

    >>> cite("III.2.2-4").vi
    'gạch đầu dòng thứ tư, điểm 2.2, khoản 2, mục III'
    >>> cite("III.2.5-1", dash=False).vi
    'đoạn thứ nhất, điểm 2.5, khoản 2, mục III'
    >>> cite("I.1").en
    'clause 1, section I'

    What is only reported of a text has no place in it that anybody could cite: `reported` and its parts say so.

    Raises `UnknownNameError` for what is no place of that form.
    """
    path, dashed, item = place.partition("-") if isinstance(place, str) else ("", "", "")
    section, *numbers = path.split(".")
    if not section or (dashed and not _is_order(item)) or not all(map(_is_order, numbers)):
        msg = f"{place!r} is no place in a plan; expected a form such as 'III.2.2-4'"
        raise UnknownNameError(msg)
    if section == "reported":
        return Text(
            "nội dung được đưa tin, chưa rõ vị trí trong văn bản", "as reported; its place in the text is not known"
        )
    vi: list[str] = []
    en: list[str] = []
    if item:
        order = int(item)
        word = _ORDINALS[order - 1] if order <= len(_ORDINALS) else str(order)
        nth = _ENGLISH[order - 1] if order <= len(_ENGLISH) else _nth(order)
        vi.append(f"{'gạch đầu dòng' if dash else 'đoạn'} thứ {word}")
        en.append(f"{nth} {'dash' if dash else 'paragraph'}")
    if len(numbers) > 1:
        vi.append(f"điểm {'.'.join(numbers)}")
        en.append(f"point {'.'.join(numbers)}")
    if numbers:
        vi.append(f"khoản {numbers[0]}")
        en.append(f"clause {numbers[0]}")
    if section in ("head", "end"):
        vi.append("phần mở đầu" if section == "head" else "phần kết")
        en.append("the opening" if section == "head" else "the closing")
    else:
        vi.append(f"mục {section}")
        en.append(f"section {section}")
    return Text(", ".join(vi), ", ".join(en))


def _nth(order: int) -> str:
    """An ordinal in figures: 21st, but 111th."""
    teens = order // 10 % 10 == 1
    return f"{order}th" if teens else f"{order}{_ENDINGS.get(order % 10, 'th')}"


def _is_order(text: str) -> bool:
    return text.isdecimal() and int(text) > 0
