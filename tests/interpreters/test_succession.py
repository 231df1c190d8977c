"""Places that merge (reading A-14): what a successor takes over, what it does not, and what is never invented."""

from __future__ import annotations

import unicodedata
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua import (
    PLAN,
    Commune,
    Crosswalk,
    Document,
    Dossier,
    Level,
    Paper,
    Village,
    assess,
    explain,
    succeed,
)
from thidua.amendments import adopting
from thidua.criteria.schedule import END_2021, END_2024, END_2025
from thidua.digests import canonical, digest
from thidua.errors import UnknownNameError, WrongOwnerError, WrongValueError
from thidua.findings import Measure
from thidua.interpreters.built_wording import built_said
from thidua.interpreters.needs import Need, needs
from thidua.interpreters.needs_wording import needs_text
from thidua.interpreters.papers import read_papers
from thidua.knowledge import Knowledge
from thidua.movements import Plan
from thidua.quantities import DONG, dong
from thidua.vocabulary import commune, report
from thidua.vocabulary.commune import Area

RESOLUTION = Document("00/NQ-VD", date(2025, 6, 16), "Cơ quan Ví Dụ", "Nghị quyết về việc sắp xếp đơn vị")
THE_DAY = date(2025, 7, 1)
AT_THE_FINAL = date(2025, 12, 31)
MERGED = Crosswalk(RESOLUTION, THE_DAY, {"VD-10": ("VD-01", "VD-02")})
NEW = Commune("VD-10", "Xã Mới")


def paper(code: str, *said: Any, on: date = date(2025, 6, 20)) -> Paper[Commune]:
    return Paper(Document(f"01/{code}", on, f"UBND {code}"), *said)


def old(code: str, *said: Any, on: date = date(2025, 6, 20)) -> Dossier[Commune]:
    return Dossier(Commune(code, f"Xã {code}"), (paper(code, *said, on=on),))


def poor(start: int, end: int | None = None) -> list[Any]:
    said = [commune.poor_households.recorded(start, at=END_2021), commune.near_poor_households.recorded(0, at=END_2021)]
    if end is not None:
        said += [
            commune.poor_households.recorded(end, at=END_2024),
            commune.near_poor_households.recorded(0, at=END_2024),
        ]
    return said


def knowledge(dossier: Dossier[Any], on: date = AT_THE_FINAL) -> Knowledge:
    return read_papers(PLAN, dossier, PLAN.setting(on=on))


def bounds(dossier: Dossier[Any], place: str, on: date = AT_THE_FINAL) -> tuple[Any, Any] | None:
    held = knowledge(dossier, on).places.get(place)
    return None if held is None else (held.low, held.high)


def register(dossier: Dossier[Any], on: date = AT_THE_FINAL) -> tuple[Any, ...]:
    held = knowledge(dossier, on).registers["reports"]
    return (*(entry.key for entry in held.entries), held.unseen_low, held.unseen_high)


def entry(key: str, on: date) -> Any:
    return commune.reports.entry(key, report.due_on.recorded(on), report.sent_on.recorded(on))


class TestCountsOfTheOldUnitsAddUp:
    """Số đầu kỳ của đơn vị mới là tổng số của các đơn vị cũ."""

    def test_the_baseline_is_the_sum(self) -> None:
        new = succeed(Dossier(NEW), [old("VD-01", *poor(60)), old("VD-02", *poor(40))], MERGED)
        assert bounds(new, "poor_households@2021") == (100, 100)

    def test_a_fall_by_more_than_half_is_judged_on_the_sum(self) -> None:
        """Từ 100 hộ còn 49 hộ: giảm trên 50%, dù riêng một xã cũ chỉ giảm 1 phần 3."""
        units = [old("VD-01", *poor(60, 9)), old("VD-02", *poor(40, 40))]
        area = Paper(RESOLUTION, commune.area.recorded(Area.III, since=THE_DAY))
        new = succeed(Dossier(NEW, (area,)), units, MERGED)
        assert assess(PLAN, new, on=AT_THE_FINAL).of("III.2.2-4").id == "met"
        assert assess(PLAN, units[1].with_(area), on=AT_THE_FINAL).of("III.2.2-4").id == "not_met"

    def test_it_shows_of_which_units(self) -> None:
        new = succeed(Dossier(NEW), [old("VD-01", *poor(60)), old("VD-02", *poor(40))], MERGED)
        held = knowledge(new).places["poor_households@2021"]
        assert [(name, known and known.low) for name, known in held.built] == [("Xã VD-01", 60), ("Xã VD-02", 40)]
        assert len(held.sources) == 2

    def test_the_survey_after_the_merger_is_the_successors_own(self) -> None:
        counted = commune.poor_households.recorded(7, at=END_2025)
        new = succeed(Dossier(NEW), [old("VD-01", counted, on=date(2026, 2, 1))], MERGED)
        found = knowledge(new)
        assert "poor_households@2025" not in found.places


