"""The register: bodies and their offices, from the day they are there until they end."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction

from linli.core.audit.door import Act, action
from linli.core.places.held import locked, saved
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.lib.identity.credit_code import plain_code
from linli.lib.law import Finding, Refused, require
from linli.mechanisms.flow.rules import is_fresh
from linli.partners.organisations.actions.saying import told, told_contact
from linli.partners.organisations.actions.tasks import mind_office, mind_term
from linli.partners.organisations.actions.units import body_gone
from linli.partners.organisations.models import Office, Organisation, Term
from linli.partners.organisations.queries.register import filed_as
from linli.partners.organisations.rules.social import ends_in_register
from linli.partners.organisations.rules.terms import code_valid, in_order
from linli.partners.organisations.rules.words import PLACES

TOLD = (
    "kind", "name", "part_of", "kept_apart_from", "body", "place", "subject", "basis", "duties",
    "credit_code", "address", "contact", "phone", "hours", "term_months", "term_ends", "since",
    "listed",
)  # fmt: skip
"""What the desk says of a body; the rest follows from acts."""
PUBLIC = ("duties", "hours", "basis")
OFFICE_TOLD = ("title", "chosen", "seats", "duties", "subject", "rank", "since")


@action("organisations.add", needs="organisations.keep")
def add(act: Act, community: Place, *, given: Mapping[str, Any]) -> Organisation:
    """Enters a body that is here."""
    assert set(given) <= set(TOLD)
    organisation = Organisation(community=community, **given)
    _check(organisation)
    with _once_named():
        organisation.save(force_insert=True)
    mind_term(act, organisation)
    act.note(name=organisation.name)
    return organisation


@action("organisations.alter", needs="organisations.keep")
def alter(
    act: Act, organisation: Organisation, *, given: Mapping[str, Any], seen: int
) -> Organisation:
    """Changes what is said of a body."""
    assert set(given) <= set(TOLD)
    row: Organisation = locked(organisation)
    require(is_fresh(row.version, seen))
    require(Finding(row.until is None, "organisations.still_there"))
    for name, value in given.items():
        setattr(row, name, value)
    row.version += 1
    _check(row)
    with _once_named():
        row.save()
    mind_term(act, row)
    act.note(name=row.name)
    return row


@action("organisations.end", needs="organisations.keep")
def end(act: Act, organisation: Organisation, *, until: date, reason: str) -> Organisation:
    """A body is no longer there from that day on; its offices and terms end with it,
    and what it offered as a unit. An organisation on record ends on its own page."""
    row: Organisation = locked(organisation)
    require(Finding(row.until is None, "organisations.still_there"))
    require(in_order(row.since, until))
    _not_ahead(act, until)
    require(ends_in_register(filed=filed_as(row) is not None))
    why = told(reason, row.community_id)
    require(Finding(bool(why), "organisations.reason_given"))
    close_body(act, row, until=until, why=why)
    act.note(name=row.name)
    return row


def close_body(act: Act, row: Organisation, *, until: date, why: str) -> None:
    """A step of the acts that end a body, whose row is held: it ends that day, and with it its
    offices and terms, its tasks, and what it offered as a unit."""
    saved(row, until=until, ended_for=why)
    for office in row.offices.filter(until__isnull=True):
        _close(act, office, until)
    body_gone(act, row)
    mind_term(act, row)


@action("organisations.add_office", needs="organisations.keep")
def add_office(act: Act, organisation: Organisation, *, given: Mapping[str, Any]) -> Office:
    """Enters an office of a body; where nobody holds it, that is put on the list."""
    assert set(given) <= set(OFFICE_TOLD)
    row: Organisation = locked(organisation)
    require(Finding(row.until is None, "organisations.still_there"))
    office = Office(community_id=row.community_id, organisation=row, **given)
    office.duties = told(office.duties, row.community_id)
    require(Finding(office.since >= row.since, "organisations.in_order"))
    with _once_named():
        office.save(force_insert=True)
    mind_office(act, office)
    act.note(name=row.name, office=office.title)
    return office


@action("organisations.divide_work", needs="organisations.keep")
def divide_work(
    act: Act, office: Office, *, duties: str, subject: str = "", seats: int, seen_seats: int
) -> Office:
    """Says what the holders of an office see to, and how many there are."""
    row: Office = locked(office)
    require(is_fresh(row.seats, seen_seats))
    require(Finding(row.until is None, "organisations.still_there"))
    held = row.terms.filter(until__isnull=True).count()
    require(
        Finding(held <= seats, "organisations.has_seat", numbers={"held": held, "seats": seats})
    )
    row.duties, row.subject, row.seats = told(duties, row.community_id), subject, seats
    row.save(update_fields=["duties", "subject", "seats"])
    mind_office(act, row)
    act.note(office=row.title)
    return row


@action("organisations.end_office", needs="organisations.keep")
def end_office(act: Act, office: Office, *, until: date) -> Office:
    """An office is no longer there; who holds it leaves it that day."""
    row: Office = locked(office)
    require(Finding(row.until is None, "organisations.still_there"))
    require(in_order(row.since, until))
    _not_ahead(act, until)
    _close(act, row, until)
    act.note(office=row.title)
    return row


def _close(act: Act, office: Office, until: date) -> None:
    open_terms = Term.objects.filter(
        community=office.community_id, office=office, until__isnull=True
    )
    for term in open_terms:
        term.until, term.ended_for = max(until, term.since), "office_gone"
        term.save(update_fields=["until", "ended_for"])
    office.until = max(until, office.since.fromordinal(office.since.toordinal() + 1))
    office.save(update_fields=["until"])
    mind_office(act, office)


def _check(row: Organisation) -> None:
    row.credit_code = plain_code(row.credit_code)
    require(code_valid(row.credit_code))
    require(in_order(row.since, row.term_ends))
    for name in PUBLIC:
        setattr(row, name, told(getattr(row, name), row.community_id))
    row.contact, row.phone = told_contact(row.contact), told_contact(row.phone)
    row.address = told_contact(row.address, holds=PLACES)
    row.name = told_contact(row.name, holds=PLACES, names=True)
    for other in (row.part_of, row.kept_apart_from):
        here = other is None or (other.community_id == row.community_id and other.pk != row.pk)
        require(Finding(here, "organisations.of_this_community"))
    above = row.part_of
    while above is not None:  # a body is no part of its own part
        require(Finding(above.pk != row.pk, "organisations.of_this_community"))
        above = above.part_of


def _not_ahead(act: Act, on: date) -> None:
    require(Finding(on <= local_day(act.at), "organisations.not_ahead"))


@contextmanager
def _once_named() -> Iterator[None]:
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        raise Refused(Finding(False, "organisations.named_once_here")) from error
