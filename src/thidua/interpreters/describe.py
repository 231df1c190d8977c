"""describe(): the sentence a predicate stands for, in Vietnamese or in English. Terms are said the same way."""

from __future__ import annotations

from typing import Any, assert_never

from thidua import nodes as n
from thidua.clauses import Clause, Criteria
from thidua.conditions import ALWAYS, NOT_APPLICABLE, Condition
from thidua.interpreters.arguments import checked_predicate
from thidua.interpreters.day_wording import day_said, days_compared
from thidua.interpreters.decrease_wording import decrease_compared, decrease_said
from thidua.interpreters.wording import amount, joined, number, tally
from thidua.measures import fall_of
from thidua.measures import unit as unit_of
from thidua.nodes import Op, Predicate, Quantity
from thidua.quantities import DONG, SHARE
from thidua.texts import Text
from thidua.verdicts import VERDICTS
from thidua.walks import can_be_not_applicable


def describe(node: Predicate | Condition[Any] | Clause[Any] | Criteria[Any], language: str = "vi") -> str:
    """What a predicate requires, in one sentence without a full stop; readings are said as adopted.

    Of a clause or a group, what it requires with the guard that says where it applies.

    >>> from thidua import PLAN, describe
    >>> print(describe(PLAN.item("III.2.3-4").requires))
    tổng số hộ nghèo đa chiều và số hộ cận nghèo đa chiều giảm trên 50% so với đầu kỳ
    """
    node = checked_predicate("describe", node)
    vi = language == "vi"
    match node:
        case n.Constant(mask=mask):
            return VERDICTS[mask].word.in_(language)
        case n.IsOneOf(fact=fact, members=members):
            return _is_one_of(fact, members, language)
        case n.JudgedAtLeast(fact=fact, level=level):
            label = fact.label.in_(language)
            if level == "YES":
                return f"{label} được đánh giá là có" if vi else f"{label}: judged to be so"
            step = level_said(fact, level, language)
            return f"{label} được đánh giá từ mức “{step}” trở lên" if vi else f"{label}: judged “{step}” or better"
        case n.Compare():
            return _compare(node, language)
        case n.CompareDays():
            return days_compared(node, language)
        case n.Falls():
            return _falls(node, language)
        case n.AreAll(register=register, each=each):
            label = register.label.in_(language)
            if isinstance(each, n.Where):
                among = describe(each.guard, language)
                label = f"{label} mà {among}" if vi else f"{label} of which {among}"
                each = each.body
            asked = describe(each, language)
            return f"mọi {label} đều {_of_each(each)}{asked}" if vi else f"for all {label}, {asked}"
        case n.AtReview(label=label):
            return f"kỳ xét là {label.vi}" if vi else f"the review is {label.en}"
        case n.AllOf(parts=parts):
            return _together(_flat(parts, n.AllOf), ("và", "đồng thời") if vi else ("and", "and"), language)
        case n.AnyOf(parts=parts):
            return _together(_flat(parts, n.AnyOf), ("hoặc", "hoặc") if vi else ("or", "or"), language)
        case n.AtLeast():
            return _at_least(node, language)
        case n.Not(part=part):
            return _not(part, language)
        case n.Where(guard=guard, body=body):
            asked, then = describe(guard, language), describe(body, language)
            return f"trong trường hợp {asked}: {then}" if vi else f"where {asked}: {then}"
        case n.Unless(body=body, disqualifier=disqualifier):
            kept, lost = _inner(body, language), _inner(disqualifier, language)
            return f"{kept}, trừ khi {lost}" if vi else f"{kept}, unless {lost}"
        case n.Choose(reading=reading, options=options):
            return _chosen([describe(o, language) for name, o in options if _taken(reading, name)], reading, language)
        case n.ClauseMet(clause=clause):
            return f"đạt tiêu chí {clause}" if vi else f"{clause} is met"
        case _:
            assert_never(node)


def term_said(term: Quantity, language: str = "vi") -> str:
    """A quantity as a noun phrase."""
    vi = language == "vi"
    match term:
        case n.Recorded(fact=fact):
            return fact.label.in_(language)
        case n.Exactly(value=value, unit=unit):
            return amount(value, unit, language)
        case n.At(term=inner, when=when):
            said = f"{term_said(inner, language)} {when.label.in_(language)}"
            return said if vi else f"{term_said(inner, language)} at {when.label.en}"
        case n.Sum(parts=parts):
            fall = fall_of(term)
            return (
                _sum(parts, language)
                if fall is None
                else decrease_said(term_said(fall[0], language), fall[1:], language)
            )
        case n.Times(factor=factor, term=inner):
            said = term_said(inner, language)
            return f"{number(factor, language)} lần {said}" if vi else f"{number(factor, language)} times {said}"
        case n.Quotient(part=part, whole=whole):
            over, under = term_said(part, language), term_said(whole, language)
            return f"tỷ lệ {over} trên {under}" if vi else f"{over} as a share of {under}"
        case n.Number(register=register, where=where):
            label = register.label.in_(language)
            return (f"số {label}" if vi else f"the number of {label}") + _among(where, language)
        case n.Total(register=register, of=of, where=where):
            label, what = register.label.in_(language), of.label.in_(language)
            return (f"tổng {what} của {label}" if vi else f"total {what} of {label}") + _among(where, language)
        case n.ChooseQuantity(reading=reading, options=options):
            return _chosen([term_said(o, language) for name, o in options if _taken(reading, name)], reading, language)
        case _:
            assert_never(term)


