"""What the commands refuse, in the language asked for."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from thidua.errors import NoReviewError, UnknownNameError, nearest
from thidua.movements import Plan
from thidua.periods import written
from thidua.workbooks import ExcelMissingError


class Refusal(Exception):  # noqa: N818  # never leaves the command line: it is printed
    """What was given cannot be done; the message is all there is to say."""


_WHY_NOT: Mapping[type[OSError], str] = {
    FileNotFoundError: "không có tệp hoặc thư mục này",
    PermissionError: "không có quyền đọc hoặc ghi",
    IsADirectoryError: "đây là thư mục, không phải tệp",
    NotADirectoryError: "một phần của đường dẫn không phải thư mục",
}


def why_not(error: OSError, language: str) -> str:
    """Why the system would not read or write a file; in its own words where there are none of ours."""
    return (_WHY_NOT.get(type(error), "") if language == "vi" else "") or error.strerror or str(error)


def not_read(path: Path | str, error: OSError, language: str) -> str:
    """That a file cannot be read, and why."""
    return f"{path}: {'không đọc được' if language == 'vi' else 'cannot be read'} ({why_not(error, language)})"


def not_written(path: Path | str, error: OSError, language: str) -> str:
    """That a file cannot be written, and why."""
    return f"{path}: {'không ghi được' if language == 'vi' else 'cannot be written'} ({why_not(error, language)})"


def exists(path: Path, language: str) -> str:
    """That there is such a file already, which nothing writes over."""
    return f"{path}: {'đã có tệp; không ghi đè' if language == 'vi' else 'it exists; kept as it is'}"


def check_kind(plan: Plan, kind: str, language: str) -> None:
    """Refuses a kind of subject that the plan does not have."""
    _check(
        "loại đối tượng" if language == "vi" else "kind of subject", kind, [w.id for w in plan.vocabularies], language
    )


def check_named(plan: Plan, review: str | None, language: str) -> None:
    """Refuses a review that the plan does not have, where one is named."""
    if review is not None:
        _check("kỳ xét" if language == "vi" else "review", review, [each.id for each in plan.reviews], language)


def _check(what: str, name: str, known: list[str], language: str) -> None:
    if name not in known:
        vi = language == "vi"
        there = f"hiện có: {', '.join(known)}" if vi else f"there are: {', '.join(known)}"
        raise Refusal(f"Không có {what} “{name}”; {there}" if vi else f"There is no {what} “{name}”; {there}")


def check_review(plan: Plan, on: date, review: str | None, language: str) -> None:
    """Refuses a day or a review that the plan cannot be assessed for, in the language asked for."""
    try:
        plan.setting(on=on, review=review)
    except (NoReviewError, UnknownNameError) as error:
        vi = language == "vi"
        said = f"ngày {written(on)}" if vi else written(on, "en")
        if review is None:
            head = f"Không có kỳ xét nào vào {said}" if vi else f"No review is made on {said}"
            head += "; chọn bằng --review:" if vi else "; name one with --review:"
        elif isinstance(error, UnknownNameError):
            near = nearest(review, [each.id for each in plan.reviews])
            meant = f"; có phải là “{near}”?" if vi else f"; did you mean “{near}”?"
            head = (f"Không có kỳ xét “{review}”" if vi else f"There is no review “{review}”") + (meant if near else "")
        else:
            head = f"Kỳ xét “{review}” chưa mở vào {said}" if vi else f"The review “{review}” is not open yet on {said}"
        windows = [
            f"  {each.id}: {each.label.in_(language)}, "
            f"{written(each.window.first, language)} – {written(each.window.last, language)}"
            for each in plan.reviews
        ]
        raise Refusal("\n".join([head, *windows])) from None


def without_excel(language: str, error: ExcelMissingError) -> str:
    """How to have what reads .xlsx files."""
    return "cần cài thêm openpyxl: pip install 'thidua[excel]'" if language == "vi" else str(error)
