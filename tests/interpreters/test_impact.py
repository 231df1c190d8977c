"""Who gains and who loses under another plan, and whose verdict hangs on which reading. Every figure is invented."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from thidua import (
    PLAN,
    Commune,
    Document,
    Dossier,
    Paper,
    Village,
    assess,
    awards_open,
    impact,
    impact_said,
    load,
    percent,
    sensitivity,
    sensitivity_said,
)
from thidua.amendments import adopting, amend, drop_group, set_threshold
from thidua.criteria.schedule import END_2021, END_2024
from thidua.errors import DuplicateNameError
from thidua.interpreters.impact import Effect, Impact, Moved, Outcome, effect_said, forms_called
from thidua.verdicts import MET, NOT_MET, VERDICTS, F, M, N
from thidua.vocabulary import commune
from thidua.vocabulary.commune import Area

ON = date(2025, 12, 31)
ACT = Document("00/QĐ-VD", date(2025, 1, 2), "UBND huyện Ví Dụ")
FILES = sorted((Path(__file__).parents[2] / "examples" / "quynh-nhai").glob("*.json"))


@pytest.fixture(scope="module")
def examples() -> list[Dossier[Any]]:
    return [load(PLAN, path.read_bytes()) for path in FILES]


def fallen(start: int, end: int | None) -> Dossier[Commune]:
    """A commune of area III whose poor households fell from one number to another."""
    figures = [(start, END_2021)] + ([] if end is None else [(end, END_2024)])
    said = [commune.poor_households.recorded(figure, at=at) for figure, at in figures]
    said += [commune.near_poor_households.recorded(0, at=at) for _, at in figures]
    area = commune.area.recorded(Area.III, since=date(2021, 6, 4))
    return Dossier(Commune(f"VD-{start}-{end}", "Xã Ví Dụ"), (Paper(ACT, area, *said),))


COMMUNES = PLAN.criteria_for(Commune)
ONLY = evolve(
    PLAN,
    contents=tuple(
        evolve(COMMUNES, requires=COMMUNES.clause("III.2.2-4").is_met()) if item is COMMUNES else item
        for item in PLAN.contents
    ),
)
"""The plan, asking of a commune no more than the fall."""


def stricter(share: int) -> Any:
    return amend(ONLY, set_threshold("III.2.2-4", "fall", percent(share), by=ACT), effective=date(2025, 1, 2))


class TestImpact:
    """Nâng mức giảm từ trên 50% lên trên 60%: xã giảm 55% không còn đạt, xã giảm 61% vẫn đạt."""

    def test_who_loses_and_under_which_clause(self) -> None:
        result = impact(ONLY, stricter(60), [fallen(100, 45), fallen(100, 39), fallen(100, 70)], on=ON)

        (loser,) = result.who(Outcome.LOSES)
        assert (loser.subject.code, [moved.id for moved in loser.clauses]) == ("VD-100-45", ["III.2.2-4"])
        assert [effect.outcome.name for effect in result.effects] == ["LOSES", "SAME", "SAME"]
        assert result.changed == (loser,)

    def test_who_gains_when_it_is_undone(self) -> None:
        assert impact(stricter(60), ONLY, [fallen(100, 45)], on=ON).effects[0].outcome is Outcome.GAINS

    def test_who_now_lacks_evidence(self) -> None:
        counted = adopting(ONLY, "A-04", "rate")
        assert impact(ONLY, counted, [fallen(100, 45)], on=ON).effects[0].outcome is Outcome.LACKS_EVIDENCE

    def test_who_is_settled(self) -> None:
        dropped = amend(ONLY, drop_group("III.2.2", by=ACT), effective=date(2025, 1, 2))
        (effect,) = impact(ONLY, dropped, [fallen(100, None)], on=ON).effects
        assert (effect.outcome, effect.after.id) == (Outcome.SETTLED, "not_applicable")
        (back,) = impact(dropped, ONLY, [fallen(100, None)], on=ON).effects
        assert back.outcome is Outcome.LACKS_EVIDENCE

    @pytest.mark.parametrize(
        ("before", "after", "outcome"),
        [
            (F, N, "OTHERWISE"),
            (N, F, "OTHERWISE"),
            (M | F, M | F | N, "OTHERWISE"),
            (M | F, F, "SETTLED"),
            (F, M, "GAINS"),
        ],
    )
    def test_every_other_way(self, before: int, after: int, outcome: str) -> None:
        effect = Effect(Commune("a", "A"), "commune", VERDICTS[before], VERDICTS[after], (), ())
        assert effect.outcome.name == outcome
        assert effect.changes

    def test_an_edition_not_yet_in_force_is_judged_as_if_it_were(self) -> None:
        later = amend(ONLY, set_threshold("III.2.2-4", "fall", percent(60), by=ACT), effective=date(2030, 1, 1))
        assert impact(ONLY, later, [fallen(100, 45)], on=ON).effects[0].outcome is Outcome.LOSES

    @given(st.integers(0, 60), st.integers(0, 60), st.sampled_from([40, 50, 60]))
    def test_it_is_what_assess_says(self, start: int, end: int, share: int) -> None:
        dossier = fallen(start, end)
        (effect,) = impact(ONLY, stricter(share), [dossier], on=ON).effects
        judged = [assess(plan, dossier, on=ON) for plan in (ONLY, stricter(share))]
        assert (effect.before, effect.after) == tuple(assessment.verdict for assessment in judged)

    def test_a_plan_changes_nothing_against_itself(self, examples: list[Dossier[Any]]) -> None:
        assert impact(PLAN, PLAN, examples, on=ON).changed == ()

    def test_in_words(self) -> None:
        result = impact(ONLY, stricter(60), [fallen(100, 45), fallen(100, 39)], on=ON)
        assert impact_said(result).splitlines()[0].endswith(f"{ONLY.id} (bản cũ) và {ONLY.id} (bản mới)")
        assert impact_said(result).splitlines()[2:] == [
            "không còn đạt (01):",
            "  Xã Ví Dụ (VD-100-45): đạt → không đạt; III.2.2-4 đạt → không đạt",
            "",
            "không có gì thay đổi: 01",
        ]
        assert impact_said(result, "en").splitlines()[2:] == [
            "no longer met (1):",
            "  Xã Ví Dụ (VD-100-45): met → not met; III.2.2-4 met → not met",
            "",
            "nothing moved: 1",
        ]

    @pytest.mark.parametrize(
        ("language", "head", "moved"),
        [
            (
                "vi",
                "kết luận không đổi, nhưng có tiêu chí hoặc hình thức thay đổi (01):",
                "  Xã Ví Dụ (VD-01); III.2.2-4 đạt → không đạt; hình thức giay-khen: đạt → không đạt",
            ),
            (
                "en",
                "the same verdict, but a clause or a form moved (1):",
                "  Xã Ví Dụ (VD-01); III.2.2-4 met → not met; form giay-khen: met → not met",
            ),
        ],
    )
    def test_what_moved_below_the_same_verdict_is_told_apart(self, language: str, head: str, moved: str) -> None:
        clause, form = (Moved(name, VERDICTS[M], VERDICTS[F]) for name in ("III.2.2-4", "giay-khen"))
        below = Effect(Commune("VD-01", "Xã Ví Dụ"), "commune", VERDICTS[F], VERDICTS[F], (clause,), (form,))
        result = Impact(ONLY, stricter(60), ON, "final", (below,))
        assert impact_said(result, language).splitlines()[2:4] == [head, moved]
        assert impact_said(result, language).endswith((": 00", ": 0"))

    def test_where_both_are_open_it_is_told_what_is_still_possible(self) -> None:
        narrowed = Effect(Commune("VD-01", "Xã Ví Dụ"), "commune", VERDICTS[M | F | N], VERDICTS[M | F], (), ())
        assert effect_said(narrowed, "en", {}) == (
            "Xã Ví Dụ (VD-01): undetermined (met/not met/not addressed) → undetermined (met/not met)"
        )


class TestSensitivity:
    """Cán bộ mang đến luật sư: những chỗ chưa rõ nào của kế hoạch có ý nghĩa với các đối tượng này."""

    def test_exactly_half_hangs_on_a_02(self) -> None:
        (strict,) = sensitivity(ONLY, [fallen(100, 50)], on=ON, readings=["A-02"]).readings
        assert strict.matters
        assert [e.outcome.name for option in strict.options for e in option.effects] == ["GAINS"]

    def test_a_fall_far_from_every_threshold_does_not(self) -> None:
        result = sensitivity(ONLY, [fallen(100, 1)], on=ON, readings=["A-02"])
        assert "A-02" in [effect.reading.id for effect in result.quiet]

    def test_every_reading_is_answered_with_every_other_option(self, examples: list[Dossier[Any]]) -> None:
        result = sensitivity(PLAN, examples[:1], on=ON)
        assert [effect.reading.id for effect in result.readings] == [reading.id for reading in PLAN.readings]
        assert all(
            len(effect.options) == len(effect.reading.options) - 1
            for effect in result.readings
            if effect.reading.adopted
        )

    def test_it_is_what_adopting_the_option_gives(self, examples: list[Dossier[Any]]) -> None:
        some = examples[::5]
        result = sensitivity(PLAN, some, on=ON, readings=["A-01", "A-04", "A-08", "A-28", "B-01"])
        for effect in result.readings:
            for option in effect.options:
                other = adopting(PLAN, effect.reading.id, option.option.id)
                moved = {e.subject.code for e in option.effects}
                for dossier in some:
                    assert (dossier.subject.code in moved) == (told(PLAN, dossier) != told(other, dossier))

    def test_in_words(self) -> None:
        found = sensitivity(ONLY, [fallen(100, 50)], on=ON, readings=["A-02", "A-13"])
        said = sensitivity_said(found).splitlines()
        assert "A-02: “Giảm trên” một mức: giảm đúng mức đó có đạt không?" in said
        assert "  đang dùng: phải giảm trên mức đã định" in said
        assert "    Xã Ví Dụ (VD-100-50): không đạt → đạt; III.2.2-4 không đạt → đạt" in said
        assert "A-02: “Falls by more than” a share: is exactly that share enough?" in sensitivity_said(found, "en")

    def test_an_option_that_moves_nobody_is_not_told_beside_one_that_does(self) -> None:
        """Hộ nghèo giảm 60%, hộ cận nghèo 40%: chỉ tính riêng hộ nghèo mới đạt; “từng loại” vẫn không đạt."""
        figures = ((commune.poor_households, 50, 20), (commune.near_poor_households, 50, 30))
        said = [h.recorded(n, at=at) for h, start, end in figures for n, at in ((start, END_2021), (end, END_2024))]
        area = commune.area.recorded(Area.III, since=date(2021, 6, 4))
        dossier = Dossier(Commune("VD-01", "Xã Ví Dụ"), (Paper(ACT, area, *said),))

        found = sensitivity(ONLY, [dossier], on=ON, readings=["A-03"])

        (effect,) = found.matter
        labels = {option.option.id: option.option.label.vi for option in effect.options}
        told_of = [line for line in sensitivity_said(found).splitlines() if line.startswith("  nếu: ")]
        assert told_of == [f"  nếu: {labels['poor_only']}"]
        assert set(labels) == {"each", "poor_only"}

    def test_where_everything_matters_nothing_is_said_to_hang_on_nothing(self) -> None:
        found = sensitivity(ONLY, [fallen(100, 50)], on=ON, readings=["A-02"])
        assert not found.quiet
        assert "Không ảnh hưởng" not in sensitivity_said(found)


def told(plan: Any, dossier: Dossier[Any]) -> Any:
    assessment = assess(plan, dossier, on=ON)
    forms = [award.verdict for award in awards_open(plan, assessment)]
    return assessment.verdict, [found.verdict for _, found in assessment.clauses], forms


class TestPairs:
    """Hai cách hiểu riêng rẽ không đổi gì, cùng lúc thì đổi."""

    def test_only_what_the_two_do_together(self) -> None:
        """Hộ nghèo giảm đúng một nửa, tổng số thì không: chỉ khi vừa tính riêng hộ nghèo vừa kể đúng 50%."""
        figures = ((commune.poor_households, 50, 25), (commune.near_poor_households, 50, 30))
        said = [h.recorded(n, at=at) for h, start, end in figures for n, at in ((start, END_2021), (end, END_2024))]
        area = commune.area.recorded(Area.III, since=date(2021, 6, 4))
        dossier = Dossier(Commune("VD-01", "Xã Ví Dụ"), (Paper(ACT, area, *said),))

        result = sensitivity(ONLY, [dossier], on=ON, readings=["A-02", "A-03", "A-12"], pairs=True)

        (pair,) = result.pairs
        assert [reading.id for reading in pair.readings] == ["A-02", "A-03"]
        assert [option.id for option in pair.options] == ["at_least", "poor_only"]
        assert [effect.outcome.name for effect in pair.effects] == ["GAINS"]
        assert not result.matter
        assert "A-02 và A-03, cùng lúc: " in sensitivity_said(result)

    def test_what_one_of_them_moves_alone_is_told_of_it_alone(self, examples: list[Dossier[Any]]) -> None:
        """A-01 riêng rẽ đã đổi kết luận của một xã, còn A-04 chỉ đổi một tiêu chí của xã ấy."""
        communes = [dossier for dossier in examples if isinstance(dossier.subject, Commune)]

        result = sensitivity(PLAN, communes, on=ON, readings=["A-01", "A-04"], pairs=True)

        moved_alone = {
            (reading.reading.id, option.option.id, effect.subject.code)
            for reading in result.readings
            for option in reading.options
            for effect in option.effects
            if effect.before != effect.after
        }
        moved_together = {
            (reading.id, option.id, effect.subject.code)
            for pair in result.pairs
            for reading, option in zip(pair.readings, pair.options, strict=True)
            for effect in pair.effects
        }
        assert moved_alone
        assert moved_together & moved_alone == set()


class TestForms:
    """Hình thức khen thưởng gọi bằng tên, không bằng mã."""

    def test_of_each_effect(self) -> None:
        plan = adopting(PLAN, "A-02", "at_least")
        form = PLAN.forms[0]
        effect = Effect(Commune("VD-01", "Xã Ví Dụ"), "commune", MET, MET, (), (Moved(form.id, MET, NOT_MET),))

        assert forms_called(PLAN, plan, language="vi")[form.id] == form.label.vi
        assert f"; hình thức {form.label.vi}: đạt → không đạt" in effect_said(
            effect, "vi", forms_called(PLAN, plan, language="vi")
        )


class TestOneDossierEach:
    """A subject is counted once: two dossiers of one are refused, of another kind with the same code they are two."""

    def test_of_impact_and_of_sensitivity(self) -> None:
        twice = [fallen(100, 40), Dossier(Village("VD-1", "Bản Ví Dụ")), fallen(100, 40)]
        told = "one dossier for each subject; given more than once: Commune 'VD-100-40'$"

        with pytest.raises(DuplicateNameError, match=told):
            impact(PLAN, stricter(60), twice, on=ON)
        with pytest.raises(DuplicateNameError, match=told):
            sensitivity(PLAN, twice, on=ON, readings=["A-02"])

    def test_a_code_of_two_kinds(self) -> None:
        two = [Dossier(Village("VD-1", "Bản Ví Dụ")), Dossier(Commune("VD-1", "Xã Ví Dụ"))]

        assert len(impact(PLAN, stricter(60), two, on=ON).effects) == 2


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("vi", "Xã Ví Dụ (VD-100-40): đạt → không thuộc đối tượng; III.2.2-1 chưa đủ căn cứ → không áp dụng"),
        ("en", "Xã Ví Dụ (VD-100-40): met → not addressed; III.2.2-1 undetermined → not applicable"),
    ],
)
def test_a_group_addresses_and_a_clause_applies(language: str, told: str) -> None:
    dropped = amend(ONLY, drop_group("III.2.2", by=ACT), effective=ACT.issued_on)
    said = impact_said(impact(ONLY, dropped, [fallen(100, 40)], on=ON), language)

    assert told in said
    assert ("01 hồ sơ được xét" if language == "vi" else "1 dossier judged") in said
