"""A comparison in words and as data. With REWRITE_GOLDEN=1 the words are kept; read them aloud before keeping them."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from criteria.adopting import adopted
from editions import with_clause, with_group

from thidua import PLAN, Comparison, assess, compare, load
from thidua.criteria.commendation import PROVISIONS
from thidua.evidence import Said
from thidua.interpreters.comparing.data import comparison_data, said_in_words
from thidua.interpreters.comparing.results import Change, GroupComparison, Relation, Status
from thidua.interpreters.comparing.said import comparison_said, witness_said
from thidua.texts import Text
from thidua.vocabulary import commune
from thidua.vocabulary.commune import Area

GOLDEN = Path(__file__).parent / "golden"
NARROWED = with_clause("III.2.2-4", applies_where=commune.area.is_one_of(Area.III))


def narrowed() -> Comparison:
    return compare(PLAN, NARROWED, group="III.2.2", review="final-2025")


def kept(name: str, said: str) -> str:
    """The words as they are kept, after they were written anew where that is asked."""
    file = GOLDEN / name
    if "REWRITE_GOLDEN" in os.environ:
        file.write_text(f"{said}\n", encoding="utf-8", newline="\n")
    return file.read_text(encoding="utf-8").removesuffix("\n")


class TestWords:
    """What changed and for whom, as a drafter puts it beside the draft."""

    @pytest.mark.parametrize("language", ["vi", "en"])
    def test_are_pinned(self, language: str) -> None:
        said = comparison_said(narrowed(), language)

        assert said == kept(f"comparison.{language}.txt", said)

    @pytest.mark.parametrize("language", ["vi", "en"])
    def test_a_stored_comparison_is_said_the_same(self, language: str) -> None:
        found = narrowed()
        stored = json.loads(json.dumps(comparison_data(found), ensure_ascii=False))

        assert comparison_said(stored, language) == comparison_said(found, language)

    def test_a_group_that_stays_is_told_in_one_line(self) -> None:
        said = comparison_said(compare(PLAN, PLAN, group="III.2.5"))

        assert said.splitlines()[-1] == (
            "- III.2.5 “2.5. Đối với cán bộ, công chức, viên chức làm công tác giảm nghèo”: tương đương (đã chứng minh)"
        )

    @pytest.mark.parametrize("language", ["vi", "en"])
    def test_a_reading_and_other_papers_are_told(self, language: str) -> None:
        said = comparison_said(
            compare(PLAN, adopted("B-14", "recognised"), review="final-2025", group="III.2.4"), language
        )

        assert ("sáng kiến của hộ" if language == "vi" else "initiatives of the household") in said
        assert "B-14" in said

    def test_a_repealed_clause_and_new_words_are_told(self) -> None:
        clauses = PLAN.criteria[5].clauses
        shorter = with_group("III.2.6", clauses=clauses[:2], requires=clauses[0].is_met() & clauses[1].is_met())
        new = with_clause("III.2.6-1", shorter, text="Có đóng góp cụ thể.", en="Makes concrete contributions.")
        said = comparison_said(compare(PLAN, new, group="III.2.6", review="final-2025"))

        assert "III.2.6-3 (gạch đầu dòng thứ ba, điểm 2.6, khoản 2, mục III): bãi bỏ" in said
        assert "III.2.6-1 (gạch đầu dòng thứ nhất, điểm 2.6, khoản 2, mục III): chỉ sửa câu chữ" in said
        assert "câu chữ sau: Có đóng góp cụ thể." in said
        assert "khác nhau ở III.2.6-3: không đạt → không có" in said

    def test_one_witness_alone(self) -> None:
        (group,) = narrowed().groups

        assert witness_said(group.gained[0], "en").startswith("Before: not met; after: met\nthey differ in III.2.2-4")

    def test_what_was_only_tested_says_how(self) -> None:
        found = narrowed()
        tested = evolve(found.groups[0], status=Status.TESTED, examples=400, seed=7)
        moves = tuple(evolve(move, possible=None, witness=None) for move in tested.moves)
        unsure = evolve(
            tested, relation=Relation.UNDECIDED, status=Status.NOT_DECIDED, moves=moves, reason=Text("vì", "as")
        )

        assert "400 hồ sơ, hạt giống 7" in comparison_said(evolve(found, groups=(tested,)))
        assert "400 dossiers, seed 7" in comparison_said(evolve(found, groups=(tested,)), "en")
        assert "chưa biết có xảy ra hay không" in comparison_said(evolve(found, groups=(unsure,)))
        assert "not known whether it can be" in comparison_said(evolve(found, groups=(unsure,)), "en")

    def test_schedule_awards_and_provisions(self) -> None:
        review = evolve(PLAN.reviews[0], label=Text("sơ kết", "the interim"))
        line = evolve(PROVISIONS[0], en="Commendation")
        contents = tuple(line if item == PROVISIONS[0] else item for item in PLAN.contents)
        new = evolve(PLAN, reviews=(review, *PLAN.reviews[1:]), contents=contents, forms=(), routes=())
        found = compare(PLAN, new, group="III.2.5", review="final-2025")
        said = comparison_said(found)

        assert f"\nGiai đoạn, kỳ xét, kỳ rà soát thay đổi: {review.label.vi}\n" in said
        assert f"\nHình thức khen thưởng thay đổi: {'; '.join(form.label.vi for form in PLAN.forms)}\n" in said
        assert found.awards == tuple(form.id for form in PLAN.forms)
        assert [change.only for change in found.provisions if change.only is not Change.UNCHANGED] == [Change.TEXT]
        assert f"- {line.id} (" in said

    def test_a_comparison_stored_before_they_had_labels_tells_them_by_their_ids(self) -> None:
        review = evolve(PLAN.reviews[0], label=Text("sơ kết", "the interim"))
        data = comparison_data(compare(PLAN, evolve(PLAN, reviews=(review, *PLAN.reviews[1:])), group="III.2.5"))
        without = {name: held for name, held in data.items() if not name.endswith("_labels")}

        assert data["schedule_labels"] == [{"vi": "sơ kết", "en": "the interim"}]
        assert "Period, reviews and surveys changed: the interim\n" in comparison_said(data, "en")
        assert f"Period, reviews and surveys changed: {review.id}\n" in comparison_said(without, "en")

    def test_the_period_and_the_routes(self) -> None:
        period = evolve(PLAN.period, first=date(2022, 1, 1))
        route = evolve(PLAN.routes[0], dossier_by=Text("xã", "the commune"))
        new = evolve(PLAN, period=period, routes=(route, *PLAN.routes[1:]))
        found = compare(PLAN, new, group="III.2.5", review="final-2025")

        assert (found.schedule, found.awards) == (("period",), (route.form,))
        assert "Giai đoạn, kỳ xét, kỳ rà soát thay đổi: giai đoạn của kế hoạch" in comparison_said(found)

    def test_another_option_adopted_changes_no_route(self) -> None:
        found = compare(PLAN, adopted("A-02", "at_least"), group="III.2.5", review="final-2025")

        assert (found.readings, found.awards) == (("A-02",), ())

    @pytest.mark.parametrize(
        ("said", "vi", "en"),
        [
            (commune.area.recorded(Area.I, since=date(2022, 1, 1)), "khu vực của xã: khu vực I", "commune: area I"),
            (
                commune.area.recorded(Area.I, since=date(2022, 1, 1), until=date(2022, 1, 1)),
                "khu vực của xã (ngày 01/01/2022): khu vực I",
                "(on 1 January 2022): area I",
            ),
            (
                commune.area.recorded(Area.I, since=date(2022, 1, 1), until=date(2022, 2, 1)),
                "(từ ngày 01/01/2022 đến ngày 01/02/2022)",
                "(from 1 January 2022 to 1 February 2022)",
            ),
        ],
    )
    def test_a_day_in_force_is_said_where_it_ended(self, said: Said[Any], vi: str, en: str) -> None:
        assert vi in said_in_words(said)
        assert en in said_in_words(said, "en")


class TestData:
    """Nothing in the data needs this library to be read; a dossier in it loads and is judged as it says."""

    def test_a_witness_can_be_loaded_and_judged_again(self) -> None:
        found = narrowed()
        stored = json.loads(json.dumps(comparison_data(found)))
        (move,) = (one for one in stored["groups"][0]["moves"] if one["witness"])
        before = assess(PLAN, load(PLAN, move["witness"]["dossier"]), on=found.groups[0].on)
        after = assess(NARROWED, load(NARROWED, move["witness"]["dossier_after"]), on=found.groups[0].on)

        assert (before.verdict.id, after.verdict.id) == (move["old"], move["new"]) == ("not_met", "met")

    def test_says_the_relation_and_how_it_is_known(self) -> None:
        data = comparison_data(narrowed())

        assert (data["format"], data["relation"], data["status"]) == ("thidua.comparison/1", "looser", "proved")
        assert data["old"]["digest"] != data["new"]["digest"]
        assert [item["new"] for item in data["clauses"]] == ["III.2.2-4"]


def test_a_group_says_what_it_is() -> None:
    (found,) = narrowed().groups

    assert isinstance(found, GroupComparison)
    assert (found.group, found.review, found.lost) == ("III.2.2", "final-2025", ())
