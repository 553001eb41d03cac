"""The mediation committee: how many, one chair, a woman among them, three years."""

from datetime import date

from linli.lib.calendar.periods import corresponding_day
from linli.lib.law import Finding, Findings

LAW = "people_mediation"


def composed(
    members: int, women: int, *, least: int, most: int, women_least: int, chair_mediates: bool
) -> Findings:
    """Between `least` and `most` members, women among them, the chair a mediator (8, 13)."""
    return Findings(
        (
            Finding(
                least <= members <= most,
                "mediation.committee_size",
                (f"{LAW}.8",),
                {"members": members, "least": least, "most": most},
            ),
            Finding(
                women_least <= women <= members,
                "mediation.committee_women",
                (f"{LAW}.8",),
                {"women": women, "least": women_least, "members": members},
            ),
            Finding(chair_mediates, "mediation.chair_mediates", (f"{LAW}.8", f"{LAW}.13")),
        )
    )


def term_ends(chosen_on: date, years: int) -> date:
    """The first day after the term (9)."""
    return corresponding_day(chosen_on, 12 * years)
