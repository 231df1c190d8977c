"""The report for the Council as the Council meets it: opened from a file, on a screen and printed on A4."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

import pytest

from thidua.cli import main

EXAMPLES = Path(__file__).parents[2] / "examples" / "quynh-nhai"
KINDS = ("agency", "commune", "village", "household", "official", "enterprise")
A4 = (595, 842)
"""A4 in points."""
NOMINEES = "section.nominee, section.sheet"
"""What is told of each nominee."""
OUT_OF_PAPER = """() => {
    const edge = document.documentElement.clientWidth;
    return [...document.body.querySelectorAll("*")].filter((element) => {
        const box = element.getBoundingClientRect();
        const cut = element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1;
        return box.left < -1 || box.right > edge + 1 || cut;
    }).map((element) => element.outerHTML.slice(0, 120));
}"""
"""What goes over the edge of the paper, or is cut off in its own box."""

BROKEN_BEFORE = """(nominees) => nominees.map((each) => [each, each.previousElementSibling].some(
    (one) => getComputedStyle(one).breakBefore === "page"))"""
"""Whether a new sheet is begun before each: before itself, or before the heading above it."""
ONLY_SHEETS = ".thidua > *:not(.sheet, h2.part) { display: none !important }"
"""The annex of the sheets with its heading, and nothing besides."""
ONE_LINE = """(blanks) => blanks.filter((each) => {
    const line = document.createRange();
    line.selectNodeContents(each);
    const tops = [...line.getClientRects()].map((box) => box.top);
    return Math.max(...tops) - Math.min(...tops) > 10;
}).map((each) => each.textContent)"""
"""The blanks that are broken over two lines."""
HEADS = """() => [...document.querySelectorAll("table")].every((table) =>
    getComputedStyle(table.tHead).display === "table-header-group")"""
"""Whether every table says again on each page what its columns are."""


def written(folder: Path, language: str, *given: Path) -> str:
    """The address of a report on these dossiers."""
    path = folder / "báo cáo.html"
    paths = [str(each) for each in given]
    assert main(["report", *paths, "--on", "2025-12-31", "-o", str(path), "--language", language]) == 0
    return path.as_uri()


@pytest.fixture(scope="module", params=["vi", "en"])
def report(request: Any, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A report on all examples, in either language."""
    return written(tmp_path_factory.mktemp("report"), request.param, EXAMPLES)


