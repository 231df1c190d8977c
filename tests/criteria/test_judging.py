"""Who judges what the plan leaves to bodies of the district: until 30/6/2025 they, and from 01/7/2025 reading B-17."""

from __future__ import annotations

from datetime import date
from typing import Any

import polars as pl
import pytest
from attrs import evolve
from criteria.adopting import adopted
from criteria.dossiers import AT_THE_FINAL, AT_THE_INTERIM, NOTHING, assessed, explained, judged
from criteria.invented import met_commune, met_village
from hypothesis import given

from thidua import (
    PLAN,
    Commune,
    Document,
    Dossier,
    InvalidDocumentError,
    Level,
    Paper,
    Village,
    checklist,
    compare,
    judgement_form,
    judgement_sheet,
    judgements,
    tabulate,
)
from thidua.bodies import UNDECIDED, Handover
from thidua.criteria.communes import officials_strive_and_have_initiatives as effort_of_officials
from thidua.errors import InvalidPlanError
from thidua.evidence import Evidence
from thidua.interpreters.columns.supplied import Minutes
from thidua.interpreters.competent import competent
from thidua.interpreters.needs_wording import needs_text
from thidua.interpreters.request_letter import request_letter
from thidua.nodes import ReadingKind
from thidua.readings import by_reading, reading
from thidua.testing import dossiers
from thidua.texts import Text
from thidua.vocabulary import commune, village

LAST, FIRST = date(2025, 6, 30), date(2025, 7, 1)
DISTRICT, PROVINCE, COMMUNE = "Hội đồng TĐKT huyện", "Hội đồng TĐKT tỉnh Ví Dụ", "Hội đồng TĐKT xã Ví Dụ"
OPTIONS = ("ask_the_province", "last_judgement", "commune", "province")
EVERY = pytest.mark.parametrize("option", OPTIONS)
EFFORT = commune.officials_effort


def only(by: str, on: date, *others: tuple[str, date, Level]) -> Dossier[Any]:
    """A commune of which nothing is on file but judgements of the effort of its officials."""
    given = [(by, on, Level.DONE_WELL), *others]
    papers = [
        Paper(Document(f"{at}/BB", day, name), *judged(EFFORT, level, by=name, on=day))
        for at, (name, day, level) in enumerate(given)
    ]
    return Dossier(Commune("X-01", "Xã Ví Dụ"), tuple(papers))


def read(by: str, on: date, option: str | None = "ask_the_province", *others: tuple[str, date, Level]) -> list[str]:
    """Whether the judgement is read under an option, and the codes of the cautions about it."""
    knowledge = assessed(only(by, on, *others), plan=adopted("B-17", option)).knowledge
    codes = [caution.code for caution in knowledge.cautions if caution.of == EFFORT.fact]
    return [*(["read"] if "officials_effort" in knowledge.places else []), *codes]


class TestThroughTheLastDay:
    """The district's bodies judge through 30/6/2025, however one reads who judges afterwards."""

    @EVERY
    @pytest.mark.parametrize("on", [date(2025, 1, 1), LAST])
    def test_their_judgement_counts(self, option: str, on: date) -> None:
        assert read(DISTRICT, on, option) == ["read"]

    @EVERY
    @pytest.mark.parametrize("by", [PROVINCE, COMMUNE])
    def test_no_other_does(self, option: str, by: str) -> None:
        assert read(by, LAST, option) == ["body_not_named"]

    def test_with_nothing_adopted_theirs_counts_too(self) -> None:
        assert read(DISTRICT, LAST, None) == ["read"]


