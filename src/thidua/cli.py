"""The command line: `assess` judges dossiers on file, `plan` prints the plan, `template` writes a workbook to fill in.

Input and output live here and in `workbooks` alone.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from io import TextIOWrapper
from pathlib import Path
from textwrap import indent
from typing import Any

from thidua.dossiers import Dossier
from thidua.errors import (
    BadDateError,
    InvalidDocumentError,
    NoReviewError,
    ThiduaError,
    UnknownNameError,
    WrongValueError,
    nearest,
)
from thidua.findings import Assessment
from thidua.interpreters.assess import assess
from thidua.interpreters.award import awards_open, awards_said
from thidua.interpreters.explain import explain
from thidua.interpreters.explanation import explanation
from thidua.interpreters.loading import load
from thidua.interpreters.outline import item_said, plan_said
from thidua.interpreters.tables import table
from thidua.movements import Plan
from thidua.periods import day_first, iso_day, written
from thidua.workbooks import ExcelMissingError, read_workbook, template

FORMAT = "thidua.assessments/1"
_RULE = "─" * 80


class _Refusal(Exception):  # noqa: N818  # never leaves this module: it is printed
    """What was given cannot be judged; the message is all there is to say."""


def main(argv: Sequence[str] | None = None, *, plan: Plan | None = None) -> int:
    """Run one command; 0 when it could do what was asked, 2 when the input was bad. `plan` is ours unless given."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    given = _parser().parse_args(argv)
    commands: dict[str, Callable[[argparse.Namespace, Plan], str]] = {
        "assess": _assess, "plan": _plan, "template": _template,
    }  # fmt: skip
    try:
        print(commands[given.command](given, plan or _ours()), flush=True)  # noqa: T201  # what a command line is for
    except _Refusal as refusal:
        print(refusal, file=sys.stderr)  # noqa: T201  # as above
        return 2
    except BrokenPipeError:  # the reader of a pipe has seen enough; nothing more may be written, at exit neither
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _ours() -> Plan:
    from thidua.criteria import PLAN  # noqa: PLC0415  # help and usage need no plan

    return PLAN


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m thidua", description="Xét tiêu chí thi đua trên hồ sơ. Judges dossiers by an emulation plan."
    )
    commands = parser.add_subparsers(dest="command", required=True)
    judge = commands.add_parser("assess", help="xét hồ sơ (judge dossiers)")
    judge.add_argument(
        "paths",
        nargs="+",
        metavar="PATH",
        help="tệp hồ sơ .json, bảng .xlsx hoặc .csv, hoặc thư mục (a JSON file, a workbook, or a folder of them)",
    )
    judge.add_argument(
        "--on", required=True, type=_day, metavar="DATE",
        help="ngày xét (day of assessment): 2025-12-31, hoặc ngày trước (or day first): 31/12/2025",
    )  # fmt: skip
    judge.add_argument("--review", metavar="ID", help="kỳ xét; bỏ trống: theo ngày xét (by default, by the day)")
    judge.add_argument("--format", choices=("text", "json"), default="text", help="mặc định (default): text")
    show = commands.add_parser("plan", help="in kế hoạch (print the plan)")
    show.add_argument(
        "id", nargs="?", metavar="ID", help="nhóm, tiêu chí, điều khoản hoặc cách hiểu (III.2.2, III.2.2-4, A-02)"
    )
    blank = commands.add_parser("template", help="tạo bảng mẫu để điền (write a workbook to fill in)")
    blank.add_argument("--kind", required=True, metavar="KIND", help="loại đối tượng (kind of subject): commune, …")
    blank.add_argument("--review", metavar="ID", help="kỳ xét; bỏ trống: mọi kỳ rà soát (by default, every survey)")
    blank.add_argument(
        "-o", "--output", required=True, metavar="PATH", help="tệp .xlsx, hoặc thư mục CSV (or a folder of CSV files)"
    )
    for command in (judge, show, blank):
        command.add_argument("--language", choices=("vi", "en"), default="vi", help="mặc định (default): vi")
    return parser


def _day(text: str) -> date:
    for read in (iso_day, day_first):
        try:
            return read(text)
        except BadDateError:
            continue
    msg = f"{text!r}: ghi ngày theo dạng 2025-12-31 hoặc 31/12/2025 (write a day as 2025-12-31, or day first)"
    raise argparse.ArgumentTypeError(msg)


# assess


