"""Who completes a course, and how many of those who wish to learn do."""

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from linli.lib.law import Finding
from linli.lib.numbers import FLOOR, at_least, share, share_told, suppressed

YEAR = timedelta(days=365)


def completes(present: int, held: int, least: Fraction) -> Finding:
    """Who was there at `least` of the dates held, the share itself enough (以上, CC 1259),
    completes the course. Of a course of which nothing was held nobody does."""
    return Finding(
        at_least(present, held, least),
        "activities.completes_course",
        numbers={"present": present, "held": held, "least": least},
    )


def course_over(planned: int, held: int) -> Finding:
    """Certificates are given when every date is held or called off."""
    return Finding(
        planned == 0 and held > 0,
        "activities.course_over",
        numbers={"planned": planned, "held": held},
    )


@dataclass(frozen=True, slots=True)
class Coverage:
    """Residents who learnt, among all who wish to: who ticked the topic and whoever put their name
    down for a course of it within the twelve months. Whoever learnt is among those who wish, so
    the share is never over one. `places`: how many the courses had; `floor`: fewer than so many
    people are not told."""

    wishing: int
    learners: int
    places: int = 0
    floor: int = FLOOR

    @property
    def share(self) -> Fraction | None:
        """The exact fraction; None where nobody wishes."""
        return share(self.learners, self.wishing)

    @property
    def may_be_told(self) -> bool:
        """Whether everybody may read the share: no count in it is of a few."""
        return share_told(self.learners, self.wishing, self.floor)

    @property
    def wishing_hidden(self) -> bool:
        """Whether so few wish that their number would point at them."""
        return suppressed(self.wishing, self.floor)

    @property
    def unmet(self) -> int:
        """Who wishes to learn and did not."""
        return self.wishing - self.learners

    @property
    def proposes_course(self) -> bool:
        """More wish than there were places: a course is proposed, once so many wish that it may
        be told."""
        return not self.wishing_hidden and self.wishing > self.places


def within_year(day: date, on: date) -> bool:
    """Within the twelve months that end on `on`."""
    return on - YEAR < day <= on


def answers_once(answered: bool) -> Finding:
    """A course is asked about once."""
    return Finding(not answered, "activities.needs_once")


def was_there(present: int) -> Finding:
    """Asked is who came."""
    return Finding(present > 0, "activities.needs_came")
