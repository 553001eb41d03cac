"""Who may join in a demand for a recall, and who may help at the vote on it (art. 20)."""

from datetime import date

from linli.lib.law import Finding

CITES = ("rcl2025.20",)


def may_sign(base: str, *, here: bool, age: int | None, represents: bool, least: int) -> Finding:
    """Somebody of this community who is of age: any of them where residents sign; one for each
    household where households do; the representatives where they do. `age` None: not known."""
    of_age = age is not None and age >= least
    holds = here and of_age and (base == "electors" or represents)
    return Finding(
        holds,
        f"elections.may_sign_as_{base}",
        cites=CITES,
        numbers={"here": here, "of_age": of_age, "represents": represents, "least": least},
    )


def is_collecting(collecting: bool) -> Finding:
    """Signatures are given and taken back until the demand is handed in."""
    return Finding(collecting, "elections.recall_collecting", cites=CITES)


def signs_once(signed: bool) -> Finding:
    """One person, and where households sign one household, signs once."""
    return Finding(not signed, "elections.signs_once", cites=CITES)


def one_recall_at_a_time(under_way: bool) -> Finding:
    """While one demand against a member is under way, no second one begins."""
    return Finding(not under_way, "elections.one_recall_at_a_time", cites=CITES)


def must_be_accepted(petitioned: bool) -> Finding:
    """A demand with enough signatures and a reason is accepted; only one that lacks them may be
    turned away. Nobody judges here whether the reasons are right: the vote does."""
    return Finding(not petitioned, "elections.recall_must_be_accepted", cites=CITES)


def counted_in_full(complete: bool) -> Finding:
    """The result is declared once every station has been counted."""
    return Finding(complete, "elections.counted_in_full", cites=("rcl2025.19",))


def not_before_its_day(announced: date, on: date) -> Finding:
    """The vote begins on the day that was posted, so that nobody is surprised; or later."""
    return Finding(
        on >= announced,
        "elections.not_before_its_day",
        cites=CITES,
        numbers={"announced": announced, "on": on},
    )


def serves_impartially_at_recall(concerned: bool) -> Finding:
    """Whoever is asked to leave neither hands out papers nor counts them."""
    return Finding(not concerned, "elections.serves_at_recall", cites=CITES)
