"""The residents' election committee: how it is made up, who leaves it, who follows (art. 15)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from linli.governance.elections.rules.law import ElectionLaw
from linli.lib.law import Finding, Findings

CHOSEN_BY = ("assembly", "representatives_meeting")


def committee_formed(
    members: int, chosen_by: str, kin_pairs: int = 0, *, law: ElectionLaw
) -> Findings:
    """Chosen by the assembly or the representatives' meeting; its size, and that no close
    relatives sit together, only where the place lays that down."""
    steps = [
        Finding(
            members > 0 and chosen_by in CHOSEN_BY,
            "elections.committee_chosen",
            cites=("rcl2025.15",),
            numbers={"members": members, "chosen_by": chosen_by},
        )
    ]
    if law.committee_least is not None and law.committee_most is not None:
        steps.append(
            Finding(
                law.committee_least <= members <= law.committee_most,
                "elections.committee_size",
                cites=law.ground("rcl2025.15", "committee_least"),
                numbers={
                    "members": members,
                    "least": law.committee_least,
                    "most": law.committee_most,
                },
            )
        )
    if law.committee_without_kin:
        steps.append(
            Finding(
                kin_pairs == 0,
                "elections.committee_without_kin",
                cites=law.ground("civil_code.1045", "committee_without_kin"),
                numbers={"pairs": kin_pairs},
            )
        )
    return Findings(tuple(steps))


def may_stay_on_committee(
    *, nominated: bool, kin_nominated: bool, willing: bool, law: ElectionLaw
) -> Finding:
    """A member who, or whose close relative, is nominated leaves (art. 15, CC 1045).

    `willing`: whether that nominee has said that they stand; asked for only where the place lays
    it down.
    """
    stands = willing or not law.step_down_if_willing
    return Finding(
        not (stands and (nominated or kin_nominated)),
        "elections.committee_impartial",
        cites=(*law.ground("rcl2025.15", "step_down_if_willing"), "civil_code.1045"),
        numbers={"nominated": nominated, "kin_nominated": kin_nominated},
    )


def absent_too_often(absences: int, *, law: ElectionLaw) -> Finding:
    """Where the place lays it down: a member who stays away from so many meetings without good
    reason has lost the seat; elsewhere staying away ends none."""
    most = law.committee_absences
    return Finding(
        most is not None and absences >= most,
        "elections.absent_too_often" if most is not None else "elections.absence_ends_no_seat",
        cites=law.ground("rcl2025.15", "committee_absences"),
        numbers={"absences": absences, "most": most},
    )


@dataclass(frozen=True, slots=True)
class Substitution:
    """Who takes the empty places; `finding` says whether the earlier result had enough names."""

    names: tuple[str, ...]
    finding: Finding


def substitutes(
    result: Sequence[str],
    *,
    serving: Collection[str],
    unavailable: Collection[str],
    vacancies: int,
) -> Substitution:
    """The next in the order of the earlier result (art. 15).

    `result` is that order, most votes first; `unavailable` have left, declined, or would have to
    leave. Where it has too few names, others are chosen anew.
    """
    rest = [name for name in result if name not in serving and name not in unavailable]
    names = tuple(rest[:vacancies])
    return Substitution(
        names,
        Finding(
            len(names) == vacancies,
            "elections.committee_filled",
            cites=("rcl2025.15",),
            numbers={"vacancies": vacancies, "filled": len(names)},
        ),
    )
