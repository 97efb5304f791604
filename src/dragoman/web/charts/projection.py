"""The map's projection: Equal Earth, on a sheet 1000 units wide.

Šavrič, Patterson and Jenny (2018), The Equal Earth map projection; areas are true to each other.
"""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

WIDTH = 1000.0
_A = (1.340264, -0.081106, 0.000893, 0.003796)
_HALF_ROOT = sqrt(3) / 2
_HALF_WIDTH = 2.7066297  # of the projection itself, at the equator
_HALF_HEIGHT = 1.3173628
HEIGHT = WIDTH * _HALF_HEIGHT / _HALF_WIDTH


def project(lat: float, lon: float) -> tuple[float, float]:
    """Where a point stands: units from the left and from the top.

    Args:
        lat: degrees north.
        lon: degrees east, -180 to 180.
    """
    a, b, c, d = _A
    angle = asin(_HALF_ROOT * sin(radians(lat)))
    square = angle * angle
    six = square**3
    x = radians(lon) * cos(angle) / (
        _HALF_ROOT * (a + 3 * b * square + six * (7 * c + 9 * d * square))
    )
    y = angle * (a + b * square + six * (c + d * square))
    scale = WIDTH / (2 * _HALF_WIDTH)
    return WIDTH / 2 + x * scale, HEIGHT / 2 - y * scale
