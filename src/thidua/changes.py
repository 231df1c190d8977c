"""Which way a fact can still move: what may be proposed of it, and what may not."""

from __future__ import annotations

from enum import Enum


class Changes(Enum):
    """Which way what is recorded of a fact can still move, before the cut-off and at the nominee's own doing.

    A number moves up or down; a yes or no moves up from no to yes, down from yes to no. `NEVER` is said of what stays
    as it is recorded: a figure of the start, a fault of the past, what somebody else sets or recognises, and above all
    what says to whom a clause applies, since not to be asked is no way of meeting what is asked.
    """

    FREELY = "freely"
    UP = "up"
    DOWN = "down"
    NEVER = "never"