class TestAMissingUnitLeavesBounds:
    """Chưa có hồ sơ của một đơn vị cũ thì số cộng chỉ là mức thấp nhất, không phải là số."""

    def test_the_sum_is_a_bound(self) -> None:
        new = succeed(Dossier(NEW), [old("VD-01", *poor(60))], MERGED)
        assert bounds(new, "poor_households@2021") == (60, None)
        assert [c.about.vi for c in knowledge(new).cautions if c.code == "unit_missing"] == ["VD-02"]

    def test_so_is_that_of_a_unit_which_does_not_say(self) -> None:
        new = succeed(Dossier(NEW), [old("VD-01", *poor(60)), old("VD-02")], MERGED)
        assert bounds(new, "poor_households@2021") == (60, None)

    def test_its_registers_are_open(self) -> None:
        declared = commune.reports.complete(entries=0, through=date(2025, 6, 30), by="văn thư")
        new = succeed(Dossier(NEW), [old("VD-01", declared)], MERGED)
        assert register(new) == (0, None)


class TestRegistersAreJoined:
    """Sổ của đơn vị mới gồm các mục trong sổ của các đơn vị cũ."""

    JUNE = date(2025, 6, 30)
    ONE = (entry("BC-01", date(2024, 6, 15)), commune.reports.complete(entries=1, through=JUNE, by="văn thư"))
    OTHER = (entry("BC-01", date(2024, 6, 14)), commune.reports.complete(entries=2, through=JUNE, by="văn thư"))
    SINCE = (commune.reports.complete(entries=0, through=AT_THE_FINAL, by="văn thư"),)

    def test_entries_of_equal_keys_stay_two(self) -> None:
        own = paper("VD-10", *self.SINCE, on=AT_THE_FINAL)
        new = succeed(Dossier(NEW, (own,)), [old("VD-01", *self.ONE), old("VD-02", *self.OTHER)], MERGED)
        assert register(new) == ("VD-01: BC-01", "VD-02: BC-01", 1, 1)

    def test_nothing_is_taken_for_complete_that_the_successor_has_not_declared(self) -> None:
        new = succeed(Dossier(NEW), [old("VD-01", *self.ONE), old("VD-02", *self.OTHER)], MERGED)
        assert register(new) == ("VD-01: BC-01", "VD-02: BC-01", 1, None)

    def test_at_a_review_before_the_merger_the_old_registers_are_all_there_is(self) -> None:
        units = [old("VD-01", *self.ONE, on=date(2023, 6, 1)), old("VD-02", *self.OTHER, on=date(2023, 6, 1))]
        later = Crosswalk(RESOLUTION, date(2026, 7, 1), {"VD-10": ("VD-01", "VD-02")})
        assert register(succeed(Dossier(NEW), units, later), date(2023, 12, 31))[-1] is not None

    def test_a_register_that_only_the_successor_keeps_is_its_own(self) -> None:
        own = paper("VD-10", *self.SINCE, on=AT_THE_FINAL)
        new = succeed(Dossier(NEW, (own,)), [old("VD-01"), old("VD-02")], MERGED)
        assert register(new) == (0, 0)


class TestAmountsOfThePeriod:
    """Số của cả kỳ gồm số của các đơn vị cũ và số phát sinh sau khi sắp xếp."""

    UNITS = (old("VD-01", commune.contributions_target.recorded(dong(60))),)
    ONE = Crosswalk(RESOLUTION, THE_DAY, {"VD-10": ("VD-01",)})

    def test_what_came_after_is_not_known_until_the_successor_says_so(self) -> None:
        assert bounds(succeed(Dossier(NEW), self.UNITS, self.ONE), "contributions_target") == (60, None)

    def test_it_is_added(self) -> None:
        own = paper("VD-10", commune.contributions_target.recorded(dong(5)))
        assert bounds(succeed(Dossier(NEW, (own,)), self.UNITS, self.ONE), "contributions_target") == (65, 65)

    def test_before_the_merger_nothing_came_after(self) -> None:
        later = Crosswalk(RESOLUTION, date(2026, 7, 1), {"VD-10": ("VD-01",)})
        assert bounds(succeed(Dossier(NEW), self.UNITS, later), "contributions_target") == (60, 60)


