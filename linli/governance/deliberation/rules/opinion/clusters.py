"""Who lies near whom: k-means from a start that is always the same, and how many groups there are.

People are first gathered into at most a hundred knots, then the knots into two to five groups. The
number is the one with the clearest borders (silhouette, Rousseeuw 1987). A number that would make a
group of fewer than five people is not taken; where none is left, all are one group.
"""

from __future__ import annotations

import numpy as np

KNOTS = 100
MOST_GROUPS = 5
LEAST_GROUP = 5
"""People: fewer are never shown as a group."""
CLEAR = 0.25
"""Below this silhouette there is no structure to speak of (Kaufman and Rousseeuw 1990)."""
_ROUNDS = 100
_DIGITS = 9


def farthest_first(points: np.ndarray, weights: np.ndarray, number: int) -> np.ndarray:
    """Which points to begin from: the one farthest from the middle of all, then always the one
    farthest from those taken; equals in their order. Fewer where fewer points are distinct."""
    middle = np.average(points, axis=0, weights=weights)
    chosen = [int(np.argmax(np.round(_square(points, middle), _DIGITS)))]
    nearest = _square(points, points[chosen[0]])
    while len(chosen) < number:
        farthest = int(np.argmax(np.round(nearest, _DIGITS)))
        if nearest[farthest] <= 10**-_DIGITS:
            break
        chosen.append(farthest)
        nearest = np.minimum(nearest, _square(points, points[farthest]))
    return np.array(chosen)


def gather(points: np.ndarray, weights: np.ndarray, start: np.ndarray) -> np.ndarray:
    """k-means (Lloyd): to which centre each point belongs, equals to the first. A centre that
    loses all its points stays where it was."""
    centres = start.copy()
    labels = np.full(len(points), -1)
    for _round in range(_ROUNDS):
        found = np.argmin(np.round(_squares(points, centres), _DIGITS), axis=1)
        if np.array_equal(found, labels):
            break
        labels = found
        sums = np.zeros_like(centres)
        np.add.at(sums, labels, points * weights[:, None])
        held = np.bincount(labels, weights=weights, minlength=len(centres))
        full = held > 0
        centres[full] = sums[full] / held[full, None]
    return labels


def silhouette(apart: np.ndarray, labels: np.ndarray, sizes: np.ndarray) -> float:
    """How clear the borders are, from −1 to 1: the mean over all people, each where their knot
    lies; one who is alone in a group counts nought."""
    groups = np.unique(labels)
    if len(groups) < 2:
        return 0.0
    of_group = np.stack([labels == group for group in groups], axis=1)
    people = sizes @ of_group
    sums = apart @ (of_group * sizes[:, None])
    own = of_group.argmax(axis=1)
    rows = np.arange(len(labels))
    inside = sums[rows, own] / np.maximum(people[own] - 1, 1)
    means = sums / people
    means[rows, own] = np.inf
    outside = means.min(axis=1)
    larger = np.maximum(inside, outside)
    scores = np.divide(outside - inside, larger, out=np.zeros(len(labels)), where=larger > 0)
    return float(np.average(np.where(people[own] > 1, scores, 0.0), weights=sizes))


def find_groups(points: np.ndarray) -> tuple[np.ndarray, float]:
    """The group of each point, the largest group first, and how clear the borders are; all in
    group 0 where there are no groups. Points must come in an order of their own."""
    everybody = np.zeros(len(points), dtype=int)
    if len(points) < 2 * LEAST_GROUP:
        return everybody, 0.0
    ones = np.ones(len(points))
    knot_of = gather(points, ones, points[farthest_first(points, ones, KNOTS)])
    _kept, knot_of = np.unique(knot_of, return_inverse=True)
    sizes = np.bincount(knot_of).astype(float)
    knots = np.stack(
        [np.bincount(knot_of, weights=points[:, axis]) / sizes for axis in range(2)], axis=1
    )
    apart = distances(knots, knots)
    best, clearest = everybody, CLEAR
    for number in range(2, min(MOST_GROUPS, 2 + len(knots) // 12) + 1):
        labels = gather(knots, sizes, knots[farthest_first(knots, sizes, number)])
        people = np.bincount(labels, weights=sizes)
        people = people[people > 0]
        if len(people) < number or people.min() < LEAST_GROUP:
            continue
        found = round(silhouette(apart, labels, sizes), _DIGITS)
        if found > clearest:
            best, clearest = labels[knot_of], found
    return (_by_size(best, points), clearest) if best.any() else (everybody, 0.0)


def distances(points: np.ndarray, others: np.ndarray) -> np.ndarray:
    """How far each point is from each of the others."""
    return np.asarray(np.sqrt(_squares(points, others)))


def _squares(points: np.ndarray, others: np.ndarray) -> np.ndarray:
    across = np.subtract.outer(points[:, 0], others[:, 0])
    along = np.subtract.outer(points[:, 1], others[:, 1])
    return np.asarray(across**2 + along**2)


def _square(points: np.ndarray, point: np.ndarray) -> np.ndarray:
    return np.asarray(((points - point) ** 2).sum(axis=1))


def _by_size(labels: np.ndarray, points: np.ndarray) -> np.ndarray:
    """The same groups, numbered from the largest down; of two equal ones the farther to the
    right comes first."""
    groups = np.unique(labels)
    ranked = sorted(
        groups,
        key=lambda group: (
            -int((labels == group).sum()),
            *(-np.round(points[labels == group].mean(axis=0), _DIGITS)),
        ),
    )
    place = {int(group): number for number, group in enumerate(ranked)}
    return np.array([place[int(label)] for label in labels])
