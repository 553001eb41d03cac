"""How many households a residents' committee is meant for."""

from linli.lib.law import Finding

LEAST_HOUSEHOLDS, MOST_HOUSEHOLDS = 1_000, 3_000


def check_size(households: int) -> Finding:
    """A guideline, so a note and never a ground to refuse: as a rule 1,000 to 3,000 households.

    What follows from it is not ours: the street proposes, the district government approves.
    """
    return Finding(
        LEAST_HOUSEHOLDS <= households <= MOST_HOUSEHOLDS,
        "places.community_size",
        cites=("rcl2025.3",),
        numbers={"households": households, "least": LEAST_HOUSEHOLDS, "most": MOST_HOUSEHOLDS},
    )
