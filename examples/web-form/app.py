"""A web form for the dossier of a commune, made from its schema: a file to copy and start from.

The name of each input is the JSON path of what it fills in, so that a problem reported by `load` finds its input. The
templates stand in files named .html, in which Flask escapes every value.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import date
from hashlib import sha256
from typing import Any

from flask import Flask, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from thidua import PLAN, Commune, InvalidDocumentError, assess, explain, explanation, load, schema_of

ON, REVIEW, ROWS = date(2025, 12, 31), "final-2025", 3  # the day, the review, and blank rows for each register
SCHEMA = schema_of(PLAN, Commune)
DAY = len("2025-12-31")
Data = dict[str, Any]


def whole(part: Data) -> Data:
    """A part of the schema together with what it refers to; of several shapes of one value, the first."""
    below = SCHEMA["$defs"][part["$ref"].rpartition("/")[2]] if "$ref" in part else part.get("anyOf", [{}])[0]
    return {**whole(below), **part} if below else part


def inputs(given: Data, path: str) -> Iterator[Data]:
    """One input for each value below a part of the schema; what is constant is not asked."""
    part = whole(given)
    if part.get("type") == "object":
        for key, below in part["properties"].items():
            yield from inputs(below, f"{path}.{key}")
    elif "const" not in part:
        options = [(each["const"], each["title"]) for each in part.get("oneOf", ()) if isinstance(each["const"], str)]
        options = [("true", "có"), ("false", "không")] if part.get("type") == "boolean" else options
        kind = "number" if part.get("type") == "integer" else "date" if part.get("maxLength") == DAY else "text"
        yield {"path": path, "label": part["title"], "type": kind, "options": options}


def sections() -> Iterator[Data]:
    """The subject, then for each thing the plan asks a paper that proves it: its document, and what it says."""
    yield {
        "path": "$.subject",
        "legend": "Đối tượng",
        "inputs": [*inputs(SCHEMA["properties"]["subject"], "$.subject")],
    }
    surveys = {each["const"]: each["title"] for each in SCHEMA["$defs"]["survey"]["oneOf"]}
    papers = 0
    for name, part in SCHEMA["$defs"].items():
        told = part.get("x-thidua", {})
        if not (told.get("asked", {}).get("clauses") or told.get("needed_by")):
            continue
        once = range(1, ROWS + 1) if name.startswith("entry.") else [""]
        for which in told.get("asked", {}).get("at", {}).get(REVIEW, once):
            fixed = {key: below["const"] for key, below in part["properties"].items() if "const" in below}
            fixed |= {"at": which} if which in surveys else {}
            path = f"$.papers[{papers}]"
            asked = [each for each in inputs(part, f"{path}.proves[0]") if not each["path"].endswith(".at")]
            asked += inputs(SCHEMA["$defs"]["document"], f"{path}.document")
            legend = f"{part['title']} {surveys.get(which, which)}".strip()
            yield {"path": path, "legend": legend, "help": part["description"], "inputs": asked, "fixed": fixed}
            papers += 1


SECTIONS = list(sections())


def dossier_of(form: Mapping[str, str]) -> tuple[Data, list[str]]:
    """What was filled in, as a dossier, and for each of its papers the section it comes from. A blank is not known."""
    data: Data = {"format": "thidua.dossier/1", "subject": {"kind": "commune", "code": "", "name": ""}, "papers": []}
    kept: list[str] = []
    for section in SECTIONS:
        paper = data["subject"] if "fixed" not in section else {"proves": [dict(section["fixed"])]}
        filled = [(each, text) for each in section["inputs"] if (text := form.get(each["path"], "").strip())]
        for each, text in filled:
            *steps, last = re.findall(r"\w+", each["path"].removeprefix(section["path"]))
            inside: Any = paper
            for step in steps:
                inside = inside[int(step)] if step.isdigit() else inside.setdefault(step, {})
            is_whole = each["type"] == "number" and re.fullmatch("-?[0-9]{1,15}", text)
            chosen = {"true": True, "false": False}.get(text, text) if each["options"] else text
            inside[last] = int(text) if is_whole else chosen
        if filled and "fixed" in section:
            data["papers"].append(paper)
            kept.append(section["path"])
    return data, kept


def beside(error: InvalidDocumentError, kept: list[str]) -> dict[str, list[str]]:
    """The messages by the input they stand beside; one that has none stands at its section, or at the top."""
    names = {each["path"] for section in SECTIONS for each in [section, *section["inputs"]]}
    found: dict[str, list[str]] = {}
    for problem in error.problems:
        path = re.sub(r"^\$\.papers\[(\d+)\]", lambda paper: kept[int(paper[1])], problem.path)
        while path not in names and path != "$":
            path = re.sub(r"(\.\w+|\[[^]]*\])$", "", path)
        found.setdefault(path, []).append(problem.message.vi)
    return found


@contextmanager
def stored(database: str) -> Iterator[sqlite3.Connection]:
    """The database, committed to and closed."""
    with closing(sqlite3.connect(database)) as base, base:
        yield base


def create_app(database: str = "xet.sqlite") -> Flask:
    """The application; explanations are stored as JSON under the digest of their receipt."""
    app = Flask(__name__)
    app.config["MAX_CONTENT_LENGTH"] = 2**20
    with stored(database) as base:
        base.execute("CREATE TABLE IF NOT EXISTS explanations (receipt TEXT PRIMARY KEY, body TEXT NOT NULL)")

    @app.get("/")
    def form() -> str:
        return render_template("form.html", sections=SECTIONS, form={}, errors={})

    @app.post("/")
    def judge() -> ResponseReturnValue:
        data, kept = dossier_of(request.form)
        try:
            dossier = load(PLAN, data)
        except InvalidDocumentError as error:
            told = beside(error, kept)
            return render_template("form.html", sections=SECTIONS, form=request.form, errors=told), 422
        body = explanation(assess(PLAN, dossier, on=ON, review=REVIEW))
        key = sha256(json.dumps(body["receipt"], sort_keys=True).encode()).hexdigest()
        with stored(database) as base:
            base.execute(
                "INSERT OR IGNORE INTO explanations VALUES (?, ?)", (key, json.dumps(body, ensure_ascii=False))
            )
        return redirect(url_for("shown", key=key), 303)

    @app.get("/<key>")
    def shown(key: str) -> str:
        with stored(database) as base:
            row = base.execute("SELECT body FROM explanations WHERE receipt = ?", (key,)).fetchone()
        if row is None:
            abort(404)
        return render_template("verdict.html", text=explain(json.loads(row[0])), key=key)

    return app
