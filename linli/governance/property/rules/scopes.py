"""Who must agree to a lift, or to business in a home; in whole numbers.

A lift changes a building's common parts: so large a share of area and of heads takes part, and so
large a share of both of those who take part agrees (CC 278). A place may ask otherwise. Units of
one owner are one head (区分所有权解释 9).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from uuid import UUID

from linli.lib.law import Finding

LIFT = ("civil_code_property.278",)
BUSINESS = ("civil_code_property.279", "divided_ownership.11")


@dataclass(frozen=True, slots=True)
class Asked:
    """One unit: whose it is, its area, what was answered (agree, object, or nothing)."""

    owner: UUID
    area: int
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Counted:
    """Areas and heads: of all, of those who answered, of those who agree."""

    area: int
    heads: int
    area_in: int
    heads_in: int
    area_for: int
    heads_for: int

    @property
    def objecting(self) -> int:
        """Heads that answered and do not agree."""
        return self.heads_in - self.heads_for


def count(units: Iterable[Asked]) -> Counted:
    """An owner of several units is one head: in where one of them answered, for where none of the
    answers is against."""
    rows = list(units)
    answers: dict[UUID, set[str]] = {}
    for row in rows:
        answers.setdefault(row.owner, set()).add(row.answer)
    said = {owner: each - {""} for owner, each in answers.items()}
    return Counted(
        area=sum(row.area for row in rows),
        heads=len(said),
        area_in=sum(row.area for row in rows if row.answer),
        heads_in=sum(bool(each) for each in said.values()),
        area_for=sum(row.area for row in rows if row.answer == "agree"),
        heads_for=sum(each == {"agree"} for each in said.values()),
    )


def takes_part(counted: Counted, share: Fraction) -> Finding:
    """Enough take part, by area and by heads (exactly the share is enough)."""
    holds = _reaches(counted.area_in, counted.area, share) and _reaches(
        counted.heads_in, counted.heads, share
    )
    return Finding(
        holds, "property.takes_part", cites=LIFT,
        numbers={"heads": counted.heads_in, "of": counted.heads, "share": share,
                 "area": _percent(counted.area_in, counted.area)},
    )  # fmt: skip


def agrees(counted: Counted, share: Fraction) -> Finding:
    """Enough of those who take part agree, by area and by heads (exactly the share is enough)."""
    holds = _reaches(counted.area_for, counted.area_in, share) and _reaches(
        counted.heads_for, counted.heads_in, share
    )
    return Finding(
        holds, "property.agrees", cites=LIFT,
        numbers={"heads": counted.heads_for, "of": counted.heads_in, "share": share,
                 "area": _percent(counted.area_for, counted.area_in)},
    )  # fmt: skip


def unanimous(counted: Counted) -> Finding:
    """Every interested owner has agreed; silence is no consent."""
    return Finding(
        counted.heads > 0 and counted.heads_for == counted.heads and
        counted.area_for == counted.area,
        "property.unanimous", cites=BUSINESS,
        numbers={"heads": counted.heads_for, "of": counted.heads},
    )  # fmt: skip


def enough(found: Iterable[Finding]) -> Finding:
    """Whether all of these hold, in no figures: while answers come in one by one, a figure that
    moves tells how the last one was."""
    rows = list(found)
    cites = tuple(dict.fromkeys(cite for each in rows for cite in each.cites))
    return Finding(bool(rows) and all(rows), "property.enough_agree", cites=cites)


def figures_told(counted: Counted, asking: bool, floor: int) -> bool:
    """Whether the desk reads how many agreed and how many object: once nobody is asked any more,
    and where neither are a few."""
    return not asking and min(counted.heads_for, counted.objecting) >= floor


def objections_talked(objecting: int, talks: int) -> Finding:
    """Where somebody objects, there was a talk before the next step. How many do is not told."""
    return Finding(objecting == 0 or talks > 0, "property.objections_talked")


def whole_building(kind: str, place_kind: str) -> Finding:
    """About a home used for business all owners of the building are asked, not of one entrance
    (区分所有权解释 11)."""
    holds = kind != "business" or place_kind == "building"
    return Finding(holds, "property.whole_building", cites=BUSINESS)


def units_placed(unplaced: int) -> Finding:
    """Of every unit that would be asked it is known whether it lies in the part that is asked:
    nobody is left out because the roster does not say where their home or shop is."""
    return Finding(unplaced == 0, "property.homes_placed", numbers={"units": unplaced})


ORDER = ("consulting", "posted", "agreed", "approved", "building", "accepted")


def next_stages(stage: str) -> list[str]:
    """What can come next: the step after, or that it comes to nothing."""
    after = ORDER[ORDER.index(stage) + 1 :][:1] if stage in ORDER else ()
    return [*after, "dropped"] if after else []


def follows(stage: str, to: str) -> Finding:
    """Stages are taken one by one; a case can be dropped until it is finished."""
    return Finding(to in next_stages(stage), "property.stage_follows")


def _reaches(part: int, whole: int, share: Fraction) -> bool:
    return whole > 0 and part * share.denominator >= whole * share.numerator


def _percent(part: int, whole: int) -> int:
    """Whole percent, rounded down, to be read; never to be judged by."""
    return part * 100 // whole if whole else 0
