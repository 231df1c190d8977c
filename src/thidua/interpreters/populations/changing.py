"""impact_of_table(), sensitivity_of_table(): who moves from which word to which when the plan, or a reading, changes.

Every row is judged under both plans, on one day and for one review; nothing is estimated. Both judgements are made on
the caller's engine, one beside the other, so that a lazy table stays lazy.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from attrs import frozen

from thidua.amendments import adopting
from thidua.displays import Shown, Words
from thidua.editions import as_if_in_force
from thidua.errors import WrongValueError, expect
from thidua.interpreters.arguments import check_kind, readings_named
from thidua.interpreters.columns.door import rows
from thidua.interpreters.columns.engine import WORDS, engine_of, words_of
from thidua.interpreters.columns.program import VERDICT
from thidua.interpreters.columns.supplied import Proof, Register
from thidua.interpreters.columns.tabulate import NOTHING, tabulate
from thidua.interpreters.edition_names import told_apart
from thidua.interpreters.explain import SHAPES
from thidua.interpreters.populations.counting import counts, names_of, number_said, words_for
from thidua.interpreters.reviews_of_both import review_of_both
from thidua.interpreters.tables import aligned
from thidua.interpreters.wording import checked_language, tally
from thidua.movements import Plan
from thidua.subjects import Subject
from thidua.texts import Text
from thidua.verdicts import OUTSIDE
from thidua.verdicts import WORDS as SAID

BEFORE, AFTER, CLAUSE, SUBJECTS = "before", "after", "clause", "subjects"
ABSENT = "not_applicable"
NOT_COMPUTED = Text(
    "Bảng chỉ được tính khi cần và chưa được tính; gọi .moves để tính.",
    "The table is lazy and was not computed; .moves counts who moved.",
)


@frozen(eq=False)
class TableImpact(Shown):
    """What a change of plan does to a whole table.

    `frame` is the caller's table, in its own type, with `<name>.before` and `<name>.after` for the group's `verdict`
    and for each clause of either plan; a clause that one of them does not have does not apply there. `moves` counts who
    moved: `clause`, the word `before`, the word `after`, and how many `subjects`, in the order of the plan; what did
    not move is left out.
    """

    old: Plan
    new: Plan
    kind: type[Subject]
    on: date
    review: str
    names: tuple[str, ...]
    frame: Any

    @property
    def moves(self) -> Any:
        """Who moved, counted."""
        return words_of("narwhals").to_native(_moves(self.frame, self.names))

    @property
    def is_lazy(self) -> bool:
        """Whether nothing of it is computed until it is asked for."""
        narwhals = words_of("narwhals")
        return isinstance(narwhals.from_native(self.frame), narwhals.LazyFrame)


def impact_of_table(
    old: Plan,
    new: Plan,
    kind: type[Subject],
    subjects: Any,
    *,
    on: date,
    review: str | None = None,
    records: Mapping[Any, Register] = NOTHING,
    documents: Mapping[Any, Proof] = NOTHING,
) -> TableImpact:
    """What the new plan does to each subject of a table, judged as if both plans were in force on that day.

    The table, its registers and documents are given as to `tabulate`, which raises for either plan.

    >>> from datetime import date
    >>> import polars
    >>> from thidua import PLAN, Commune, Document, amend, percent
    >>> from thidua.amendments import set_threshold
    >>> act = Document("00/QĐ-VD", date(2025, 1, 2), "UBND huyện Ví Dụ")
    >>> stricter = amend(PLAN, set_threshold("III.2.2-4", "fall", percent(60), by=act), effective=date(2025, 1, 2))
    >>> figures = {"poor_households@2021": [60], "poor_households@2024": [25]}
    >>> figures |= {"near_poor_households@2021": [40], "near_poor_households@2024": [20]}
    >>> communes = polars.DataFrame({"code": ["VD-01"], "area": ["III"], **figures})
    >>> impact_of_table(PLAN, stricter, Commune, communes, on=date(2025, 12, 31)).moves.rows()
    [('verdict', 'undetermined', 'not_met', 1), ('III.2.2-4', 'met', 'not_met', 1)]
    """
    before, after = as_if_in_force(old), as_if_in_force(new)
    check_kind("impact_of_table", old, kind)
    named = review_of_both(before, after, on=on, review=review)
    given = {"on": on, "review": named, "records": records, "documents": documents}
    was, its = _marked(before, kind, subjects, BEFORE, given)
    now, theirs = _marked(after, kind, was, AFTER, given)
    names = tuple(dict.fromkeys((*its, *theirs)))
    absent = [f"{name}.{mark}" for mark, have in ((BEFORE, its), (AFTER, theirs)) for name in names if name not in have]
    return TableImpact(old, new, kind, on, named, names, _filled(now, absent))


def _marked(
    plan: Plan, kind: type[Subject], frame: Any, mark: str, given: Mapping[str, Any]
) -> tuple[Any, tuple[str, ...]]:
    """The table with the verdicts under a plan, and their names; nothing where the plan asks nothing of the kind."""
    engine_of(frame)
    if not any(criteria.subject is kind for criteria in plan.criteria):
        return frame, ()
    made = tabulate(plan, kind, frame, **given, reasons=False)
    words = words_for(made.frame)
    renamed = (
        words.col(name).alias(f"{name}.{mark}" if name in made.verdicts else name) for name in names_of(made.frame)
    )
    return words.from_native(made.frame).select(*renamed).to_native(), made.verdicts


def _filled(frame: Any, absent: list[str]) -> Any:
    """The table with what one of the plans does not have."""
    words = words_for(frame)
    made = [words.lit(ABSENT).alias(name) for name in absent]
    return words.from_native(frame).with_columns(*made).to_native() if made else frame


def _moves(frame: Any, names: Iterable[str], more: Mapping[str, str] = NOTHING) -> Any:
    """Who moved, from which word to which, below the same words for every line."""
    words = words_for(frame)
    asked: dict[tuple[str, ...], dict[str, Any]] = {}
    for name in names:
        before, after = (words.col(f"{name}.{mark}").cast(words.String) for mark in (BEFORE, AFTER))
        for was in WORDS:
            for now in WORDS:
                if was != now:
                    asked[*more.values(), name, was, now] = {SUBJECTS: (before == was) & (after == now)}
    lines = counts(words.from_native(frame), (), (*more, CLAUSE, BEFORE, AFTER), asked)
    lines = lines.filter(words.col(SUBJECTS) > 0)
    return words.maybe_reset_index(lines) if lines.implementation.is_pandas() else lines


def impact_of_table_said(result: TableImpact, language: str = "vi") -> str:
    """The moves in words; of a lazy table this computes them."""
    expect(result, TableImpact)
    lines = [plans_said(result, language), *_said(move_rows(result), language)]
    return Words("\n".join(lines), language, columns=True)


def table_impact_said(result: TableImpact, language: str = "vi") -> str:
    """The same, but a lazy table is not computed."""
    checked_language(language)
    if result.is_lazy:
        return f"{plans_said(result, language)}\n{NOT_COMPUTED.in_(language)}"
    return impact_of_table_said(result, language)


def plans_said(result: TableImpact, language: str) -> str:
    """Under which two plans a table was judged."""
    old, new = told_apart(result.old.id, result.new.id, language)
    both = language == "vi"
    return f"Xét theo cả hai kế hoạch: {old} và {new}" if both else f"Judged under both plans: {old} and {new}"


def move_rows(result: TableImpact) -> list[dict[str, Any]]:
    """Who moved, a line each; of a lazy table this computes them."""
    return rows(_moves(result.frame, result.names))


def _said(moves: list[dict[str, Any]], language: str) -> Iterator[str]:
    vi = language == "vi"
    if not moves:
        yield "Không có gì thay đổi" if vi else "Nothing moved"
        return
    lines = [["Tiêu chí", "Trước", "Sau", "Số đối tượng"] if vi else ["Clause", "Before", "After", "Subjects"]]
    for move in moves:
        name = ("Kết luận" if vi else "Verdict") if move[CLAUSE] == VERDICT else move[CLAUSE]
        words = (f"{SHAPES[move[mark]]} {word_of(move, mark).in_(language)}" for mark in (BEFORE, AFTER))
        lines.append([name, *words, number_said(move[SUBJECTS], language)])
    yield from aligned(lines)


def word_of(move: Mapping[str, Any], mark: str) -> Text:
    """The word before or after: that of a clause, or that of the group, which addresses a subject or does not."""
    word: str = move[mark]
    return OUTSIDE if move[CLAUSE] == VERDICT and word == ABSENT else SAID[word]


def sensitivity_of_table(
    plan: Plan,
    kind: type[Subject],
    subjects: Any,
    *,
    on: date,
    review: str | None = None,
    records: Mapping[Any, Register] = NOTHING,
    documents: Mapping[Any, Proof] = NOTHING,
    readings: Iterable[str] | None = None,
) -> Any:
    """What hangs on each reading for a whole table: each other option adopted in turn, all other readings as they are.

    A table of the caller's own type, lazy where the given one is: `reading`, `option`, `clause` (`verdict` for the
    group), the word `before` and `after`, and how many `subjects` move so; nothing of what does not move. `readings`
    names those to look at, all of the plan otherwise. Raises as `tabulate` does, and `UnknownNameError` for an
    unknown reading.

    >>> from datetime import date
    >>> import polars
    >>> from thidua import PLAN, Household
    >>> households = polars.DataFrame({"code": ["H-1"], "has_policy_loan": [False]})
    >>> found = sensitivity_of_table(PLAN, Household, households, on=date(2025, 12, 31), readings=["A-08"])
    >>> found.select("reading", "clause", "before", "after").row(-1)
    ('A-08', 'III.2.4-4', 'not_applicable', 'not_met')
    """
    base = as_if_in_force(plan)
    check_kind("sensitivity_of_table", plan, kind)
    asked = readings_named(plan, readings)
    named = review or base.setting(on=on, review=review).review.id
    given = {"on": on, "review": named, "records": records, "documents": documents}
    was, names = _marked(base, kind, subjects, BEFORE, given)
    narwhals = words_of("narwhals")
    others = [
        (reading.id, option.id) for reading in asked for option in reading.options if option.id != reading.adopted
    ]
    plans = [(base, ("", "")), *((as_if_in_force(adopting(plan, *other)), other) for other in others)]
    found: list[Any] = []
    for other, (
        reading,
        option,
    ) in plans:  # the first is the plan as it is, of which nothing moves: it gives the columns
        now, _ = _marked(other, kind, was, AFTER, given)
        found.append(_moves(now, names, {"reading": reading, "option": option}))
    lines = narwhals.concat(found)
    return narwhals.to_native(narwhals.maybe_reset_index(lines) if lines.implementation.is_pandas() else lines)


def sensitivity_of_table_said(plan: Plan, found: Any, language: str = "vi") -> str:
    """What `sensitivity_of_table` found, in words: reading by reading, option by option.

    Raises `WrongValueError` for another table.
    """
    expect(plan, Plan)
    engine_of(found)
    if "reading" not in names_of(found):
        msg = "the table has no column 'reading'; expected what sensitivity_of_table() gave"
        raise WrongValueError(msg)
    vi = language == "vi"
    moves = rows(words_of("narwhals").from_native(found))
    lines: list[str] = []
    for name in dict.fromkeys(move["reading"] for move in moves):
        reading = plan.reading(name)
        lines += [f"{name}: {reading.question.in_(language)}"]
        mine = [move for move in moves if move["reading"] == name]
        for option in dict.fromkeys(move["option"] for move in mine):
            lines.append(f"{'nếu' if vi else 'if'}: {reading.option(option).label.in_(language)}")
            lines += _said([move for move in mine if move["option"] == option], language)
    named = len(dict.fromkeys(move["reading"] for move in moves))
    head = (
        f"{tally(named)} cách hiểu có ảnh hưởng đến bảng này" if vi else f"readings that matter to this table: {named}"
    )
    return Words("\n".join([head, *lines]), language, columns=True)
