"""What becomes of a decision: filed where it must be, carried out, put right (arts. 30-32, 40)."""

from datetime import date

from linli.lib.law import Finding

FILED = ("charter", "covenant")


def filed(matter: str, adopted_on: date, filed_on: date | None) -> Finding:
    """Charter and covenant are filed with the government or the subdistrict (art. 31); the law
    names no number of days."""
    return Finding(
        matter not in FILED or (filed_on is not None and filed_on >= adopted_on),
        "assemblies.filed",
        cites=("rcl2025.31",),
        numbers={"matter": matter, "adopted_on": adopted_on, "filed_on": filed_on},
    )


def carried_out_in_time(due_on: date | None, done_on: date | None, on: date) -> Finding:
    """What was decided is done by the day the meeting set, or that day has not passed yet."""
    return Finding(
        due_on is None or (done_on or on) <= due_on,
        "assemblies.carried_out_in_time",
        cites=("rcl2025.32",),
        numbers={"due_on": due_on, "done_on": done_on},
    )


def may_be_challenged() -> Finding:
    """A resident whose rights a decision infringes may ask the court to revoke it (art. 40). It
    always holds: it is said beside every decision."""
    return Finding(True, "assemblies.may_be_challenged", cites=("rcl2025.40",))