class TestAfterwards:
    """From 01/7/2025 whose judgement counts is a reading; until it is chosen, nobody takes the district's place."""

    @pytest.mark.parametrize("on", [FIRST, AT_THE_FINAL])
    @pytest.mark.parametrize(
        ("option", "each"),
        [
            ("ask_the_province", (["read", "body_not_there"], ["body_not_named"], ["body_not_named"])),
            ("last_judgement", (["body_not_named"], ["body_not_named"], ["body_not_named"])),
            ("commune", (["body_not_named"], ["read"], ["body_not_named"])),
            ("province", (["body_not_named"], ["body_not_named"], ["read"])),
            (None, (["body_not_named"], ["body_not_named"], ["body_not_named"])),
        ],
    )
    def test_whose_judgement_counts(self, on: date, option: str | None, each: tuple[list[str], ...]) -> None:
        assert tuple(read(by, on, option) for by in (DISTRICT, COMMUNE, PROVINCE)) == each

    @EVERY
    def test_the_bodies_of_the_commune_judge_a_village_as_before(self, option: str) -> None:
        dossier = met_village(mobilising=judged(village.mobilising, by=COMMUNE, on=FIRST))
        found = assessed(dossier, plan=adopted("B-17", option))

        assert "mobilising" in found.knowledge.places

    def test_a_council_without_its_level_is_read_as_the_districts(self) -> None:
        assert read("Hội đồng TĐKT", FIRST) == ["read", "body_not_there"]

    def test_with_nothing_adopted_what_every_option_takes_as_judged_is_judged_by_all_of_them(self) -> None:
        later = (COMMUNE, FIRST, Level.EXCELLENT)

        assert read(DISTRICT, LAST, None, later) == ["read", "conflict"]
        assert read(DISTRICT, LAST, "commune", later) == ["read", "conflict"]
        assert read(DISTRICT, LAST, "province", later) == ["read", "body_not_named"]

    def test_the_caution_names_the_body_and_the_day_it_ended(self) -> None:
        found = assessed(only(DISTRICT, FIRST))
        (caution,) = [each for each in found.knowledge.cautions if each.code == "body_not_there"]

        assert caution.detail.vi == "Hội đồng TĐKT huyện, kết thúc hoạt động từ 01/7/2025"
        assert caution.detail.en == "Hội đồng TĐKT huyện, which ended on 1 July 2025"


class TestWhatIsSaid:
    """Nobody is told to wait for a body that has ended; the question who takes over goes to the province."""

    dossier = met_commune(officials_effort=NOTHING)

    def said(self, option: str | None, language: str = "vi", on: date = AT_THE_FINAL) -> str:
        found = assessed(self.dossier, plan=adopted("B-17", option), on=on)
        assert found.of(effort_of_officials).id == "undetermined"
        return explained(found, effort_of_officials, language)

    def test_until_the_last_day_one_waits(self) -> None:
        dossier = met_commune(on=LAST, officials_effort=NOTHING)
        said = explained(assessed(dossier, on=LAST), effort_of_officials)

        assert "chờ đánh giá của Hội đồng Thi đua - Khen thưởng huyện hoặc UBND huyện" in said

    @pytest.mark.parametrize("option", ["ask_the_province", None])
    def test_afterwards_the_province_is_asked(self, option: str | None) -> None:
        assert (
            "chưa có đánh giá: Hội đồng Thi đua - Khen thưởng huyện và UBND huyện kết thúc hoạt động từ ngày "
            "01/7/2025; xin ý kiến của tỉnh về cơ quan đánh giá thay; biên bản đánh giá đến hết ngày 30/6/2025 vẫn "
            "được xem xét"
        ) in self.said(option)
        assert "chờ đánh giá" not in self.said(option)
        assert (
            "no judgement on file: the Emulation and Commendation Council of the district and the People's Committee "
            "of the district ended on 1 July 2025; ask the province who judges in their place; minutes of judgements "
            "through 30 June 2025 still count"
        ) in self.said(option, "en")

    def test_where_the_last_judgement_stands_nobody_is_asked(self) -> None:
        assert "tỉnh" not in self.said("last_judgement")
        assert "biên bản đánh giá đến hết ngày 30/6/2025 vẫn được xem xét" in self.said("last_judgement")

    @pytest.mark.parametrize(
        ("option", "who"),
        [
            ("commune", "chờ đánh giá của Hội đồng Thi đua - Khen thưởng xã hoặc UBND xã"),
            ("province", "chờ đánh giá của Hội đồng Thi đua - Khen thưởng tỉnh"),
        ],
    )
    def test_where_somebody_takes_over_one_waits_for_them(self, option: str, who: str) -> None:
        assert who in self.said(option)

    def test_a_review_that_opens_after_the_end_has_no_minutes_of_before(self) -> None:
        opens_late = evolve(PLAN.reviews[1], window=evolve(PLAN.reviews[1].window, first=FIRST))
        plan = evolve(PLAN, reviews=(PLAN.reviews[0], opens_late, PLAN.reviews[2]))
        said = competent(EFFORT.fact, plan, plan.setting(on=AT_THE_FINAL)).awaited("vi")

        assert said.endswith("xin ý kiến của tỉnh về cơ quan đánh giá thay")

    def test_so_do_needs_the_letter_the_checklist_and_the_sheet(self) -> None:
        found = assessed(self.dossier)
        asked = "xin ý kiến của tỉnh về cơ quan đánh giá thay"
        told = (
            needs_text(found),
            request_letter(found),
            checklist(PLAN, Commune, dossier=self.dossier, on=AT_THE_FINAL),
            judgement_sheet(PLAN, self.dossier, on=AT_THE_FINAL),
        )

        assert [text for text in told if asked not in " ".join(text.split())] == []

    def test_in_english_too(self) -> None:
        found = assessed(self.dossier)
        asked = "ask the province who judges in their place"
        told = (
            needs_text(found, "en"),
            request_letter(found, "en"),
            checklist(PLAN, Commune, "en", dossier=self.dossier, on=AT_THE_FINAL),
            judgement_sheet(PLAN, self.dossier, "en", on=AT_THE_FINAL),
        )

        assert [text for text in told if asked not in " ".join(text.split())] == []

    def test_a_list_without_a_day_says_until_when(self) -> None:
        assert "Hội đồng Thi đua - Khen thưởng huyện (đến hết ngày 30/6/2025)" in " ".join(
            checklist(PLAN, Commune).split()
        )


