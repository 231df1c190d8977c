"""Pictures of verdicts, distances, changes and readings, as figures of matplotlib; the extra `plots` brings it.

Every picture is returned: nothing is shown, nothing is written. Colours are told apart with any colour vision, and
each stands beside its shape or its word.
"""

from thidua.pictures.canvas import PlotsMissingError
from thidua.pictures.changes import draw_sensitivity, draw_transitions
from thidua.pictures.distances import draw_distances
from thidua.pictures.tables import distance_plot, verdict_matrix
from thidua.pictures.verdicts import draw_verdicts

__all__ = [
    "PlotsMissingError",
    "distance_plot",
    "draw_distances",
    "draw_sensitivity",
    "draw_transitions",
    "draw_verdicts",
    "verdict_matrix",
]
