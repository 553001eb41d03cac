"""What only residents decide, and who may change whose decision (art. 30)."""

from datetime import date

from linli.governance.assemblies.rules.law import ASSEMBLY, MEETING
from linli.lib.law import Finding

COMMITTEE = "committee"
ORDER = (ASSEMBLY, MEETING, COMMITTEE)
"""The higher body first."""
RESERVED = ("charter", "covenant", "annual_report", "appraisal", "major")
"""What the assembly decides: the charter, the covenant, the committee's yearly report, the
appraisal of its members, other matters of weight to all residents."""


def may_decide(body: str, matter: str, *, authorised: bool = False) -> Finding:
    """The assembly decides anything; the representatives' meeting a reserved matter only where the
    assembly has authorised it; the committee no reserved matter. ValueError for no such body."""
    rank = ORDER.index(body)
    holds = matter not in RESERVED or rank == 0 or (rank == 1 and authorised)
    return Finding(
        holds,
        "assemblies.may_decide",
        cites=("rcl2025.30",),
        numbers={"body": body, "matter": matter, "authorised": authorised},
    )


def may_change(by: str, of: str) -> Finding:
    """A higher body may revoke or change an unsuitable decision of a lower one; any body its own.
    ValueError for no such body."""
    return Finding(
        ORDER.index(by) <= ORDER.index(of),
        "assemblies.may_change",
        cites=("rcl2025.30",),
        numbers={"by": by, "of": of},
    )


def studied_first(matter: str, studied_on: date | None, meeting_on: date) -> Finding:
    """A matter of weight has been studied by the community Party organisation before the meeting.
    That is a step of its own, and never stands in for the vote."""
    return Finding(
        matter not in RESERVED or (studied_on is not None and studied_on <= meeting_on),
        "assemblies.studied_first",
        cites=("rcl2025.30",),
        numbers={"matter": matter, "studied_on": studied_on, "meeting_on": meeting_on},
    )
