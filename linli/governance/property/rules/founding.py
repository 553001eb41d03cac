"""From the first request to a filed owners' committee: who may ask, who sits, by when."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from linli.lib.calendar import corresponding_day
from linli.lib.law import Finding

OFFICE_CODES = frozenset({"chair", "deputy", "member"})
SIDE_CODES = frozenset({"owner", "committee", "street", "party", "police", "developer", "provider"})


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage. `after`: the stage from which `rule` counts (`before`: so long before it must be
    reached, instead). `rule`: the parameter of a place; without one it has no clock."""

    code: str
    after: str = ""
    rule: str = ""
    before: bool = False


PLANNED = "assembly_planned"
"""Not a stage: the day the first assembly is meant for, from which its matters are counted back."""

ASSEMBLY = (
    Stage("asked"),
    Stage("answered", "asked", "property.street_answers"),
    Stage("group_formed", "answered"),
    Stage("group_posted", "group_formed", "property.group_posted"),
    Stage("matters_posted", PLANNED, "property.matters_posted", before=True),
    Stage("assembly_held", "group_formed", "property.first_assembly"),
    Stage("decisions_posted", "assembly_held", "property.decisions_posted"),
    Stage("filed", "assembly_held", "property.committee_files"),
    Stage("street_filed", "filed", "property.street_files"),
)
COMMITTEE = (
    Stage("asked"),
    Stage("answered", "asked", "property.street_answers"),
    Stage("group_formed", "answered"),
    Stage("group_posted", "group_formed", "property.group_posted"),
    Stage("street_filed", "group_formed"),
)
STAGES = {"assembly": ASSEMBLY, "management_committee": COMMITTEE}


@dataclass(frozen=True, slots=True)
class Due:
    """A stage as it stands: reached on a day, or due by one (None: no clock runs)."""

    code: str
    reached: date | None
    due: date | None
    rule: str = ""

    def late(self, on: date) -> bool:
        """Whether it was reached late or is late today (the last day is in time)."""
        return self.due is not None and (self.reached or on) > self.due


def course(
    stages: Sequence[Stage], reached: Mapping[str, date], days: Mapping[str, int]
) -> list[Due]:
    """Every stage with its day; `days`: what the parameters say, where the place has them, in
    calendar days (working days are counted by whoever asks and given as a day in `reached`)."""
    shown = []
    for stage in stages:
        begun, length = reached.get(stage.after), days.get(stage.rule)
        due = None
        if begun is not None and length is not None:
            due = begun - timedelta(days=length) if stage.before else begun + timedelta(days=length)
        shown.append(Due(stage.code, reached.get(stage.code), due, stage.rule))
    return shown


def next_stage(stages: Sequence[Stage], reached: Mapping[str, date]) -> str:
    """The first stage not reached yet; empty when all are."""
    return next((stage.code for stage in stages if stage.code not in reached), "")


def comes_next(code: str, expected: str, on: date, last: date | None, today: date) -> Finding:
    """Stages are reached in their order, none on a day to come or before the one before it."""
    holds = code == expected and on <= today and (last is None or on >= last)
    return Finding(holds, "property.stage_in_order", numbers={"day": on})


def may_plan(on: date, last: date, held: bool) -> Finding:
    """The first assembly is meant for a day after the last stage reached, until it was held."""
    return Finding(not held and on >= last, "property.plan_ahead", numbers={"day": last})


def may_ask(
    *, asked: int, owners: int, area_asked: int, area_all: int, by_developer: bool, share: Fraction
) -> Finding:
    """So large a share of the owners, or owners of so much area, or the developer (exactly the
    share is enough)."""
    by_heads = owners > 0 and asked * share.denominator >= owners * share.numerator
    by_area = area_all > 0 and area_asked * share.denominator >= area_all * share.numerator
    return Finding(
        by_developer or by_heads or by_area,
        "property.may_ask",
        numbers={"asked": asked, "owners": owners, "share": share},
    )


def enough_delivered(delivered: int, area: int, share: Fraction) -> Finding:
    """So much of the area has been delivered to owners (exactly the share is enough)."""
    holds = area > 0 and delivered * share.denominator >= area * share.numerator
    return Finding(holds, "property.enough_delivered", numbers={"share": share})


def seat_written(name: str, office: str, side: str) -> Finding:
    """Of a seat it is written whose it is, which office, for which side: from the lists."""
    holds = bool(name.strip()) and office in OFFICE_CODES and side in SIDE_CODES
    return Finding(holds, "property.seat_written")


def group_composed(sides: Sequence[str], chair: str) -> Finding:
    """A preparatory group: an odd number, at least half of them owners, led by the residents'
    committee."""
    owners = sum(side == "owner" for side in sides)
    holds = len(sides) % 2 == 1 and owners * 2 >= len(sides) and chair == "committee"
    return Finding(
        holds, "property.group_composed", cites=("beijing_property.35",),
        numbers={"members": len(sides), "owners": owners},
    )  # fmt: skip


def committee_composed(sides: Sequence[str], chair: str, least: int) -> Finding:
    """A property management committee: an odd number, at least so many, chaired by the residents'
    committee."""
    holds = len(sides) % 2 == 1 and len(sides) >= least and chair == "committee"
    return Finding(
        holds, "property.committee_composed", cites=("beijing_property.75",),
        numbers={"members": len(sides), "least": least},
    )  # fmt: skip


def term_reported_by(term_ends: date, months: int) -> date:
    """From which day the end of a term is a task: so many months before."""
    return corresponding_day(term_ends, -months)


def term_over(until: date, term_ends: date, early: bool) -> Finding:
    """A body ends with its term; before, only where that is what is meant."""
    return Finding(early or until >= term_ends, "property.term_over", numbers={"day": term_ends})
