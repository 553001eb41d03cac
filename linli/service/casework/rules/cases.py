"""Opening a case, who handles it, how it ends."""

from collections.abc import Collection, Iterable
from datetime import date

from linli.lib.law import Finding
from linli.service.casework.kinds.declaration import Form, Kind

LEAST_WORDS = 4


def may_open(kind: Kind, posts: Collection[str]) -> Finding:
    """Whether somebody who holds these posts may open a case of this kind."""
    return Finding(
        bool(set(posts) & set(kind.opened_by)), "casework.opened_by_post", cites=kind.cites
    )


def two_hands(lead: object, second: object) -> Finding:
    """A case has a lead and another person as its second, so that it is never left alone and
    somebody reviews it."""
    return Finding(
        lead is not None and second is not None and lead != second, "casework.two_handlers"
    )


def may_be_handler(fits: bool) -> Finding:
    """Whether somebody may handle cases of this kind: they hold one of its posts here."""
    return Finding(fits, "casework.fit_handler")


def not_yet_handler(known: bool) -> Finding:
    """Nobody is on a case twice."""
    return Finding(not known, "casework.handler_once")


def stays_in_two_hands(role: str) -> Finding:
    """The lead and the second are replaced, not taken off."""
    return Finding(role == "member", "casework.replaced_not_removed")


def named_or_not(kind: Kind, called: str, person: object) -> Finding:
    """A case of one person is called something; group and community work names nobody."""
    if kind.named:
        return Finding(bool(called.strip()), "casework.called_something")
    return Finding(person is None, "casework.names_nobody", cites=("pipl.6",))


def still_open(is_open: bool) -> Finding:
    """Nothing is written into a closed case."""
    return Finding(is_open, "casework.still_open")


def in_order(form: Form, written: Collection[str]) -> Finding:
    """Whether the sheets that come first have been written."""
    missing = [key for key in form.after if key not in written]
    return Finding(not missing, "casework.sheets_before", numbers={"missing": len(missing)})


def by_whom(form: Form, role: str) -> Finding:
    """The review is the second's: nobody reviews their own work."""
    return Finding(not form.by_second or role == "second", "casework.reviewed_by_second")


def may_end(
    kind: Kind, written: Collection[str], open_requests: int, awaits_consent: bool
) -> Iterable[Finding]:
    """What must be there before a case is closed: its last sheets (an evaluation), nothing that
    waits for a second person, and, where its kind stands on consent, the consent."""
    missing = [key for key in kind.ends_after if key not in written]
    yield Finding(
        not missing, "casework.evaluated_first", cites=kind.cites, numbers={"missing": len(missing)}
    )
    yield Finding(not open_requests, "casework.nothing_waits", numbers={"count": open_requests})
    yield Finding(not awaits_consent, "casework.consented", cites=("pipl.13", "pipl.14"))


def known_ending(known: bool) -> Finding:
    """The ending is one of the kind's."""
    return Finding(known, "casework.known_ending")


def ripe(destroy_on: date | None, today: date) -> Finding:
    """Destroyed on its day, not before."""
    return Finding(
        destroy_on is not None and destroy_on <= today,
        "casework.ripe",
        cites=("pipl.47",),
        numbers={"on": destroy_on},
    )


def said_enough(words: str) -> Finding:
    """A purpose or reason says something."""
    return Finding(len("".join(words.split())) >= LEAST_WORDS, "casework.said_enough")
