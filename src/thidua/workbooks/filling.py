"""Dossiers as the rows of sheets: the inverse of reading, as far as rows and columns can say what papers say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from thidua.dossiers import Dossier
from thidua.errors import WrongValueError
from thidua.evidence import DID_NOT_HAPPEN
from thidua.interpreters.loading import dump
from thidua.movements import Plan
from thidua.nodes import Fact
from thidua.workbooks.cells import NEVER
from thidua.workbooks.layout import Column, Layout, Reads, Table

Value = str | int | date
Filled = dict[str, Value]
"""The filled cells of one row, by the codes of their columns."""
_Document = tuple[str, str, str, str]
_PARTS = ("number", "issued_on", "issuer", "title")


class Filling:
    """The rows of every sheet, by the ids of the sheets."""

    def __init__(self, plan: Plan, sheets: Layout) -> None:
        self.plan, self.sheets = plan, sheets
        self.rows: dict[str, list[Filled]] = {table.id: [] for table in sheets.tables}
        self.codes: dict[tuple[_Document, _Document | None], str] = {}

    def fill(self, dossiers: Sequence[Dossier[Any]]) -> dict[str, list[Filled]]:
        """One row or more for each dossier, and the documents they rest on."""
        for dossier in dossiers:
            self._dossier(dump(self.plan, dossier))
        for _, corrected in list(self.codes):
            if corrected and not any(document == corrected for document, _ in self.codes):
                self.codes[corrected, None] = f"V{len(self.codes) + 1}"
        by_document = {document: code for (document, _), code in reversed(self.codes.items())}
        for (document, corrected), code in self.codes.items():
            told = {"id": code, **dict(zip(_PARTS, document, strict=True))}
            told |= {"corrects": by_document[corrected]} if corrected else {}
            self._row(self.sheets.documents, {f"document:{part}": value for part, value in told.items() if value})
        return self.rows

    def _dossier(self, data: dict[str, Any]) -> None:
        code, kind = data["subject"]["code"], self.sheets.words.id
        named = {paper["id"]: paper for paper in data["papers"] if "id" in paper}
        rows: list[dict[str, dict[str, Any]]] = [{}]
        for paper in data["papers"]:
            document = self._document(paper, named, code)
            for said in paper["proves"]:
                more = {"document": document} if document else {}
                if "fact" in said:
                    group, cells = _cells(said)
                    _place(rows, group, cells, f"{group}:document", document)
                elif "entry" in said:
                    name = said["register"]
                    fields = {f"{name}.{field}": value for field, value in said["fields"].items()}
                    table = next(table for table in self.sheets.registers if table.id == name)
                    parts = {"subject": code, "entry": said["entry"], **more}
                    self._row(table, {f"{name}:{part}": value for part, value in parts.items()} | fields)
                else:
                    parts = {"subject": code, "register": said["register"], "entries": said["complete"],
                             "through": said["through"], "by": said["by"], **more}  # fmt: skip
                    self._row(self.sheets.complete, {f"complete:{part}": value for part, value in parts.items()})
        for row in rows:
            who = {f"{kind}:code": code, f"{kind}:name": data["subject"]["name"]}
            cells = {name: value for group in row.values() for name, value in group.items() if value != ""}
            self._row(self.sheets.subjects, who | cells)

    def _document(self, paper: dict[str, Any], named: dict[str, Any], code: str) -> str:
        """The code of the document of a paper; nothing where there is none."""
        corrected = paper.get("corrects")
        if isinstance(corrected, str):
            corrected = named[corrected]["document"]
        document = paper.get("document")
        if not paper["proves"] or (corrected and not document):
            what = (
                f"document {document.get('number') or document['title']!r}"
                if document
                else "a paper without a document"
            )
            msg = f"{code}: {what} proves nothing, or corrects without being a document; a workbook cannot say so"
            raise WrongValueError(msg)
        if document is None:
            return ""
        key = _key(document), _key(corrected) if corrected else None
        return self.codes.setdefault(key, f"V{len(self.codes) + 1}")

    def _row(self, table: Table, cells: dict[str, Any]) -> None:
        names = _names(self.sheets)
        self.rows[table.id].append({code: _written(table.by_code[code], cells[code], names) for code in cells})


def _key(document: dict[str, Any]) -> _Document:
    number, issued_on, issuer, title = (document.get(part, "") for part in _PARTS)
    return number, issued_on, issuer, title


def _cells(said: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    """The group of columns in which a fact is said, and its cells."""
    name = said["fact"]
    if "at" in said:
        return f"survey@{said['at']}", {f"{name}@{said['at']}": said["value"]}
    parts = ("since", "until", "by", "on", "reason", "dissent")
    value = said["judged"] if "judged" in said else said["value"]
    return name, {name: value, **{f"{name}:{part}": said[part] for part in parts if part in said}}


def _place(
    rows: list[dict[str, dict[str, Any]]], group: str, cells: dict[str, Any], column: str, document: str
) -> None:
    """In the first row where the columns are free, or hold other figures of the same document; else in a new one."""
    for row in rows:
        held = row.get(group)
        if held is None or (held[column] == document and not set(held) & set(cells)):
            row[group] = {**(held or {}), **cells, column: document}
            return
    rows.append({group: {**cells, column: document}})


def _written(column: Column, value: Any, registers: dict[str, str]) -> Value:
    """A value of the format as people write it in a cell."""
    match column.reads:
        case Reads.DAY | Reads.PERHAPS_DAY:
            return NEVER.vi if value == DID_NOT_HAPPEN.name else date.fromisoformat(value)
        case Reads.YES_NO:
            return "có" if value else "không"
        case Reads.WHOLE:
            return int(value)
        case Reads.PERCENT:
            return f"{value.replace('.', ',')}%"
        case Reads.OPTION:
            return _option(column.fact, value)
        case Reads.REGISTER:
            return registers[value]
        case _:
            return str(value)


def _option(fact: Fact | None, value: str) -> str:
    labels = {option.id: option.label.vi for option in fact.options} if fact else {}
    return _spoken(labels)[value]


def _spoken(labels: dict[str, str]) -> dict[str, str]:
    """What each is called, or its name where another is called the same."""
    called = [label.casefold() for label in labels.values()]
    return {name: label if called.count(label.casefold()) == 1 else name for name, label in labels.items()}


def _names(sheets: Layout) -> dict[str, str]:
    return _spoken({table.id: table.title.vi for table in sheets.registers})


def options_written(fact: Fact) -> Iterable[str]:
    """Every option of a fact, as it is written."""
    return (_option(fact, option.id) for option in fact.options)


def registers_written(sheets: Layout) -> Iterable[str]:
    """Every register, as it is written."""
    return _names(sheets).values()