class TestWhatDoesNotGoOver:
    """Đánh giá về đơn vị cũ không phải là đánh giá về đơn vị mới."""

    SAID = (
        commune.area.recorded(Area.III, since=date(2021, 6, 4)),
        commune.officials_effort.judged(Level.DONE_WELL, by="Hội đồng TĐKT huyện", on=date(2025, 12, 2), reason="…"),
    )

    def test_judgements_and_what_is_in_force_do_not(self) -> None:
        new = succeed(Dossier(NEW), [old("VD-01", *self.SAID, on=date(2025, 12, 3))], MERGED)
        found = knowledge(new)
        assert not found.places
        assert [c.code for c in found.cautions].count("not_taken_over") == 2

    def test_in_a_declared_renaming_they_do(self) -> None:
        renamed = Crosswalk(RESOLUTION, THE_DAY, {"VD-10": ("VD-01",)}, renamed=["VD-10"])
        unit = old("VD-01", *self.SAID, *poor(60, 20), on=date(2025, 12, 3))
        new = succeed(Dossier(NEW), [unit], renamed)
        assert assess(PLAN, new, on=AT_THE_FINAL).found == assess(PLAN, unit, on=AT_THE_FINAL).found

    @pytest.mark.parametrize(("again", "conflict"), [(Area.III, False), (Area.II, True)])
    def test_a_choice_said_under_both_names_agrees_or_contradicts_itself(self, again: Area, conflict: bool) -> None:
        renamed = Crosswalk(RESOLUTION, THE_DAY, {"VD-10": ("VD-01",)}, renamed=["VD-10"])
        then = commune.area.recorded(Area.III, since=date(2021, 6, 4))
        now = commune.area.recorded(again, since=date(2021, 6, 4))
        new = succeed(Dossier(NEW, (paper("VD-10", now),)), [old("VD-01", then)], renamed)
        found = knowledge(new)

        assert found.places["area"].conflict is conflict
        assert ("conflict" in [caution.code for caution in found.cautions]) is conflict
        assert len(found.places["area"].sources) == 2


class TestTheSuccessorMaySayTheSumItself:
    """Số do đơn vị mới tự báo cáo được đối chiếu với tổng của các đơn vị cũ."""

    UNITS = (old("VD-01", *poor(60)), old("VD-02", *poor(40)))

    def said(self, *figures: int) -> Dossier[Commune]:
        papers = [paper(f"VD-10-{n}", commune.poor_households.recorded(n, at=END_2021)) for n in figures]
        return Dossier(NEW, tuple(papers))

    def test_it_agrees(self) -> None:
        assert bounds(succeed(self.said(100), self.UNITS, MERGED), "poor_households@2021") == (100, 100)

    def test_it_settles_what_a_missing_unit_left_open(self) -> None:
        assert bounds(succeed(self.said(100), self.UNITS[:1], MERGED), "poor_households@2021") == (100, 100)

    @pytest.mark.parametrize(
        ("figures", "hull"), [((90,), (90, 100)), ((100, 110), (100, 110)), ((90, 110), (90, 110))]
    )
    def test_a_contradiction_widens(self, figures: tuple[int, ...], hull: tuple[int, int]) -> None:
        new = succeed(self.said(*figures), self.UNITS, MERGED)
        assert bounds(new, "poor_households@2021") == hull
        assert "conflict" in [caution.code for caution in knowledge(new).cautions]

    def test_and_one_below_the_bound_of_a_missing_unit_too(self) -> None:
        assert bounds(succeed(self.said(50), self.UNITS[:1], MERGED), "poor_households@2021") == (50, None)


figure = st.none() | st.integers(0, 200)


