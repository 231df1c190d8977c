"""What two editions are called side by side, so that nobody takes one for the other."""

from __future__ import annotations


def told_apart(old: str, new: str, language: str) -> tuple[str, str]:
    """Both by their ids; where the adopting place gave none of its own, said which is the old one and which the new.

    >>> told_apart("ke-hoach", "tinh-mau", "vi")
    ('ke-hoach', 'tinh-mau')
    >>> told_apart("ke-hoach", "ke-hoach", "vi")
    ('ke-hoach (bản cũ)', 'ke-hoach (bản mới)')
    """
    if old != new:
        return old, new
    return (f"{old} (bản cũ)", f"{new} (bản mới)") if language == "vi" else (f"{old} (old)", f"{new} (new)")