def _assess(given: argparse.Namespace, plan: Plan) -> str:
    language: str = given.language
    _check_review(plan, given.on, given.review, language)
    reports: list[str] = []
    dossiers = list(_dossiers(plan, given.paths, language, reports))
    assessments: list[Assessment[Any]] = []
    for path, dossier in dossiers:
        try:
            assessments.append(assess(plan, dossier, on=given.on, review=given.review))
        except ThiduaError as error:
            reports.append(f"{path}: {error}")
    if reports:
        raise _Refusal("\n".join(reports))
    order = [group.id for group in plan.criteria]
    assessments.sort(key=lambda assessment: order.index(assessment.criteria.id))
    told = [explanation(assessment) for assessment in assessments]
    if given.format == "json":
        return json.dumps({"format": FORMAT, "assessments": told}, ensure_ascii=False, indent=2)
    awards = "Hình thức khen thưởng" if language == "vi" else "Forms of commendation"
    pages = [
        f"{explain(data, language)}\n\n{awards}:\n{indent(awards_said(awards_open(plan, judged), language), '  ')}"
        for data, judged in zip(told, assessments, strict=True)
    ]
    return f"\n\n{_RULE}\n\n".join([table(told, language), *pages])


def _check_review(plan: Plan, on: date, review: str | None, language: str) -> None:
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
        raise _Refusal("\n".join([head, *windows])) from None


def _dossiers(plan: Plan, paths: list[str], language: str, reports: list[str]) -> Iterator[tuple[Path, Dossier[Any]]]:
    """The dossiers on file; what is wrong with a file or a path goes to the reports, and reading goes on."""
    vi = language == "vi"
    files: dict[Path, None] = {}
    for path in map(Path, paths):
        found = _files(path) if path.is_dir() else [path]
        if not found:
            reports.append(f"{path}: {'thư mục không có tệp .json nào' if vi else 'no .json file in the folder'}")
        files.update(dict.fromkeys(found))
    for path in files:
        try:
            if path.suffix.lower() in (".xlsx", ".csv") or path.is_dir():
                told = read_workbook(plan, path)
                if not told:
                    reports.append(f"{path}: {'bảng chưa ghi đối tượng nào' if vi else 'the workbook has no subject'}")
                yield from ((path, dossier) for dossier in told)
            else:
                yield path, load(plan, path.read_bytes(), source=str(path))
        except InvalidDocumentError as error:
            reports.append(error.report(language))
        except ExcelMissingError as error:
            reports.append(f"{path}: {_without_excel(language, error)}")
        except OSError as error:
            reports.append(f"{path}: {'không đọc được' if vi else 'cannot be read'} ({error.strerror})")


def _files(folder: Path) -> list[Path]:
    """The dossiers and workbooks below a folder, without what Excel keeps beside an open file; CSV files by folder."""
    books = (path for path in folder.rglob("*.xlsx") if not path.name.startswith("~$"))
    return sorted({*folder.rglob("*.json"), *books, *(path.parent for path in folder.rglob("*.csv"))})


def _without_excel(language: str, error: ExcelMissingError) -> str:
    return "cần cài thêm openpyxl: pip install 'thidua[excel]'" if language == "vi" else str(error)


# template


def _template(given: argparse.Namespace, plan: Plan) -> str:
    language: str = given.language
    vi = language == "vi"
    for what, name, known in (
        ("loại đối tượng" if vi else "kind of subject", given.kind, [words.id for words in plan.vocabularies]),
        ("kỳ xét" if vi else "review", given.review, [review.id for review in plan.reviews]),
    ):
        if name not in (None, *known):
            there = f"hiện có: {', '.join(known)}" if vi else f"there are: {', '.join(known)}"
            raise _Refusal(f"Không có {what} “{name}”; {there}" if vi else f"There is no {what} “{name}”; {there}")
    try:
        template(plan, given.kind, given.output, review=given.review)
    except ExcelMissingError as error:
        said = _without_excel(language, error)
    except FileExistsError:
        said = "đã có tệp, có thể đã được điền; không ghi đè" if vi else "it exists and may be filled in; kept as it is"
    except WrongValueError:
        said = "ghi tên tệp .xlsx hoặc tên thư mục" if vi else "name an .xlsx file, or a folder"
    except OSError as error:
        said = f"{'không ghi được' if vi else 'cannot be written'} ({error.strerror})"
    else:
        return f"Đã tạo {given.output}" if vi else f"Wrote {given.output}"
    msg = f"{given.output}: {said}"
    raise _Refusal(msg)


# plan


def _plan(given: argparse.Namespace, plan: Plan) -> str:
    language: str = given.language
    if given.id is None:
        return plan_said(plan, language)
    try:
        return item_said(plan, given.id, language)
    except UnknownNameError:
        known = [item.id for item in (*plan.contents, *plan.clauses, *plan.readings)]
        near = nearest(given.id, known)
        vi, en = (f"; có phải là “{near}”?", f"; did you mean “{near}”?") if near else ("", "")
        said = f"Kế hoạch không có “{given.id}”{vi}" if language == "vi" else f"The plan has no “{given.id}”{en}"
        raise _Refusal(said) from None
