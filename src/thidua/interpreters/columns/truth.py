"""What a predicate may be, in columns: one or two nullable Booleans where they are enough, three plain ones elsewhere.

A set of finals is a row of three bits. Three forms hold it:

- `Bits(met, fails, skips)`: three Booleans without nulls, *can be met*, *can be not met*, *can be not applicable*. No
  null ever reaches a Boolean operator, so nothing depends on an engine's logic. Every combinator lifts each child's
  finals independently, so its bits follow from the children's bits alone:

  - `all_of`: can skip when all can; can fail when one can; can be met when each can be met or skip and one of them can
    be met. The last condition is idle as soon as one child cannot skip;
  - `any_of` is `all_of` with met and fails exchanged on the way in and on the way out (De Morgan, a law of the lift);
  - `where(g, b)`: met = gᵐ & bᵐ; fails = gᵐ & bᶠ; skips = gᶠ | gˢ | (gᵐ & bˢ);
  - `unless(b, d)`, where o = dᶠ | dˢ says that the disqualifier may spare: met = bᵐ & o; fails = dᵐ | (bᶠ & o);
    skips = bˢ & o;
  - `at_least(k, …)` counts the children that can be met, that can only be met, that can apply and that surely do.

- `Kleene(holds)`: one nullable Boolean for a predicate that can never be not applicable: true is {met}, false
  {not met}, null {met, not met}. On these three sets `all_of`, `any_of` and `not_` are the strong Kleene connectives:
  a conjunction is false when a child is {not met}, since then no choice of finals is met; true when all are {met};
  and otherwise both finals can be chosen. polars, Arrow, DuckDB and Spark all compute their `and`, `or`, `not` of
  nulls so; NumPy does not, so pandas is turned into Arrow at the door. One comparison of a column with a number of the
  law is such a Boolean as it stands: null, nothing recorded, is {met, not met} exactly when the fact's own domain
  reaches to both sides of the number. So a leaf is compared once, not twice, and filled not at all.

- `Guarded(asked, then)`: two nullable Booleans for `where` of two Kleene predicates. In an `all_of` with a Kleene
  sibling it is one Boolean again, `~asked | then`, *it does not fail*. With such a sibling the whole never skips; it
  can fail when one child can, and be met when every child can do something else than fail. `~asked | then` is false
  where the child can only fail (asked true, then false), true where it cannot (asked false or then true), and null
  where it can do either: exactly what the conjunction asks of each child, the choices being independent. In `any_of`
  it is `asked & then`, by De Morgan.

A part that can be not applicable in another way, or whose two bounds are two expressions, is in bits. A mixed `all_of`
folds its Kleene children into one Boolean first (the lift is associative and commutative) and opens that one into bits.

Expressions are written in the words of polars or of narwhals, which agree on all that is used here; bits that are known
without looking at any row are Python's True and False, and are folded away.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from typing import Any, NamedTuple

from thidua.verdicts import F, IfFewer, M, N


class Kleene(NamedTuple):
    """Met where true, not met where false, either where null."""

    holds: Any


class Bits(NamedTuple):
    """Can be met, can be not met, can be not applicable: expressions without nulls, or True and False."""

    met: Any
    fails: Any
    skips: Any


class Guarded(NamedTuple):
    """Not applicable where `asked` is false; where it is true, met where `then` is true and not met where it is false.

    A null of either leaves both of its answers open.
    """

    asked: Any
    then: Any


Truth = Kleene | Guarded | Bits


def constant(mask: int) -> Bits:
    """The same set in every row."""
    return Bits(bool(mask & M), bool(mask & F), bool(mask & N))


def both(a: Any, b: Any) -> Any:
    """The conjunction of two plain Booleans."""
    if a is False or b is False:
        return False
    return b if a is True else a if b is True else a & b


def either(a: Any, b: Any) -> Any:
    """The disjunction of two plain Booleans."""
    if a is True or b is True:
        return True
    return b if a is False else a if b is False else a | b


def opposite(a: Any) -> Any:
    """The negation of a plain Boolean."""
    return not a if isinstance(a, bool) else ~a


def bits(truth: Truth) -> Bits:
    """Three plain Booleans."""
    if isinstance(truth, Kleene):
        return Bits(truth.holds.fill_null(value=True), ~truth.holds.fill_null(value=False), skips=False)
    if isinstance(truth, Guarded):
        guard, body = bits(Kleene(truth.asked)), bits(Kleene(truth.then))
        return Bits(guard.met & body.met, guard.met & body.fails, guard.fails)
    return truth


def _always(part: Truth) -> bool:
    """Whether it is met in every row; asked by identity, since `==` of an expression is an expression."""
    return isinstance(part, Bits) and part.met is True and part.fails is False and part.skips is False


def all_truth(parts: Sequence[Truth]) -> Truth:
    """`all_of`."""
    kleene = [part.holds for part in parts if isinstance(part, Kleene)]
    others: list[Truth] = [part for part in parts if not isinstance(part, Kleene)]
    if kleene:
        kleene += [~part.asked | part.then for part in others if isinstance(part, Guarded)]
        others = [part for part in others if not isinstance(part, Guarded)]
    folded = [Kleene(reduce(lambda a, b: a & b, kleene))] if kleene else []
    if folded and all(map(_always, others)):
        return folded[0]
    opened = [bits(part) for part in (*folded, *others)]
    met = reduce(both, (either(part.met, part.skips) for part in opened))
    if all(part.skips is not False for part in opened):
        met = both(met, reduce(either, (part.met for part in opened)))
    return Bits(met, reduce(either, (part.fails for part in opened)), reduce(both, (part.skips for part in opened)))


def any_truth(parts: Sequence[Truth]) -> Truth:
    """`any_of`."""
    kleene = [part.holds for part in parts if isinstance(part, Kleene)]
    others: list[Truth] = [part for part in parts if not isinstance(part, Kleene)]
    if kleene:
        kleene += [part.asked & part.then for part in others if isinstance(part, Guarded)]
        others = [part for part in others if not isinstance(part, Guarded)]
    folded: list[Truth] = [Kleene(reduce(lambda a, b: a | b, kleene))] if kleene else []
    if folded and not others:
        return folded[0]
    return not_truth(all_truth([not_truth(part) for part in (*folded, *others)]))


def not_truth(part: Truth) -> Truth:
    """`not_`."""
    if isinstance(part, Kleene):
        return Kleene(~part.holds)
    if isinstance(part, Guarded):
        return Guarded(part.asked, ~part.then)
    return Bits(part.fails, part.met, part.skips)


def where_truth(guard: Truth, body: Truth) -> Truth:
    """`where`."""
    if _always(guard):
        return body
    if isinstance(guard, Kleene) and isinstance(body, Kleene):
        return Guarded(guard.holds, body.holds)
    asked, then = bits(guard), bits(body)
    outside = either(asked.fails, asked.skips)
    return Bits(both(asked.met, then.met), both(asked.met, then.fails), either(outside, both(asked.met, then.skips)))


def unless_truth(body: Truth, disqualifier: Truth) -> Truth:
    """`unless`."""
    kept, lost = bits(body), bits(disqualifier)
    spared = either(lost.fails, lost.skips)
    return Bits(both(kept.met, spared), either(lost.met, both(kept.fails, spared)), both(kept.skips, spared))


def one_of_truths(options: Sequence[Truth]) -> Truth:
    """A reading with nothing adopted: whatever one of its options allows."""
    if len(options) == 1:
        return options[0]
    opened = [bits(option) for option in options]
    met, fails, skips = (reduce(either, column) for column in zip(*opened, strict=True))
    return Bits(met, fails, skips)


def at_least_truth(k: int, parts: Sequence[Truth], if_fewer: IfFewer, number: Any) -> Truth:
    """`at_least`, by counting the children; `number` turns a Boolean into a column of 0 and 1."""
    opened = [bits(part) for part in parts]
    can = [part.met for part in opened]
    sure = [both(part.met, opposite(either(part.fails, part.skips))) for part in opened]
    reached = _count_reaches(can, k, number)
    missed = opposite(_count_reaches(sure, k, number))
    some_fail = reduce(either, (part.fails for part in opened))
    skips = reduce(both, (part.skips for part in opened))
    if if_fewer == "cap":
        all_met = reduce(both, (either(part.met, part.skips) for part in opened))
        some_met = reduce(either, can)
        return Bits(either(reached, both(all_met, some_met)), both(some_fail, missed), skips)
    if if_fewer == "strict":
        fewer = both(k > 1, reduce(either, can))
        return Bits(reached, both(missed, either(some_fail, fewer)), skips)
    applicable = [either(part.met, part.fails) for part in opened]
    surely = [opposite(part.skips) for part in opened]
    enough = _count_reaches(applicable, k, number)
    return Bits(reached, both(both(some_fail, missed), enough), opposite(_count_reaches(surely, k, number)))


def _count_reaches(given: Sequence[Any], k: int, number: Any) -> Any:
    """Whether at least k of the Booleans hold."""
    fixed = sum(one is True for one in given)
    open_ones = [one for one in given if not isinstance(one, bool)]
    if fixed >= k:
        return True
    if fixed + len(open_ones) < k:
        return False
    if fixed + len(open_ones) == k:
        return reduce(both, open_ones)
    if fixed + 1 == k:
        return reduce(either, open_ones)
    return reduce(lambda a, b: a + b, (number(one) for one in open_ones)) >= k - fixed