class TestLaws:
    """Succession of one unit is the identity on counts and records; merging is associative."""

    @given(figure, figure)
    def test_identity(self, start: int | None, end: int | None) -> None:
        one = Crosswalk(RESOLUTION, THE_DAY, {"VD-10": ("VD-01",)})
        said = [
            commune.poor_households.recorded(value, at=at)
            for value, at in ((start, END_2021), (end, END_2024))
            if value is not None
        ]
        unit = old("VD-01", *said)
        new = succeed(Dossier(NEW), [unit], one)
        before, after = knowledge(unit).places, knowledge(new).places
        assert {k: v[:2] for k, v in before.items()} == {k: v[:2] for k, v in after.items()}
        assert assess(PLAN, new, on=AT_THE_FINAL).of("III.2.2-4") == assess(PLAN, unit, on=AT_THE_FINAL).of("III.2.2-4")

    @given(st.lists(figure, min_size=3, max_size=3), st.lists(st.integers(0, 2), min_size=3, max_size=3))
    def test_merging_is_associative(self, figures: list[int | None], entries: list[int]) -> None:
        units = [
            old(
                f"VD-0{number}",
                *([commune.poor_households.recorded(value, at=END_2021)] if value is not None else []),
                *(entry(f"BC-{n}", date(2023, 6, 15)) for n in range(held)),
                commune.reports.complete(entries=held, through=date(2025, 6, 30), by="văn thư"),
            )
            for number, (value, held) in enumerate(zip(figures, entries, strict=True), start=1)
        ]
        at_once = Crosswalk(RESOLUTION, THE_DAY, {"VD-10": ("VD-01", "VD-02", "VD-03")})
        first = Crosswalk(RESOLUTION, THE_DAY, {"VD-09": ("VD-01", "VD-02")})
        then = Crosswalk(RESOLUTION, THE_DAY, {"VD-10": ("VD-09", "VD-03")})
        step = succeed(Dossier(Commune("VD-09", "Xã Giữa")), units[:2], first)
        one, two = succeed(Dossier(NEW), units, at_once), succeed(Dossier(NEW), [step, units[2]], then)
        place = "poor_households@2021"
        assert bounds(one, place) == bounds(two, place)
        assert len(register(one)) == len(register(two))
        assert register(one)[-2:] == register(two)[-2:]
        assert assess(PLAN, one, on=AT_THE_FINAL).verdict == assess(PLAN, two, on=AT_THE_FINAL).verdict


class TestTheCrosswalk:
    """Bảng chuyển đổi đơn vị theo mã và ngày hiệu lực."""

    def test_a_unit_that_was_divided_cannot_be_added_up(self) -> None:
        with pytest.raises(WrongValueError, match="VD-01 is divided among several successors"):
            Crosswalk(RESOLUTION, THE_DAY, {"VD-10": ("VD-01",), "VD-11": ("VD-01",)})

    def test_a_unit_is_given_once(self) -> None:
        with pytest.raises(WrongValueError, match="VD-01 is given 2 times as a unit of VD-10"):
            Crosswalk(RESOLUTION, THE_DAY, {"VD-10": ("VD-01", "VD-01")})

    @pytest.mark.parametrize(
        ("became", "code"),
        [({1: ("VD-01",)}, "1"), ({"VD-10": (2,)}, "2"), ({"": ("VD-01",)}, "''"), ({"A": (" ",)}, "' '")],
    )
    def test_codes_are_text(self, became: Any, code: str) -> None:
        with pytest.raises(WrongValueError, match=f"a crosswalk says .*, but {code} is no code; a code is text$"):
            Crosswalk(RESOLUTION, THE_DAY, became)

    def test_codes_are_the_same_however_their_letters_are_composed(self) -> None:
        composed, apart = unicodedata.normalize("NFC", "XÃ-01"), unicodedata.normalize("NFD", "XÃ-01")
        crosswalk = Crosswalk(RESOLUTION, THE_DAY, {apart: (apart + "a",)}, renamed=(apart,))

        assert crosswalk.units_of(composed) == (composed + "a",)
        assert crosswalk.renamed == {composed}

    def test_several_units_are_no_renaming_and_none_is_no_succession(self) -> None:
        with pytest.raises(WrongValueError, match="VD-11 succeeds no unit; VD-10 succeeds several units"):
            Crosswalk(RESOLUTION, THE_DAY, {"VD-10": ("VD-01", "VD-02"), "VD-11": ()}, renamed=["VD-10"])

    def test_units_that_have_ended_are_not_nominated(self) -> None:
        crosswalk = Crosswalk(RESOLUTION, THE_DAY, {"VD-10": ("VD-01", "VD-02"), "VD-03": ("VD-03", "VD-04")})
        day_before = date(2025, 6, 30)
        codes = ("VD-01", "VD-10", "VD-03", "VD-04", "VD-05")
        assert [code for code in codes if crosswalk.may_be_nominated(code, day_before)] == [
            "VD-01", "VD-03", "VD-04", "VD-05",
        ]  # fmt: skip
        assert [code for code in codes if crosswalk.may_be_nominated(code, THE_DAY)] == ["VD-10", "VD-03", "VD-05"]

    def test_names_are_not_codes(self) -> None:
        with pytest.raises(UnknownNameError, match=r"'VD-1O'.*VD-10"):
            MERGED.units_of("VD-1O")
        with pytest.raises(UnknownNameError, match=r"ends no unit 'VD-03'"):
            MERGED.successor_of("VD-03")
        assert MERGED.successor_of("VD-02") == "VD-10"

    def test_strangers_are_refused(self) -> None:
        with pytest.raises(WrongOwnerError, match="VD-03"):
            succeed(Dossier(NEW), [old("VD-03")], MERGED)
        with pytest.raises(
            WrongOwnerError, match="VD-10 is a Commune and takes over units of that kind: VD-01 is a Vil"
        ):
            succeed(Dossier[Any](NEW), [Dossier(Village("VD-01", "Bản Ví Dụ"))], MERGED)
        with pytest.raises(WrongValueError, match="given twice: VD-01"):
            succeed(Dossier(NEW), [old("VD-01"), old("VD-01")], MERGED)

    def test_a_unit_that_has_ended_takes_nothing_over(self) -> None:
        after = Crosswalk(RESOLUTION, date(2025, 7, 2), {"VD-01": ("VD-00",)})
        on_the_day = Crosswalk(RESOLUTION, THE_DAY, {"VD-01": ("VD-00",)})

        with pytest.raises(
            WrongValueError,
            match="ended on 2025-07-01 takes nothing over after that day: VD-01 took over its own on 2025-07-02",
        ):
            succeed(Dossier(NEW), [succeed(old("VD-01"), [old("VD-00")], after)], MERGED)
        assert succeed(Dossier(NEW), [succeed(old("VD-01"), [old("VD-00")], on_the_day)], MERGED).succession

    def test_a_dossier_succeeds_once(self) -> None:
        new = succeed(Dossier(NEW), [old("VD-01")], MERGED)
        with pytest.raises(WrongValueError, match="has taken over its units already"):
            succeed(new, [old("VD-02")], MERGED)


