"""`python -m thidua tabulate`: a table on file judged and written back, and what is refused in both languages."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua import PLAN, Commune, Document, Dossier, Paper, tabulate
from thidua.cli import main, progress
from thidua.cli.table_files import guarded_cells
from thidua.interpreters.columns import engine
from thidua.vocabulary import commune
from thidua.workbooks import write_workbook
from thidua.workbooks.cells import guarded

ON = ("--kind", "commune", "--on", "2025-12-31")
FIGURES = ",".join(f"{fact}@{year}" for year in (2021, 2024) for fact in ("poor_households", "near_poor_households"))
COMMUNES = f"""code,name,area,{FIGURES}
VD-01,=Xã Một,III,60,40,25,24
VD-02,Xã Hai,OUTSIDE,60,40,25,
VD-03,Xã Ba,II,60,40,25,30
"""
REPORTS = "code,due_on,sent_on\nVD-01,15/06/2023,2023-06-14\nVD-03, 2023-06-15 ,16/06/2023\n"
Printed = pytest.CaptureFixture[str]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "communes.csv").write_text(COMMUNES, "utf-8")
    (tmp_path / "reports.csv").write_text(REPORTS, "utf-8")
    return tmp_path


def done(capsys: Printed, *argv: str) -> str:
    assert main(["tabulate", *argv]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out.removesuffix("\n")


def refused(capsys: Printed, *argv: str) -> str:
    assert main(["tabulate", *argv]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    return err.removesuffix("\n")


class TestTables:
    """CSV and Parquet in and out, the same verdicts as the library's."""

    @pytest.mark.parametrize("more", [(), ("--stream",)])
    @pytest.mark.parametrize("ending", ["csv", "parquet"])
    def test_are_judged_and_written(self, folder: Path, capsys: Printed, ending: str, more: tuple[str, ...]) -> None:
        out = folder / f"judged.{ending}"

        assert done(capsys, "communes.csv", *ON, "-o", out.name, *more) == f"Đã ghi {out.name}"
        judged = pl.read_csv(out) if ending == "csv" else pl.read_parquet(out)
        assert judged["III.2.2-4"].cast(pl.String).to_list() == ["met", "not_applicable", "not_met"]
        assert sorted(path.name for path in folder.iterdir()) == ["communes.csv", out.name, "reports.csv"]

    def test_parquet_is_read(self, folder: Path, capsys: Printed) -> None:
        table = pl.read_csv(folder / "communes.csv")
        table.write_parquet(folder / "communes.parquet")
        done(capsys, "communes.parquet", *ON, "-o", "judged.parquet")
        expected = tabulate(PLAN, Commune, table, on=date(2025, 12, 31)).frame

        assert pl.read_parquet(folder / "judged.parquet").equals(expected)

    def test_several_files_of_subjects_are_one_table(self, folder: Path, capsys: Printed) -> None:
        (folder / "more.csv").write_text(COMMUNES.replace("VD-0", "VD-1"), "utf-8")
        done(capsys, "communes.csv", "more.csv", *ON, "-o", "judged.parquet")

        assert pl.read_parquet(folder / "judged.parquet")["code"].len() == 6

    @pytest.mark.parametrize("more", [(), ("--stream",)])
    def test_a_file_named_after_a_register_is_that_registers(
        self, folder: Path, capsys: Printed, more: tuple[str, ...]
    ) -> None:
        argv = ("communes.csv", "reports.csv", *ON, "--complete", "reports=31/12/2025", "--by", "UBND xã", *more)
        done(capsys, *argv, "-o", "judged.parquet")
        judged = pl.read_parquet(folder / "judged.parquet")

        assert judged["III.2.2-2"].cast(pl.String).to_list() == ["undetermined", "undetermined", "not_met"]

    def test_a_register_may_be_declared_complete_by_a_column(self, folder: Path, capsys: Printed) -> None:
        table = pl.read_csv(folder / "communes.csv").with_columns(told=pl.lit(date(2025, 12, 31)))
        table.write_parquet(folder / "communes.parquet")
        argv = ("communes.parquet", "reports.csv", *ON, "--complete", "reports=told", "--by", "UBND xã")
        done(capsys, *argv, "-o", "judged.parquet")

        assert pl.read_parquet(folder / "judged.parquet")["III.2.2-2"].cast(pl.String).to_list()[2] == "not_met"

    def test_judgements_have_minutes(self, folder: Path, capsys: Printed) -> None:
        (folder / "communes.csv").write_text("code,officials_effort\nVD-01,DONE_WELL\n", "utf-8")

        assert "documents={fact: Minutes(…)}" in refused(capsys, "communes.csv", *ON, "-o", "judged.csv")
        body = PLAN.vocabulary(Commune).facts
        judge = next(fact for fact in body if fact.name == "officials_effort").judges[0].label.vi
        done(capsys, "communes.csv", *ON, "-o", "judged.csv", "--minutes", "01/BB", "2/12/2025", judge)
        wrong = refused(capsys, "communes.csv", *ON, "-o", "other.csv", "--minutes", "01/BB", "2/2025", judge)
        assert wrong.startswith("--minutes '2/2025': ghi ngày")

    def test_a_yes_or_no_is_read_in_both_languages(self, folder: Path, capsys: Printed) -> None:
        (folder / "households.csv").write_text("code,has_policy_loan\nH-1,có\nH-2,No\nH-3,\n", "utf-8")
        for more in ((), ("--stream",)):
            out = f"judged{len(more)}.parquet"
            done(capsys, "households.csv", "--kind", "household", "--on", "2025-12-31", "-o", out, *more)

            assert pl.read_parquet(folder / out)["has_policy_loan"].to_list() == [True, False, None]


