"""Numbers and days as people write them in text: read where they can mean one thing only, and refused where not."""

from __future__ import annotations

import re
from fractions import Fraction

from thidua.errors import BadDateError
from thidua.interpreters.loading.refusals import Refused, clean
from thidua.interpreters.loading.trees import too_long
from thidua.limits import MOST_DIGITS
from thidua.periods import day_first, iso_day
from thidua.texts import Text

NUMBER = Text("một số", "a number")
WHOLE = Text("số nguyên, chỉ ghi chữ số", "a whole number, in digits alone")
PERCENT = Text("tỷ lệ phần trăm, ví dụ 4,5", "a percentage, such as 4.5")
DAY = Text("ngày, dạng ngày/tháng/năm", "a day, as day/month/year")

_SPACED = re.compile(r"([0-9]{1,3}(?: [0-9]{3})+)(?:[.,]([0-9]+))?")
_DOTTED = re.compile(r"([1-9][0-9]{0,2}(?:\.[0-9]{3})+)(?:,([0-9]+))?")
_COMMAED = re.compile(r"([1-9][0-9]{0,2}(?:,[0-9]{3})+)(?:\.([0-9]+))?")
_PLAIN = re.compile(r"([0-9]+)(?:[.,]([0-9]+))?")
_TWO_WAYS = re.compile(r"[1-9][0-9]{0,2}[.,][0-9]{3}")
_RATIO = re.compile(r"([0-9]+)/([0-9]+)")
_SIGN = re.compile(r"([+-])? ?(.*)")


def misfit(
    found: str, expected: Text, *, hint: Text | None = None, code: str = "wrong_type", near: str = ""
) -> Refused:
    """Something else than is asked for."""
    vi, en = (f"; {hint.vi}", f"; {hint.en}") if hint else ("", "")
    message = Text(
        f"cần {expected.vi} nhưng đã ghi “{clean(found)}”{vi}", f"expected {expected.en} but got “{clean(found)}”{en}"
    )
    return Refused(message, code, found=clean(found), expected=expected.en, near=near)


def number(text: str) -> Fraction:
    """The number a text writes, with its thousands marked or not, and either sign for decimals.

    `1.250` and `1,250` are 1250 to some and 1.25 to others, so they are refused.

    >>> number("1 250"), number("1.250.000"), number("1.250,5"), number("12,0")
    (Fraction(1250, 1), Fraction(1250000, 1), Fraction(2501, 2), Fraction(12, 1))
    """
    sign, digits = _signed(text)
    if _TWO_WAYS.fullmatch(digits):
        whole, decimal = re.sub("[.,]", "", digits), digits.replace(".", ",")
        message = Text(
            f"“{clean(text)}” có thể là {whole}, cũng có thể là {decimal.rstrip('0').rstrip(',')}: "
            f"ghi {whole}, không có dấu phân cách",
            f"“{clean(text)}” may be {whole}, or {digits.replace(',', '.').rstrip('0').rstrip('.')}: "
            f"write {whole}, without a separator",
        )
        raise Refused(message, "ambiguous", found=clean(text), expected=WHOLE.en, near=whole)
    for pattern in (_SPACED, _DOTTED, _COMMAED, _PLAIN):
        match = pattern.fullmatch(digits)
        if match:
            whole, decimal = re.sub("[ .,]", "", match[1]), match[2] or ""
            return sign * Fraction(int(whole + decimal), 10 ** len(decimal))
    raise misfit(text, NUMBER)


def percentage(text: str) -> Fraction:
    """The percentage a text writes; no thousands are marked in one, so `17.835` means one thing.

    >>> percentage("4,5 %"), percentage("100/3")
    (Fraction(9, 2), Fraction(100, 3))
    """
    sign, digits = _signed(text.removesuffix("%").rstrip())
    match = _PLAIN.fullmatch(digits)
    if match:
        return sign * Fraction(f"{match[1]}.{match[2] or 0}")
    ratio = _RATIO.fullmatch(digits)
    if ratio and int(ratio[2]):
        return sign * Fraction(int(ratio[1]), int(ratio[2]))
    raise misfit(text, PERCENT)


def _signed(text: str) -> tuple[int, str]:
    """The sign, and the rest with one kind of blank and of minus."""
    found = _SIGN.fullmatch(" ".join(text.replace("−", "-").split()))
    sign, digits = found.groups() if found else (None, "")
    if len(digits) > MOST_DIGITS:
        raise too_long()
    return -1 if sign == "-" else 1, digits


def day(text: str) -> str:
    """The day a text writes, day first or as ISO, in ISO.

    >>> day("7/10/2022"), day("2022-10-07")
    ('2022-10-07', '2022-10-07')
    """
    for read in (day_first, iso_day):
        try:
            return read(text).isoformat()
        except BadDateError:
            continue
    vi = f"“{clean(text)}” không phải ngày trên lịch dạng ngày/tháng/năm; ví dụ 7/10/2022 là ngày 07 tháng 10"
    en = f"“{clean(text)}” is no day of the calendar written day/month/year; 7/10/2022 is 7 October"
    raise Refused(Text(vi, en), "bad_date", found=clean(text), expected="day/month/year")
