"""What money may be spent on, and how much of it there is. All amounts in fen."""

from datetime import date

from linli.lib.law import Finding
from linli.stewardship.funds.rules.hands import ACCOUNTS_LAW, yuan


def more_than_nothing(fen: int) -> Finding:
    """An amount is a whole number of fen above nought."""
    return Finding(fen > 0, "funds.more_than_nothing")


def for_its_purpose(restricted: bool, purpose: str, wanted: str) -> Finding:
    """Money given for a purpose pays for that purpose and no other."""
    return Finding(
        not restricted or purpose == wanted,
        "funds.for_its_purpose",
        cites=("rcl2025.42", "civil_code.661") if restricted else ACCOUNTS_LAW,
        numbers={"restricted": restricted},
    )


def fits_purpose(restricted: bool, ticked: bool) -> Finding:
    """Whoever agrees has held the request against the words in which the money was given."""
    return Finding(not restricted or ticked, "funds.fits_purpose", cites=ACCOUNTS_LAW)


def enough_free(free: int, fen: int) -> Finding:
    """There is as much in the source as is asked for, beside what is promised already."""
    return Finding(
        free >= fen,
        "funds.enough_free",
        cites=ACCOUNTS_LAW,
        numbers={"free": yuan(free), "amount": yuan(fen)},
    )


def line_named(has_lines: bool, named: bool) -> Finding:
    """Where the year's budget has lines for a source, a request names one of them."""
    return Finding(named or not has_lines, "funds.line_named", cites=ACCOUNTS_LAW)


def within_line(left: int, fen: int) -> Finding:
    """A line of the budget is not overdrawn; to spend more, the budget is changed first."""
    return Finding(
        left >= fen,
        "funds.within_line",
        cites=ACCOUNTS_LAW,
        numbers={"left": yuan(left), "amount": yuan(fen)},
    )


def within_reserve(left: int, fen: int) -> Finding:
    """What is kept for a project is not spent beyond what was kept."""
    return Finding(
        left >= fen,
        "funds.within_reserve",
        cites=ACCOUNTS_LAW,
        numbers={"left": yuan(left), "amount": yuan(fen)},
    )


def not_more_than_approved(fen: int, approved: int) -> Finding:
    """What is paid is at most what was approved."""
    return Finding(
        0 < fen <= approved,
        "funds.not_more_than_approved",
        cites=ACCOUNTS_LAW,
        numbers={"amount": yuan(fen), "approved": yuan(approved)},
    )


def source_is_open(closed_on: date | None, on: date) -> Finding:
    """A source that was closed takes and pays nothing from that day on."""
    return Finding(
        closed_on is None or on < closed_on,
        "funds.source_is_open",
        numbers={"closed_on": closed_on or on},
    )


def not_before_approved(on: date, approved_on: date) -> Finding:
    """Nothing is paid before it was agreed to."""
    return Finding(
        on >= approved_on,
        "funds.not_before_approved",
        cites=ACCOUNTS_LAW,
        numbers={"approved_on": approved_on},
    )


def since_opened(on: date, opened_on: date) -> Finding:
    """Nothing is entered in a source before the day it was opened: no sheet would show it."""
    return Finding(
        on >= opened_on,
        "funds.since_opened",
        cites=ACCOUNTS_LAW,
        numbers={"opened_on": opened_on},
    )


def after_all_entries(on: date, last: date | None) -> Finding:
    """A source is closed from a day after the last one on which something was entered in it."""
    return Finding(
        last is None or on > last,
        "funds.after_all_entries",
        cites=ACCOUNTS_LAW,
        numbers={"last": last or on},
    )


def words_name_nobody(clean: bool) -> Finding:
    """What everybody reads, and nobody can take out of the books again, names no person."""
    return Finding(clean, "funds.words_name_nobody", cites=("pipl.25",))


def reserve_decided(undecided: bool) -> Finding:
    """What is kept while residents still choose is neither paid out nor given back by hand."""
    return Finding(not undecided, "funds.reserve_decided", cites=ACCOUNTS_LAW)


def line_keeps_committed(fen: int, committed: int, title: str) -> Finding:
    """A line of the budget does not fall below what was approved on it."""
    return Finding(
        fen >= committed,
        "funds.line_keeps_committed",
        numbers={"title": title, "committed": yuan(committed)},
    )
