"""Levels of disclosure: who reads an explanation, and what may be read of a node, a caution or a dossier at each.

`public` is for everybody, `dossier` for those who handle the dossier, `internal` for those who verify it. Papers,
entries of registers, judges and their reasons belong to the dossier, however public the fact they speak of.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from thidua import nodes as n
from thidua.dossiers import Dossier
from thidua.errors import UnknownNameError, did_you_mean
from thidua.evidence import Evidence, Paper, Said
from thidua.knowledge import Caution
from thidua.nodes import Fact, Kind, Node, Register, Sensitivity
from thidua.texts import Text
from thidua.walks import nodes_of

LEVELS = tuple(sensitivity.value for sensitivity in Sensitivity)
"""From what everybody reads to what only those who verify do."""
WITHHELD = Text("không công bố", "withheld")


def checked_level(level: str) -> str:
    """The level, when it is one; `UnknownNameError` otherwise.

    >>> checked_level("public")
    'public'
    """
    if level not in LEVELS:
        msg = f"there is no level {level!r}{did_you_mean(level, LEVELS)}"
        raise UnknownNameError(msg)
    return level


def is_shown(sensitivity: str, level: str) -> bool:
    """Whether what is this sensitive may be read at a level."""
    return LEVELS.index(sensitivity) <= LEVELS.index(level)


def sensitivity_of_leaf(node: Node, above: str) -> str:
    """The sensitivity of the most sensitive thing a leaf reads; `above` is that of the register it stands in."""
    read = (sensitivity for part in nodes_of(node) for sensitivity in _read_by(part))
    return _highest((above, *read))


def sensitivity_of_register(register: Register) -> str:
    """The sensitivity of a register as a whole, all fields of its entries included."""
    return _highest((_least(register), *(_least(fact) for fact in register.fields)))


def sensitivity_of(what: Fact | Register) -> str:
    """The sensitivity of a fact, or of a register as a whole."""
    return _least(what) if isinstance(what, Fact) else sensitivity_of_register(what)


def sensitivity_of_caution(caution: Caution) -> str:
    """That of the fact or register it is about; of one about a paper, that of all the paper says."""
    match caution.of:
        case Fact() | Register() as what:
            return sensitivity_of(what)
        case _ if caution.papers:
            return sensitivity_of_papers(caution.papers)
        case _ if caution.code == "unit_missing":
            return Sensitivity.DOSSIER.value
        case _:
            return Sensitivity.PUBLIC.value


def sensitivity_of_papers(papers: Iterable[Paper[Any]]) -> str:
    """The sensitivity of the most sensitive thing that some papers say; papers are never for everybody."""
    return sensitivity_of_said(said for paper in papers for said in paper.proves)


def sensitivity_of_said(said: Iterable[Said[Any]]) -> str:
    """The sensitivity of the most sensitive of some things that papers say."""
    return _highest((Sensitivity.DOSSIER.value, *map(_said, said)))


def sensitivity_of_dossier(dossier: Dossier[Any]) -> str:
    """The sensitivity of the most sensitive thing on file, about former units too."""
    told = (sensitivity_of_papers(dossier.papers), *map(sensitivity_of_dossier, dossier.former()))
    return _highest(told)


def _said(said: Any) -> str:
    return _least(said.fact) if isinstance(said, Evidence) else sensitivity_of_register(said.register)


def _read_by(node: Node) -> Iterator[str]:
    match node:
        case n.Recorded(fact=fact) | n.RecordedDay(fact=fact) | n.IsOneOf(fact=fact) | n.JudgedAtLeast(fact=fact):
            yield _least(fact)
        case n.Total(register=register, of=fact):
            yield _least(register)
            yield _least(fact)
        case n.Number(register=register) | n.AreAll(register=register):
            yield _least(register)
        case _:
            pass


def _least(what: Fact | Register) -> str:
    """The sensitivity declared; entries and judgements belong to the dossier at least."""
    if isinstance(what, Register) or what.kind is Kind.JUDGED:
        return _highest((what.sensitivity.value, Sensitivity.DOSSIER.value))
    return what.sensitivity.value


def highest(sensitivities: Iterable[str]) -> str:
    """The most sensitive of them; of none at all, for everybody."""
    return _highest((LEVELS[0], *sensitivities))


def _highest(sensitivities: Iterable[str]) -> str:
    return max(sensitivities, key=LEVELS.index)
