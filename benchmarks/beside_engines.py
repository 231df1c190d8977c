"""One subject at a time: verdict and reasons from values already in the program, thidua beside its peers.

Every peer's answers are first compared with the oracle. thidua draws bounds where the workload's own rule says unknown:
wherever it decides earlier, that counts as agreement, and how often is printed.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from statistics import median
from time import perf_counter
from typing import Any

from peers.by_hand import by_hand
from peers.engines import PEERS, Peer
from peers.ours import thidua
from workloads.data import WORKLOADS, frame
from workloads.oracle import ORACLES, UNKNOWN, Codes, Row

CHECKED = 10_000
SLOW = 2_000
"""How many rows the slowest peer is checked on: a millisecond each."""
LAPS = 9


def disagreements(peer: Peer, rows: list[Row], expected: list[Codes]) -> tuple[int, int]:
    """How many rows a peer answers wrongly, and in how many it decides what the oracle leaves unknown."""
    wrong = earlier = 0
    for row, codes in zip(rows, expected, strict=True):
        given = peer.codes(peer.explain(peer.native(row)))
        if given != codes:
            sooner = all(code in {mine, UNKNOWN} for mine, code in zip(given, codes, strict=True))
            earlier += sooner
            wrong += not sooner
    return wrong, earlier


def installed(workload: str) -> list[Peer]:
    """The peers that are here; those that are not are named."""
    found = [thidua(workload), by_hand(workload)]
    for peer in PEERS:
        try:
            found.append(peer(workload))
        except ImportError as error:
            print(f"left out: {error.name} is not installed")
    return found


def lap(explain: Callable[[Any], Any], natives: list[Any]) -> float:
    """Seconds for one subject, over all of them in turn."""
    begun = perf_counter()
    for native in natives:
        explain(native)
    return (perf_counter() - begun) / len(natives)


def measure(workload: str) -> None:
    """Print a table of the peers of one workload."""
    rows: list[Row] = [*frame(workload, CHECKED).to_dicts()]
    expected = [ORACLES[workload](row) for row in rows]
    peers = installed(workload)
    natives: dict[str, list[Any]] = {}
    notes: dict[str, str] = {}
    for peer in peers:
        number = SLOW if peer.name == "openfisca-core" else CHECKED
        wrong, earlier = disagreements(peer, rows[:number], expected[:number])
        assert not wrong, f"{peer.name}: {wrong} of {number} rows differ from the oracle"
        assert not earlier or peer.name == "thidua"
        notes[peer.name] = f"0 of {number:,} differ" + (f", {earlier / number:.1%} decided earlier" if earlier else "")
        natives[peer.name] = [peer.native(row) for row in rows[: 100 if peer.name == "openfisca-core" else 2_000]]
    taken: dict[str, list[float]] = {peer.name: [] for peer in peers}
    for _ in range(LAPS):
        for peer in peers:
            taken[peer.name].append(lap(peer.explain, natives[peer.name]))
    print(f"\n{workload}: verdict and reasons of one subject")
    for peer in peers:
        cost = median(taken[peer.name])
        ratio = median(theirs / ours for theirs, ours in zip(taken[peer.name], taken["thidua"], strict=True))
        print(f"  {peer.name:<16}{cost * 1e6:9.1f} µs {ratio:8.2f} × thidua  {peer.says}; {notes[peer.name]}")


if __name__ == "__main__":
    for name in sys.argv[1:] or WORKLOADS:
        measure(name)
