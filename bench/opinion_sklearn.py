"""The steps of the opinion map with scikit-learn; run by the Python of an environment of its own,
which knows nothing of Linli.

Reads the table of votes named on the command line (a row a person, NaN where not seen), then, line
by line from its input, `own` (scikit-learn's usual start of k-means) or the path of a file with the
starts to begin from. Answers each with one line of JSON.
"""

# the libraries of the other environment

import json
import sys
import time
from typing import Any

import numpy as np
from sklearn.cluster import KMeans  # type: ignore[import-not-found]
from sklearn.decomposition import PCA  # type: ignore[import-not-found]
from sklearn.impute import SimpleImputer  # type: ignore[import-not-found]
from sklearn.metrics import silhouette_samples  # type: ignore[import-not-found]

KNOTS, MOST_GROUPS, LEAST_VOTES = 100, 5, 7


def draw(table: np.ndarray, starts: dict[str, Any] | None) -> dict[str, Any]:
    """Imputed, laid out, gathered into knots and groups; with the seconds each step took."""
    taken, began = {}, time.perf_counter()

    def lap(step: str) -> None:
        nonlocal began
        now = time.perf_counter()
        taken[step] = now - began
        began = now

    filled = SimpleImputer(strategy="mean").fit_transform(table)
    reduced = PCA(n_components=2, svd_solver="full").fit(filled)
    seen = ~np.isnan(table)
    off = np.where(seen, table - reduced.mean_, 0.0)
    said = seen.sum(axis=1)
    scale = np.sqrt(table.shape[1] / np.maximum(said, 1))[:, None]
    points = (off @ reduced.components_.T) * scale
    points = points[said >= LEAST_VOTES]
    lap("plane")
    start = _start(starts, "knots", points)
    knots = KMeans(len(start) if starts else KNOTS, init=start, n_init=1, random_state=0)
    knots.fit(points)
    sizes = np.bincount(knots.labels_).astype(float)
    lap("knots")
    best, labels = -1.0, knots.labels_
    for number in range(2, MOST_GROUPS + 1):
        centres = knots.cluster_centers_
        found = KMeans(
            number, init=_start(starts, str(number), centres), n_init=1, random_state=0
        ).fit(centres, sample_weight=sizes)
        if np.bincount(found.labels_, weights=sizes).min() < 5:
            continue
        clear = np.average(silhouette_samples(centres, found.labels_), weights=sizes)
        if clear > best:
            best, labels = float(clear), found.labels_[knots.labels_]
    lap("groups")
    return {"taken": taken, "axes": reduced.components_, "points": points, "labels": labels}


def _start(starts: dict[str, Any] | None, name: str, points: np.ndarray) -> Any:
    """What k-means begins from: its usual start, or the points of these numbers."""
    return points[starts[name]] if starts else "k-means++"


def main() -> None:
    """Answers what it is asked, until its input ends."""
    table = np.load(sys.argv[1])
    print(json.dumps({"ready": True}), flush=True)
    for line in sys.stdin:
        asked = line.strip()
        starts = None
        if asked != "own":
            with np.load(asked) as given:
                starts = {name: given[name] for name in given}
        found = draw(table, starts)
        told = {name: np.asarray(found[name]).tolist() for name in ("axes", "labels")}
        print(json.dumps({"taken": found["taken"], **told}), flush=True)


if __name__ == "__main__":
    main()
