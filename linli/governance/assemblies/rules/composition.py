"""Who makes up the representatives' meeting, and how many representatives there are (13, 28)."""

from linli.governance.assemblies.rules.law import AssemblyLaw
from linli.lib.law import Finding
from linli.lib.numbers import at_least


def meeting_composed(representatives: int, committee: int, *, law: AssemblyLaw) -> Finding:
    """Representatives are four fifths or more of the meeting's members (art. 28). A committee
    member who is also a representative is counted once, with the committee."""
    members = representatives + committee
    return Finding(
        at_least(representatives, members, law.representatives_share),
        "assemblies.meeting_composed",
        cites=(*law.ground("rcl2025.28", "representatives_share"), "civil_code.1259"),
        numbers={
            "representatives": representatives,
            "committee": committee,
            "members": members,
            "share": law.representatives_share,
            # Four fifths or more means: representatives ≥ committee × 4/(5−4).
            "needed": _needed(committee, law),
        },
    )


def _needed(committee: int, law: AssemblyLaw) -> int:
    share = law.representatives_share
    rest = share.denominator - share.numerator
    return max(-(-committee * share.numerator // rest), 1) if rest else 0


def representatives_bounds(households: int, *, law: AssemblyLaw) -> tuple[int, int]:
    """The fewest and the most representatives for so many households, by one per 20 to 50."""
    least = max(-(-households // law.households_most), 1)
    return least, max(households // law.households_least, least)


def representatives_usual(representatives: int, households: int, *, law: AssemblyLaw) -> Finding:
    """One for every 20 to 50 households is usual; the law allows more or fewer where needed, so
    this warns and forbids nothing (art. 13)."""
    least, most = representatives_bounds(households, law=law)
    return Finding(
        least <= representatives <= most,
        "assemblies.representatives_usual",
        cites=law.ground("rcl2025.13", "households_least"),
        numbers={
            "representatives": representatives,
            "households": households,
            "least": least,
            "most": most,
            "from_households": law.households_least,
            "to_households": law.households_most,
        },
    )
