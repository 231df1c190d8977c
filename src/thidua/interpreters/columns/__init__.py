"""Whole tables judged at once: the nodes of the plan as expressions over columns."""
