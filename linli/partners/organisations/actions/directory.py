"""The directory of who does what: lines of offices and utilities."""

from datetime import date

from django.db import IntegrityError, transaction

from linli.core.audit.door import Act, action
from linli.core.places.held import locked
from linli.lib.calendar import local_day
from linli.lib.law import Finding, Refused, require
from linli.partners.organisations.actions.saying import told, told_contact
from linli.partners.organisations.models import OfficeDuty, Organisation

DOES = ("office", "utility", "residents_committee", "other")
"""Kinds of bodies that have lines in the directory."""


@action("organisations.add_line", needs="organisations.keep")
def add_line(
    act: Act,
    organisation: Organisation,
    *,
    what: str,
    words: str = "",
    phone: str = "",
    basis: str = "",
    since: date | None = None,
) -> OfficeDuty:
    """Says what an office does for residents, in its words and in theirs, and whom to ring."""
    require(Finding(organisation.kind in DOES, "organisations.has_lines"))
    require(Finding(organisation.until is None, "organisations.still_there"))
    line = OfficeDuty(
        community_id=organisation.community_id,
        organisation=organisation,
        what=told(what, organisation.community_id),
        words=told(words, organisation.community_id),
        phone=told_contact(phone),
        basis=told(basis, organisation.community_id),
        since=since or local_day(act.at),
    )
    try:
        with transaction.atomic():
            line.save(force_insert=True)
    except IntegrityError as error:
        raise Refused(Finding(False, "organisations.line_once")) from error
    act.note(name=organisation.name, what=line.what)
    return line


@action("organisations.end_line", needs="organisations.keep")
def end_line(act: Act, line: OfficeDuty) -> OfficeDuty:
    """The office no longer does it; the line stays as it was in its time."""
    row: OfficeDuty = locked(line)
    require(Finding(row.until is None, "organisations.still_there"))
    row.until = max(local_day(act.at), row.since)
    row.save(update_fields=["until"])
    act.note(name=row.organisation.name, what=row.what)
    return row
