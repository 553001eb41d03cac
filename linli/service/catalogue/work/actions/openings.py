"""An opening: drafted, put up, rung about before its day, hidden on it."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from linli.core.audit.door import Act, action
from linli.core.pages.bilingual import in_both
from linli.core.places.laid_down import number_laid_down
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require, require_all
from linli.service.catalogue.rules.guides import number_may_be_shown
from linli.service.catalogue.work import rules
from linli.service.catalogue.work.choices import (
    ANSWERS,
    DRAFT,
    EXPIRED,
    FILLED,
    KINDS,
    NEEDED_TITLES,
    OPEN,
    WITHDRAWN,
)
from linli.service.catalogue.work.models import Employer, JobOpening

FIELDS = (
    "kind", "employer", "title", "title_en", "duties", "asks", "place", "where", "times", "hours",
    "pay_fen", "pay_most_fen", "pay_per", "nothing_asked", "phone", "agreed_on", "wanted",
)  # fmt: skip


@action("catalogue.draft_opening", needs="catalogue.keep_openings")
def draft_opening(act: Act, community: Place, *, given: Mapping[str, Any]) -> JobOpening:
    """Keeps a draft; what it still lacks is said when it is put up."""
    row = JobOpening(community=community, drafted_by_id=act.by.account)
    _take(row, given)
    row.save(force_insert=True)
    act.subject = row
    _note(act, row)
    return row


@action("catalogue.redraft_opening", needs="catalogue.keep_openings")
def redraft_opening(
    act: Act, opening: JobOpening, *, given: Mapping[str, Any], seen: int
) -> JobOpening:
    """Changes a draft. What is up is taken down and drafted anew, so that nothing changes under
    who has read it."""
    row = _held(opening, seen, DRAFT)
    _take(row, given)
    row.version += 1
    row.save()
    _note(act, row)
    return row


@action("catalogue.discard_opening", needs="catalogue.keep_openings")
def discard_opening(act: Act, opening: JobOpening, *, seen: int) -> Place:
    """Deletes a draft that was never up."""
    row = _held(opening, seen, DRAFT)
    _note(act, row)
    JobOpening.objects.filter(community=row.community_id, pk=row.pk).delete()
    return opening.community


@action("catalogue.publish_opening", needs="catalogue.keep_openings")
def publish_opening(
    act: Act, opening: JobOpening, *, expires_on: date | None, looked: bool, seen: int
) -> JobOpening:
    """Puts it up until its day. Refused where it does not say what, where, when, what it pays and
    until when; where anything is taken from who looks for work; where nobody has made sure of the
    employer lately; and where a sentence may shut somebody out and nobody stands for it."""
    row, on = _held_with_employer(opening, seen, DRAFT), local_day(act.at)
    _require_fit(act, row, on)
    most = number_laid_down("work.opening_shown_at_most", row.community, on)
    require(rules.expiry_set(expires_on, on, most_days=most))
    wording = rules.wording(row.texts)
    require(rules.wording_looked_at(wording, looked))
    if not wording:
        row.words_by_id = act.by.account
    row.state, row.posted_on, row.expires_on = OPEN, on, expires_on
    row.checked_on, row.checked_by_id = on, act.by.account
    row.version += 1
    row.save()
    _note(act, row)
    return row


@action("catalogue.ring_about_opening", needs="catalogue.keep_openings")
def ring_about_opening(
    act: Act, opening: JobOpening, *, answer: str, expires_on: date | None, seen: int
) -> JobOpening:
    """What a call about it came to: it stays up until a new day, is filled, is over, or nobody
    answered. Staying up keeps its place in the list."""
    hold = _held_with_employer if answer == "still" else _held
    row, on = hold(opening, seen, OPEN), local_day(act.at)
    if answer == "still":
        _require_fit(act, row, on)
        most = number_laid_down("work.opening_shown_at_most", row.community, on)
        require(rules.expiry_set(expires_on, on, most_days=most))
        row.expires_on, row.asked_on, row.tried_on = expires_on, None, None
        row.checked_on, row.checked_by_id = on, act.by.account
    elif answer == "not_reached":
        row.tried_on = on
    else:
        row.state, row.ended_on = (FILLED if answer == "filled" else WITHDRAWN), on
    row.version += 1
    row.save()
    _note(act, row, answer=in_both(dict(ANSWERS)[answer]))
    return row


@action("catalogue.ask_about_opening", needs="catalogue.tend_openings")
def ask_about_opening(act: Act, opening: JobOpening) -> JobOpening:
    """The workers hear that it will be hidden unless somebody rings."""
    row, on = _held(opening, opening.version, OPEN), local_day(act.at)
    days = number_laid_down("work.opening_asked_before", row.community, on)
    assert row.expires_on is not None
    soon = rules.is_shown(row.expires_on, on) and row.expires_on <= on + timedelta(days=days)
    require(Finding(row.asked_on is None and soon, "catalogue.opening_unchanged"))
    row.asked_on = on
    row.save(update_fields=["asked_on"])
    act.tell("catalogue.opening_ends", post="worker", opening=row.titles)
    _note(act, row)
    return row


@action("catalogue.expire_opening", needs="catalogue.tend_openings")
def expire_opening(act: Act, opening: JobOpening) -> JobOpening:
    """Its day has come: it has been hidden since the morning, and now stands as expired."""
    row = _held(opening, opening.version, OPEN)
    on = local_day(act.at)
    assert row.expires_on is not None
    require(Finding(not rules.is_shown(row.expires_on, on), "catalogue.opening_unchanged"))
    row.state, row.ended_on = EXPIRED, row.expires_on
    row.version += 1
    row.save()
    _note(act, row)
    return row


def _held(opening: JobOpening, seen: int, state: str) -> JobOpening:
    rows = JobOpening.objects.select_for_update(of=("self",)).filter(
        community=opening.community_id, pk=opening.pk, state=state
    )
    row: JobOpening | None = rows.select_related("community", "employer").first()
    require(Finding(row is not None and row.version == seen, "catalogue.opening_unchanged"))
    assert row is not None
    return row


def _held_with_employer(opening: JobOpening, seen: int, state: str) -> JobOpening:
    """The opening, its employer held first, as whoever notes that an employer is gone holds it:
    so that none of a gone one is up."""
    held = Employer.objects.select_for_update().filter(
        community=opening.community_id, pk=opening.employer_id
    )
    employer = held.first()
    row = _held(opening, seen, state)
    same = employer is not None and row.employer_id == employer.pk
    require(Finding(same, "catalogue.opening_unchanged"))
    return row


def _require_fit(act: Act, row: JobOpening, on: date) -> None:
    said = {name: str(getattr(row, name)) for name in rules.NEEDED}
    titles = {name: str(title) for name, title in NEEDED_TITLES.items()}
    paid = row.pay_fen is not None and bool(row.pay_per)
    require(rules.opening_whole(said, titles, paid=paid))
    require_all(rules.pay_stated(row.kind, row.pay_fen, row.pay_most_fen, row.pay_per))
    require(rules.nothing_charged(row.nothing_asked, row.texts))
    require(number_may_be_shown(row.phone, row.agreed_on, on))
    within = number_laid_down("work.employer_checked_within", row.community, on)
    require(rules.employer_fresh(row.employer.verified_on, on, within_days=within))
    require(Finding(row.employer.gone_on is None, "catalogue.employer_there"))


def _take(row: JobOpening, given: Mapping[str, Any]) -> None:
    for name in FIELDS:
        if name in given:
            setattr(row, name, given[name])


def _note(act: Act, row: JobOpening, **more: Any) -> None:
    act.note(opening=row.titles, kind=in_both(dict(KINDS)[row.kind]), **more)
