"""A subject holds identity only: code and name. What is known of it is evidence, never an attribute."""

from unicodedata import normalize

import pytest
from attrs import fields
from attrs.exceptions import FrozenInstanceError
from small_plan import again

from thidua.errors import IncompleteError
from thidua.subjects import Agency, Commune, Enterprise, Household, Official, Subject, Village

KINDS = (Agency, Commune, Village, Household, Official, Enterprise)


class Cooperative(Subject):
    """A kind that another place declares in one line."""


@pytest.mark.parametrize("kind", [*KINDS, Cooperative])
class TestKinds:
    """Another place declares its own kind in one line."""

    def test_hold_identity_only(self, kind: type[Subject]) -> None:
        assert [attribute.name for attribute in fields(kind)] == ["code", "name"]

    def test_are_told_apart_though_code_and_name_agree(self, kind: type[Subject]) -> None:
        same_words = [other("01", "Mẫu") for other in (*KINDS, Cooperative)]

        assert same_words.count(kind("01", "Mẫu")) == 1

    def test_are_values(self, kind: type[Subject]) -> None:
        subject = kind("01", "Mẫu")

        assert again(subject) == subject
        assert hash(again(subject)) == hash(subject)
        with pytest.raises(FrozenInstanceError):
            subject.name = "khác"

    def test_are_typed_on_any_keyboard(self, kind: type[Subject]) -> None:
        assert kind(normalize("NFD", "Bản Nà"), normalize("NFD", "Xã Mẫu")) == kind("Bản Nà", "Xã Mẫu")

    @pytest.mark.parametrize(("code", "name"), [("", "Mẫu"), ("01", "  ")])
    def test_without_code_or_name_are_refused(self, kind: type[Subject], code: str, name: str) -> None:
        with pytest.raises(IncompleteError, match=f"a subject needs a code and a name; got .*{code!r}.*{name!r}"):
            kind(code, name)