class TestItIsSaid:
    """Lời giải thích nêu số đầu kỳ được cộng từ những đơn vị nào, và đơn vị nào chưa có hồ sơ."""

    def test_of_each_unit_its_part(self) -> None:
        area = Paper(RESOLUTION, commune.area.recorded(Area.III, since=THE_DAY))
        new = succeed(Dossier(NEW, (area,)), [old("VD-01", *poor(60, 9))], MERGED)
        assessment = assess(PLAN, new, on=AT_THE_FINAL)
        said, in_english = explain(assessment), explain(assessment, "en")
        assert "ít nhất 60 hộ [Xã VD-01: 60 hộ; VD-02: chưa có giấy tờ]" in said
        assert "at least 60 households [Xã VD-01: 60 households; VD-02: nothing on file]" in in_english
        assert "  - VD-02: chưa có hồ sơ của đơn vị cũ, nên số cộng chỉ là giới hạn" in said
        assert "VD-02" not in explain(assessment, level="public").replace("VD-02: chưa có giấy tờ", "")

    def test_what_the_successor_has_added_since(self) -> None:
        own = paper("VD-10", commune.contributions_target.recorded(dong(5)))
        one = Crosswalk(RESOLUTION, THE_DAY, {"VD-10": ("VD-01",)})
        new = succeed(Dossier(NEW, (own,)), [old("VD-01", commune.contributions_target.recorded(dong(60)))], one)
        held = knowledge(new).places["contributions_target"]
        assert built_said(held, DONG, "vi") == " [Xã VD-01: 60 đồng; từ khi kế thừa: 5 đồng]"
        assert built_said(None, DONG, "vi") == ""