class TestSummary:
    """`--summary` prints the counts, what decides, and what is missing."""

    def test_in_vietnamese_by_area(self, folder: Path, capsys: Printed) -> None:
        said = done(capsys, "communes.csv", *ON, "-o", "judged.csv", "--summary", "--group-by", "area")

        assert "Tiêu chí quyết định kết luận" in said
        assert "Giấy tờ còn thiếu để xét III.2.2 (phần đo đếm được)" in said
        assert any(line.startswith("OUTSIDE") for line in said.splitlines())

    def test_in_english(self, folder: Path, capsys: Printed) -> None:
        said = done(capsys, "communes.csv", *ON, "-o", "judged.csv", "--summary", "--language", "en")

        assert said.startswith("Wrote judged.csv\n\n")
        assert "What decides the verdicts" in said


class TestWorkbooks:
    """A workbook made by `template` is judged dossier by dossier, since papers say more than columns hold."""

    def test_a_row_for_each_dossier(self, folder: Path, capsys: Printed) -> None:
        survey = Document("98/QĐ-UBND", date(2025, 1, 31), "UBND huyện Ví Dụ")
        dossiers = [Dossier(Commune(f"VD-0{at}", "Xã Ví Dụ"), (Paper(survey, said),)) for at, said in BOOK]
        write_workbook(PLAN, dossiers, folder / "communes.xlsx")
        done(capsys, "communes.xlsx", *ON, "-o", "judged.parquet")
        judged = pl.read_parquet(folder / "judged.parquet")

        assert judged["code"].to_list() == ["VD-01", "VD-02"]
        assert judged["III.2.2-4"].cast(pl.String).to_list() == ["not_applicable", "undetermined"]
        assert judged["decisive"][0] == "III.2.2-1; III.2.2-2; III.2.2-3"

    def test_what_is_for_tables_is_refused(self, folder: Path, capsys: Printed) -> None:
        survey = Document("98/QĐ-UBND", date(2025, 1, 31), "UBND huyện Ví Dụ")
        write_workbook(PLAN, [Dossier(Commune("VD-01", "Xã"), (Paper(survey, BOOK[0][1]),))], folder / "communes.xlsx")
        argv = ("communes.xlsx", "--kind", "village", "--on", "2025-12-31", "-o", "judged.csv", "--summary")

        assert refused(capsys, *argv).splitlines()[0] == "VD-01: không phải village"
        assert "for .csv and .parquet" in refused(capsys, *argv, "--language", "en")


