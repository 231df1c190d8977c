"""`report`: writes the page for the Council, and nothing over what is there."""

from __future__ import annotations

import argparse
from pathlib import Path

from thidua.cli.assessing import judged_on_file
from thidua.cli.refusals import Refusal, why_not
from thidua.interpreters.award import awards_open, awards_said
from thidua.interpreters.explanation import explanation
from thidua.interpreters.html.council import council_report
from thidua.movements import Plan


def report_written(given: argparse.Namespace, plan: Plan) -> str:
    """Where the report was written, and on how many nominees."""
    language, level = given.language, given.level
    vi, path = language == "vi", Path(given.output)
    if path.exists():
        raise Refusal(_kept(path, language))
    assessments = judged_on_file(given, plan)
    told = [explanation(assessment, level) for assessment in assessments]
    forms = [awards_said(awards_open(plan, each), language, level) for each in assessments]
    page = council_report(plan, told, language, level, forms)
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(page)
    except FileExistsError:
        raise Refusal(_kept(path, language)) from None
    except OSError as error:
        msg = f"{path}: {'không ghi được' if vi else 'cannot be written'} ({why_not(error, language)})"
        raise Refusal(msg) from None
    count = len(assessments)
    return f"Đã tạo {path}: {count} đối tượng" if vi else f"Wrote {path}: {count} nominees"


def _kept(path: Path, language: str) -> str:
    said = "đã có tệp; không ghi đè" if language == "vi" else "it exists; kept as it is"
    return f"{path}: {said}"