class TestWhatIsStillNeeded:
    """Số cộng còn thiếu số của đơn vị nào thì cần số của đơn vị ấy; giấy tờ có nói khác nhau mới phải đính chính."""

    @staticmethod
    def asked(new: Dossier[Any], plan: Plan = PLAN) -> dict[str, Need]:
        answer = needs(assess(plan, new, on=AT_THE_FINAL))
        return {need.what.label.vi: need for each in answer.sets for need in each if need.places == ("III.2.2-4",)}

    @staticmethod
    def said(new: Dossier[Any], language: str) -> str:
        return needs_text(assess(PLAN, new, on=AT_THE_FINAL), language)

    @staticmethod
    def merged(*units: Dossier[Any], crosswalk: Crosswalk = MERGED) -> Dossier[Any]:
        area = Paper(RESOLUTION, commune.area.recorded(Area.III, since=THE_DAY))
        return succeed(Dossier(NEW, (area,)), units, crosswalk)

    def test_the_figures_of_a_unit_without_a_dossier(self) -> None:
        new = self.merged(old("VD-01", *poor(60, 20)))
        assert {(need.kind, need.units) for need in self.asked(new).values()} == {("former_units", ("VD-02",))}
        assert "số hộ nghèo đa chiều (rà soát cuối năm 2021) của đơn vị cũ VD-02;" in self.said(new, "vi")
        assert "poor households (the survey of end-2021) of the former unit VD-02;" in self.said(new, "en")
        assert "đính chính" not in self.said(new, "vi")

    def test_of_several_units(self) -> None:
        three = Crosswalk(RESOLUTION, THE_DAY, {"VD-10": ("VD-01", "VD-02", "VD-03")})
        new = self.merged(old("VD-01", *poor(60, 20)), crosswalk=three)
        assert "(rà soát cuối năm 2024) của các đơn vị cũ VD-02 và VD-03;" in self.said(new, "vi")
        assert "(the survey of end-2024) of the former units VD-02 and VD-03;" in self.said(new, "en")

    def test_a_correction_where_papers_on_one_unit_disagree(self) -> None:
        disagreeing = Dossier(Commune("VD-01", "Xã VD-01"), (paper("1", *poor(60, 20)), paper("2", *poor(60, 40))))
        new = self.merged(disagreeing, old("VD-02", *poor(2, 0)))
        assert {need.kind for need in self.asked(new).values()} == {"correction"}

    def test_what_came_since_they_were_taken_over(self) -> None:
        target = commune.contributions_target.recorded(dong(60))
        by_target = adopting(PLAN, "B-05", "target")
        new = self.merged(old("VD-01", target))
        need = next(
            need
            for each in needs(assess(by_target, new, on=AT_THE_FINAL), of="III.2.2-3").sets
            for need in each
            if need.what == commune.contributions_target.fact
        )
        assert (need.kind, need.units) == ("former_units", ("VD-02", ""))
        said = needs_text(assess(by_target, new, on=AT_THE_FINAL), "vi")
        assert "của đơn vị cũ VD-02 và từ khi kế thừa" in said

    def test_nothing_but_what_came_since(self) -> None:
        target = commune.contributions_target.recorded(dong(60))
        new = self.merged(old("VD-01", target), old("VD-02", target))
        answer = needs(assess(adopting(PLAN, "B-05", "target"), new, on=AT_THE_FINAL), of="III.2.2-3")
        assert ("former_units", ("",)) in {(need.kind, need.units) for each in answer.sets for need in each}
        assert " từ khi kế thừa" in needs_text(answer, "vi")
        assert "of the former unit" not in needs_text(answer, "en")


class TestTheDigest:
    """A field that came later leaves the hashes of older dossiers as they were."""

    def test_a_dossier_without_succession_keeps_its_hash(self) -> None:
        assert canonical(Dossier(NEW)) == ["Dossier", ["Commune", "VD-10", "Xã Mới"], []]

    def test_one_with_it_has_another(self) -> None:
        new = succeed(Dossier(NEW), [old("VD-01")], MERGED)
        assert canonical(new)[3][0] == "succession"
        assert digest(new) != digest(Dossier(NEW))


def test_the_sum_is_said_with_its_parts() -> None:
    """What is added up can be read: the measure of the baseline names its sources, one paper for each unit."""
    new = succeed(Dossier(NEW), [old("VD-01", *poor(60, 9)), old("VD-02", *poor(40, 40))], MERGED)
    measured = [m for f in assess(PLAN, new, on=AT_THE_FINAL).finding("III.2.2-4").walk() for m in f.measures]
    assert {len(leaf.known.sources) for m in measured for leaf in _leaves(m) if leaf.known is not None} == {2}


def _leaves(measure: Measure) -> list[Measure]:
    return [leaf for part in measure.parts for leaf in _leaves(part)] if measure.parts else [measure]
