"""Duplicates in a register of invented people: how many are found, how many are none, how long it
takes, beside fuzzy matching of names and birth dates with a common library."""

import time
from collections import Counter
from dataclasses import asdict
from typing import Any

from bench.filled_register import build_homes, put_in
from bench.instances import durable_settings, look_through, open_instance, server_version
from bench.invented_register import KINDS, Register, invent
from bench.measure import is_quick, sample_of, say, tell_result

PEOPLE, PLANTED, RUNS, SEEDS = 20_000, 800, 3, (2026, 2027, 2028)
BANDS = (("sure", 75), ("likely", 58), ("perhaps", 44))
Pairs = dict[tuple[int, int], int]


def main() -> None:
    """Measures and tells the parent."""
    open_instance()
    people, planted = (3_000, 120) if is_quick() else (PEOPLE, PLANTED)
    seconds, found = [], []
    for seed in SEEDS[:RUNS]:
        register = invent(people, planted, seed)
        took, pairs = _look(register)
        say(f"ours: {len(pairs)} pairs in {took:.1f} s")
        seconds.append(took)
        found.append((register, pairs))
    register, _pairs = found[0]
    began = time.perf_counter()
    fuzzy = _fuzzy(register)
    fuzzy_took = time.perf_counter() - began
    say(f"fuzzy: {fuzzy_took:.1f} s")
    tell_result(
        {
            "server": server_version(),
            "durable": durable_settings(),
            "people": people,
            "planted": planted,
            "registers": len(found),
            "seconds": asdict(sample_of(seconds)),
            "bands": {name: _judge(found, least) for name, least in BANDS},
            "kinds": _kinds(found),
            "fuzzy": fuzzy,
            "fuzzy_seconds": fuzzy_took,
        }
    )


def _look(register: Register) -> tuple[float, Pairs]:
    """The register put into an empty community, and what the query finds in it."""
    from django.utils import timezone

    from linli.core.people.models import Household, Person, Resemblance, Tie
    from linli.core.people.queries import resembling_in

    community, homes = _community(max(row.home for row in register.rows) + 1)
    everywhere = "an instance of its own"
    for model in (Resemblance, Tie, Household, Person):
        model._default_manager.across_communities(everywhere).delete()
    since = timezone.localdate().replace(month=1, day=1)
    persons = put_in(community, register, homes, since=since)
    look_through()
    number = {person.pk: index for index, person in enumerate(persons)}
    began = time.perf_counter()
    pairs = resembling_in(community)
    took = time.perf_counter() - began
    return took, {
        _ordered(number[pair.first], number[pair.second]): pair.found.sureness for pair in pairs
    }


_made: dict[str, Any] = {}


def _community(homes: int) -> tuple[Any, list[Any]]:
    """The cast's community with dwellings enough."""
    from django.utils import timezone

    from linli.web.demo.cast import gather

    if not _made:
        now = timezone.now()
        _made["community"] = gather(now).community
        _made["homes"] = build_homes(_made["community"], homes, now=now)
    return _made["community"], _made["homes"]


def _fuzzy(register: Register) -> dict[str, Any]:
    """Every row beside every other: the ratio of name and birth date as one text, at the
    threshold that turns out best, which nobody would know beforehand."""
    import numpy as np  # comes with the data group
    from rapidfuzz import fuzz, process

    texts = [f"{row.name}{row.born:%Y%m%d}" if row.born else row.name for row in register.rows]
    by_score: Counter[int] = Counter()
    hits: Counter[int] = Counter()
    for start in range(0, len(texts), 1000):
        scores = process.cdist(
            texts[start : start + 1000], texts, scorer=fuzz.ratio, score_cutoff=60,
            dtype=np.uint8, workers=-1,
        )  # fmt: skip
        rows, columns = np.nonzero(scores)
        later = columns > rows + start
        for row, column in zip(rows[later] + start, columns[later], strict=True):
            score = int(scores[row - start, column])
            by_score[score] += 1
            hits[score] += (int(row), int(column)) in register.same
    return max(
        (_measure(register, by_score, hits, least) for least in range(60, 101)),
        key=lambda each: float(each["f1"]),
    )


def _measure(
    register: Register, by_score: Counter[int], hits: Counter[int], least: int
) -> dict[str, Any]:
    told = sum(count for score, count in by_score.items() if score >= least)
    right = sum(count for score, count in hits.items() if score >= least)
    return {"threshold": least, **_rates(told, right, len(register.same))}


def _judge(found: list[tuple[Register, Pairs]], least: int) -> dict[str, Any]:
    told = right = planted = 0
    for register, pairs in found:
        sure = {pair for pair, sureness in pairs.items() if sureness >= least}
        told += len(sure)
        right += len(sure & register.same.keys())
        planted += len(register.same)
    return _rates(told, right, planted)


def _rates(told: int, right: int, planted: int) -> dict[str, Any]:
    precision, recall = right / told if told else 0.0, right / planted
    both = precision + recall
    return {"told": told, "right": right, "planted": planted, "precision": precision,
            "recall": recall, "f1": 2 * precision * recall / both if both else 0.0}  # fmt: skip


def _kinds(found: list[tuple[Register, Pairs]]) -> dict[str, list[int]]:
    """Of each kind planted: how many were found, of how many."""
    planted, hit = Counter[str](), Counter[str]()
    for register, pairs in found:
        for pair, kind in register.same.items():
            planted[kind] += 1
            hit[kind] += pair in pairs
    return {kind: [hit[kind], planted[kind]] for kind in KINDS}


def _ordered(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)


if __name__ == "__main__":
    main()
