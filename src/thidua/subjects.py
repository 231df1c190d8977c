"""Who is judged: identity only. What is known about a subject is evidence, never an attribute.

Another place declares a kind of its own in one line: `class Cooperative(Subject): ...`
"""

from __future__ import annotations

from attrs import field, frozen

from thidua.errors import IncompleteError
from thidua.spelling import is_text
from thidua.texts import nfc_of_text


@frozen(slots=False)
class Subject:
    """Anyone or any body that may take part; `code` identifies, `name` is shown.

    Names change their spelling and their area, so matching is by code alone.
    """

    code: str = field(converter=nfc_of_text, validator=is_text)
    name: str = field(converter=nfc_of_text, validator=is_text)

    def __attrs_post_init__(self) -> None:
        if not self.code.strip() or not self.name.strip():
            msg = f"a subject needs a code and a name; got {self.code=}, {self.name=}"
            raise IncompleteError(msg)


class Agency(Subject):
    """An agency, the Fatherland Front, a mass organisation or another unit (2.1)."""


class Commune(Subject):
    """A commune (2.2)."""


class Village(Subject):
    """A village or hamlet: bản, xóm (2.3)."""


class Household(Subject):
    """A poor, near-poor or newly escaped household (2.4)."""


class Official(Subject):
    """An official, civil servant or public employee working on poverty reduction (2.5)."""


class Enterprise(Subject):
    """An enterprise (2.6)."""
