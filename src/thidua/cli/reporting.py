"""`report`: writes the page for the Council, and nothing over what is there."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from thidua.cli.assessing import judged_by_path
from thidua.cli.options import day
from thidua.cli.refusals import Refusal, exists, not_written
from thidua.findings import Assessment
from thidua.interpreters.award import awards_open
from thidua.interpreters.explanation import explanation
from thidua.interpreters.html.council import council_report
from thidua.interpreters.html.letterhead import Letterhead
from thidua.interpreters.levels import LEVELS
from thidua.interpreters.sensitivity import SensitivityReport, sensitivity
from thidua.movements import Plan
from thidua.subjects import Subject

_SECTIONS = ("needs", "remedies")


def add_head(report: argparse.ArgumentParser) -> None:
    """The options that fill in the head of the report; each blank otherwise."""
    for option, said in (
        ("--superior", "cơ quan chủ quản (superior authority)"),
        ("--agency", "cơ quan lập báo cáo (reporting authority)"),
        ("--place", "địa danh ghi trước ngày (place the report is dated at)"),
    ):
        report.add_argument(option, default="", metavar="NAME", help=f"{said}; mặc định (default): để trống (blank)")
    report.add_argument(
        "--dated", type=day, metavar="DATE", help="ngày ký báo cáo (day of the report); mặc định (default): để trống"
    )


def report_written(given: argparse.Namespace, plan: Plan) -> str:
    """Where the report was written, and on how many nominees."""
    language, level = given.language, given.level
    vi, path = language == "vi", Path(given.output)
    if path.exists():
        raise Refusal(exists(path, language))
    judged = judged_by_path(given, plan)
    _check_each_once(judged, language)
    assessments = [assessment for _, assessment in judged]
    told = [explanation(assessment, level, _SECTIONS) for assessment in assessments]
    public = level == LEVELS[0]
    page = council_report(
        plan,
        told,
        language,
        level,
        awards=() if public else [awards_open(plan, each) for each in assessments],
        sensitivity=None if public else _sensitivity(plan, assessments, told),
        head=Letterhead(superior=given.superior, agency=given.agency, place=given.place, day=given.dated),
    )
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(page)
    except FileExistsError:
        raise Refusal(exists(path, language)) from None
    except OSError as error:
        raise Refusal(not_written(path, error, language)) from None
    count = len(assessments)
    return f"Đã tạo {path}: {count} đối tượng" if vi else f"Wrote {path}: {count} nominee{'s' * (count != 1)}"


def _sensitivity(
    plan: Plan, assessments: Sequence[Assessment[Any]], told: Iterable[Mapping[str, Any]]
) -> SensitivityReport:
    """What hangs on the readings that the explanations rest on; the others cannot change a verdict."""
    items = [item for data in told for item in (data["group"], *data["clauses"])]
    relied_on = dict.fromkeys(reading["id"] for item in items for reading in item["readings"])
    dossiers, setting = [each.dossier for each in assessments], assessments[0].setting
    return sensitivity(plan, dossiers, on=setting.on, review=setting.review.id, readings=relied_on)


def _check_each_once(judged: Iterable[tuple[Path, Assessment[Any]]], language: str) -> None:
    """Refuses two dossiers of one nominee: its papers belong together, and which of two verdicts holds nobody knows."""
    vi = language == "vi"
    files: dict[tuple[str, str], list[str]] = {}
    for path, assessment in judged:
        subject: Subject = assessment.dossier.subject
        label = assessment.plan.vocabulary(type(subject)).label.in_(language)
        files.setdefault((label, subject.code), []).append(str(path))
    wrong = [
        f"{label} {code}: có {len(paths)} hồ sơ ({'; '.join(paths)}); gộp lại thành một"
        if vi
        else f"{label} {code}: {len(paths)} dossiers ({'; '.join(paths)}); put their papers into one"
        for (label, code), paths in files.items()
        if len(paths) > 1
    ]
    if wrong:
        raise Refusal("\n".join(wrong))
