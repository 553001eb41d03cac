"""What is told of a delivery."""

from datetime import date

from linli.lib.law import Finding


def delivered_after(asked_on: date, delivered_on: date, on: date) -> Finding:
    """It came on the day it was asked for or later, and not on a day to come."""
    return Finding(
        asked_on <= delivered_on <= on,
        "activities.delivered_after",
        numbers={"asked_on": asked_on, "on": on},
    )


def told_after(delivered: bool, feedback: str) -> Finding:
    """The authority is told of what has come, with what residents said."""
    return Finding(delivered and bool(feedback.strip()), "activities.delivery_told")


def day_over(ends_before: bool) -> Finding:
    """How many came is told when it is over."""
    return Finding(ends_before, "activities.sport_day_over")
