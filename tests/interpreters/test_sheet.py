"""judgement_sheet() and judgements(): the blank sheet of what awaits a judgement, and the filled one read back.

With REWRITE_GOLDEN=1 the words are kept.
"""

from __future__ import annotations

import json
import os
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from dossier_draws import anything, damaged
from hypothesis import given
from hypothesis import strategies as st
from small_plan import (
    ON,
    XA_MAU,
    agreed,
    asking,
    document,
    effort,
    has_fund,
    judgement,
    paper,
)
from small_plan import PLAN as SMALL

from thidua import (
    PLAN,
    Agency,
    Commune,
    Document,
    Dossier,
    Enterprise,
    Household,
    InvalidDocumentError,
    Level,
    Official,
    Paper,
    Village,
    all_of,
    any_of,
    assess,
    judgement_form,
    judgement_sheet,
    judgements,
    load,
)
from thidua.conditions import Condition
from thidua.errors import CODES, NoReviewError
from thidua.evidence import Evidence
from thidua.interpreters.filled_sheet import _at
from thidua.interpreters.printing import WIDTH
from thidua.vocabulary import commune

GOLDEN = Path(__file__).parent / "golden"
EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "quynh-nhai"
DAY = date(2025, 12, 31)
SUBJECTS = [kind("VD-01", "Ví Dụ") for kind in (Agency, Commune, Village, Household, Official, Enterprise)]
COUNCIL_OF_THE_DISTRICT = "Hội đồng Thi đua - Khen thưởng huyện"
MINUTES = {"number": "05/BB-HĐTĐKT", "issued_on": "2025-12-21", "issuer": "Hội đồng TĐKT", "title": "Biên bản họp"}


def example(name: str) -> Dossier[Any]:
    return load(PLAN, (EXAMPLES / f"{name}.json").read_bytes(), source=name)


WAITING = example("commune-08-muong-gion")


def filled(dossier: Dossier[Any] = WAITING, level: str = "DONE_WELL") -> dict[str, Any]:
    """The sheet of a dossier with every word judged alike."""
    form = judgement_form(PLAN, dossier, on=DAY)
    for part in form["parts"]:
        part.update(by=part["judges"][0]["label"]["vi"], on="2025-12-20", minutes=dict(MINUTES))
        for word in part["judgements"]:
            word.update(judged=level, reason="có sản phẩm cụ thể")
    return form


def problems(form: Any, dossier: Dossier[Any] = WAITING) -> list[tuple[str, str]]:
    """The code and the place of everything that is wrong with a sheet."""
    with pytest.raises(InvalidDocumentError) as error:
        judgements(PLAN, dossier, form)
    assert all(problem.message.vi and problem.message.en for problem in error.value.problems)
    return [(problem.code, problem.path) for problem in error.value.problems]


def changed(*at: Any, **to: Any) -> dict[str, Any]:
    """The filled sheet with other values at one place."""
    form = deepcopy(filled())
    inside: Any = form
    for step in at:
        inside = inside[step]
    for key, value in to.items():
        if value is ...:
            del inside[key]
        else:
            inside[key] = value
    return form


WORD = ("parts", 0, "judgements", 0)
AT = "$.parts[0].judgements[0]"
NO_MINUTES = [("incomplete", f"$.parts[0].minutes.{key}") for key in ("issued_on", "issuer", "number")]