@pytest.fixture(scope="module", params=["vi", "en"])
def short(request: Any, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A report on one nominee of each group, in either language."""
    first = [next(iter(sorted(EXAMPLES.glob(f"{kind}-*.json")))) for kind in KINDS]
    return written(tmp_path_factory.mktemp("short"), request.param, *first)


def paper(report: str) -> tuple[int, int]:
    """What A4 leaves between the margins that the page asks for, in the pixels of a browser."""
    page = Path(url2pathname(urlsplit(report).path)).read_text("utf-8")
    margins = re.search(r"@page\s*{size:A4;margin:(\d+)mm (\d+)mm (\d+)mm (\d+)mm", page)
    assert margins is not None
    top, right, bottom, left = map(int, margins.groups())
    return round((210 - left - right) / 25.4 * 96), round((297 - top - bottom) / 25.4 * 96)


@pytest.fixture(scope="module", params=["vi", "en"])
def crowded(request: Any, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A report on a family of whom nothing is on file."""
    folder = tmp_path_factory.mktemp("crowded")
    dossier = json.loads(next(EXAMPLES.glob("household-01-*.json")).read_bytes()) | {"papers": []}
    path = folder / "hồ sơ.json"
    path.write_text(json.dumps(dossier), "utf-8")
    return written(folder, request.param, path)


def sheets_of(page: Any) -> list[tuple[bytes, bytes]]:
    """The pages it prints on, each by its width and height."""
    return re.findall(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", page.pdf(prefer_css_page_size=True))


class TestOnScreen:
    """It opens without an error and without the network, fits a phone, and can be read by everybody."""

    @pytest.mark.parametrize(("size", "scheme"), [((360, 740), "dark"), ((1280, 900), "light")])
    def test_can_be_read_by_everybody(self, size: Any, scheme: str, short: str, opened: Any, axe: str) -> None:
        watched = opened(short, size, scheme)

        watched.opens(short)
        watched.is_accessible(axe)
        watched.is_quiet()

    def test_fits_a_phone(self, report: str, opened: Any) -> None:
        watched = opened(report, (360, 740))

        watched.opens(report)
        watched.does_not_scroll_sideways()
        watched.is_quiet()


class TestOnPaper:
    """It prints on A4: nothing over the edge, every nominee on a page of its own."""

    def test_nothing_goes_over_the_edge(self, report: str, opened: Any) -> None:
        page = opened(report, paper(report)).opens(report)

        page.emulate_media(media="print")
        assert page.evaluate(OUT_OF_PAPER) == []

    def test_every_nominee_begins_on_a_page_of_its_own(self, report: str, opened: Any) -> None:
        page = opened(report, paper(report)).opens(report)
        nominees = page.locator(NOMINEES).count()

        page.emulate_media(media="print")
        assert nominees > 10
        assert page.locator(NOMINEES).evaluate_all(BROKEN_BEFORE) == [True] * nominees

    def test_every_nominee_of_the_examples_fits_one_page(self, report: str, opened: Any) -> None:
        page = opened(report).opens(report)
        nominees = page.locator(NOMINEES).count()

        page.add_style_tag(content=ONLY_SHEETS)
        assert len(sheets_of(page)) == nominees == len(list(EXAMPLES.glob("*.json")))

    @pytest.mark.parametrize("language", ["vi", "en"])
    def test_so_does_the_fullest_of_them_below_the_title_of_the_annex(
        self, language: str, tmp_path: Path, opened: Any
    ) -> None:
        alone = written(tmp_path, language, next(EXAMPLES.glob("successor-01-*.json")))
        page = opened(alone).opens(alone)

        page.add_style_tag(content=ONLY_SHEETS)
        assert len(sheets_of(page)) == 1

    def test_who_lacks_more_takes_two_and_every_table_repeats_its_head(self, crowded: str, opened: Any) -> None:
        page = opened(crowded).opens(crowded)

        page.emulate_media(media="print")
        assert page.evaluate(HEADS)
        page.add_style_tag(content=ONLY_SHEETS)
        assert len(sheets_of(page)) == 2

    def test_takes_about_as_many_sheets_as_there_is_to_say(self, report: str, opened: Any) -> None:
        page = opened(report).opens(report)
        nominees = page.locator(NOMINEES).count()

        sheets = sheets_of(page)
        assert {(round(float(width)), round(float(height))) for width, height in sheets} == {A4}
        assert nominees < len(sheets) <= 5 * nominees


class TestNamesAsLongAsTheyCome:
    """A name of 300 letters, with no space in it, pushes nothing off the paper or the screen."""

    def test_leave_the_verdicts_where_they_can_be_read(self, tmp_path: Path, opened: Any) -> None:
        dossier = json.loads(next(EXAMPLES.glob("commune-02-*.json")).read_bytes())
        dossier["subject"] |= {"name": "X" * 300, "code": "Y" * 100}
        path = tmp_path / "hồ sơ.json"
        path.write_text(json.dumps(dossier), "utf-8")
        report = written(tmp_path, "vi", path)
        page, phone = opened(report, paper(report)).opens(report), opened(report, (360, 740))

        page.emulate_media(media="print")
        assert page.evaluate(OUT_OF_PAPER) == []
        phone.opens(report)
        phone.does_not_scroll_sideways()


class TestBlanks:
    """What is to be filled in by hand stays on one line, on a phone and on paper."""

    @pytest.mark.parametrize(
        ("size", "media", "blanks"),
        [
            ((360, 740), "screen", ".letterhead p:has-text('…')"),
            ((624, 971), "print", ".letterhead p, .signatures strong"),
        ],
    )
    def test_stay_on_one_line(self, size: Any, media: str, blanks: str, short: str, opened: Any) -> None:
        page = opened(short, size).opens(short)

        page.emulate_media(media=media)
        assert page.locator(blanks).evaluate_all(ONE_LINE) == []
