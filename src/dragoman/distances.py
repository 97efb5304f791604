"""How far two places are from each other."""

from __future__ import annotations

import math

_RADIUS_KM = 6371.0

ONE_TOWN_KM = 60.0
"""A city is no farther from its suburbs, nor two reports of one happening in it."""


def kilometres(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Great-circle distance in kilometres; arguments in degrees."""
    p, q = math.radians(lat), math.radians(other_lat)
    h = (
        math.sin((q - p) / 2) ** 2
        + math.cos(p) * math.cos(q) * math.sin(math.radians(other_lon - lon) / 2) ** 2
    )
    return 2 * _RADIUS_KM * math.asin(min(1.0, math.sqrt(h)))
