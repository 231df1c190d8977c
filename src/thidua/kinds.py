"""Kinds of subject, with the words each is told in."""

from __future__ import annotations

from attrs import frozen

from thidua.nodes import Fact, Register
from thidua.subjects import Subject
from thidua.texts import Text


@frozen(cache_hash=True)
class Vocabulary:
    """A kind of subject: its name in documents, its label, every fact and register that can be told of it.

    Of one that is `personal`, a person or a family, even the name and the code are not for everybody to read.
    """

    subject: type[Subject]
    id: str
    label: Text
    facts: tuple[Fact, ...]
    registers: tuple[Register, ...] = ()
    personal: bool = False

    def names(self) -> list[str]:
        """The names of its facts and registers."""
        return [fact.name for fact in self.facts] + [register.name for register in self.registers]
