"""When an activity is at its end, and which photographs are taken in."""

from linli.lib.law import Finding

FACELESS, CONSENTED = "nobody", "everybody"


def all_over(coming: int) -> Finding:
    """Whether no date is still to come: otherwise they are called off or awaited."""
    return Finding(coming == 0, "activities.all_over", numbers={"coming": coming})


def attendance_complete(unmarked: int) -> Finding:
    """Whether of every date that was held it is written down who came."""
    return Finding(unmarked == 0, "activities.attendance_complete", numbers={"unmarked": unmarked})


def consent_given(consent: str) -> Finding:
    """Whether a photograph shows nobody who could be recognised, or everybody shown agreed."""
    return Finding(
        consent in (FACELESS, CONSENTED),
        "activities.photo_consent",
        cites=("pipl.13",),
    )