class TestSheets:
    """A filled sheet takes the judgement that would be read on its day, and says who may make it."""

    def filled(self, option: str, by: str, on: date) -> list[str]:
        plan = adopted("B-17", option)
        dossier = met_commune(officials_effort=NOTHING)
        form = judgement_form(plan, dossier, on=AT_THE_FINAL)
        words = [(part, word) for part in form["parts"] for word in part["judgements"]]
        part, word = next(each for each in words if each[1]["fact"] == "officials_effort")
        minutes = {"number": "05/BB", "issued_on": on.isoformat(), "issuer": by, "title": "Biên bản"}
        part.update(by=by, on=on.isoformat(), minutes=minutes)
        word.update(judged="DONE_WELL", reason="có sản phẩm cụ thể")
        try:
            made = judgements(plan, dossier, form)
        except InvalidDocumentError as error:
            return [f"{problem.code}: {problem.expected}" for problem in error.problems]
        return [str(assessed(made, plan=plan).of(effort_of_officials).id)]

    @EVERY
    def test_of_the_district_until_its_last_day(self, option: str) -> None:
        assert self.filled(option, DISTRICT, LAST) == ["met"]

    def test_of_whoever_took_over_afterwards(self) -> None:
        assert self.filled("province", PROVINCE, FIRST) == ["met"]
        assert self.filled("commune", COMMUNE, FIRST) == ["met"]
        assert self.filled("ask_the_province", DISTRICT, FIRST) == ["met"]
        assert self.filled("province", DISTRICT, FIRST) == ["unknown_name: Hội đồng Thi đua - Khen thưởng tỉnh"]
        assert self.filled("last_judgement", DISTRICT, FIRST) == [
            "unknown_name: Hội đồng Thi đua - Khen thưởng huyện; UBND huyện"
        ]

    def test_outside_the_review_the_day_is_what_is_wrong(self) -> None:
        assert self.filled("province", DISTRICT, date(2024, 12, 31)) == ["out_of_range: from 2025-01-01"]


class TestTables:
    """A table reads each row's minutes as its own paper would be, body and day together."""

    ROWS = tuple((by, on) for by in (DISTRICT, COMMUNE, PROVINCE) for on in (LAST, FIRST, AT_THE_FINAL))

    @pytest.mark.parametrize("option", [*OPTIONS, None])
    def test_agree_with_assess(self, option: str | None) -> None:
        plan = adopted("B-17", option)
        table = pl.DataFrame({
            "code": [f"X-{at}" for at in range(len(self.ROWS))],
            "officials_effort": ["DONE_WELL"] * len(self.ROWS),
            "by": [by for by, _ in self.ROWS],
            "sat_on": [on for _, on in self.ROWS],
            "minutes": ["05/BB"] * len(self.ROWS),
        })  # fmt: skip
        documents = {EFFORT: Minutes.by_row(by="by", on="sat_on", number="minutes")}
        made = tabulate(plan, Commune, table, on=AT_THE_FINAL, documents=documents)
        waits = ["officials_effort" not in assessed(only(by, on), plan=plan).knowledge.places for by, on in self.ROWS]
        rows = [made.explain(f"X-{at}").knowledge.places for at in range(len(self.ROWS))]

        assert ["officials_effort" not in places for places in rows] == waits

    def test_minutes_for_a_whole_column_are_read_with_their_cautions(self) -> None:
        minutes = Minutes(Document("05/BB", LAST, DISTRICT), DISTRICT, FIRST, "có sản phẩm")
        table = pl.DataFrame({"code": ["X-1"], "officials_effort": ["DONE_WELL"]})
        made = tabulate(PLAN, Commune, table, on=AT_THE_FINAL, documents={EFFORT: minutes})

        codes = {caution.code for caution in made.explain("X-1").knowledge.cautions}
        assert {"body_not_there", "minutes_before_sitting"} <= codes


