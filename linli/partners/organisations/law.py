"""What this room promises, as the law of the day and place has it."""

from datetime import date
from typing import Any

from linli.core.places.laid_down import number_laid_down


def warned_before(community: Any, on: date) -> int:
    """How many days before its end a term is put on the list."""
    return number_laid_down("organisations.term_warned_before", community, on)


def vacancy_within(community: Any, on: date) -> int:
    """Within how many days a vacancy is to be filled."""
    return number_laid_down("organisations.vacancy_within", community, on)


def handover_within(community: Any, on: date) -> int:
    """Within how many days a body is handed over."""
    return number_laid_down("organisations.handover_within", community, on)


def certificate_warned_before(community: Any, on: date) -> int:
    """How many days before its end a certificate is shown as ending."""
    return number_laid_down("organisations.certificate_warned_before", community, on)


def workers_foreseen(community: Any, on: date) -> int:
    """How many workers the plan foresees for ten thousand residents."""
    return number_laid_down("organisations.workers_per_ten_thousand", community, on)
