"""Whether a vote is valid: enough took part, and no paper came from nowhere (art. 19)."""

from fractions import Fraction

from linli.governance.elections.rules.law import MODES, REPRESENTATIVES, ElectionLaw
from linli.lib.law import Finding
from linli.lib.numbers import least_over, over


def turnout_share(mode: str, *, law: ElectionLaw) -> tuple[str, Fraction]:
    """The parameter that holds for the mode, and the share that must be exceeded.

    Raises ValueError for a mode the law does not know.
    """
    if mode not in MODES:
        raise ValueError(f"no such mode: {mode}")
    name = "representatives_turnout_over" if mode == REPRESENTATIVES else "turnout_over"
    return name, getattr(law, name)


def enough_took_part(
    mode: str, electors: int, cast: int, *, article: str = "rcl2025.19", law: ElectionLaw
) -> Finding:
    """More than half of the registered electors or household representatives, or more than two
    thirds of the representatives; the share itself is not enough.

    `electors` is the number on the posted list of the mode; `cast` the papers in the boxes.
    """
    name, share = turnout_share(mode, law=law)
    return Finding(
        over(cast, electors, share),
        "elections.enough_took_part",
        cites=law.ground(article, name),
        numbers={
            "mode": mode,
            "cast": cast,
            "electors": electors,
            "share": share,
            "needed": least_over(electors, share),
            "left": cast * share.denominator,
            "right": electors * share.numerator,
        },
    )


def no_more_than_issued(cast: int, issued: int, *, law: ElectionLaw) -> Finding:
    """More papers in the boxes than were issued make the vote void; as many or fewer do not."""
    return Finding(
        not law.surplus_papers_void or cast <= issued,
        "elections.no_more_than_issued",
        cites=law.ground("rcl2025.19", "surplus_papers_void"),
        numbers={"cast": cast, "issued": issued},
    )


def no_more_than_electors(cast: int, electors: int) -> Finding:
    """Nobody has two papers: there cannot be more in the boxes than names on the list."""
    return Finding(
        cast <= electors,
        "elections.no_more_than_electors",
        cites=("rcl2025.19",),
        numbers={"cast": cast, "electors": electors},
    )
