"""From sheets to dossiers: each row told as the dossier format tells it, then loaded by the one loader there is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from attrs import field, frozen

from thidua.dossiers import Dossier
from thidua.errors import InvalidDocumentError
from thidua.interpreters.loading import load
from thidua.interpreters.loading.refusals import Refused, clean, incomplete, misfit, unknown
from thidua.interpreters.loading.shapes import FORMAT
from thidua.movements import Plan
from thidua.nodes import Kind, Lives
from thidua.texts import Text
from thidua.workbooks.grids import Place, Troubles
from thidua.workbooks.layout import Layout
from thidua.workbooks.sheets import Line, Said

_DOCUMENT = Text("văn bản có mã", "document with the code")
_SUBJECT = Text("đối tượng có mã", "subject with the code")
_STEP = re.compile(r"(\.\w+|\[\d+\])$")


@frozen
class Item:
    """One thing said, as the format says it; where it stands, and where each of its parts does."""

    said: dict[str, Any]
    place: Place
    parts: dict[str, Place]


@frozen
class Folder:
    """What the rows say of one subject: its name, and the items of each document, by its code."""

    code: str
    name: str
    place: Place
    items: dict[str, list[Item]] = field(factory=dict[str, list[Item]])

    def add(self, document: str, item: Item) -> None:
        """One item more."""
        self.items.setdefault(document, []).append(item)


class Reading:
    """Reads the lines of one workbook; whatever it refuses goes to the troubles, and reading goes on."""

    def __init__(self, plan: Plan, sheets: Layout, troubles: Troubles) -> None:
        self.plan, self.sheets, self.troubles = plan, sheets, troubles
        self.documents: dict[str, Line] = {}
        self.names: dict[str, Line] = {}
        self.folders: dict[str, Folder] = {}

    def read_documents(self, lines: Iterable[Line]) -> None:
        """The documents, by their codes in this workbook."""
        for line in lines:
            code = line.get("document:id")
            if code in self.documents:
                before = self.documents[code].place("document:id")
                vi, en = f"mã văn bản “{clean(code)}” đã có ở {before}", f"the code “{clean(code)}” is at {before} too"
                self.troubles.add(line.place("document:id"), Refused(Text(vi, en), "duplicate", found=clean(code)))
            elif code is not None:
                self.documents[code] = line
            if not line.values.get("document:number") and not line.values.get("document:title"):
                vi, en = "văn bản phải có số hoặc tên", "a document needs its number or its title"
                self.troubles.add(line.place("document:number", "document:id"), incomplete(vi, en))
        for line in self.documents.values():
            corrected = self._document(line, "document:corrects")
            if corrected and corrected == line.get("document:id"):
                vi, en = "văn bản không thể tự đính chính", "a document cannot correct itself"
                self.troubles.add(line.place("document:corrects"), misfit(vi, en, found=clean(corrected)))

    def read_subjects(self, lines: Iterable[Line]) -> None:
        """Who is nominated, and what the columns say. More rows with one code tell more of the one subject."""
        kind, label = self.sheets.words.id, self.sheets.words.label
        told = list(lines)
        for line in told:
            code, name = line.get(f"{kind}:code"), line.get(f"{kind}:name")
            if f"{kind}:code" not in line.values:
                vi, en = f"dòng có số liệu nhưng chưa ghi mã {label.vi}", f"the row has no code of the {label.en}"
                self.troubles.add(line.place(f"{kind}:code"), incomplete(vi, en, expected=f"{kind}:code"))
            named = self.names.setdefault(code, line) if name and code else None
            if named and name != (before := named.get(f"{kind}:name")):
                at = named.place(f"{kind}:name")
                vi, en = f"“{clean(code)}” là {clean(before)} ở {at}", f"“{clean(code)}” is {clean(before)} at {at}"
                self.troubles.add(line.place(f"{kind}:name"), misfit(vi, en, found=clean(name)))
        for line in told:
            code = line.get(f"{kind}:code")
            if code is None:
                continue
            folder = self.folders.get(code)
            if folder is None:
                name = self.names[code].get(f"{kind}:name") if code in self.names else code
                folder = self.folders[code] = Folder(code, name, line.place(f"{kind}:code"))
                if code not in self.names and line.values.get(f"{kind}:name") is not Said.REFUSED:
                    vi, en = f"chưa ghi tên của “{clean(code)}”", f"the name of “{clean(code)}” is not given"
                    place = line.place(f"{kind}:name", f"{kind}:code")
                    self.troubles.add(place, incomplete(vi, en, expected=f"{kind}:name"))
            for document, item in self._facts(line):
                folder.add(document, item)

    def read_entries(self, lines: Iterable[Line], register: str) -> None:
        """The entries of a register."""
        for line in lines:
            folder = self._folder(line, f"{register}:subject")
            document, key = self._document(line, f"{register}:document"), line.get(f"{register}:entry")
            if folder is None or document is None or not line.whole(register):
                continue
            parts = {"entry": line.place(f"{register}:entry")}
            fields: dict[str, Any] = {}
            for column in line.of(register):
                if column.fact:
                    fields[column.part] = line.get(column.code)
                    parts[f"fields.{column.part}"] = line.place(column.code)
            said = {"register": register, "entry": key, "fields": fields}
            folder.add(document, Item(said, parts["entry"], parts))

    def read_complete(self, lines: Iterable[Line]) -> None:
        """The declarations that registers are complete."""
        for line in lines:
            folder = self._folder(line, "complete:subject")
            document = self._document(line, "complete:document")
            keys = {"register": "register", "complete": "entries", "through": "through", "by": "by"}
            said = {key: line.get(f"complete:{part}") for key, part in keys.items()}
            if folder is not None and document is not None and line.whole("complete"):
                parts = {key: line.place(f"complete:{part}") for key, part in keys.items()}
                folder.add(document, Item(said, parts["register"], parts))

    def dossiers(self) -> tuple[Dossier[Any], ...]:
        """A dossier for each subject, in the order of their rows; those with problems only tell them."""
        return tuple(made for folder in self.folders.values() if (made := self._dossier(folder)) is not None)

    # what a row says

    def _facts(self, line: Line) -> Iterator[tuple[str, Item]]:
        for group in dict.fromkeys(line.table.by_code[code].group for code in line.values):
            document = self._document(line, f"{group}:document")
            if not group or document is None:
                continue
            for column in line.of(group):
                value, fact = line.get(column.code), column.fact
                if fact is None or column.part != "value" or value is None:
                    continue
                if column.survey is not None:
                    said: dict[str, Any] = {"fact": fact.name, "at": column.survey.id, "value": value}
                elif not line.whole(group):
                    continue
                elif fact.kind is Kind.JUDGED:
                    said = {"fact": fact.name, "judged": value, **_more(line, group, "by", "on", "reason", "dissent")}
                elif fact.lives is Lives.IN_FORCE:
                    said = {"fact": fact.name, **_more(line, group, "since", "until"), "value": value}
                else:
                    said = {"fact": fact.name, "value": value}
                parts = {key: line.place(f"{group}:{key}", column.code) for key in said}
                parts |= dict.fromkeys(("value", "judged"), line.place(column.code))
                yield document, Item(said, line.place(column.code), parts)

    def _document(self, line: Line, code: str) -> str | None:
        """The code of the document a cell names, empty where it names none; nothing where it is wrong."""
        if code not in line.values:
            return ""
        named: str | None = line.get(code)
        if named is None or named in self.documents:
            return named
        self.troubles.add(line.place(code), unknown(_DOCUMENT, named, self.documents, code="cross_reference"))
        return None

    def _folder(self, line: Line, code: str) -> Folder | None:
        """The subject a cell names."""
        named: str | None = line.get(code)
        if named is None or named in self.folders:
            return self.folders.get(named or "")
        self.troubles.add(line.place(code), unknown(_SUBJECT, named, self.folders, code="cross_reference"))
        return None

    # a dossier

    def _dossier(self, folder: Folder) -> Dossier[Any] | None:
        kind = self.sheets.words.id
        places: dict[str, Place] = {"$": folder.place}
        papers: list[dict[str, Any]] = []
        order = {document: number for number, document in enumerate([*self.documents, ""])}
        for document, items in sorted(folder.items.items(), key=lambda pair: order[pair[0]]):
            here = f"$.papers[{len(papers)}]"
            paper: dict[str, Any] = {"proves": [item.said for item in items]}
            for number, item in enumerate(items):
                places[f"{here}.proves[{number}]"] = item.place
                places |= {f"{here}.proves[{number}].{part}": place for part, place in item.parts.items()}
            if document:
                line = self.documents[document]
                paper["document"] = _written(line)
                places[here] = line.place("document:id")
                corrected = line.get("document:corrects")
                if corrected in self.documents and corrected != document:
                    paper["corrects"] = _written(self.documents[corrected])
                    places[f"{here}.corrects"] = line.place("document:corrects")
            papers.append(paper)
        who = {"kind": kind, "code": folder.code, "name": folder.name}
        try:
            return load(self.plan, {"format": FORMAT, "subject": who, "papers": papers})
        except InvalidDocumentError as error:
            for problem in error.problems:
                self.troubles.add(_nearest(problem.path, places), problem)
            return None


def _more(line: Line, group: str, *parts: str) -> dict[str, Any]:
    return {part: value for part in parts if (value := line.get(f"{group}:{part}")) is not None}


def _written(line: Line) -> dict[str, Any]:
    """A document as the format has it; one with problems of its own is told already, and stands in for itself."""
    told = _more(line, "document", "number", "issued_on", "issuer", "title")
    whole = "issuer" in told and "issued_on" in told and ("number" in told or "title" in told)
    return told if whole else {"number": line.get("document:id"), "issued_on": "2000-01-01", "issuer": "?"}


def _nearest(path: str, places: dict[str, Place]) -> Place:
    """The cell of a place in the document, or of what it stands in."""
    while path not in places:
        shorter = _STEP.sub("", path)
        path = shorter if shorter != path else "$"
    return places[path]