def level_said(fact: n.Fact, level: str, language: str = "vi") -> str:
    """A step of a scale, or an option, in words."""
    return next(option.label for option in fact.options if option.id == level).in_(language)


def _is_one_of(fact: n.Fact, members: tuple[str, ...], language: str) -> str:
    said = fact.holds if members == ("yes",) else fact.fails if members == ("no",) else None
    if said is not None:
        return said.in_(language)
    label = fact.label.in_(language)
    listed = [level_said(fact, member, language) for member in members]
    if any("," in option for option in listed):
        listed = [f"“{option}”" for option in listed]
    return f"{label} là {joined(listed, 'hoặc')}" if language == "vi" else f"{label} is {joined(listed, 'or')}"


_OPS = {
    Op.AT_LEAST: ("từ {} trở lên", "at least {}"),
    Op.MORE_THAN: ("trên {}", "more than {}"),
    Op.AT_MOST: ("không quá {}", "at most {}"),
    Op.LESS_THAN: ("dưới {}", "less than {}"),
}


def _compare(node: n.Compare, language: str) -> str:
    vi = language == "vi"
    fall = fall_of(node.left)
    if isinstance(node.right, n.Exactly):
        if fall is not None:
            return decrease_compared(term_said(fall[0], language), node.op, node.right, fall[1:], language)
        if isinstance(node.left, n.Number) and node.op is Op.AT_LEAST:
            label, count = node.left.register.label.in_(language), tally(int(node.right.value), language)
            asked = f"có ít nhất {count} {label}" if vi else f"{label}: at least {count}"
            return asked + _among(node.left.where, language)
        bound = _OPS[node.op][0 if vi else 1].format(_threshold(node.right, language))
        return f"{term_said(node.left, language)} {bound}" if vi else f"{term_said(node.left, language)} is {bound}"
    left, right = term_said(node.left, language), term_said(node.right, language)
    more, less = ("cao", "thấp") if unit_of(node.left) in (DONG, SHARE) else ("nhiều", "ít")
    how = {
        Op.AT_LEAST: (f"không {less} hơn", "is no less than"),
        Op.MORE_THAN: (f"{more} hơn", "is more than"),
        Op.AT_MOST: (f"không {more} hơn", "is no more than"),
        Op.LESS_THAN: (f"{less} hơn", "is less than"),
    }[node.op][0 if vi else 1]
    return f"{left} {how} {right}"


def _threshold(bound: n.Exactly, language: str) -> str:
    """A number of the law; small counts are written with two digits in Vietnamese."""
    if language == "vi" and isinstance(bound.value, int) and 0 < bound.value < 10 and bound.unit not in (DONG, SHARE):  # noqa: PLR2004  # below ten
        return f"{tally(bound.value)} {bound.unit.label.vi}".strip()
    return amount(bound.value, bound.unit, language)


def _falls(node: n.Falls, language: str) -> str:
    what, share = term_said(node.term, language), amount(node.by, SHARE, language)
    since, until = node.since.label.in_(language), node.until.label.in_(language)
    if language == "vi":
        how = f"giảm trên {share}" if node.strictly else f"giảm từ {share} trở lên"
        tail = "" if until == "cuối kỳ" else f", tính đến {until}"
        return f"{what} {how} so với {since}{tail}{_zero(node, language)}"
    how = f"by more than {share}" if node.strictly else f"by {share} or more"
    tail = "" if node.until.label.vi == "cuối kỳ" else f" to {until}"
    return f"{what}: down {how} since {since}{tail}{_zero(node, language)}"


def _zero(node: n.Falls, language: str) -> str:
    """What zero to zero is, where that is not simply not applicable."""
    if shown(node.from_zero) == NOT_APPLICABLE.node:
        return ""
    answer = describe(node.from_zero, language)
    return f" (từ không đến không: {answer})" if language == "vi" else f" (zero to zero: {answer})"


