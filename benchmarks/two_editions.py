"""What comparing two editions of the whole plan costs, in seconds of processor time: it must stay within a few."""

from __future__ import annotations

from time import process_time

from thidua import PLAN, Plan, adopting, compare
from thidua.interpreters.comparing.results import Status

EDITIONS: tuple[tuple[str, str], ...] = (("A-02", "at_least"), ("A-03", "each"), ("A-04", "rate"), ("B-01", "done"))


def seconds(new: Plan) -> float:
    """One comparison, every group at every review, all of it proved."""
    begun = process_time()
    found = compare(PLAN, new)
    taken = process_time() - begun
    assert found.status() is Status.PROVED
    return taken


def main() -> None:
    """Print what each takes."""
    print(f"{'the same edition':24} {seconds(PLAN):5.2f} s")
    for name, option in EDITIONS:
        print(f"{name + ' → ' + option:24} {seconds(adopting(PLAN, name, option)):5.2f} s")


if __name__ == "__main__":
    main()
