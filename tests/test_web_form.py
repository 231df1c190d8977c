"""The embedding example: mistakes stand beside their fields, verdicts are stored with their receipt."""

from __future__ import annotations

import json
import re
import sqlite3
import sys
from html import unescape
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest

from thidua import PLAN, explain, load

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = json.loads((ROOT / "examples" / "quynh-nhai" / "commune-02-chieng-bang.json").read_text("utf-8"))


def _module() -> Any:
    spec = spec_from_file_location("web_form", ROOT / "examples" / "web-form" / "app.py")
    assert spec
    assert spec.loader
    module = sys.modules[spec.name] = module_from_spec(spec)  # Flask looks for its templates beside the module
    spec.loader.exec_module(module)
    return module


APP = _module()


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "xet.sqlite"


@pytest.fixture
def client(database: Path) -> Any:
    return APP.create_app(str(database)).test_client()


def typed(dossier: Any) -> dict[str, str]:
    """What someone types who has these papers; an entry goes into the next free row of its register."""
    form = {f"$.subject.{key}": dossier["subject"][key] for key in ("code", "name")}
    free = [section for section in APP.SECTIONS if "fixed" in section]
    for paper in dossier["papers"]:
        for said in paper["proves"]:
            section = next(
                (
                    each
                    for each in free
                    if each["fixed"].items() <= said.items()
                    and ({*each["fixed"]} == {"register"}) == ("register" in said)
                    and (any(one["path"].endswith(".complete") for one in each["inputs"])) == ("complete" in said)
                ),
                None,
            )
            if section is None:
                continue
            free.remove(section)
            for prefix, data in (("document", paper["document"]), ("proves[0]", said)):
                form |= {f"{section['path']}.{prefix}.{key}": shown(value) for key, value in flat(data).items()
                         if key not in section["fixed"]}  # fmt: skip
    return form


def flat(data: Any) -> dict[str, Any]:
    inside = data.get("fields", {})
    return {key: value for key, value in data.items() if key != "fields"} | {
        f"fields.{key}": value for key, value in inside.items()
    }


def shown(value: Any) -> str:
    return json.dumps(value) if isinstance(value, bool) else str(value)


def messages(page: str) -> dict[str, list[str]]:
    """The messages of a page by the name of the field they stand beside; of a section by its legend."""
    found: dict[str, list[str]] = {}
    beside = ""
    for name, legend, message in re.findall(
        r' name="([^"]*)"|<legend>([^<]*)</legend>|<p role="alert">([^<]*)</p>', page
    ):
        beside = name or legend or beside
        if message:
            found.setdefault(unescape(beside), []).append(unescape(message))
    return found


def section(title: str) -> str:
    """The path of a section."""
    return next(str(each["path"]) for each in APP.SECTIONS if each["legend"] == title)


class TestTheForm:
    def test_asks_what_the_plan_asks_of_a_commune_in_vietnamese(self, client: Any) -> None:
        page = client.get("/").text

        assert '<label for="$.subject.code">mã đối tượng</label>' in page
        assert "<legend>số hộ nghèo đa chiều rà soát cuối năm 2024</legend>" in page
        assert "giảm trên 50% so với đầu kỳ" in page
        assert "<script" not in page
        assert messages(page) == {}

    def test_no_two_fields_have_one_name(self) -> None:
        names = [each["path"] for one in APP.SECTIONS for each in one["inputs"]]

        assert len(names) == len(set(names))

    def test_a_row_for_each_entry_of_a_register(self, client: Any) -> None:
        legends = re.findall(r"<legend>(sáng kiến[^<]*)</legend>", client.get("/").text)

        assert legends == ["sáng kiến 1", "sáng kiến 2", "sáng kiến 3"]