def _sum(parts: tuple[Quantity, ...], language: str) -> str:
    vi = language == "vi"
    added = [term_said(part, language) for part in parts if not _taken_away(part)]
    away = [term_said(part.term, language) for part in parts if isinstance(part, n.Times) and part.factor == -1]
    said = joined(added, "và" if vi else "and")
    if len(added) > 1:
        said = f"tổng {said}" if vi else f"{said} together"
    return said if not away else f"{said or 0} {'trừ' if vi else 'less'} {joined(away, 'và' if vi else 'and')}"


def _taken_away(part: Quantity) -> bool:
    return isinstance(part, n.Times) and part.factor == -1


def _among(where: Predicate, language: str) -> str:
    return "" if where == ALWAYS.node else f" ({describe(where, language)})"


def _not(part: Predicate, language: str) -> str:
    if isinstance(part, n.IsOneOf) and part.members in (("yes",), ("no",)):
        other = n.IsOneOf(part.fact, ("no",) if part.members == ("yes",) else ("yes",))
        return describe(other, language)
    if isinstance(part, n.AtReview):
        return f"kỳ xét không phải là {part.label.vi}" if language == "vi" else f"the review is not {part.label.en}"
    if isinstance(part, n.CompareDays) and isinstance(part.left, n.RecordedDay) and part.op is Op.AT_MOST:
        left, right = day_said(part.left, language), day_said(part.right, language)
        return f"không có {left} tính đến {right}" if language == "vi" else f"{left} has not come by {right}"
    return f"không phải: {_inner(part, language)}" if language == "vi" else f"not: {_inner(part, language)}"


def _at_least(node: n.AtLeast, language: str) -> str:
    vi = language == "vi"
    listed = "; ".join(_inner(part, language) for part in node.parts)
    count, of = tally(node.k, language), tally(len(node.parts), language)
    said = f"ít nhất {count} trong {of} nội dung: {listed}" if vi else f"at least {count} of {of}: {listed}"
    if not any(can_be_not_applicable(part) for part in node.parts):
        return said
    return f"{said} ({_IF_FEWER[node.if_fewer_applicable].in_(language)})"


_IF_FEWER = {
    "cap": Text("ít nội dung áp dụng được hơn thì phải đạt tất cả các nội dung đó", "all that apply, where fewer do"),
    "strict": Text("ít nội dung áp dụng được hơn thì không đạt", "not met where fewer apply"),
    "not_applicable": Text("ít nội dung áp dụng được hơn thì không áp dụng", "not applicable where fewer apply"),
}


def _of_each(each: Predicate) -> str:
    """The word that joins a register to what its entries must be."""
    match shown(each):
        case n.CompareDays(left=n.RecordedDay()):
            return "có "
        case n.Not(part=n.CompareDays(left=n.RecordedDay(), op=Op.AT_MOST)):
            return ""
        case _:
            return "đạt yêu cầu: "


def _flat(parts: tuple[Predicate, ...], kind: type[n.AllOf | n.AnyOf]) -> tuple[Predicate, ...]:
    """The parts, those of a combination of the same kind among them: the sentence needs no brackets there."""
    found: list[Predicate] = []
    for part in parts:
        below = shown(part)
        found.extend(_flat(below.parts, kind) if isinstance(below, kind) else (part,))
    return tuple(found)


def _together(parts: tuple[Predicate, ...], words: tuple[str, str], language: str) -> str:
    """Short conditions in one list; longer ones apart, each after the word that joins them."""
    said = [_inner(part, language) for part in parts]
    short, long = words
    if all(
        isinstance(shown(part), n.IsOneOf | n.CompareDays | n.ClauseMet | n.Constant | n.AtReview) for part in parts
    ):
        return joined(said, short)
    return f"; {long} ".join(said)


def _inner(node: Predicate, language: str) -> str:
    """A part within a list: in brackets where it has a list of its own, unless it stands in brackets already."""
    said = describe(node, language)
    if not isinstance(shown(node), n.AllOf | n.AnyOf | n.AtLeast | n.Where):
        return said
    return f"({said.replace('(', '[').replace(')', ']')})" if said.startswith("(") else f"({said})"


def shown(node: Predicate) -> Predicate:
    """The node that is said: the adopted option of a reading, and the only part of a combination of one."""
    match node:
        case n.Choose(reading=reading, options=options) if reading.adopted is not None:
            return shown(dict(options)[reading.adopted])
        case n.AllOf(parts=(only,)) | n.AnyOf(parts=(only,)):
            return shown(only)
        case _:
            return node


def _taken(reading: n.Reading, name: str) -> bool:
    return reading.adopted in (None, name)


def _chosen(said: list[str], reading: n.Reading, language: str) -> str:
    said = list(dict.fromkeys(said))
    if len(said) == 1:
        return said[0]
    if language == "vi":
        return joined(said, "hoặc", mark="; ") + f" (tùy cách hiểu {reading.id})"
    return joined(said, "or", mark="; ") + f" (depending on reading {reading.id})"
