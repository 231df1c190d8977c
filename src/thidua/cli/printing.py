"""`plan` and `template`: the plan itself, and a workbook to fill in."""

from __future__ import annotations

import argparse

from thidua.cli.refusals import Refusal, check_kind, check_named, not_written, without_excel
from thidua.errors import UnknownNameError, WrongValueError, nearest
from thidua.interpreters.outline import item_said, plan_said
from thidua.movements import Plan
from thidua.workbooks import ExcelMissingError, template


def plan_printed(given: argparse.Namespace, plan: Plan) -> str:
    """The whole plan, or one item of it."""
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
        raise Refusal(said) from None


def form_written(given: argparse.Namespace, plan: Plan) -> str:
    """Where the workbook was written."""
    language: str = given.language
    vi = language == "vi"
    check_kind(plan, given.kind, language)
    check_named(plan, given.review, language)
    try:
        template(plan, given.kind, given.output, review=given.review)
    except ExcelMissingError as error:
        said = without_excel(language, error)
    except FileExistsError:
        said = "đã có tệp, có thể đã được điền; không ghi đè" if vi else "it exists and may be filled in; kept as it is"
    except WrongValueError:
        said = "ghi tên tệp .xlsx hoặc tên thư mục" if vi else "name an .xlsx file, or a folder"
    except OSError as error:
        raise Refusal(not_written(given.output, error, language)) from None
    else:
        return f"Đã tạo {given.output}" if vi else f"Wrote {given.output}"
    msg = f"{given.output}: {said}"
    raise Refusal(msg)
