"""Writing a workbook: a template to be filled in, or one filled from dossiers."""

from __future__ import annotations

import errno
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from thidua.dossiers import Dossier
from thidua.errors import WrongOwnerError, WrongValueError
from thidua.evidence import Evidence
from thidua.movements import Plan
from thidua.periods import AT_REVIEW, START_OF_PERIOD, Survey
from thidua.subjects import Subject
from thidua.workbooks.cells import guarded
from thidua.workbooks.csv_files import csv_text
from thidua.workbooks.excel_output import GUIDE_TITLE, ExcelOutput
from thidua.workbooks.explaining import GUIDE, HEADERS, explained
from thidua.workbooks.filling import Filled, Filling
from thidua.workbooks.layout import Table, layout, sheet_titles


def template(plan: Plan, kind: type[Subject] | str, path: str | Path, *, review: str | None = None) -> None:
    """Write an empty workbook for a kind of subject, to be filled in and read back.

    With a review, its two surveys have columns; without one, every survey of the plan. A path without an ending is a
    folder of CSV files. Raises `FileExistsError` rather than write over what somebody may have filled in.
    """
    _write(plan, kind, (), Path(path), review)


def write_workbook(
    plan: Plan, dossiers: Sequence[Dossier[Any]], path: str | Path, *, review: str | None = None
) -> None:
    """Write dossiers of one kind of subject as a workbook; reading it back says what they say, each paper once.

    Raises `WrongOwnerError` for no dossier or several kinds, `WrongValueError` for what a workbook cannot say: a paper
    that proves nothing, one without a document that corrects another, or what was taken over from former units.
    Otherwise as `template`.
    """
    kinds: dict[type[Subject], None] = {type(dossier.subject): None for dossier in dossiers}
    if len(kinds) != 1:
        names = ", ".join(kind.__name__ for kind in kinds) or "none"
        msg = f"a workbook holds dossiers of one kind of subject; got: {names}"
        raise WrongOwnerError(msg)
    successors = [dossier.subject.code for dossier in dossiers if dossier.succession is not None]
    if successors:
        msg = f"a workbook has no place for former units; write {', '.join(successors)} as JSON, with dump()"
        raise WrongValueError(msg)
    _write(plan, next(iter(kinds)), dossiers, Path(path), review)


def _write(
    plan: Plan, kind: type[Subject] | str, dossiers: Sequence[Dossier[Any]], path: Path, review: str | None
) -> None:
    sheets = layout(plan, kind, _surveys(plan, dossiers, review))
    titles = sheet_titles(sheets.tables)
    rows = Filling(plan, sheets).fill(dossiers)
    told = list(explained(plan, sheets, titles))
    if path.suffix.lower() == ".xlsx":
        files = {path: ExcelOutput(sheets, titles, rows).content(told)}
    elif not path.suffix:
        files = {path / f"{table.id}.csv": csv_text(_csv_rows(table, rows[table.id])) for table in sheets.tables}
        guide = [*((line,) for line in GUIDE), (), HEADERS, *told]
        files[path / f"{GUIDE_TITLE}.csv"] = csv_text([[guarded(cell) for cell in row] for row in guide])
    else:
        msg = f"expected a path that ends in .xlsx, or a folder for CSV files, but got {str(path)!r}"
        raise WrongValueError(msg)
    for file in files:
        if file.parent.exists() and not file.parent.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, "not a directory", str(file.parent))
        if file.exists() and file.stat().st_size:
            msg = f"{file} exists; it may have been filled in, so nothing is written over it"
            raise FileExistsError(msg)
    for file, content in files.items():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def _surveys(plan: Plan, dossiers: Sequence[Dossier[Any]], review: str | None) -> list[Survey] | None:
    """The surveys the review reads, and those the dossiers tell of."""
    if review is None:
        return None
    last = plan.review(review, plan.period.last).window.last
    setting = plan.setting(on=last, review=review)
    told = {
        said.at
        for dossier in dossiers
        for paper in dossier.papers
        for said in paper.proves
        if isinstance(said, Evidence) and said.at
    }
    kept = {setting.survey(START_OF_PERIOD.id), setting.survey(AT_REVIEW.id), *told}
    return [survey for survey in plan.surveys if survey in kept]


def _csv_rows(table: Table, rows: Sequence[Filled]) -> Iterator[list[str]]:
    """Headers, codes and rows as text; days as ISO, which a spreadsheet reads the same in every country."""
    yield [guarded(column.header("vi")) for column in table.columns]
    yield [column.code for column in table.columns]
    for row in rows:
        filled = (row.get(column.code, "") for column in table.columns)
        yield [cell.isoformat() if isinstance(cell, date) else guarded(str(cell)) for cell in filled]