BOOK = (
    (1, commune.area.recorded(commune.Area.OUTSIDE, since=date(2021, 6, 4))),
    (2, commune.area.recorded(commune.Area.III, since=date(2021, 6, 4))),
)


class TestRefused:
    """Nothing is written over, and every refusal says what to do."""

    def test_a_file_that_is_there_is_kept(self, folder: Path, capsys: Printed) -> None:
        (folder / "judged.csv").write_text("mine", "utf-8")

        assert refused(capsys, "communes.csv", *ON, "-o", "judged.csv") == "judged.csv: đã có tệp; không ghi đè"
        assert "kept as it is" in refused(capsys, "communes.csv", *ON, "-o", "judged.csv", "--language", "en")
        assert (folder / "judged.csv").read_text("utf-8") == "mine"

    def test_so_is_one_that_came_meanwhile(
        self, folder: Path, capsys: Printed, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from thidua.cli import tabulating  # noqa: PLC0415  # patched here alone

        monkeypatch.setattr(tabulating, "_check_output", lambda output, language: output.write_text("mine"))

        assert "không ghi đè" in refused(capsys, "communes.csv", *ON, "-o", "judged.csv")
        assert sorted(path.name for path in folder.iterdir()) == ["communes.csv", "judged.csv", "reports.csv"]

    def test_an_ending_that_is_not_written(self, folder: Path, capsys: Printed) -> None:
        assert refused(capsys, "communes.csv", *ON, "-o", "judged.xlsx").startswith("judged.xlsx: ghi tên tệp .csv")
        assert "name a .csv" in refused(capsys, "communes.csv", *ON, "-o", "judged.xlsx", "--language", "en")

    @pytest.mark.parametrize(("language", "said"), [("vi", "không ghi được"), ("en", "cannot be written")])
    def test_a_folder_that_is_not_there(self, folder: Path, capsys: Printed, language: str, said: str) -> None:
        assert said in refused(capsys, "communes.csv", *ON, "-o", "nowhere/judged.csv", "--language", language)

    @pytest.mark.parametrize(("language", "said"), [("vi", "không đọc được"), ("en", "cannot be read")])
    def test_a_file_that_cannot_be_read(self, folder: Path, capsys: Printed, language: str, said: str) -> None:
        (folder / "broken.parquet").write_text("no parquet", "utf-8")
        for path in ("broken.parquet", "lost.csv"):
            assert said in refused(capsys, path, *ON, "-o", "judged.csv", "--language", language)

    def test_files_of_other_columns(self, folder: Path, capsys: Printed) -> None:
        (folder / "more.csv").write_text("code,area\nVD-9,III\n", "utf-8")

        assert refused(capsys, "communes.csv", "more.csv", *ON, "-o", "judged.csv").startswith("more.csv: ")

    def test_cells_that_are_not_what_their_column_holds(self, folder: Path, capsys: Printed) -> None:
        (folder / "communes.csv").write_text("code,poor_households@2021\nVD-01,12\nVD-02,khoảng 12\n", "utf-8")
        (folder / "reports.csv").write_text("code,due_on,sent_on\nVD-01,2023-06-15,6/2023\n", "utf-8")

        assert refused(capsys, "communes.csv", *ON, "-o", "judged.csv") == (
            "communes.csv, dòng 3, poor_households@2021: “khoảng 12” không phải số nguyên"
        )
        (folder / "communes.csv").write_text("code\nVD-01\n", "utf-8")
        said = refused(capsys, "communes.csv", "reports.csv", *ON, "-o", "judged.csv", "--language", "en")
        assert said == "reports.csv, row 2, sent_on: “6/2023” is no day as 2025-12-31 or 31/12/2025"

    @pytest.mark.parametrize(("language", "said"), [("vi", "một ô không đọc được"), ("en", "a cell cannot be read")])
    def test_such_cells_of_a_streamed_table(self, folder: Path, capsys: Printed, language: str, said: str) -> None:
        (folder / "communes.csv").write_text("code,poor_households@2021\nVD-02,khoảng 12\n", "utf-8")
        argv = ("communes.csv", *ON, "-o", "judged.csv", "--stream", "--language", language)

        assert refused(capsys, *argv).startswith(said)
        assert not (folder / "judged.csv").exists()

    def test_no_table_of_subjects(self, folder: Path, capsys: Printed) -> None:
        assert refused(capsys, "reports.csv", *ON, "-o", "judged.csv") == "Chưa có bảng đối tượng"
        assert "no table of subjects" in refused(capsys, "reports.csv", *ON, "-o", "judged.csv", "--language", "en")

    @pytest.mark.parametrize(
        ("more", "vi", "en"),
        [
            (("--complete", "reprots=2025-12-31"), "ghi SỔ=NGÀY; did you mean 'reports'", "write REGISTER=DAY"),
            (("--complete", "reports"), "ghi SỔ=NGÀY", "write REGISTER=DAY"),
            (("--complete", "reports=2025-12-31"), "ghi thêm --by", "add --by"),
            (("--complete", "reports=2025-12-31", "--by", "X"), "không có tệp reports", "there is no file reports"),
        ],
    )
    def test_declarations(self, folder: Path, capsys: Printed, more: tuple[str, ...], vi: str, en: str) -> None:
        assert vi in refused(capsys, "communes.csv", *ON, "-o", "judged.csv", *more)
        assert en in refused(capsys, "communes.csv", *ON, "-o", "judged.csv", *more, "--language", "en")

    @pytest.mark.parametrize(("language", "said"), [("vi", "cần cài thêm polars"), ("en", "this needs polars")])
    def test_without_the_extra(
        self, folder: Path, capsys: Printed, monkeypatch: pytest.MonkeyPatch, language: str, said: str
    ) -> None:
        def missing(name: str) -> None:
            raise ModuleNotFoundError(name, name=name)

        monkeypatch.setattr(engine, "import_module", missing)
        argv = ("communes.csv", *ON, "-o", "judged.csv", "--language", language)

        assert refused(capsys, *argv) == f"{said}: pip install 'thidua[frames]'"


class TestFormulas:
    """What is written as CSV is not run by a spreadsheet that opens it."""

    def test_a_name_that_begins_like_a_formula(self, folder: Path, capsys: Printed) -> None:
        done(capsys, "communes.csv", *ON, "-o", "judged.csv")

        assert "VD-01,'=Xã Một," in (folder / "judged.csv").read_text("utf-8-sig")

    @given(st.lists(st.one_of(st.none(), st.text(), st.sampled_from(["=1", "+1", "-1", "@x", "\tx", "'x", " #N/A"]))))
    def test_law_cells_are_guarded_as_in_workbooks(self, cells: list[str | None]) -> None:
        table = guarded_cells(pl.DataFrame({"=a": cells}, {"=a": pl.String}))

        assert table.columns == ["'=a"]
        assert table["'=a"].to_list() == [None if cell is None else guarded(cell) for cell in cells]


class TestBar:
    """A bar is drawn on a terminal and nowhere else."""

    def test_on_a_terminal(self, folder: Path, capsys: Printed, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
        assert main(["tabulate", "communes.csv", *ON, "-o", "judged.csv"]) == 0
        drawn = capsys.readouterr().err.split("\r\x1b[K")

        assert [line.split(" ", 1)[1] for line in drawn[1:-1]] == ["đọc bảng", "xét", "ghi"]
        assert drawn[-1] == ""
        assert drawn[2].count("█") == progress.WIDTH // 3