def sat_by_then(dossier: Dossier[Any]) -> Dossier[Any]:
    """The dossier as it would be had every sitting been on the last day of the district at the latest."""
    papers: list[Paper[Any]] = []
    for paper in dossier.papers:
        proves = tuple(
            evolve(said, judgement=evolve(said.judgement, on=min(said.judgement.on, LAST)))
            if isinstance(said, Evidence) and said.judgement
            else said
            for said in paper.proves
        )
        papers.append(Paper(paper.document, *proves, corrects=paper.corrects))
    return evolve(dossier, papers=tuple(papers))


def issued_early(dossier: Dossier[Any]) -> Dossier[Any]:
    """The dossier as it would be with all minutes dated before every sitting."""
    papers: list[Paper[Any]] = []
    for at, paper in enumerate(dossier.papers):
        judges = any(isinstance(said, Evidence) and said.judgement for said in paper.proves)
        early = Document(f"{at}/BB", date(2021, 1, 1), "UBND xã Ví Dụ")
        papers.append(Paper(early, *paper.proves) if judges and not paper.corrects else paper)
    return evolve(dossier, papers=tuple(papers))


class TestCautionsDecideNothing:
    """A caution never changes a verdict."""

    @given(dossiers(PLAN, Commune))
    def test_a_judgement_dated_after_its_body_ended(self, dossier: Dossier[Commune]) -> None:
        late, then = assessed(dossier), assessed(sat_by_then(dossier))

        assert [found.mask for _, found in late.clauses] == [found.mask for _, found in then.clauses]
        assert late.verdict == then.verdict
        assert "body_not_there" not in {caution.code for caution in then.knowledge.cautions}

    @given(dossiers(PLAN, Village))
    def test_minutes_dated_before_the_sitting(self, dossier: Dossier[Village]) -> None:
        before, after = assessed(issued_early(dossier)), assessed(dossier)

        assert [found.mask for _, found in before.clauses] == [found.mask for _, found in after.clauses]

    @given(dossiers(adopted("B-17", "province"), Commune, complete=True))
    def test_of_what_is_drawn_for_a_plan_every_judgement_is_of_a_body_that_may(self, dossier: Dossier[Commune]) -> None:
        found = assessed(dossier, plan=adopted("B-17", "province"))

        assert not {"body_not_named", "body_not_there"} & {caution.code for caution in found.knowledge.cautions}


class TestPlans:
    """Who judges afterwards is data of the plan, and its reading is the plan's own."""

    def test_a_plan_that_says_nothing_reads_and_asks(self) -> None:
        plan = evolve(PLAN, handover=None)
        found = assessed(only(DISTRICT, FIRST), plan=plan)

        assert plan.handovers == (UNDECIDED,)
        assert "officials_effort" in found.knowledge.places
        said = competent(EFFORT.fact, plan, plan.setting(on=AT_THE_FINAL)).awaited("vi")
        assert "xin ý kiến của cấp có thẩm quyền về cơ quan đánh giá thay" in said

    def test_a_reading_of_another_plan_is_refused(self) -> None:
        text = Text("ai đánh giá?", "who judges?")
        other = reading("X-01", ReadingKind.DEFINITION, text, options={"a": text}, adopted="a", because=text)
        with pytest.raises(InvalidPlanError, match="handover: reading 'X-01' is not the plan's"):
            evolve(PLAN, handover=by_reading(other, {"a": Handover()}))

    def test_at_the_interim_review_the_district_was_there(self) -> None:
        setting = PLAN.setting(on=AT_THE_INTERIM)

        assert [body.id for body in competent(EFFORT.fact, PLAN, setting).bodies] == [
            "district_council", "district_committee",
        ]  # fmt: skip

    @EVERY
    def test_another_option_changes_who_is_met_by_no_criterion(self, option: str) -> None:
        comparison = compare(PLAN, adopted("B-17", option))

        assert {group.relation.name for group in comparison.groups} == {"EQUIVALENT"}
