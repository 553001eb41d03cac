"""What filling another office's form asks: pure functions over plain values."""

from collections.abc import Mapping, Sequence
from datetime import date

from linli.lib.law import Finding

FACT, ASK, SAME, EMPTY, LEAVE = "fact", "ask", "same", "empty", "leave"
"""What is done with a column: filled from what we hold; asked at the door; the same text in every
row; left empty for want of a ground; left as the form has it (a number, a formula)."""
DECISIONS = (FACT, ASK, SAME, EMPTY, LEAVE)

DUTY, CONSENT, EMERGENCY = "duty", "consent", "emergency"
MOST_MINUTES = 6_000
MOST_ROWS = 20_000

Values = Mapping[str, str]


def due_after_received(received_on: date, due_on: date) -> Finding:
    """A form cannot be wanted before it came."""
    return Finding(
        due_on >= received_on,
        "paperwork.due_after_received",
        numbers={"received_on": received_on, "due_on": due_on},
    )


def readable_form(readable: bool, reason: str) -> Finding:
    """The file is a form that can be filled; `reason` is what its reader says of it."""
    return Finding(readable, "paperwork.readable_form", numbers={"reason": reason})


def not_here_yet(open_title: str) -> Finding:
    """The same file is not being filled already."""
    return Finding(not open_title, "paperwork.not_here_yet", numbers={"title": open_title})


def something_to_fill(decisions: Sequence[str]) -> Finding:
    """At least one column is filled or asked; otherwise there is no form to fill."""
    filled = sum(decision in (FACT, ASK, SAME) for decision in decisions)
    return Finding(filled > 0, "paperwork.something_to_fill", numbers={"columns": len(decisions)})


def decided_whole(undecided: Sequence[str]) -> Finding:
    """Every column has been decided: what it is filled from, or why it stays empty."""
    return Finding(
        not undecided,
        "paperwork.decided_whole",
        numbers={"count": len(undecided), "columns": tuple(undecided)},
    )


def has_ground(groundless: Sequence[str]) -> Finding:
    """No column is asked at the door for which the house knows no ground: only what the purpose
    needs is collected, and sensitive matter only with a specific purpose and need (PIPL 6, 28)."""
    return Finding(
        not groundless,
        "paperwork.has_ground",
        cites=("pipl.6", "pipl.13", "pipl.28"),
        numbers={"columns": tuple(groundless)},
    )


def somebody_chosen(rows: int) -> Finding:
    """The form is about somebody, and about no more than one file can hold."""
    return Finding(
        0 < rows <= MOST_ROWS,
        "paperwork.somebody_chosen",
        numbers={"rows": rows, "most": MOST_ROWS},
    )


def still_filled(listed: bool) -> Finding:
    """The form is still being filled: it was neither handed over nor put aside."""
    return Finding(listed, "paperwork.still_filled")


def fresh_line(seen: int, version: int) -> Finding:
    """Nobody else has answered for this row since the page was drawn."""
    return Finding(
        seen == version, "paperwork.fresh_line", numbers={"seen": seen, "version": version}
    )


def children_by_director(children: int, director: bool) -> Finding:
    """Numbers of children under fourteen leave the house only by the hand of whoever answers for
    the committee (PIPL 28, 31)."""
    return Finding(
        children == 0 or director,
        "paperwork.children_by_director",
        cites=("pipl.28", "pipl.31"),
        numbers={"children": children},
    )


def transfer_has_ground(ground: str, told_and_agreed: bool) -> Finding:
    """To hand facts about persons to another office is to give them to another handler: a duty by
    law carries it, or an emergency, or each person's separate consent (PIPL 13, 23)."""
    carried = ground in (DUTY, EMERGENCY) or (ground == CONSENT and told_and_agreed)
    return Finding(
        carried, "paperwork.transfer_has_ground", cites=("pipl.13", "pipl.23"), numbers={}
    )


def minutes_in_bounds(minutes: int) -> Finding:
    """The minutes spent are a count, at most a hundred hours."""
    return Finding(
        0 <= minutes <= MOST_MINUTES,
        "paperwork.minutes_in_bounds",
        numbers={"minutes": minutes, "most": MOST_MINUTES},
    )


def nothing_changed(new: int, gone: int, changed: int) -> Finding:
    """A letter may say "no change" where no row is new or gone and no cell is another."""
    return Finding(
        new == gone == changed == 0,
        "paperwork.nothing_changed",
        numbers={"new": new, "gone": gone, "changed": changed},
    )


def handed_before(earlier: bool) -> Finding:
    """Only what was handed over before can be handed over again as changes."""
    return Finding(earlier, "paperwork.handed_before")


def changed_keys(before: Values, now: Values) -> tuple[str, ...]:
    """The columns in which a row is another than it was; empty and missing are the same."""
    keys = dict.fromkeys((*before, *now))
    return tuple(key for key in keys if before.get(key, "") != now.get(key, ""))