class TestWords:
    @pytest.mark.parametrize("language", ["vi", "en"])
    def test_of_a_commune_that_awaits_only_judgement(self, language):
        said = judgement_sheet(PLAN, WAITING, language, on=DAY)
        file = GOLDEN / f"sheet-commune-08.{language}.txt"
        if "REWRITE_GOLDEN" in os.environ:
            file.write_text(f"{said}\n", encoding="utf-8", newline="\n")

        assert f"{said}\n" == file.read_text(encoding="utf-8")

    @pytest.mark.parametrize("subject", SUBJECTS, ids=lambda subject: type(subject).__name__)
    @pytest.mark.parametrize("language", ["vi", "en"])
    def test_fits_on_paper(self, subject, language):
        lines = judgement_sheet(PLAN, Dossier(subject), language, on=DAY).splitlines()

        assert all(len(line) <= WIDTH and line == line.rstrip() for line in lines)
        assert not any("None" in line or "_" in line for line in lines)

    def test_nothing_awaited(self):
        dossier = example("commune-01-muong-giang")

        assert judgement_sheet(PLAN, dossier, on=DAY).endswith("Không có nội dung nào chờ đánh giá.")
        assert judgement_sheet(PLAN, dossier, "en", on=DAY).endswith("Nothing awaits a judgement.")

    def test_nothing_on_file_for_the_criterion(self):
        assert "Hồ sơ của tiêu chí này chưa có giấy tờ nào." in judgement_sheet(SMALL, Dossier(XA_MAU), on=ON)
        assert "Nothing is on file for this criterion." in judgement_sheet(SMALL, Dossier(XA_MAU), "en", on=ON)

    def test_it_never_says_which_level_would_suffice(self):
        sheet = judgement_sheet(PLAN, Dossier(SUBJECTS[1]), on=DAY)

        assert "trở lên" not in sheet.replace("“", "")
        assert sheet.count("☐ hoàn thành tốt") == sheet.count("☐ không hoàn thành") == 3

    def test_a_part_for_each_circle_of_bodies(self):
        sheet = judgement_sheet(PLAN, Dossier(SUBJECTS[1]), on=date(2025, 6, 30))

        assert "\nI. Nội dung do Hội đồng Thi đua - Khen thưởng huyện hoặc UBND huyện đánh giá\n" in sheet
        assert "\nII. Nội dung do Phòng Tài chính - Kế hoạch huyện, Hội đồng Thi đua" in sheet
        assert sheet.count("(Chữ ký, dấu, họ và tên)") == 2

    def test_once_they_have_ended_the_head_of_a_part_says_so(self):
        sheet = judgement_sheet(PLAN, Dossier(SUBJECTS[1]), "en", on=DAY)

        assert "\nI. To be judged (the Emulation and Commendation Council of the district and the" in sheet


def awaited(condition: Condition[Commune], *papers: Paper[Commune]) -> list[str]:
    """The words that the sheet asks about."""
    form = judgement_form(asking(condition), Dossier(XA_MAU, papers), on=ON)
    return [word["fact"] for part in form["parts"] for word in part["judgements"]]


strives = effort.is_judged_at_least(Level.DONE_WELL)


class TestWhatIsAsked:
    """Every open word still awaited: not one that is judged, nor one that nothing hangs on."""

    def test_a_word_that_nobody_has_judged(self):
        assert awaited(strives) == ["effort"]
        assert awaited(strives, judgement()) == []
        assert awaited(strives, judgement(Level.NOT_DONE)) == []

    def test_a_judgement_by_a_stranger_leaves_it_awaited(self):
        assert awaited(strives, judgement(by="người khác")) == ["effort"]

    def test_a_judgement_made_for_another_review_leaves_it_awaited(self):
        assert awaited(strives, judgement(on=date(2023, 11, 1))) == ["effort"]

    def test_nothing_hangs_on_it_any_more(self):
        no_fund = paper(has_fund.recorded(False))

        assert awaited(all_of(strives, has_fund.is_yes()), no_fund) == []
        assert awaited(any_of(strives, has_fund.is_yes()), no_fund) == ["effort"]

    def test_a_word_with_a_yes_or_a_no(self):
        form = judgement_form(asking(agreed.is_judged_so()), Dossier(XA_MAU), on=ON)

        assert [step["id"] for step in form["parts"][0]["judgements"][0]["scale"]] == ["NO", "YES"]

    def test_a_word_asked_before_an_award_names_the_forms(self):
        route = evolve(SMALL.routes[1], asks=agreed.is_judged_so().node)
        plan = evolve(asking(has_fund.is_yes()), routes=(route,), forms=SMALL.forms)
        sheet = judgement_sheet(plan, Dossier(XA_MAU), on=ON)

        assert "Hỏi trước khi đề nghị: Bằng khen" in sheet
        assert "Tiêu chí:" not in sheet
        assert "Asked before: certificate of merit" in judgement_sheet(plan, Dossier(XA_MAU), "en", on=ON)

    def test_a_word_of_two_clauses_is_asked_once_with_both_sentences(self):
        form = judgement_form(asking(strives, strives & has_fund.is_yes()), Dossier(XA_MAU), on=ON)

        (word,) = form["parts"][0]["judgements"]
        assert [clause["id"] for clause in word["clauses"]] == ["III.2.1-1", "III.2.1-2"]

    def test_the_papers_of_its_clause_are_named(self):
        dossier = Dossier(XA_MAU, (paper(has_fund.recorded(True)),))
        form = judgement_form(asking(strives & has_fund.is_yes()), dossier, on=ON)

        cited = {"vi": document().cite("vi"), "en": document().cite("en")}
        assert form["parts"][0]["judgements"][0]["on_file"] == [cited]

    def test_the_form_is_plain_json_and_blank(self):
        form = judgement_form(PLAN, WAITING, on=DAY)

        assert json.loads(json.dumps(form)) == form
        assert form["format"] == "thidua.judgements/1"
        assert form["subject"] == {"kind": "commune", "code": "QN-08", "name": "Xã Mường Giôn"}
        (part,) = form["parts"]
        assert (part["by"], part["on"]) == (None, None)
        assert set(part["minutes"].values()) == {None}
        assert [word["judged"] for word in part["judgements"]] == [None]

    def test_a_day_without_a_review_is_refused(self):
        with pytest.raises(NoReviewError):
            judgement_form(PLAN, WAITING, on=date(2024, 6, 1))


