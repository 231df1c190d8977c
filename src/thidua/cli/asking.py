"""`schema`, `checklist`, `sheet`, `letter`: what a dossier needs, as a schema, a list, questions to judge, a letter."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from thidua.cli.dossiers import content_of, one_dossier
from thidua.cli.refusals import Refusal, check_kind, check_review, not_read
from thidua.dossiers import Dossier
from thidua.errors import InvalidDocumentError, NothingMissingError, ThiduaError
from thidua.interpreters.assess import assess
from thidua.interpreters.checklist import checklist
from thidua.interpreters.checklist_data import checklist_data
from thidua.interpreters.filled_sheet import judgements
from thidua.interpreters.loading import dump
from thidua.interpreters.request_letter import request_letter
from thidua.interpreters.schema import schema_of
from thidua.interpreters.sheet import judgement_form, judgement_sheet
from thidua.movements import Plan
from thidua.subjects import Subject


def schema_printed(given: argparse.Namespace, plan: Plan) -> str:
    """The JSON Schema of the dossiers of a kind of subject."""
    check_kind(plan, given.kind, given.language)
    return _json(schema_of(plan, plan.vocabulary(given.kind).subject))


def checklist_printed(given: argparse.Namespace, plan: Plan) -> str:
    """The papers that a kind of subject needs, or those of one dossier with what is missing."""
    language: str = given.language
    dossier: Dossier[Any] | None = None
    if given.path is not None:
        dossier = one_dossier(plan, given.path, language)
        subject: Subject = dossier.subject
        kind = type(subject)
    elif given.kind is not None:
        check_kind(plan, given.kind, language)
        kind = plan.vocabulary(given.kind).subject
    else:
        vi, en = "Ghi --kind, hoặc tệp hồ sơ", "Name a --kind, or a dossier"
        raise Refusal(vi if language == "vi" else en)
    if given.on is not None:
        check_review(plan, given.on, given.review, language)
    elif dossier is not None or given.review is not None:
        vi, en = "Ghi ngày xét: --on 2025-12-31", "Name the day of assessment: --on 2025-12-31"
        raise Refusal(vi if language == "vi" else en)
    try:
        if given.format == "json":
            return _json(checklist_data(plan, kind, dossier=dossier, on=given.on, review=given.review))
        return checklist(plan, kind, language, dossier=dossier, on=given.on, review=given.review)
    except ThiduaError as error:
        raise Refusal(str(error)) from None


def sheet_printed(given: argparse.Namespace, plan: Plan) -> str:
    """The blank sheet of what a dossier still awaits; with a filled one, the dossier together with its judgements."""
    language: str = given.language
    check_review(plan, given.on, given.review, language)
    dossier = one_dossier(plan, given.path, language)
    if given.filled is not None:
        return _json(dump(plan, _judged(given.filled, dossier, plan, language)))
    try:
        if given.format == "json":
            return _json(judgement_form(plan, dossier, on=given.on, review=given.review))
        return judgement_sheet(plan, dossier, language, on=given.on, review=given.review)
    except ThiduaError as error:
        raise Refusal(str(error)) from None


def letter_printed(given: argparse.Namespace, plan: Plan) -> str:
    """The letter that asks for what would settle the verdict."""
    language: str = given.language
    check_review(plan, given.on, given.review, language)
    dossier = one_dossier(plan, given.path, language)
    try:
        assessment = assess(plan, dossier, on=given.on, review=given.review)
    except ThiduaError as error:
        raise Refusal(str(error)) from None
    try:
        return request_letter(assessment, language)
    except NothingMissingError as error:
        settled = "hồ sơ đã đủ để kết luận" if assessment.verdict.is_definite else "không giấy tờ nào kết luận được"
        raise Refusal(f"{settled}: không có gì để đề nghị bổ sung" if language == "vi" else str(error)) from None


def _judged(path: str, dossier: Dossier[Any], plan: Plan, language: str) -> Dossier[Any]:
    try:
        return judgements(plan, dossier, content_of(Path(path)), source=path)
    except InvalidDocumentError as error:
        raise Refusal(error.report(language)) from None
    except OSError as error:
        raise Refusal(not_read(path, error, language)) from None


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2)
