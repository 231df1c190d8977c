"""What two editions of a movement are called side by side."""

from __future__ import annotations

import pytest

from thidua.interpreters.edition_names import told_apart


class TestTwoEditionsAreNeverTakenForOneAnother:
    """Two editions side by side are called by names that differ, whether or not the place gave the new one an id."""

    @pytest.mark.parametrize("language", ["vi", "en"])
    def test_ids_that_differ_are_names_enough(self, language: str) -> None:
        assert told_apart("quynh-nhai", "muong-mau", language) == ("quynh-nhai", "muong-mau")

    @pytest.mark.parametrize(
        ("language", "said"),
        [
            ("vi", ("quynh-nhai (bản cũ)", "quynh-nhai (bản mới)")),
            ("en", ("quynh-nhai (old)", "quynh-nhai (new)")),
        ],
    )
    def test_one_id_for_both_is_followed_by_which_is_which(self, language: str, said: tuple[str, str]) -> None:
        assert told_apart("quynh-nhai", "quynh-nhai", language) == said