class TestReadBack:
    """A filled sheet is evidence: a paper of its minutes for each part."""

    def test_the_evidence_is_what_the_handle_would_record(self):
        form = changed(*WORD, dissent="một ý kiến khác")
        after = judgements(PLAN, WAITING, form)

        minutes = Document("05/BB-HĐTĐKT", date(2025, 12, 21), "Hội đồng TĐKT", "Biên bản họp")
        assert after == WAITING.with_(
            Paper(
                minutes,
                commune.mobilising.judged(
                    Level.DONE_WELL,
                    by=COUNCIL_OF_THE_DISTRICT,
                    on=date(2025, 12, 20),
                    reason="có sản phẩm cụ thể",
                    dissent="một ý kiến khác",
                ),
            )
        )
        assert assess(PLAN, after, on=DAY).verdict.id == "met"

    def test_as_text_as_bytes_and_as_data(self):
        form = filled()
        text = json.dumps(form)

        assert judgements(PLAN, WAITING, text) == judgements(PLAN, WAITING, form)
        assert judgements(PLAN, WAITING, text.encode()) == judgements(PLAN, WAITING, form)

    @pytest.mark.parametrize("blank", [None, "", "  ", ...])
    def test_a_word_left_blank_is_still_awaited(self, blank):
        blank_word = changed(*WORD, judged=blank, reason=blank)

        assert judgements(PLAN, WAITING, blank_word) == WAITING
        assert judgements(PLAN, WAITING, judgement_form(PLAN, WAITING, on=DAY)) == WAITING

    def test_what_nobody_needs_to_give_back(self):
        form = filled()
        for word in form["parts"][0]["judgements"]:
            for key in ("label", "question", "scale", "clauses", "forms", "to_look_at", "on_file"):
                del word[key]
        del form["parts"][0]["judges"], form["on"], form["subject"]["name"]

        assert judgements(PLAN, WAITING, form) == judgements(PLAN, WAITING, filled())

    def test_minutes_dated_after_the_review(self):
        form = changed("parts", 0, on="2026-01-10", minutes={**MINUTES, "issued_on": "2026-01-12"})

        assert len(judgements(PLAN, WAITING, form).papers) == len(WAITING.papers) + 1

    def test_of_another_plan_with_a_yes_or_a_no(self):
        plan = asking(agreed.is_judged_so())
        form = judgement_form(plan, Dossier(XA_MAU), on=ON)
        form["parts"][0].update(by="Hội đồng Mẫu", on="2025-12-20", minutes=MINUTES)
        form["parts"][0]["judgements"][0].update(judged=False, reason="nhân dân không đồng thuận")

        assert assess(plan, judgements(plan, Dossier(XA_MAU), form), on=ON).verdict.id == "not_met"

    @given(st.data(), st.sampled_from(SUBJECTS))
    def test_what_is_judged_is_no_longer_awaited_and_the_rest_is(self, data: st.DataObject, subject: Any) -> None:
        form = judgement_form(PLAN, Dossier(subject), on=DAY)
        chosen: set[str] = set()
        for part in form["parts"]:
            part.update(by=data.draw(st.sampled_from(part["judges"]))["label"]["vi"], on="2025-12-20", minutes=MINUTES)
            for word in part["judgements"]:
                if data.draw(st.booleans()):
                    chosen.add(word["fact"])
                    word.update(judged=data.draw(st.sampled_from(word["scale"]))["id"], reason="một lý do")
        after = judgements(PLAN, Dossier(subject), json.dumps(form))
        judged = {said.fact.name for paper in after.papers for said in paper.proves if isinstance(said, Evidence)}
        assert judged == chosen
        left = judgement_form(PLAN, after, on=DAY)
        assert chosen.isdisjoint(word["fact"] for part in left["parts"] for word in part["judgements"])