class TestAGoodSubmission:
    def test_shows_the_explained_verdict_and_stores_it_with_its_receipt(self, client: Any, database: Path) -> None:
        answer = client.post("/", data=typed(EXAMPLE))

        assert answer.status_code == 303
        with APP.stored(str(database)) as base:
            ((key, body),) = base.execute("SELECT receipt, body FROM explanations")
        stored = json.loads(body)
        assert answer.headers["Location"] == f"/{key}"
        assert stored["receipt"]["plan"] == PLAN.id
        assert [clause["verdict"] for clause in stored["clauses"]][-1] == "not_met"
        page = unescape(client.get(f"/{key}").text)
        assert explain(stored) in page
        assert "giảm 60 hộ" in page or "120" in page

    def test_twice_is_one_explanation(self, client: Any, database: Path) -> None:
        places = {client.post("/", data=typed(EXAMPLE)).headers["Location"] for _ in range(2)}

        assert len(places) == 1
        with APP.stored(str(database)) as base:
            assert base.execute("SELECT count(*) FROM explanations").fetchone() == (1,)

    def test_what_is_left_blank_is_not_known(self, client: Any) -> None:
        answer = client.post("/", data={"$.subject.code": "VD-01", "$.subject.name": "Xã Ví Dụ"}, follow_redirects=True)

        assert "Xã Ví Dụ (xã, mã VD-01): CHƯA ĐỦ CĂN CỨ" in answer.text

    def test_what_was_typed_is_the_dossier_that_is_judged(self) -> None:
        data, kept = APP.dossier_of(typed(EXAMPLE))
        said = [said for paper in load(PLAN, data).papers for said in paper.proves]

        assert len(said) == len(kept)
        assert {said for paper in load(PLAN, EXAMPLE).papers for said in paper.proves} >= {*said}

    def test_a_receipt_that_is_not_there(self, client: Any) -> None:
        assert client.get("/0123").status_code == 404


class TestABadSubmission:
    def test_each_of_several_mistakes_stands_beside_its_field_and_what_was_typed_stays(self, client: Any) -> None:
        first, second = (section(f"số hộ nghèo đa chiều rà soát cuối năm {year}") for year in (2021, 2024))
        area, effort = (
            section("khu vực của xã"),
            next(each["path"] for each in APP.SECTIONS if each["legend"].startswith("sự nỗ lực")),
        )
        answer = client.post("/", data={
            "$.subject.name": "Xã Ví Dụ",
            f"{first}.proves[0].value": "-5", f"{first}.document.number": "1",
            f"{second}.proves[0].value": "sáu mươi", f"{second}.document.issued_on": "31/1/2025",
            f"{area}.document.number": "2", f"{area}.document.issuer": "UBND",
            f"{area}.document.issued_on": "2021-06-04",
            f"{effort}.proves[0].judged": "DONE_WELL", f"{effort}.proves[0].reason": "Bám sát cơ sở.",
        })  # fmt: skip

        assert answer.status_code == 422
        found = messages(answer.text)
        assert set(found) == {
            "$.subject.code",
            f"{first}.proves[0].value", f"{first}.document.issued_on", f"{first}.document.issuer",
            f"{second}.proves[0].value", f"{second}.document.issued_on", f"{second}.document.issuer",
            f"{second}.document.number", f"{area}.proves[0].value", f"{area}.proves[0].since",
            f"{effort}.proves[0].by", f"{effort}.proves[0].on",
            next(each["legend"] for each in APP.SECTIONS if each["path"] == effort),
        }  # fmt: skip
        assert found["$.subject.code"] == ["mã đối tượng để trống"]
        assert found[f"{first}.proves[0].value"] == [
            "“poor_households” (số hộ nghèo đa chiều) phải từ 0 hộ trở lên; đã ghi -5"
        ]
        assert found[f"{second}.document.issued_on"][0].endswith("ghi 2025-01-31")
        assert 'value="sáu mươi"' in answer.text
        assert '<option value="DONE_WELL" selected>' in answer.text

    def test_a_number_longer_than_any(self, client: Any) -> None:
        path = f"{section('số hộ nghèo đa chiều rà soát cuối năm 2021')}.proves[0].value"
        answer = client.post("/", data={path: "9" * 5_000})

        assert path in messages(answer.text)

    def test_more_than_a_form_holds(self, client: Any) -> None:
        assert client.post("/", data={"$.subject.name": "x" * 2**21}).status_code == 413


class TestInjection:
    BAD = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"

    def test_into_the_form(self, client: Any) -> None:
        fields = [each["path"] for one in APP.SECTIONS for each in one["inputs"] if each["path"] != "$.subject.name"]
        page = client.post("/", data=dict.fromkeys(fields, self.BAD)).text

        assert messages(page)
        assert "<script" not in page
        assert "<img" not in page

    def test_into_the_verdict(self, client: Any, database: Path) -> None:
        form = typed(EXAMPLE)
        form |= {path: self.BAD for path in form if path.endswith((".name", ".number", ".title", ".issuer", ".reason"))}
        answer = client.post("/", data=form, follow_redirects=True)

        assert answer.status_code == 200
        assert "&lt;script&gt;" in answer.text
        assert "<script" not in answer.text
        assert "<img" not in answer.text

    def test_into_the_address(self, client: Any) -> None:
        answer = client.get("/' OR '1'='1")

        assert answer.status_code == 404
        assert "<script" not in client.get("/<script>").text


def test_a_database_that_cannot_be_written_is_told_when_it_starts(tmp_path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError):
        APP.create_app(str(tmp_path / "none" / "xet.sqlite"))
