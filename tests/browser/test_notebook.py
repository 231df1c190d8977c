"""A notebook as it is sent on: run, exported as one page by Jupyter's own exporter, and opened in a browser."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import Any

import pytest

nbformat = pytest.importorskip("nbformat", reason="no Jupyter: python -m pip install -e '.[browser]'")
nbclient = pytest.importorskip("nbclient", reason="no Jupyter: python -m pip install -e '.[browser]'")
nbconvert = pytest.importorskip("nbconvert", reason="no nbconvert: python -m pip install -e '.[browser]'")
read = pytest.importorskip("myst_nb.core.read", reason="no myst-nb: python -m pip install -e '.[browser]'")

DOCS = Path(__file__).parents[2] / "docs"
THEMES = ("light", "dark")
SIZES = {"phone": (360, 740), "desktop": (1280, 900)}

BESIDE = (
    "impact(PLAN, stricter, dossiers, on=date(2025, 12, 31))",
    "from thidua import margins\nmargins(assessment)",
    "from thidua import judgement_sheet\njudgement_sheet(PLAN, dossiers[9], on=date(2025, 12, 31))",
    "from thidua import history\nhistory(stricter)",
)
"""What shows a table, a list, words below one another and a page of text, in the names of the page."""
BROKEN = """() => [...document.querySelectorAll(".thidua pre")].map((each) => getComputedStyle(each).wordBreak)"""
"""Whether a line of text may be broken within a word."""
OUT_OF_LINE = """() => [...document.querySelectorAll(".thidua dl")].filter((list) => {
    const end = list.getBoundingClientRect().right;
    return [...list.querySelectorAll(":scope > dd")].some((said) => said.getBoundingClientRect().right < end - 2);
}).map((list) => list.textContent.slice(0, 80))"""
"""The lists of which something is broken before the line is full."""
TO_THE_RIGHT = """() => [...document.querySelectorAll(".thidua td, .thidua th")].filter(
    (cell) => !["left", "start"].includes(getComputedStyle(cell).textAlign)).map((cell) => cell.textContent)"""
"""The cells whose words stand to the right."""


class Exported:
    """A page of the documentation as a notebook that was run, and exported in both of Jupyter's themes."""

    def __init__(self, name: str, folder: Path) -> None:
        source = DOCS / name
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # those of the exporter and its templates are not ours
            notebook = read.read_myst_markdown_notebook(source.read_text("utf-8"))
            notebook.cells += map(nbformat.v4.new_code_cell, BESIDE)
            place = {"metadata": {"path": str(source.parent)}}
            nbclient.NotebookClient(notebook, kernel_name="python3", resources=place).execute()
            for theme in THEMES:
                exporter = nbconvert.HTMLExporter(theme=theme)
                page, _ = exporter.from_notebook_node(notebook, {"metadata": {"name": source.stem}})
                (folder / f"{theme}.html").write_text(page, "utf-8")
        self.folder = folder.as_uri()
        # What the exporter asks for by itself, in every page that it makes.
        self.own = {exporter.require_js_url, exporter.mathjax_url}


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Exported:
    return Exported("how-to/report.md", tmp_path_factory.mktemp("exported"))


class TestExportedNotebook:
    """What a notebook shows asks nothing of the network, fits a phone, unfolds, and can be read by everybody.

    The exporter puts two scripts of its own into every page, and colours code in its own way. That is not this
    library's: the two get empty files, and axe-core looks only at what this library shows.
    """

    @pytest.mark.parametrize(("size", "theme"), [("phone", "light"), ("desktop", "light"), ("desktop", "dark")])
    def test_is_seen(self, size: str, theme: str, exported: Exported, opened: Any, axe: str) -> None:
        watched = opened(exported.folder, SIZES[size], theme, exported.own)
        page = watched.opens(f"{exported.folder}/{theme}.html")

        assert page.locator("div.thidua").count() > 3
        watched.unfolds()
        assert page.evaluate(OUT_OF_LINE) == []
        assert page.evaluate(TO_THE_RIGHT) == []
        assert page.evaluate(BROKEN) == ["normal"] * page.locator(".thidua pre").count()
        assert page.locator(".thidua .columns").count() > 0
        watched.does_not_scroll_sideways()
        watched.is_accessible(axe, ".thidua")
        watched.is_quiet()
