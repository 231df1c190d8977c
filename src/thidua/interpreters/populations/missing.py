"""missing(): which evidence a table lacks most, and how many open verdicts each piece of it would settle alone.

A place that is not on file is supplied by supposing: each leaf that reads it is taken for met, not met or not
applicable, as far as it still may be, and the verdict is folded again over the rest. Where the leaf reads nothing else
that is open, it is definite once the place is supplied, whatever is supplied; so a verdict that is definite under
every supposition is settled by that place alone. Where a place is read by several leaves, they are supposed apart, so
less may be counted as settled than is, never more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import reduce
from typing import Any

from attrs import frozen

from thidua import nodes as n
from thidua.displays import Words
from thidua.errors import expect
from thidua.interpreters.columns.days import never
from thidua.interpreters.columns.door import rows
from thidua.interpreters.columns.engine import Engine, words_of
from thidua.interpreters.columns.grouping import counted, grouping
from thidua.interpreters.columns.naming import OURS
from thidua.interpreters.columns.opening import Tables
from thidua.interpreters.columns.population import Population
from thidua.interpreters.columns.predicates import Predicates, staged
from thidua.interpreters.columns.program import judging, without_judgements
from thidua.interpreters.columns.reached import is_open
from thidua.interpreters.columns.truth import Truth, bits, both, either, opposite
from thidua.interpreters.openings import OpenPlace, OpenRest, condition_of, terms_over
from thidua.interpreters.populations.counting import counts, number_said
from thidua.interpreters.populations.supposing import Suppose, leaves_of, reads_of, settled, whole_of
from thidua.interpreters.tables import aligned
from thidua.interpreters.wording import capital
from thidua.nodes import Kind, Predicate

EVIDENCE, ANY, LACKING, OPEN, SETTLES, MEETS = "evidence", "any", "missing", "open", "settles", "meets"
Reads = Mapping[OpenPlace | OpenRest, tuple[Predicate, ...]]
"""Each place, and the rest of each register, with the leaves that read it."""


def missing(result: Population[Any], *, of: str | None = None, measured: bool = False) -> Any:
    """Which evidence is missing most, and how many verdicts it would settle: of the group, or `of` one clause.

    A table of the caller's own type, lazy where the judged one is, the most useful first: `evidence` is a fact at its
    survey or a register, as columns are named; `missing` counts the subjects of whom it is not on file, `open` those
    among them whose verdict is open; `settles` those whose verdict it makes definite alone, whatever it says; `meets`
    those who would be met if it were favourable. The first line, `any`, counts subjects whom some one of them settles
    or meets. With `measured`, of what is left when judgements are set aside.

    `settles` and `meets` count only what is certain from the shape of the clauses, as `needs` finds it subject by
    subject: never more, and the same where no place is read twice in a clause. A field missing in an entry is not
    counted, since it belongs to an entry, not to a subject. Raises `UnknownNameError` for a clause of another group.

    >>> from datetime import date
    >>> import polars
    >>> from thidua import PLAN, Commune, tabulate
    >>> communes = polars.DataFrame(
    ...     {
    ...         "code": ["VD-01", "VD-02"],
    ...         "area": ["III", "III"],
    ...         "poor_households@2021": [60, 60],
    ...         "near_poor_households@2021": [40, 40],
    ...         "poor_households@2024": [25, 25],
    ...         "near_poor_households@2024": [None, 24],
    ...     }
    ... )
    >>> missing(tabulate(PLAN, Commune, communes, on=date(2025, 12, 31)), of="III.2.2-4").rows()[:2]
    [('any', 1, 1, 1, 1), ('near_poor_households@2024', 1, 1, 1, 1)]
    """
    return words_of("narwhals").to_native(missing_lines(result, of, measured=measured))


def missing_lines(result: Population[Any], of: str | None, *, measured: bool) -> Any:
    """The same in the words of narwhals."""
    tables = tables_of(result)
    engine = tables.engine
    trees, asked = _asked(result, of, measured=measured)
    predicates, held = judging(engine, result.setting, tuple(tables.columns.items()), tables.told)
    real = {leaf.node: leaf.truth for leaf in leaves_of(whole_of(predicates, trees, asked))}
    reads = _read_by(real, result)
    look = _Look(result, predicates, reads)
    lacks = {each: look.lacks(each) for each in reads}
    alone = {each: look.alone(each, lacks, real) for each in reads}
    first: dict[str, Any] = {}
    for at, each in enumerate(reads):
        lacks[each] = _kept(lacks[each], f"{OURS}_lacks_{at}", first, engine)
        alone[each] = _kept(alone[each], f"{OURS}_alone_{at}", first, engine)
    given: dict[Predicate, Truth] = {}
    for at, (leaf, truth) in enumerate(real.items()):
        given[leaf], made = staged(truth, f"{OURS}_leaf_{at}", engine.words)
        first |= made
    table = tables.subjects
    for one in held:
        if one.flags:
            table = counted(grouping(one), table, tables.entries[one.register.name], engine)
    table = table.with_columns(*(made.alias(name) for name, made in first.items())) if first else table
    suppose = Suppose(predicates, trees, asked, given)
    flags = _flags(reads, lacks, alone, suppose, result)
    return _lines(table, flags, engine)


def tables_of(result: Population[Any]) -> Tables:
    """The tables a population was judged from."""
    expect(result, Population)
    return result._tables  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]  # kept from callers, not from siblings


def _asked(result: Population[Any], of: str | None, *, measured: bool) -> tuple[dict[str, Predicate], Predicate]:
    """The clauses, and what is asked about."""
    criteria = result.criteria
    taken: Callable[[Predicate], Predicate] = without_judgements if measured else lambda node: node
    trees = {clause.id: taken(clause.node) for clause in criteria.clauses}
    return trees, taken(criteria.node) if of is None else trees[criteria.clause(of).id]


def _read_by(leaves: Mapping[Predicate, Truth], result: Population[Any]) -> dict[OpenPlace | OpenRest, Any]:
    """What the leaves read, each with the leaves that read it, in the order it is read."""
    found: dict[OpenPlace | OpenRest, tuple[Predicate, ...]] = {}
    for leaf in leaves:
        for each in reads_of(leaf, result):
            found[each] = (*found.get(each, ()), leaf)
    return found


@frozen
class _Look:
    """What is not on file of each subject."""

    result: Population[Any]
    predicates: Predicates
    reads: Reads

    def lacks(self, opening: OpenPlace | OpenRest) -> Any:
        """Whether papers could still tell it: of a register, whether other entries may be, or one may not belong."""
        if isinstance(opening, OpenRest):
            held = self.predicates.registers.tables.get(opening.register.name)
            if held is None:
                return True
            surplus = held.unseen.surplus
            return either(held.unseen.may, False if isinstance(surplus, int) else surplus > 0)
        known = self._known(opening.place)
        if opening.fact.kind is Kind.DAY:
            reader = self.predicates.reader
            other = reader.column(never(opening.place))
            not_at_all = False if other is None else other.fill_null(value=False)
            known = either(both(known, opposite(not_at_all)), both(opposite(known), not_at_all))
        return opposite(known)

    def _known(self, place: str) -> Any:
        column = self.predicates.reader.column(place)
        return False if column is None else ~column.is_null()

    def alone(self, opening: OpenPlace | OpenRest, lacks: Mapping[Any, Any], truths: Mapping[Predicate, Truth]) -> Any:
        """Whether every leaf that reads it and is open is so for want of it alone."""
        told: Any = True
        for leaf in self.reads[opening]:
            others = [lacks[each] for each in reads_of(leaf, self.result) if each != opening]
            nothing_else = opposite(reduce(either, others, self._unsettled_entries(leaf)))
            told = both(told, either(opposite(is_open(bits(truths[leaf]))), nothing_else))
        return told

    def _unsettled_entries(self, leaf: Predicate) -> Any:
        """Whether some entry on file leaves open what it counts for."""
        some: Any = False
        for each in reads_of(leaf, self.result):
            held = self.predicates.registers.tables.get(each.register.name) if isinstance(each, OpenRest) else None
            if isinstance(each, OpenPlace) or held is None:
                continue
            for term in terms_over(leaf, each.register):
                asked = condition_of(term)
                for one, other in (("can", "sure"), ("fails", "only_fails")):
                    some = either(some, _differ(held.count(asked, one), held.count(asked, other)))
                if isinstance(term, n.Total):
                    ends = [held.sum(term.of, asked, least=least) for least in (True, False)]
                    some = either(some, _differ(ends[0].number, ends[1].number))
        return some


def _differ(one: Any, other: Any) -> Any:
    """Whether two counts differ; an end that is none differs from every other."""
    told = one != other
    return told if isinstance(told, bool) else told.fill_null(value=True)


def _flags(
    reads: Reads, lacks: Mapping[Any, Any], alone: Mapping[Any, Any], suppose: Suppose, result: Population[Any]
) -> dict[tuple[str, ...], dict[str, Any]]:
    """Of each piece of evidence, and of any, the Booleans to be counted."""
    opened = is_open(suppose.verdict({}))
    found: dict[tuple[str, ...], dict[str, Any]] = {(ANY,): dict.fromkeys((LACKING, OPEN, SETTLES, MEETS), False)}
    for opening, leaves in reads.items():
        lacking = both(opened, lacks[opening])
        settles, meets = settled(opening, leaves, suppose, result)
        name = opening.place if isinstance(opening, OpenPlace) else opening.register.name
        turned = both(lacking, alone[opening])
        told = {LACKING: lacks[opening], OPEN: lacking, SETTLES: both(turned, settles), MEETS: both(turned, meets)}
        found[name,] = told
        found[ANY,] = {what: either(some, told[what]) for what, some in found[ANY,].items()}
    return found


def _kept(flag: Any, name: str, made: dict[str, Any], engine: Engine) -> Any:
    """The flag read from a column of its own, unless it is the same in every row."""
    if isinstance(flag, bool):
        return flag
    made[name] = flag
    return engine.words.col(name)


def _lines(table: Any, flags: dict[tuple[str, ...], dict[str, Any]], engine: Engine) -> Any:
    narwhals, words = words_of("narwhals"), engine.words
    kept: dict[str, Any] = {}
    asked: dict[tuple[str, ...], dict[str, Any]] = {}
    for line, told in flags.items():
        asked[line] = {}
        for what, flag in told.items():
            name = f"{OURS}_flag_{len(kept)}"
            kept[name] = (words.lit(flag) if isinstance(flag, bool) else flag).alias(name)
            asked[line][what] = narwhals.col(name)
    flagged = table.with_columns(*kept.values()).select(*kept)
    if engine.name == "polars" and not engine.lazy:
        flagged = flagged.collect()
    lines = counts(narwhals.from_native(flagged, pass_through=True), (), (EVIDENCE,), asked)
    after = [SETTLES, MEETS, OPEN, LACKING]
    first = f"{OURS}_first"
    lines = lines.with_columns((narwhals.col(EVIDENCE) != ANY).alias(first))
    lines = lines.sort([first, *after, EVIDENCE], descending=[False, *(True for _ in after), False]).drop(first)
    return narwhals.from_native(lines.to_native().to_pandas()) if engine.name == "pandas" else lines


def missing_said(
    result: Population[Any], language: str = "vi", *, of: str | None = None, measured: bool = False
) -> str:
    """The same in words, what settles most first; of a lazy table this computes. Raises as `missing` does."""
    return Words("\n".join(_said(result, language, of, measured=measured)), language, columns=True)


def _said(result: Population[Any], language: str, of: str | None, *, measured: bool) -> Iterator[str]:
    vi = language == "vi"
    found = rows(missing_lines(result, of, measured=measured))
    whole = result.criteria.id if of is None else of
    yield (f"Giấy tờ còn thiếu để xét {whole}" if vi else f"What is missing to judge {whole}") + (
        (" (phần đo đếm được)" if vi else " (measured part)") if measured else ""
    )
    head = (
        ("Giấy tờ, đánh giá", "Thiếu", "Còn mở", "Tự nó kết luận được", "Có thể đạt")
        if vi
        else ("Evidence", "Missing", "Open", "Settles alone", "Would be met")
    )
    lines: list[tuple[str, ...]] = [head]
    for row in found:
        any_said = "Chỉ một trong các giấy tờ này" if vi else "Any one of these"
        name = any_said if row[EVIDENCE] == ANY else _label(result, row[EVIDENCE], language)
        lines.append((name, *(number_said(row[what], language) for what in (LACKING, OPEN, SETTLES, MEETS))))
    yield from aligned(lines)


def _label(result: Population[Any], evidence: str, language: str) -> str:
    """What a place is called, with its survey."""
    words = result.plan.vocabulary(result.kind)
    name, _, survey = evidence.partition("@")
    labels = {**{fact.name: fact.label for fact in words.facts}, **{one.name: one.label for one in words.registers}}
    label = capital(labels[name].in_(language))
    surveys = [each for each in result.plan.surveys if each.id == survey]
    return f"{label}, {surveys[0].label.in_(language)}" if surveys else label
