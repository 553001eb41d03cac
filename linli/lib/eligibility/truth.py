"""Three values: what was told settles a clause one way, the other way, or not yet (Kleene)."""

from collections.abc import Iterable
from enum import StrEnum


class Truth(StrEnum):
    """How a clause stands. `UNKNOWN` is no refusal: something has not been told, or the place has
    not said its number."""

    MET = "met"
    NOT_MET = "not_met"
    UNKNOWN = "unknown"


def truth_of(holds: bool | None) -> Truth:
    """A plain yes, no or nothing."""
    if holds is None:
        return Truth.UNKNOWN
    return Truth.MET if holds else Truth.NOT_MET


def all_of(truths: Iterable[Truth]) -> Truth:
    """Not met as soon as one is not, whatever the others may be; met where all are."""
    found = set(truths)
    if Truth.NOT_MET in found:
        return Truth.NOT_MET
    return Truth.UNKNOWN if Truth.UNKNOWN in found else Truth.MET


def any_of(truths: Iterable[Truth]) -> Truth:
    """Met as soon as one is, whatever the others may be; not met where none is."""
    return opposite(all_of(opposite(truth) for truth in truths))


def opposite(truth: Truth) -> Truth:
    """What is unknown stays unknown."""
    if truth is Truth.UNKNOWN:
        return truth
    return Truth.NOT_MET if truth is Truth.MET else Truth.MET
