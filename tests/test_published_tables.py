"""The two published tables: every slip of their publishers is told, none is repaired, and none is told that is none."""

from __future__ import annotations

import csv
from fractions import Fraction
from pathlib import Path

import pytest
from openpyxl import Workbook

from thidua import InvalidDocumentError
from thidua.errors import Problem, UnknownNameError
from thidua.quantities import percent
from thidua.workbooks import PublishedTable, poverty_tables, read_table

REGIONS = "poverty-by-region"
PEOPLES = "son-la-2022-by-ethnic-group"
DATA = Path(__file__).resolve().parents[1] / "src" / "thidua" / "data"

# What does not agree, worked out by hand: the cell, as published, as the other figures give it.
SLIPS = {
    REGIONS: [
        ("F3", "sum", 169_566, 169_476),  # Red River delta 2022: 69,239 + 100,237
        ("F5", "sum", 236_766, 236_647),  # Central highlands 2022: 129,160 + 107,487
        ("F8", "sum", 1_972_767, 1_972_648),  # whole country 2022: 1,057,374 + 915,274
        ("D8", "sum", 1_057_374, 1_057_284),  # poor households of the six regions, 2022
    ],
    PEOPLES: [
        ("E2", "share", Fraction(1783, 10_000), Fraction(52_883, 297_104)),  # 17.80 %
        ("G2", "share", Fraction(968, 10_000), Fraction(28_702, 297_104)),  # 9.66 %
        ("F2", "sum", 28_702, 28_703),  # ethnic minorities and Kinh: 28,246 + 457
    ],
}


@pytest.fixture(scope="module")
def tables() -> dict[str, PublishedTable]:
    return {table.id: table for table in poverty_tables()}


@pytest.mark.parametrize("name", [REGIONS, PEOPLES])
class TestBoth:
    def test_every_slip_and_no_other(self, tables: dict[str, PublishedTable], name: str):
        found = [(each.place, each.code, each.published, each.computed) for each in tables[name].cautions]
        assert found == [(f"{name}.csv!{cell}", *rest) for cell, *rest in SLIPS[name]]

    def test_figures_stay_as_published(self, tables: dict[str, PublishedTable], name: str):
        with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as source:
            published = list(csv.DictReader(source))
        assert len(tables[name].rows) == len(published)
        for row, line in zip(tables[name].rows, published, strict=True):
            assert [column for column, _ in row.figures] == list(line)
            for column, figure in row.figures:
                written = line[column]
                if not written:
                    assert figure is None
                elif "percent" in column:
                    assert figure == percent(written)
                else:
                    assert str(figure) == written

    def test_each_row_names_its_source(self, tables: dict[str, PublishedTable], name: str):
        assert all("reported" in str(row["source"]) for row in tables[name].rows)


class TestWords:
    def test_a_caution_says_both_figures_in_both_languages(self, tables: dict[str, PublishedTable]):
        share = tables[PEOPLES].cautions[0].message
        assert share.vi.endswith("đã công bố 17,83%, tính từ hai số cùng dòng là khoảng 17,8%")
        assert share.en.endswith("published as 17.83%, the figures of its row give about 17.8%")
        total = tables[REGIONS].cautions[0].message
        assert total.vi.endswith("đã công bố 169.566, tổng các số thành phần là 169.476")

    def test_an_unknown_column_is_offered_the_nearest(self, tables: dict[str, PublishedTable]):
        with pytest.raises(UnknownNameError, match="poor_households"):
            tables[REGIONS].rows[0]["poor_household"]


HEAD = "group,households,persons,poor_households,poor_percent_as_published,near_poor_households"
FULL = f"{HEAD},near_poor_percent_as_published,source"


def table(folder: Path, *lines: str, head: str = FULL) -> PublishedTable:
    path = folder / "table.csv"
    path.write_text("\n".join([head, *lines]), encoding="utf-8")
    return read_table(path)


def refused(folder: Path, *lines: str, head: str = FULL) -> list[tuple[str, str]]:
    with pytest.raises(InvalidDocumentError) as caught:
        table(folder, *lines, head=head)
    problems: tuple[Problem, ...] = caught.value.problems
    return [(problem.code, problem.path) for problem in problems]


class TestTheSameDoor:
    def test_another_table_of_the_form(self, tmp_path: Path):
        read = table(tmp_path, "all,1000,4000,178,17.8,0,0,x", "ethnic minorities,600,,170,,,,x", "Kinh,400,,8,2.0,,,x")
        assert read.cautions == ()
        assert read.rows[0]["poor_percent_as_published"] == percent("17.8")

    @pytest.mark.parametrize(("printed", "slips"), [("33.33", 0), ("33.34", 1), ("33,33", 0), ("33.3", 1)])
    def test_a_percentage_is_printed_with_two_decimals(self, tmp_path: Path, printed: str, slips: int):
        written = f'"{printed}"'
        assert len(table(tmp_path, f"Kinh,3,,1,{written},,,x").cautions) == slips

    def test_no_share_is_made_of_no_household(self, tmp_path: Path):
        assert table(tmp_path, "Kinh,0,,0,5,,,x").cautions == ()

    def test_a_total_with_a_part_that_is_missing_is_not_checked(self, tmp_path: Path):
        assert table(tmp_path, "all,1000,,,,,,x", "Kinh,400,,,,,,x").cautions == ()

    def test_cells_that_mean_two_things_or_none_are_refused_together(self, tmp_path: Path):
        lines = ("all,1.250,hai,-3,17.8,0,0,x",)
        assert refused(tmp_path, *lines) == [
            ("ambiguous", "table.csv!B2"), ("wrong_type", "table.csv!C2"), ("out_of_range", "table.csv!D2"),
        ]  # fmt: skip

    def test_a_column_too_few_or_too_many(self, tmp_path: Path):
        assert refused(tmp_path, "all,1", head="group,households")[0] == ("incomplete", "table.csv!1:1")
        assert refused(tmp_path, "all,1", head=f"{FULL},more") == [("unknown_field", "table.csv!I1")]

    def test_a_table_of_another_form(self, tmp_path: Path):
        assert refused(tmp_path, "1,2", head="a,b") == [("incomplete", "table.csv")]

    def test_no_table_at_all(self, tmp_path: Path):
        (tmp_path / "table.csv").write_bytes(b"\xff\xfe")
        with pytest.raises(InvalidDocumentError, match="UTF-8"):
            read_table(tmp_path / "table.csv")

    def test_in_excel(self, tmp_path: Path, tables: dict[str, PublishedTable]):
        book = Workbook()
        for row in tables[PEOPLES].rows:
            if not book.active.max_row > 1:
                book.active.append([column for column, _ in row.figures])
            told = [
                figure if not hasattr(figure, "share") else f"{float(figure.share * 100):.2f}"
                for _, figure in row.figures
            ]
            book.active.append(told)
        book.save(tmp_path / "table.xlsx")
        read = read_table(tmp_path / "table.xlsx")
        assert read.rows == tables[PEOPLES].rows
        assert [each.place for each in read.cautions] == ["Sheet!E2", "Sheet!G2", "Sheet!F2"]
