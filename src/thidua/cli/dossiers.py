"""Dossiers on file: JSON documents and workbooks, one by one or by folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from thidua.cli.refusals import Refusal, not_read, without_excel
from thidua.dossiers import Dossier
from thidua.errors import InvalidDocumentError
from thidua.interpreters.loading import load
from thidua.limits import MOST_BYTES
from thidua.movements import Plan
from thidua.workbooks import ExcelMissingError, read_workbook


def one_dossier(plan: Plan, path: str, language: str) -> Dossier[Any]:
    """The only dossier of a path; raises `Refusal` where it cannot be read, or holds another number of them."""
    reports: list[str] = []
    found = [dossier for _, dossier in dossiers_in(plan, [path], language, reports)]
    if len(found) > 1:
        vi, en = (
            f"{path}: có {len(found)} hồ sơ, cần đúng một",
            f"{path}: there are {len(found)} dossiers, one is needed",
        )
        reports.append(vi if language == "vi" else en)
    if reports:
        raise Refusal("\n".join(reports))
    return found[0]


def content_of(path: Path) -> bytes:
    """The bytes of a JSON document, and one more than are read where it is larger."""
    with path.open("rb") as file:
        return file.read(MOST_BYTES + 1)


def dossiers_in(plan: Plan, paths: list[str], language: str, reports: list[str]) -> Iterator[tuple[Path, Dossier[Any]]]:
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
                yield path, load(plan, content_of(path), source=str(path))
        except InvalidDocumentError as error:
            reports.append(error.report(language))
        except ExcelMissingError as error:
            reports.append(f"{path}: {without_excel(language, error)}")
        except OSError as error:
            reports.append(not_read(path, error, language))


def _files(folder: Path) -> list[Path]:
    """The dossiers and workbooks below a folder, without what Excel keeps beside an open file; CSV files by folder."""
    books = (path for path in folder.rglob("*.xlsx") if not path.name.startswith("~$"))
    return sorted({*folder.rglob("*.json"), *books, *(path.parent for path in folder.rglob("*.csv"))})
