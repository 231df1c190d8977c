"""Reads the page of a report: its sheets, its tables, its links, and the text of each part."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

from html_reading import Read, read

import thidua
from thidua.interpreters.assess import assess
from thidua.interpreters.award import awards_open
from thidua.interpreters.explanation import explanation
from thidua.interpreters.html.council import council_report
from thidua.interpreters.sensitivity import sensitivity

EXAMPLES = Path(__file__).resolve().parents[1] / "examples" / "quynh-nhai"
AT_THE_END = date(2025, 12, 31)


def of_example(
    name: str, language: str = "vi", *, level: str = "dossier", on: date = AT_THE_END, readings: Any = None
) -> str:
    """The report on one shipped example."""
    (path,) = EXAMPLES.glob(f"{name}-*.json")
    found = assess(thidua.PLAN, thidua.load(thidua.PLAN, path.read_bytes()), on=on)
    turned = None
    if readings is not None:
        turned = sensitivity(thidua.PLAN, [found.dossier], on=on, readings=readings)
    told = explanation(found, level, ["needs", "remedies"])
    return council_report(
        thidua.PLAN, [told], language, level, awards=[awards_open(thidua.PLAN, found)], sensitivity=turned
    )


def parts(page: str, kind: str) -> list[str]:
    """The sections of a class, each as HTML; none of them holds another section."""
    return re.findall(rf'<section class="{kind}".*?</section>', page, flags=re.DOTALL)


def sheets(page: str) -> list[str]:
    """The sheets in their order, each as it is read aloud."""
    return [said(part) for part in parts(page, "sheet")]


def said(html: str) -> str:
    """What a piece of HTML says, spaces as one."""
    return Read(html).text


def part(sheet: str, title: str) -> str:
    """What stands beside a heading of a sheet, given as HTML; empty where there is no such heading."""
    found = re.search(rf"<h4>{re.escape(title)}</h4><div>(.*?)</div></div>(?=<div class=\"part|</section>)", sheet)
    return "" if found is None else said(found.group(1))


def rows(page: str, kind: str) -> list[list[str]]:
    """The rows of every table of a class, cell by cell, without their heads."""
    tables = re.findall(rf'<div class="{kind}">.*?</table>', page)
    bodies = [re.search(r"<tbody>(.*)</tbody>", table) for table in tables]
    lines = [line for body in bodies if body for line in re.findall(r"<tr>(.*?)</tr>", body.group(1))]
    return [[said(cell) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", line)] for line in lines]


def links(page: str) -> tuple[list[str], list[str]]:
    """Where links lead, and the names of places."""
    found = read(page)
    names: list[Any] = [given["id"] for _, given in found.elements if "id" in given]
    return [f"{given['href']}".removeprefix("#") for given in found.named("a")], names
