"""Short names for what Hypothesis prints when a test fails; in full, the values run over pages."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import Any, TypeVar, get_args

from attrs import fields, has

from thidua import nodes as n
from thidua.conditions import Condition
from thidua.dossiers import Dossier
from thidua.evidence import Complete, Entry, Evidence, Paper
from thidua.knowledge import Knowledge, Known, KnownEntry, KnownRegister
from thidua.movements import Setting
from thidua.periods import Moment, Survey
from thidua.quantities import Unit
from thidua.sources import Document
from thidua.texts import Text

T = TypeVar("T")


def short(value: object) -> str:
    """A value with its declarations by name alone."""
    match value:
        case n.Fact(name=name) | n.Register(name=name):
            return name
        case n.Reading(id=name, adopted=adopted):
            return f"{name}={adopted}"
        case Moment(id=name) | Survey(id=name) | Unit(id=name) | Document(number=name):
            return name
        case Text() | None:
            return ""
        case Enum():
            return value.name
        case date():
            return value.isoformat()
        case Known():
            days = " or never" if value.never and value.happens else " never" if value.never else ""
            return " ".join(sorted(value.options)) or f"{short(value.low)}..{short(value.high)}{days}"
        case KnownEntry(key=key, places=places, certain=certain):
            return f"{key}{'' if certain else '?'}{short(places)}"
        case KnownRegister(entries=entries, unseen_low=low, unseen_high=high, surplus=surplus):
            return f"{short(entries)} and {low} to {high} more, {surplus} too many"
        case Knowledge(places=places, registers=registers):
            return f"{short(places)} {short(registers)}"
        case Evidence(fact=fact, value=said, at=at, since=since, until=until, judgement=judgement):
            by = f"{judgement.by} {judgement.on}" if judgement else ""
            return f"{fact.name}={short(said)} {short(at)} {short(since)} {short(until)} {by}".rstrip()
        case Entry(register=register, key=key, facts=facts):
            return f"{register.name}[{key}: {', '.join(map(short, facts))}]"
        case Complete(register=register, entries=entries, through=through):
            return f"{register.name}: {entries} through {through}"
        case Paper(document=document, proves=proves, corrects=corrects):
            issued = f"{document.number} of {document.issued_on}" if document else "no document"
            return f"({issued}{f' corrects {corrects.number}' if corrects else ''}: {'; '.join(map(short, proves))})"
        case Setting(review=review, on=on):
            return f"{review.id} on {on}"
        case Condition(node=node):
            return short(node)
        case Dossier(papers=papers):
            return " ".join(map(short, papers)) or "no papers"
        case Mapping():
            return "{" + ", ".join(f"{key}: {short(item)}" for key, item in value.items()) + "}"
        case tuple():
            return "(" + ", ".join(map(short, value)) + ")"
        case _ if has(kind := type(value)):
            return f"{kind.__name__}({', '.join(short(getattr(value, each.name)) for each in fields(kind))})"
        case _:
            return repr(value)


def printed(kind: type[T]) -> type[T]:
    """The class, its values printed by Hypothesis in short."""
    name = "_repr_pretty_"  # what Hypothesis asks first
    setattr(kind, name, _print)
    return kind


def _print(value: object, printer: Any, cycle: bool) -> None:
    printer.text(short(value))


for _kind in (Paper, Evidence, Entry, Complete, Setting, Condition, Knowledge, *get_args(n.Node)):
    printed(_kind)
