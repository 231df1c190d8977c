"""Reason codes: why a leaf has the verdict it has, from a closed list that programs can rely on."""

from __future__ import annotations

from collections.abc import Iterator

from thidua import nodes as n
from thidua.findings import Finding, Measure
from thidua.interpreters.found import leaves
from thidua.knowledge import KnownRegister
from thidua.texts import Text
from thidua.verdicts import FINALS

REASONS = {
    "evidence": Text("theo giấy tờ trong hồ sơ", "by the papers on file"),
    "by_the_plan": Text("theo quy định của kế hoạch, không phụ thuộc hồ sơ", "by the plan itself, whatever the papers"),
    "missing": Text("chưa có giấy tờ", "nothing on file"),
    "judgement_pending": Text("chờ đánh giá", "awaiting a judgement"),
    "conflict": Text("các giấy tờ mâu thuẫn", "papers disagree"),
    "did_not_happen": Text("đã xác nhận không diễn ra", "recorded as not having happened"),
    "register_open": Text("sổ chưa khai là đủ", "the register is not declared complete"),
    "entries_not_filed": Text("có mục đã khai nhưng chưa nộp", "entries declared but not on file"),
    "declaration_void": Text("việc khai đủ không được công nhận", "the declaration of completeness is void"),
    "zero_at_start": Text("đầu kỳ bằng không", "zero at the start of the period"),
}
"""Every reason code; new ones may be added, none is ever given another meaning."""

NOTHING_ON_FILE = frozenset(("missing", "judgement_pending", "by_the_plan"))
"""The reasons of a leaf of which no paper tells anything: what is said of it are the words of the plan alone."""


TELLING = frozenset(("did_not_happen", "zero_at_start"))
"""The reasons that tell what was recorded: they go where the value may not be read."""


def reasons(finding: Finding) -> list[str]:
    """The codes that apply to a leaf, each once, in the order of `REASONS`."""
    found = set(_codes(finding))
    return [code for code in REASONS if code in found]


def _codes(finding: Finding) -> Iterator[str]:
    node = finding.node
    match node:
        case n.Constant() | n.AtReview():
            yield "by_the_plan"
            return
        case n.JudgedAtLeast() if finding.known is None:
            yield "judgement_pending"
            return
        case n.IsOneOf() if finding.known is None:
            yield "missing"
            return
        case _:
            pass
    if finding.known is not None:
        yield "conflict" if finding.known.conflict else "evidence"
    if finding.register is not None:
        yield from _register_codes(finding.register, decided=finding.mask in FINALS)
    for measure in finding.measures:
        for leaf in leaves(measure):
            yield from _leaf_codes(leaf, decided=finding.mask in FINALS)
    if isinstance(node, n.Falls) and finding.measures[0].high == 0:
        yield "zero_at_start"


def _leaf_codes(leaf: Measure, *, decided: bool) -> Iterator[str]:
    if leaf.register is not None:
        yield from _register_codes(leaf.register, decided=decided)
    elif isinstance(leaf.term, n.Recorded | n.RecordedDay):
        if leaf.known is None:
            yield "missing"
        else:
            yield "conflict" if leaf.known.conflict else "evidence"
            if not leaf.known.happens:
                yield "did_not_happen"


def _register_codes(held: KnownRegister, *, decided: bool) -> Iterator[str]:
    if held.entries or held.unseen_high == 0:
        yield "evidence"
    if held.void:
        yield "declaration_void"
    if held.unseen_low and not decided:
        yield "entries_not_filed"
    elif held.unseen_high is None and not decided:
        yield "register_open" if held.entries or held.declared else "missing"