class TestMistakes:
    """All of them at once, each at its place in the sheet."""

    @pytest.mark.parametrize(
        ("form", "expected"),
        [
            (changed(*WORD, judged="DONE_WEL"), [("unknown_name", f"{AT}.judged")]),
            (changed(*WORD, judged=5), [("wrong_type", f"{AT}.judged")]),
            (changed(*WORD, judged=None), [("incomplete", f"{AT}.judged")]),
            (changed(*WORD, judged=..., reason="", dissent="ý kiến"), [("incomplete", f"{AT}.judged")]),
            (changed(*WORD, reason=" "), [("incomplete", f"{AT}.reason")]),
            (changed(*WORD, reason=1), [("wrong_type", f"{AT}.reason")]),
            (changed(*WORD, fact="mobilizing"), [("unknown_name", f"{AT}.fact")]),
            (changed(*WORD, fact="area"), [("unknown_field", f"{AT}.judged")]),
            (changed(*WORD, fact=5), [("wrong_type", f"{AT}.fact")]),
            (changed(*WORD, fact=...), [("incomplete", AT)]),
            (changed(*WORD, zzz=1), [("unknown_field", f"{AT}.zzz")]),
            (changed(*WORD, reason="\ud800"), [("not_json", f"{AT}.reason")]),
            (changed("parts", 0, by=None), [("incomplete", "$.parts[0].by")]),
            (changed("parts", 0, by=7), [("wrong_type", "$.parts[0].by")]),
            (changed("parts", 0, by="UBND xã Mường Giôn"), [("unknown_name", "$.parts[0].by")]),
            (changed("parts", 0, on=...), [("incomplete", "$.parts[0].on")]),
            (changed("parts", 0, on="20/12/2025"), [("bad_date", "$.parts[0].on")]),
            (changed("parts", 0, on="2024-12-31"), [("out_of_range", "$.parts[0].on")]),
            (changed("parts", 0, judgements=...), [("incomplete", "$.parts[0].judgements")]),
            (changed("parts", 0, judgements={}), [("wrong_type", "$.parts[0].judgements")]),
            (changed("parts", 0, judgements=[1]), [("wrong_type", "$.parts[0].judgements[0]")]),
            (changed("parts", 0, judgements=[1.5]), [("float", "$.parts[0].judgements[0]")]),
            (changed("parts", 0, judgements=1.5), [("float", "$.parts[0].judgements")]),
            (changed("parts", 0, minutes=...), NO_MINUTES),
            (changed("parts", 0, minutes=None), NO_MINUTES),
            (changed("parts", 0, minutes="05/BB"), [("wrong_type", "$.parts[0].minutes"), *NO_MINUTES]),
            (changed("parts", 0, "minutes", number="", title=None), [("incomplete", "$.parts[0].minutes.number")]),
            (changed("parts", 0, "minutes", isuer="x"), [("unknown_field", "$.parts[0].minutes.isuer")]),
            (changed("parts", 0, "minutes", issued_on="21/12/2025"), [("bad_date", "$.parts[0].minutes.issued_on")]),
            (changed(format="thidua.dossier/1"), [("unknown_name", "$.format")]),
            (changed(format=...), [("incomplete", "$.format")]),
            (changed(plan="khac"), [("unknown_name", "$.plan")]),
            (changed(plan=None), [("incomplete", "$.plan")]),
            (changed(review="final2025"), [("unknown_name", "$.review")]),
            (changed(review=...), [("incomplete", "$.review")]),
            (changed(subject=...), [("incomplete", "$.subject")]),
            (changed(subject="QN-08"), [("wrong_type", "$.subject")]),
            (changed("subject", code="QN-09"), [("cross_reference", "$.subject.code")]),
            (changed("subject", kind="village"), [("cross_reference", "$.subject.kind")]),
            (changed("subject", code=1.5), [("float", "$.subject.code")]),
            (changed(parts=...), [("incomplete", "$.parts")]),
            (changed(parts=[None]), [("incomplete", "$.parts[0]")]),
            (changed(partz=[]), [("unknown_field", "$.partz")]),
            ("[", [("not_json", "$")]),
            (b"\xff", [("not_json", "$")]),
            ([], [("wrong_type", "$")]),
        ],
    )
    def test_is_told_at_its_place(self, form, expected):
        assert problems(form) == expected

    def test_all_at_once_in_the_order_of_the_sheet(self):
        form = changed("parts", 0, by="UBND xã", on="2024-01-01", minutes={**MINUTES, "issued_on": "x"})
        form["parts"][0]["judgements"][0]["reason"] = None
        form["review"] = "final"
        form["subject"]["code"] = "QN-09"

        assert problems(form) == [
            ("unknown_name", "$.review"),
            ("cross_reference", "$.subject.code"),
            ("incomplete", f"{AT}.reason"),
            ("bad_date", "$.parts[0].minutes.issued_on"),
        ]
        form["review"] = "final-2025"
        assert problems(form) == [
            ("cross_reference", "$.subject.code"),
            ("incomplete", f"{AT}.reason"),
            ("unknown_name", "$.parts[0].by"),
            ("out_of_range", "$.parts[0].on"),
            ("bad_date", "$.parts[0].minutes.issued_on"),
        ]

    def test_one_body_for_several_words_is_told_once(self):
        dossier = Dossier(SUBJECTS[1])
        form = filled(dossier)
        form["parts"][0]["by"] = ""

        assert len(form["parts"][0]["judgements"]) == 2
        assert problems(form, dossier) == [("incomplete", "$.parts[0].by")]

    def test_a_word_given_twice(self):
        form = filled()
        form["parts"][0]["judgements"].append(deepcopy(form["parts"][0]["judgements"][0]))

        assert problems(form) == [("duplicate", "$.parts[0].judgements[1].fact")]

    def test_a_blank_word_before_a_wrong_one_keeps_the_places(self):
        dossier = Dossier(SUBJECTS[1])
        form = filled(dossier)
        form["parts"][0]["judgements"][0].update(judged=None, reason=None)
        form["parts"][0]["judgements"][1]["judged"] = "BEST"

        assert problems(form, dossier) == [("unknown_name", "$.parts[0].judgements[1].judged")]

    def test_what_is_wrong_with_the_papers_together_is_told_of_the_whole_sheet(self):
        assert _at("$.papers", []) == ()

    def test_the_source_is_named(self):
        with pytest.raises(InvalidDocumentError) as error:
            judgements(PLAN, WAITING, changed(plan="khac"), source="phieu.json")

        assert error.value.report("vi").startswith("phieu.json: 1 lỗi")

    @given(anything)
    def test_whatever_is_given_is_a_dossier_or_a_list_of_problems(self, form: Any) -> None:
        check(form)

    @given(st.data())
    def test_so_is_a_damaged_sheet(self, data: st.DataObject) -> None:
        check(data.draw(damaged(filled())))


def check(form: Any) -> None:
    """A dossier, or problems of the closed list, each at a place; any other exception is a failure."""
    try:
        after = judgements(PLAN, WAITING, form)
    except InvalidDocumentError as error:
        found = error.problems
    else:
        found = ()
        assert after.subject == WAITING.subject
    assert all(problem.code in CODES and problem.path.startswith("$") for problem in found)
