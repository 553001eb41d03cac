"""What may be said in public of units and proposals, and how offers, needs and projects meet."""

from collections.abc import Iterable
from datetime import date

from linli.lib.identity.redact import redact
from linli.lib.law import Finding


def public_words(*words: str) -> Finding:
    """Whether everybody may read it: nothing in it names, reaches or finds a person."""
    clean = True
    for each in words:
        found = redact(each)
        clean = clean and found.text == each
        clean = clean and not any(span.kind == "name" for span in found.doubtful)
    return Finding(clean, "organisations.unit_words_public", cites=("pipl.25",))


def said(words: str) -> Finding:
    """Whether anything was written."""
    return Finding(bool(words.strip()), "organisations.unit_words_given")


def agreement_ordered(since: date | None, until: date | None) -> Finding:
    """Whether an agreement that ends also begins, and not after its end."""
    ordered = until is None or (since is not None and since <= until)
    return Finding(
        ordered, "organisations.agreement_ordered", numbers={"since": since, "until": until}
    )


def term_ordered(since: date, until: date | None) -> Finding:
    """Whether an offer does not end before it begins."""
    return Finding(
        until is None or since <= until,
        "organisations.offer_ordered",
        numbers={"since": since, "until": until},
    )


def offer_stands(*, stands: bool) -> Finding:
    """Whether an offer may be taken up: one that was taken back is nobody's to use."""
    return Finding(stands, "organisations.offer_stands")


def need_open(state: str) -> Finding:
    """Whether a need still waits for somebody."""
    return Finding(state == "open", "organisations.need_open", numbers={"state": state})


def one_meets_it(*, offered: bool, taken: bool, known: bool) -> Finding:
    """Whether either an offer is used or a body takes it on that is known here, and not both."""
    return Finding(offered != taken and known, "organisations.one_meets_it")


def project_running(state: str) -> Finding:
    """Whether a project is still under way."""
    return Finding(state == "running", "organisations.project_running")


def asked_for_a_matter(asked: int) -> Finding:
    """Whether at least one unit is asked: units come when their own matters are discussed."""
    return Finding(asked > 0, "organisations.unit_asked", cites=("rcl2025.46",))


def best_first(feature: str, offers: Iterable[tuple[str, str]]) -> list[str]:
    """Of (key, feature) pairs the keys of the same kind first, the others after, each in their
    order. A suggestion for whoever decides, and no ranking of units."""
    listed = list(offers)
    return [key for key, kind in listed if kind == feature] + [
        key for key, kind in listed if kind != feature
    ]


def seconded(count: int, floor: int) -> int | None:
    """How many think so too, where there are enough to be told (PIPL 25)."""
    return count if count >= floor else None
