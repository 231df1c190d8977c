"""The next place takes one file of a few dozen lines, in a package of its own, without any edit here."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import thidua

ROOT = Path(__file__).parents[2]
FEW_DOZEN = 60


def block(mark: str) -> str:
    """The fenced block of CONTRIBUTING.md after a mark."""
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    found = re.search(rf"<!-- {re.escape(mark)} -->\n```python\n(.*?)\n```", page, re.DOTALL)
    assert found, f"CONTRIBUTING.md: no block after {mark}"
    return found[1]


def run(folder: Path, code: str) -> str:
    """What a program prints that finds a package in a folder, and the library where it is."""
    path = os.pathsep.join([str(folder), str(Path(thidua.__file__).resolve().parents[1])])
    return subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True, encoding="utf-8",
        env={**os.environ, "PYTHONPATH": path},
    ).stdout  # fmt: skip


def test_the_walk_through_is_a_package_that_works(tmp_path: Path) -> None:
    package = tmp_path / "vi_du"
    package.mkdir()
    (package / "__init__.py").write_text(block("example: a place of its own"), encoding="utf-8")
    head = "import sys\nsys.stdout.reconfigure(encoding='utf-8')"
    printed = run(tmp_path, f"{head}\n{block('example: using it')}")

    assert "Theo Quyết định số 07/QĐ-UBND ngày 01/3/2023 của UBND huyện Ví Dụ" in printed
    assert "Mức giảm: trước đây 50%, nay 60%" in printed
    assert "Bổ sung đối tượng điểm 2.8" in printed
    assert "Kế hoạch thi đua vì người nghèo của huyện Ví Dụ\nUBND huyện Ví Dụ\n" in printed
    assert "'III.2.2-5': 'undetermined'" in printed


def test_it_takes_a_few_dozen_lines() -> None:
    assert len(block("example: a place of its own").splitlines()) <= FEW_DOZEN


def test_its_subjects_are_judged_and_its_documents_read(tmp_path: Path) -> None:
    (tmp_path / "vi_du_plan.py").write_text(block("example: a place of its own"), encoding="utf-8")
    code = """
from datetime import date
from thidua import Document, Dossier, Paper, PLAN, assess, dump, edition_in_force, load
from vi_du_plan import VI_DU, WaterGroup, serves_poor

paper = Paper(Document("01/BB", date(2025, 3, 1), "To", "Bien ban"), serves_poor.recorded(True))
dossier = Dossier(WaterGroup("T-01", "To 1"), (paper,))
assert load(VI_DU, dump(VI_DU, dossier)) == dossier
print(assess(VI_DU, dossier, on=date(2025, 12, 31)).verdict.id)
print(edition_in_force((PLAN, VI_DU), date(2023, 3, 14)).id, edition_in_force((PLAN, VI_DU), date(2023, 3, 15)).id)
"""

    assert run(tmp_path, code).split() == ["met", "quynh-nhai-2021-2025", "vi-du-2021-2025"]
