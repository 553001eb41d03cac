"""Who fits a shift: by age on its day, by skill, training and insurance. Each reason is told with
its article; nobody is refused for anything else."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from linli.lib.calendar import SHANGHAI
from linli.lib.law import Finding, Findings

OF_AGE = 18
"""From here on nobody else agrees for one (CC 17, 18)."""

Term = tuple[date, date | None]
"""From which day until which, both included; without an end, for good."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a shift asks. `minors_from`, `minors_until`: between which full hours somebody under
    age may serve."""

    starts_at: datetime
    ends_at: datetime
    age_from: int | None = None
    age_to: int | None = None
    skill: str = ""
    training: str = ""
    dangerous: bool = False
    insured: bool = False
    minors: bool = False
    minors_from: int = 6
    minors_until: int = 22

    @property
    def on(self) -> date:
        """The day of the shift, in the community's time."""
        return self.starts_at.astimezone(SHANGHAI).date()

    @property
    def last_on(self) -> date:
        """The day on which it ends: a night shift has two."""
        return (self.ends_at - timedelta(microseconds=1)).astimezone(SHANGHAI).date()


@dataclass(frozen=True, slots=True)
class Candidate:
    """What is known of a volunteer. `age`: full years on the day of the shift, None where the
    roster has no birthday; `trained`: kind and term of each training; `covered`: the terms of
    each insurance; `guardian`: whether a guardian agreed and a worker made sure of it."""

    active: bool = True
    age: int | None = None
    skills: Collection[str] = ()
    trained: Sequence[tuple[str, Term]] = ()
    covered: Sequence[Term] = ()
    guardian: bool = False


def is_registered(active: bool) -> Finding:
    """A volunteer is somebody who registered and has not withdrawn."""
    return Finding(active, "volunteering.is_registered")


def age_known(age: int | None) -> Finding:
    """Whether somebody is of age decides whether a guardian is asked, wherever they serve: a
    birthday nobody entered is not guessed."""
    return Finding(age is not None, "volunteering.age_known")


def age_fits(age: int | None, age_from: int | None, age_to: int | None) -> Finding:
    """Full years on the day of the shift, both ends included."""
    low = age is not None and age_from is not None and age < age_from
    high = age is not None and age_to is not None and age > age_to
    return Finding(
        not low and not high,
        "volunteering.age_fits",
        cites=("volunteering.15",),
        numbers={"age": age, "age_from": age_from, "age_to": age_to},
    )


def guardian_agrees(age: int | None, guardian: bool) -> Finding:
    """Under eighteen on the day of the shift a guardian has agreed."""
    minor = age is not None and age < OF_AGE
    return Finding(
        not minor or guardian,
        "volunteering.guardian_agrees",
        cites=("civil_code.19", "volunteering.15"),
        numbers={"age": age, "of_age": OF_AGE},
    )


def suits_minors(age: int | None, wanted: Wanted) -> Finding:
    """Somebody under age serves where the call says so, in no danger, and not at night: from the
    first hour to the last, both included."""
    minor = age is not None and age < OF_AGE
    begins = wanted.starts_at.astimezone(SHANGHAI)
    ends = wanted.ends_at.astimezone(SHANGHAI)
    by_day = (
        begins.date() == ends.date()
        and begins.hour >= wanted.minors_from
        and (ends.hour, ends.minute) <= (wanted.minors_until, 0)
    )
    return Finding(
        not minor or (wanted.minors and not wanted.dangerous and by_day),
        "volunteering.suits_minors",
        cites=("volunteering.15",),
        numbers={
            "age": age,
            "dangerous": wanted.dangerous,
            "by_day": by_day,
            "said": wanted.minors,
            "from_hour": wanted.minors_from,
            "until_hour": wanted.minors_until,
        },
    )


def has_skill(skill: str, skills: Collection[str]) -> Finding:
    """Whoever serves can do what the call asks."""
    return Finding(
        not skill or skill in skills, "volunteering.has_skill", cites=("volunteering.15",),
        numbers={"skill": skill},
    )  # fmt: skip


def is_trained(kind: str, trained: Sequence[tuple[str, Term]], on: date) -> Finding:
    """A training that is asked for was passed, and counts on the day; its last day counts."""
    terms = [term for name, term in trained if name == kind]
    return Finding(
        not kind or any(_holds(term, on) for term in terms),
        "volunteering.is_trained",
        cites=("volunteering.16",),
        numbers={"training": kind, "expired": bool(terms), "on": on},
    )


def is_covered(needed: bool, covered: Sequence[Term], on: date, last_on: date) -> Finding:
    """Before what may be dangerous an accident insurance is in force, on every day of the shift;
    its last day counts."""
    days = {on, last_on}
    held = all(any(_holds(term, day) for term in covered) for day in days)
    return Finding(
        not needed or held,
        "volunteering.is_covered",
        cites=("volunteering.17",),
        numbers={"on": on},
    )


def serves_once(elsewhere: bool) -> Finding:
    """Nobody is in two places at the same hour."""
    return Finding(not elsewhere, "volunteering.serves_once")


def fits(wanted: Wanted, candidate: Candidate) -> Findings:
    """All of it, in the order in which it is told."""
    return Findings(
        (
            is_registered(candidate.active),
            age_known(candidate.age),
            age_fits(candidate.age, wanted.age_from, wanted.age_to),
            suits_minors(candidate.age, wanted),
            guardian_agrees(candidate.age, candidate.guardian),
            has_skill(wanted.skill, candidate.skills),
            is_trained(wanted.training, candidate.trained, wanted.on),
            is_covered(
                wanted.dangerous or wanted.insured, candidate.covered, wanted.on, wanted.last_on
            ),
        )
    )


def slot_of(starts_at: datetime) -> str:
    """In which part of the week a shift begins, as volunteers say when they have time."""
    begins = starts_at.astimezone(SHANGHAI)
    part = "am" if begins.hour < 12 else "pm" if begins.hour < 18 else "eve"
    return f"{'weekend' if begins.weekday() >= 5 else 'weekday'}_{part}"


def has_time(times: Collection[str], starts_at: datetime) -> bool:
    """Whether somebody said they have time then; who said nothing may be asked."""
    return not times or slot_of(starts_at) in times


def years_before(on: date, years: int) -> date:
    """Whoever was born after it is not so old on that day; 29 February counts as 1 March."""
    try:
        return on.replace(year=on.year - years)
    except ValueError:
        return date(on.year - years, 3, 1)


def _holds(term: Term, on: date) -> bool:
    since, until = term
    return since <= on and (until is None or on <= until)
