"""One cell, read as its column asks: into what the dossier format holds there, or refused with how to write it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any, assert_never

from thidua.evidence import DID_NOT_HAPPEN
from thidua.interpreters.loading.refusals import Refused, clean, closest
from thidua.nodes import Fact, Register
from thidua.quantities import LARGEST_WHOLE_FLOAT
from thidua.texts import Text, nfc
from thidua.workbooks import written
from thidua.workbooks.grids import Cell, What, Written
from thidua.workbooks.layout import Column, Reads
from thidua.workbooks.written import misfit

NEVER = Text("không diễn ra", "did not happen")
"""How a day that is known never to have come is written."""
YES_OR_NO = {"có": True, "không": False, "yes": True, "no": False, "true": True, "false": False}
GUARD = "'"
"""Stands before text that a spreadsheet might run; it is put there on the way out and taken off on the way in."""
RUN = ("=", "+", "-", "@", "\t", "\r")
ERRORS = {"#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "#CALC!", "#GETTING_DATA"}
_UNSEEN = str.maketrans("", "", "\u200b\u2060\ufeff\u00ad")
_AS_STORED = ("General", "0", "@")
_A_THOUSAND = 1000
_TEXT = Text("chữ", "text")
_YES_OR_NO = Text("“có” hoặc “không”", "“có” (yes) or “không” (no)")
_LISTED = Text("một lựa chọn trong danh sách", "one of the options listed")
_EMPTY = Text("chưa có giấy tờ thì để trống", "leave it empty when no paper tells it")


def guarded(text: str) -> str:
    """Text that no spreadsheet takes for a formula.

    >>> guarded("=1+1"), guarded("bản Ví Dụ"), unguarded("'=1+1")
    ("'=1+1", 'bản Ví Dụ', '=1+1')
    >>> guarded("#NULL!"), unguarded("'#NULL!")
    ("'#NULL!", '#NULL!')
    """
    return f"{GUARD}{text}" if _mistaken(text) else text


def unguarded(text: str) -> str:
    """The text that was guarded."""
    return text[1:] if text.startswith(GUARD) and _mistaken(text[1:]) else text


def _mistaken(text: str) -> bool:
    """Whether a spreadsheet, or this reader, would take the text for something else: a formula, an error."""
    return text.startswith((*RUN, GUARD)) or text.strip() in ERRORS


def tidied(text: str) -> str:
    """Text in NFC, without blanks around its lines, doubled or unseen within."""
    lines = nfc(text.translate(_UNSEEN)).splitlines()
    return "\n".join(" ".join(line.split()) for line in lines).strip()


def read(column: Column, cell: Cell, registers: Mapping[str, Register]) -> Any:
    """The value of a cell as the dossier format holds it; raises `Refused`."""
    value = cell.value
    if cell.what is What.FORMULA:
        vi = "ô là công thức; sao chép rồi dán giá trị (Paste Values) để ghi đúng con số được xét"
        en = "the cell is a formula; copy it and paste its value, so that what is judged is what is written"
        raise Refused(Text(vi, en), "formula", found=clean(str(value)), expected=expected(column).en)
    if cell.what is What.ERROR or (isinstance(value, str) and value.strip() in ERRORS):
        vi, en = f"ô có lỗi {clean(str(value))}", f"the cell holds the error {clean(str(value))}"
        raise Refused(Text(vi, en), "formula", found=clean(str(value)), expected=expected(column).en)
    if isinstance(value, str):
        value = tidied(unguarded(value.lstrip(" ")))
    match column.reads:
        case Reads.TEXT | Reads.KEY | Reads.SUBJECT | Reads.DOCUMENT:
            return _text(value, cell)
        case Reads.DAY | Reads.PERHAPS_DAY:
            return _day(column, value)
        case Reads.WHOLE:
            return _whole(value, cell)
        case Reads.PERCENT:
            return _percent(value, cell)
        case Reads.YES_NO:
            return _yes_no(value)
        case Reads.OPTION:
            return _option(column.fact, value)
        case Reads.REGISTER:
            return _named(value, {name: register.label for name, register in registers.items()}, expected(column))
        case _:
            assert_never(column.reads)


def expected(column: Column) -> Text:
    """What a column takes."""
    match column.reads:
        case Reads.DAY:
            return written.DAY
        case Reads.PERHAPS_DAY:
            return Text(f"{written.DAY.vi}, hoặc “{NEVER.vi}”", f"{written.DAY.en}, or “{NEVER.en}”")
        case Reads.WHOLE:
            return written.WHOLE
        case Reads.PERCENT:
            return written.PERCENT
        case Reads.YES_NO:
            return _YES_OR_NO
        case Reads.OPTION:
            return _LISTED
        case Reads.REGISTER:
            return Text("tên sổ", "the name of a register")
        case _:
            return _TEXT


def _text(value: Written, cell: Cell) -> str:
    """Text, or the digits of a whole number that is shown as it is stored."""
    if isinstance(value, str):
        return value
    whole = _as_whole(value)
    if whole is not None and cell.form in _AS_STORED:
        return str(whole)
    hint = Text(
        "định dạng ô là Văn bản (Text) rồi ghi lại, vì bảng tính đã đổi điều được ghi thành số hoặc ngày",
        "format the cell as Text and write it again, for the spreadsheet has made a number or a day of it",
    )
    raise misfit(_shown(value), _TEXT, hint=hint)


def _day(column: Column, value: Written) -> str:
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    if isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, str):
        if column.reads is Reads.PERHAPS_DAY and _folded(value) in _NEVER:
            return DID_NOT_HAPPEN.name
        try:
            return written.day(value)
        except Refused:
            if column.reads is Reads.DAY or any(letter.isdigit() for letter in value):
                raise
            raise misfit(value, expected(column), hint=_EMPTY, code="bad_date", near=NEVER.vi) from None
    hint = Text("định dạng ô là Ngày (Date) rồi ghi lại ngày", "format the cell as a date and write the day again")
    if isinstance(value, datetime):
        hint = Text("ghi ngày, không ghi giờ", "write the day without a time")
    raise misfit(_shown(value), expected(column), hint=hint)


_NEVER = {NEVER.vi, NEVER.en, DID_NOT_HAPPEN.value.replace("_", " ")}


def _whole(value: Written, cell: Cell) -> int:
    if isinstance(value, str):
        number = written.number(value)
        if number.denominator == 1:
            return int(number)
    elif "%" not in _unquoted(cell.form):
        whole = _as_whole(value)
        if whole is not None:
            return whole
    hint = None
    if isinstance(value, float) and abs(value) < LARGEST_WHOLE_FLOAT:
        thousands = Decimal(repr(value)) * 1000
        if thousands == thousands.to_integral_value() and abs(meant := int(thousands)) >= _A_THOUSAND:
            hint = Text(
                f"nếu muốn ghi {meant:,} thì ghi {meant}".replace(",", "."), f"write {meant} if {meant:,} is meant"
            )
    raise misfit(_shown(value), written.WHOLE, hint=hint)


def _percent(value: Written, cell: Cell) -> str:
    """A percentage as text. A number in a cell shown as a percentage counts in wholes, any other in hundredths."""
    if isinstance(value, str):
        return _exactly(written.percentage(value))
    if isinstance(value, bool) or not isinstance(value, int | float) or abs(value) > LARGEST_WHOLE_FLOAT:
        raise misfit(_shown(value), written.PERCENT)
    number = Fraction(repr(value))
    if "%" in _unquoted(cell.form):
        return _exactly(number * 100)
    if 0 < abs(number) <= 1 and "%" not in cell.form:
        message = Text(
            f"{_shown(value)} có thể là {_shown(value)}%, cũng có thể là {_exactly(number * 100)}%: ghi cả dấu %",
            f"{_shown(value)} may be {_shown(value)} %, or {_exactly(number * 100)} %: write the sign % too",
        )
        raise Refused(message, "ambiguous", found=_shown(value), expected=written.PERCENT.en)
    return _exactly(number)


def _exactly(number: Fraction) -> str:
    """As the format writes percentages: with decimals where they end, or else as a fraction."""
    decimals = Decimal(number.numerator) / Decimal(number.denominator)
    text = f"{decimals.normalize():f}"
    return text if Fraction(text) == number else str(number)


def _yes_no(value: Written) -> bool:
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and _folded(value) in YES_OR_NO:
        return YES_OR_NO[_folded(value)]
    raise misfit(_shown(value), _YES_OR_NO, hint=_EMPTY)


def _option(fact: Fact | None, value: Written) -> str:
    labels = {option.id: option.label for option in fact.options} if fact else {}
    if isinstance(value, bool) and set(labels) == {"YES", "NO"}:
        return "YES" if value else "NO"
    return _named(value, labels, _LISTED)


def _named(value: Written, labels: Mapping[str, Text], what: Text) -> str:
    """The id behind a name: the id itself, or what it is called in either language."""
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        raise misfit(_shown(value), what)
    if value in labels:
        return value
    meant = {name for name, label in labels.items() if _folded(value) in map(_folded, (name, label.vi, label.en))}
    if len(meant) == 1:
        return meant.pop()
    given = clean(value)
    listed = [label.vi for label in labels.values()]
    there = "; ".join(listed)
    message = Text(f"“{given}” không có trong danh sách: {there}", f"“{given}” is not on the list: {there}")
    raise Refused(message, "unknown_name", found=given, expected=there, near=closest(value, listed))


def _as_whole(value: Written) -> int | None:
    """The number, where a cell holds a whole one; beyond what a spreadsheet holds exactly it is none."""
    if isinstance(value, bool) or not isinstance(value, int | float) or abs(value) > LARGEST_WHOLE_FLOAT:
        return None
    return int(value) if value == int(value) else None


def _shown(value: Written) -> str:
    match value:
        case bool():
            return str(value).upper()
        case datetime():
            return value.isoformat(" ", "minutes")
        case timedelta():
            return str(value)
        case date() | time():
            return value.isoformat()
        case str():
            return value
        case _:
            return repr(value)


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _unquoted(form: str) -> str:
    """A number format without what it only shows."""
    return "".join(part for part in form.split('"')[::2]).replace("\\%", "")
