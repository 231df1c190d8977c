"""`report`: writes the page for the Council, and nothing over what is there."""

from __future__ import annotations

from pathlib import Path

import pytest
from html_reading import read

from thidua.cli import main

EXAMPLES = Path(__file__).resolve().parents[1] / "examples" / "quynh-nhai"
COMMUNE = EXAMPLES / "commune-02-chieng-bang.json"
OFFICIAL = EXAMPLES / "official-01-can-bo-a.json"
ON = ("--on", "2025-12-31")
Printed = pytest.CaptureFixture[str]


class TestReport:
    @pytest.mark.parametrize(
        ("language", "said", "title"),
        [
            ("vi", "Đã tạo {}: 1 đối tượng\n", "Báo cáo kết quả"),
            ("en", "Wrote {}: 1 nominee\n", "Report: Dossiers judged"),
        ],
    )
    def test_writes_one_page(self, language: str, said: str, title: str, tmp_path: Path, capsys: Printed) -> None:
        path = tmp_path / "báo cáo.html"

        assert main(["report", str(COMMUNE), *ON, "-o", str(path), "--language", language]) == 0
        assert capsys.readouterr().out == said.format(path)
        text = read(path.read_text("utf-8")).text
        assert title in text
        assert "Xã Chiềng Bằng" in text

    def test_reads_folders_and_orders_by_the_plan(self, tmp_path: Path, capsys: Printed) -> None:
        path = tmp_path / "r.html"

        assert main(["report", str(COMMUNE), str(OFFICIAL), *ON, "-o", str(path), "--language", "en"]) == 0
        assert capsys.readouterr().out.endswith(": 2 nominees\n")
        path.unlink()
        assert main(["report", str(EXAMPLES), *ON, "-o", str(path)]) == 0
        text = read(path.read_text("utf-8")).text
        assert text.index("Phòng Ví Dụ") < text.index("Xã Mường Giàng") < text.index("Bản Ví Dụ 1")

    def test_at_public_level_persons_and_closed_forms_are_not_in_it(self, tmp_path: Path) -> None:
        paths = {level: tmp_path / f"{level}.html" for level in ("public", "dossier")}
        for level, path in paths.items():
            assert main(["report", str(OFFICIAL), *ON, "-o", str(path), "--level", level]) == 0
        public, dossier = (read(path.read_text("utf-8")).text for path in paths.values())

        assert "HÌNH THỨC KHEN THƯỞNG" in dossier
        assert "HÌNH THỨC KHEN THƯỞNG" not in public
        assert "Cán bộ A" in dossier
        assert "Cán bộ A" not in public

    @pytest.mark.parametrize(("language", "said"), [("vi", "đã có tệp; không ghi đè"), ("en", "it exists; kept")])
    def test_never_writes_over_what_is_there(self, language: str, said: str, tmp_path: Path, capsys: Printed) -> None:
        path = tmp_path / "r.html"
        path.write_text("signed", "utf-8")

        assert main(["report", str(COMMUNE), *ON, "-o", str(path), "--language", language]) == 2
        assert said in capsys.readouterr().err
        assert path.read_text("utf-8") == "signed"

    def test_nor_over_what_came_to_be_there_meanwhile(self, tmp_path: Path, capsys: Printed) -> None:
        path = tmp_path / "r.html"
        path.symlink_to(tmp_path / "nowhere.html")

        assert main(["report", str(COMMUNE), *ON, "-o", str(path)]) == 2
        assert "không ghi đè" in capsys.readouterr().err

    @pytest.mark.parametrize(("language", "said"), [("vi", "không ghi được"), ("en", "cannot be written")])
    def test_a_place_that_cannot_be_written_is_refused(
        self, language: str, said: str, tmp_path: Path, capsys: Printed
    ) -> None:
        path = tmp_path / "no such folder" / "r.html"

        assert main(["report", str(COMMUNE), *ON, "-o", str(path), "--language", language]) == 2
        assert said in capsys.readouterr().err

    def test_writes_nothing_when_a_dossier_cannot_be_read(self, tmp_path: Path, capsys: Printed) -> None:
        path = tmp_path / "r.html"

        assert main(["report", str(tmp_path / "missing.json"), *ON, "-o", str(path)]) == 2
        assert "missing.json" in capsys.readouterr().err
        assert not path.exists()

    def test_every_file_that_cannot_be_read_is_named_and_nothing_written(self, tmp_path: Path, capsys: Printed) -> None:
        folder, path = tmp_path / "hồ sơ", tmp_path / "r.html"
        folder.mkdir()
        (folder / "a.json").write_text("{", "utf-8")
        (folder / "b.json").write_text(COMMUNE.read_text("utf-8").replace('"commune"', '"comune"', 1), "utf-8")
        (folder / "c.json").write_text(COMMUNE.read_text("utf-8"), "utf-8")

        assert main(["report", str(folder), *ON, "-o", str(path)]) == 2
        refused = capsys.readouterr().err
        assert "a.json" in refused
        assert "có phải là “commune”?" in refused
        assert "c.json" not in refused
        assert not path.exists()

    @pytest.mark.parametrize(
        ("language", "said"),
        [("vi", "xã QN-02: có 2 hồ sơ ({}; {}); gộp lại thành một"), ("en", "commune QN-02: 2 dossiers ({}; {}); put")],
    )
    def test_two_dossiers_of_one_nominee_are_refused(
        self, language: str, said: str, tmp_path: Path, capsys: Printed
    ) -> None:
        copies = [tmp_path / "a.json", tmp_path / "b.json"]
        for copy in copies:
            copy.write_text(COMMUNE.read_text("utf-8"), "utf-8")
        path = tmp_path / "r.html"

        assert main(["report", *map(str, copies), *ON, "-o", str(path), "--language", language]) == 2
        assert said.format(*copies) in capsys.readouterr().err
        assert not path.exists()

    def test_the_head_can_be_filled_in(self, tmp_path: Path) -> None:
        path = tmp_path / "r.html"
        head = (
            "--superior",
            "UBND huyện Ví Dụ",
            "--agency",
            "Phòng Nội vụ",
            "--place",
            "Ví Dụ",
            "--dated",
            "05/01/2026",
        )

        assert main(["report", str(OFFICIAL), *ON, "-o", str(path), *head]) == 0
        text = read(path.read_text("utf-8")).text
        assert "UBND HUYỆN VÍ DỤ PHÒNG NỘI VỤ Số: …………/BC-…………" in text
        assert "Ví Dụ, ngày 05 tháng 01 năm 2026" in text

    def test_tells_what_is_missing_and_which_readings_matter(self, tmp_path: Path) -> None:
        path = tmp_path / "r.html"

        assert main(["report", str(COMMUNE), *ON, "-o", str(path)]) == 0
        text = read(path.read_text("utf-8")).text
        assert "Cách khắc phục Không còn cách nào trong kỳ xét này:" in text
        assert "Kết luận sẽ là đạt: " in text
        assert "A-02 “giảm từ mức đã định trở lên”" in text
