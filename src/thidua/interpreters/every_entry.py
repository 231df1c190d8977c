"""Whether every entry of a register meets a predicate: those held, those that may not belong, and those never seen."""

from __future__ import annotations

from thidua import nodes as n
from thidua.findings import Finding
from thidua.interpreters.measure import NO_PLACES, Case, Judge, Places
from thidua.knowledge import UNHEARD_OF, KnownRegister
from thidua.verdicts import ALL, N, all_final, members


def are_all(node: n.AreAll, each: Judge) -> Judge:
    """The predicate, prepared: what each entry says, those never seen judged with nothing recorded."""
    name = node.register.name

    def judged(_places: Places, case: Case) -> Finding:
        held = case.registers.get(name, UNHEARD_OF)
        found = tuple([each(entry.places, case) for entry in held.entries])
        if held.surplus:
            mask = _without(held, found)
        else:
            mask = N
            for entry, finding in zip(held.entries, found, strict=True):
                mask = ALL[mask][finding[1] if entry.certain else finding[1] | N]
        if held.unseen_high != 0:
            unseen = each(NO_PLACES, case)[1]
            if held.unseen_low:
                mask = ALL[mask][unseen]
            else:
                mask |= ALL[mask][unseen]
        return Finding(node, mask, None, (), found, held)

    return judged


def _without(held: KnownRegister, found: tuple[Finding, ...]) -> int:
    """All of the entries, of which as many as are too many may be left out."""
    reached = {(N, 0)}
    for entry, finding in zip(held.entries, found, strict=True):
        kept = {(all_final((so_far, final)), out) for so_far, out in reached for final in members(finding.mask)}
        left_out = {(so_far, out + entry.certain) for so_far, out in reached if out + entry.certain <= held.surplus}
        reached = kept | left_out
    mask = 0
    for so_far, _ in reached:
        mask |= so_far
    return mask
