"""How much noise a published count would carry (discrete Laplace), for open data of a street up.

Nothing here draws noise: it says what a release would cost in accuracy, so that a body can decide.
"""

from __future__ import annotations

from math import ceil, exp, log, sqrt


def noise_sd(epsilon: float, sensitivity: int = 1) -> float:
    """The standard deviation of the noise, in the unit of the count: √(2q)/(1−q), q = exp(−ε/Δ).

    `sensitivity` (Δ): by how much one household can change the count. Raises ValueError for
    either not over 0.
    """
    q = _ratio(epsilon, sensitivity)
    return sqrt(2 * q) / (1 - q)


def noise_reach(epsilon: float, beta: float = 0.05, sensitivity: int = 1) -> int:
    """The smallest t with P(|noise| ≥ t) ≤ `beta`, where that is 2q^t/(1+q).

    With ε = 1 it is 4: a count is off by up to 3 in 95 of 100 releases. Errors as in `noise_sd`.
    """
    if not 0 < beta < 1:
        raise ValueError("a chance lies between 0 and 1")
    q = _ratio(epsilon, sensitivity)
    least = max(1, ceil(log(beta * (1 + q) / 2) / log(q)))
    # Around the edge, floats may miss by one.
    while least > 1 and 2 * q ** (least - 1) / (1 + q) <= beta:
        least -= 1
    while 2 * q**least / (1 + q) > beta:
        least += 1
    return least


def _ratio(epsilon: float, sensitivity: int) -> float:
    if epsilon <= 0 or sensitivity <= 0:
        raise ValueError("ε and the sensitivity are over 0")
    return exp(-epsilon / sensitivity)
