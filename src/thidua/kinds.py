"""Kinds of subject, with the words each is told in."""

from __future__ import annotations

from attrs import field, frozen

from thidua.coherence import NeverTogether
from thidua.digests import ADDED_LATER
from thidua.nodes import Fact, Register
from thidua.subjects import Subject
from thidua.texts import Text


@frozen
class Addressee:
    """Whom a letter about a subject is sent to: `said`, in which the name of the subject stands for `{name}`.

    A name may begin with one of the common `nouns`, which Decree 30/2020/NĐ-CP, appendix II, writes small.
    """

    said: Text
    nouns: tuple[str, ...] = ()

    def of(self, name: str, language: str) -> str:
        """The one addressed.

        >>> Addressee(Text("Ủy ban nhân dân {name}", "the People's Committee of {name}"), ("xã",)).of("Xã Ví Dụ", "vi")
        'Ủy ban nhân dân xã Ví Dụ'
        """
        return self.said.in_(language).replace("{name}", self.within(name, language))

    def within(self, name: str, language: str) -> str:
        """The name as it is written within a sentence."""
        noun = next((noun for noun in self.nouns if name.lower().startswith(f"{noun} ")), "")
        return noun + name[len(noun) :] if language == "vi" else name


_BY_NAME = Addressee(Text("{name}", "{name}"))


@frozen(cache_hash=True)
class Vocabulary:
    """A kind of subject: its name in documents, its label, every fact and register that can be told of it.

    Of one that is `personal`, a person or a family, even the name and the code are not for everybody to read.
    `cannot_be` lists what never holds together of one.
    """

    subject: type[Subject]
    id: str
    label: Text
    facts: tuple[Fact, ...]
    registers: tuple[Register, ...] = ()
    personal: bool = False
    cannot_be: tuple[NeverTogether, ...] = field(default=(), metadata={ADDED_LATER: True})
    addressee: Addressee = field(default=_BY_NAME, eq=False)  # no part of what the plan asks, and of no digest

    def names(self) -> list[str]:
        """The names of its facts and registers."""
        return [fact.name for fact in self.facts] + [register.name for register in self.registers]
