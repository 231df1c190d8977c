"""Nothing that comes in at the door raises anything but listed problems: every outcome is dossiers or an error of ours.

Real dossiers, filled sheets and workbooks, damaged as data and as bytes. Whatever is still read can also be judged.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from dossier_draws import anything, damaged
from hypothesis import given
from hypothesis import strategies as st

from thidua import PLAN, Dossier, InvalidDocumentError, assess, dump, explain, judgement_form, judgements, load
from thidua.errors import CODES
from thidua.limits import MOST_PROBLEMS
from thidua.workbooks import read_workbook, write_workbook

FOLDER = Path(__file__).resolve().parents[1] / "examples" / "quynh-nhai"
REAL = sorted(path.read_bytes() for path in FOLDER.glob("*.json"))
ON = date(2025, 12, 31)
ODD = [
    b"", b"\x00", b"\xff", b"\xef\xbb\xbf", b'"', b"\\", b"{", b"]", b",", b"-", b"1e9", b"9" * 40, b"null", b"\\ud800",
    b"NaN", "\u0301".encode(), b"\n", b";", b"<", b"&amp;", b"&#0;", b"=1+1",
]  # fmt: skip
"""What damage puts into bytes, besides any bytes at all."""


def outcome(read: Callable[[], Any]) -> Any:
    """What is read, or nothing where it was refused with listed problems; anything else is a failure."""
    try:
        return read()
    except InvalidDocumentError as error:
        check(error)
    return None


def check(error: InvalidDocumentError) -> None:
    """Each problem is on the list, has a place and words in both languages, and can be printed."""
    assert 0 < len(error.problems) <= MOST_PROBLEMS + 1
    for problem in error.problems:
        assert problem.code in CODES
        assert problem.path
        assert problem.message.vi
        assert problem.message.en
    assert error.report("vi").encode()
    assert error.report("en").encode()


def judged(dossier: Dossier[Any] | None) -> None:
    """What was read is a dossier like any other: it is judged, explained, and written back."""
    if dossier is not None:
        assert load(PLAN, dump(PLAN, dossier)) == dossier
        assert explain(assess(PLAN, dossier, on=ON)).encode()


@st.composite
def damage(draw: st.DrawFn, content: bytes) -> bytes:
    """The bytes with a few slices replaced, left out, doubled or moved."""
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(content)))
        cut = content[start : start + draw(st.integers(0, 12))]
        put = draw(st.one_of(st.sampled_from(ODD), st.binary(max_size=4), st.just(cut * 2), st.just(cut[::-1])))
        content = content[:start] + put + content[start + len(cut) :]
    return content


class TestDossiers:
    @given(st.data(), st.sampled_from(REAL))
    def test_damaged_as_data(self, data: st.DataObject, real: bytes) -> None:
        given_ = data.draw(damaged(json.loads(real)))

        judged(outcome(lambda: load(PLAN, given_)))
        judged(outcome(lambda: load(PLAN, json.dumps(given_))))

    @given(st.data(), st.sampled_from(REAL))
    def test_damaged_as_bytes(self, data: st.DataObject, real: bytes) -> None:
        given_ = data.draw(damage(real))

        judged(outcome(lambda: load(PLAN, given_)))
        judged(outcome(lambda: load(PLAN, given_.decode("utf-8", "replace"))))

    @given(st.data(), st.sampled_from(REAL))
    def test_one_for_another_cut_off_or_run_together(self, data: st.DataObject, real: bytes) -> None:
        other = data.draw(st.sampled_from(REAL))
        at = data.draw(st.integers(0, len(real)))

        judged(outcome(lambda: load(PLAN, real[:at])))
        judged(outcome(lambda: load(PLAN, real[:at] + other[at:])))

    @pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32", "cp1258"])
    def test_in_another_encoding(self, encoding: str) -> None:
        for real in REAL:
            assert outcome(lambda: load(PLAN, real.decode().encode(encoding, "replace"))) is None  # noqa: B023  # called at once

    @given(st.data())
    def test_whatever_python_holds(self, data: st.DataObject) -> None:
        odd = [object(), b"x", {1, 2}, date(2025, 1, 1), 1 + 2j, float("nan"), 10**5_000, range(3), "\ud800", None]
        given_ = json.loads(data.draw(st.sampled_from(REAL)))
        target: Any = given_
        for _ in range(data.draw(st.integers(1, 4))):
            keys = list(target) if isinstance(target, dict) else range(len(target)) if isinstance(target, list) else []
            if not keys:
                break
            inside, key = target, data.draw(st.sampled_from(keys))
            target = inside[key]
        inside[key] = data.draw(st.sampled_from(odd))

        judged(outcome(lambda: load(PLAN, given_)))


@cache
def sheets() -> list[tuple[Dossier[Any], Any]]:
    """What awaits judgement, and the sheets filled in."""
    found = []
    blank = [Dossier(words.subject("VD-01", "Ví dụ")) for words in PLAN.vocabularies]
    for dossier in [*blank, *(load(PLAN, real) for real in REAL)]:
        form = judgement_form(PLAN, dossier, on=ON)
        for part in form["parts"]:
            minutes = {
                "number": "05/BB",
                "issued_on": "2025-12-21",
                "issuer": "Hội đồng TĐKT huyện",
                "title": "Biên bản",
            }
            part.update(by=part["judges"][0]["label"]["vi"], on="2025-12-20", minutes=minutes)
            for word in part["judgements"]:
                word.update(judged=word["scale"][-1]["id"], reason="Có kết quả.", dissent="Một ý kiến khác.")
        if form["parts"]:
            found.append((dossier, form))
    return found


class TestFilledSheets:
    def test_there_are_some_and_undamaged_they_are_read(self) -> None:
        assert len(sheets()) >= len(PLAN.vocabularies)
        for dossier, form in sheets():
            assert len(judgements(PLAN, dossier, form).papers) > len(dossier.papers)

    @given(st.data())
    def test_damaged_as_data(self, data: st.DataObject) -> None:
        dossier, form = data.draw(st.sampled_from(sheets()))
        given_ = data.draw(damaged(deepcopy(form)))

        judged(outcome(lambda: judgements(PLAN, dossier, given_)))

    @given(st.data())
    def test_damaged_as_bytes(self, data: st.DataObject) -> None:
        dossier, form = data.draw(st.sampled_from(sheets()))
        given_ = data.draw(damage(json.dumps(form, ensure_ascii=False).encode()))

        judged(outcome(lambda: judgements(PLAN, dossier, given_)))

    @given(anything)
    def test_anything(self, data: Any) -> None:
        assert outcome(lambda: judgements(PLAN, sheets()[0][0], json.dumps(data))) is None


@cache
def books() -> tuple[bytes, dict[str, bytes]]:
    """A workbook of two communes, as Excel and as CSV."""
    from tempfile import TemporaryDirectory  # noqa: PLC0415  # written once, for these tests alone

    dossiers = [
        load(PLAN, (FOLDER / f"commune-{name}.json").read_bytes()) for name in ("01-muong-giang", "07-muong-chien")
    ]
    with TemporaryDirectory() as folder:
        path = Path(folder)
        write_workbook(PLAN, dossiers, path / "book.xlsx", review="final-2025")
        write_workbook(PLAN, dossiers, path / "book", review="final-2025")
        return (path / "book.xlsx").read_bytes(), {each.name: each.read_bytes() for each in (path / "book").iterdir()}


class TestWorkbooks:
    @given(st.data())
    def test_damaged_as_bytes(self, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
        self.read(tmp_path_factory, {"book.xlsx": data.draw(damage(books()[0]))})

    @given(st.data())
    def test_damaged_in_a_part(self, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
        out = BytesIO()
        with ZipFile(BytesIO(books()[0])) as whole, ZipFile(out, "w", ZIP_DEFLATED) as copy:
            names = whole.namelist()
            hit = data.draw(st.sampled_from(names))
            for name in names:
                copy.writestr(name, data.draw(damage(whole.read(name))) if name == hit else whole.read(name))
        self.read(tmp_path_factory, {"book.xlsx": out.getvalue()})

    @given(st.data())
    def test_damaged_csv(self, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
        files = dict(books()[1])
        hit = data.draw(st.sampled_from(sorted(files)))
        files[hit] = data.draw(damage(files[hit]))
        self.read(tmp_path_factory, files)

    def read(self, factory: pytest.TempPathFactory, files: dict[str, bytes]) -> None:
        folder = factory.mktemp("door")
        for name, content in files.items():
            (folder / name).write_bytes(content)
        path = folder / "book.xlsx" if "book.xlsx" in files else folder
        for dossier in outcome(lambda: read_workbook(PLAN, path)) or ():
            assert explain(assess(PLAN, dossier, on=ON)).encode()
