"""The files of those who work here: post, level, certificates, training, leave with cover."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction

from linli.core.audit.door import Act, action
from linli.core.places.held import locked
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.lib.law import Finding, Refused, require
from linli.mechanisms.flow.rules import is_fresh
from linli.partners.organisations.models import (
    SOCIAL_WORK,
    GradeTable,
    Leave,
    Qualification,
    Staff,
    Term,
    Training,
)
from linli.partners.organisations.queries.grades import table_on
from linli.partners.organisations.rules import grades, staff as rules

TOLD = ("name", "account", "post", "work", "worked_since", "since")


@action("organisations.take_on", needs="organisations.lead")
def take_on(act: Act, community: Place, *, given: Mapping[str, Any]) -> Staff:
    """Opens the file of somebody who works here."""
    assert set(given) <= set(TOLD)
    row = Staff(community=community, **given)
    _check(row, local_day(act.at))
    row.save(force_insert=True)
    act.note(count=1)
    return row


@action("organisations.alter_file", needs="organisations.lead")
def alter_file(act: Act, staff: Staff, *, given: Mapping[str, Any], seen: int) -> Staff:
    """Changes what the file says of post and work."""
    assert set(given) <= set(TOLD)
    row = _open(staff, seen)
    for name, value in given.items():
        setattr(row, name, value)
    _check(row, local_day(act.at))
    row.save()
    return row


@action("organisations.fix_level", needs="organisations.lead")
def fix_level(act: Act, staff: Staff, *, level: int, since: date, paper: str, seen: int) -> Staff:
    """Fixes a level of the table in force, by the paper of whoever has that power. The table only
    proposes; pay is not kept here."""
    row = _open(staff, seen)
    lines = table_on(row.community, since).lines
    require(grades.level_in_table(lines, level, row.post))
    require(Finding(bool(paper.strip()), "organisations.rests_on_paper"))
    require(Finding(row.since <= since <= local_day(act.at), "organisations.not_ahead"))
    row.level, row.level_since, row.level_paper = level, since, paper.strip()
    row.save()
    return row


@action("organisations.close_file", needs="organisations.lead")
def close_file(act: Act, staff: Staff, *, until: date, seen: int) -> Staff:
    """Somebody works here no longer from that day on."""
    row = _open(staff, seen)
    require(Finding(row.since < until <= local_day(act.at), "organisations.not_ahead"))
    row.until = until
    row.save()
    return row


@action("organisations.add_qualification", needs="organisations.lead")
def add_qualification(
    act: Act,
    staff: Staff,
    *,
    kind: str,
    got_on: date,
    expires_on: date | None = None,
    title: str = "",
) -> Qualification:
    """Enters a certificate that was shown; no number and no copy of it is kept."""
    require(Finding(expires_on is None or expires_on > got_on, "organisations.in_order"))
    require(Finding(got_on <= local_day(act.at), "organisations.not_ahead"))
    return Qualification.objects.create(
        community_id=staff.community_id, staff=staff, kind=kind, got_on=got_on,
        expires_on=expires_on, title=title.strip(),
    )  # fmt: skip


@action("organisations.record_training", needs="organisations.keep")
def record_training(
    act: Act, of: Staff | Term, *, on: date, half_hours: int, subject: str, given_by: str = ""
) -> Training:
    """Enters hours of training of somebody who works here or holds an office."""
    require(Finding(on <= local_day(act.at), "organisations.not_ahead"))
    row = Training(
        community_id=of.community_id,
        staff=of if isinstance(of, Staff) else None,
        term=of if isinstance(of, Term) else None,
        on=on,
        half_hours=half_hours,
        subject=subject.strip(),
        by=given_by.strip(),
    )
    row.save(force_insert=True)
    act.note(subject=row.subject)
    return row


@action("organisations.enter_leave", needs="organisations.see_file")
def enter_leave(act: Act, staff: Staff, *, since: date, until: date, cover: Staff) -> Leave:
    """Somebody is away and somebody else stands in; why is not asked."""
    require(Finding(until >= since, "organisations.in_order"))
    # Both files are held in one order, so that two who cover each other do not wait for ever.
    for key in sorted({staff.pk, cover.pk}):
        Staff.objects.select_for_update().get(community=staff.community_id, pk=key)
    require(rules.not_away_twice(since, until, _away(staff)))
    works = cover.pk != staff.pk and (cover.until is None or cover.until > until)
    require(rules.cover_is_there(since, until, _away(cover), cover_works=works))
    standing_in = [(row.since, row.until) for row in staff.covers.filter(struck_at__isnull=True)]
    require(rules.not_standing_in(since, until, standing_in))
    leave = Leave.objects.create(
        community_id=staff.community_id, staff=staff, since=since, until=until, cover=cover
    )
    if cover.account_id is not None:
        act.tell("organisations.you_stand_in", account=cover.account_id, since=str(since))
    return leave


@action("organisations.strike_leave", needs="organisations.see_file")
def strike_leave(act: Act, staff: Staff, *, leave: Leave) -> Leave:
    """Somebody is there after all."""
    row: Leave = locked(leave)
    require(
        Finding(row.staff_id == staff.pk and row.struck_at is None, "organisations.still_there")
    )
    row.struck_at = act.at
    row.save(update_fields=["struck_at"])
    return row


@action("organisations.adopt_grades", needs="organisations.lead")
def adopt_grades(act: Act, community: Place, *, text: str, source: str, since: date) -> GradeTable:
    """Takes the local table of posts and levels into use from a day on. What it proposes changes
    with it; what was fixed for anybody does not."""
    try:
        lines = grades.read_table(text, SOCIAL_WORK)
    except grades.FlawedTable as error:
        raise Refused(
            Finding(False, "organisations.table_read", numbers={"why": str(error)})
        ) from error
    require(Finding(bool(source.strip()), "organisations.rests_on_paper"))
    row = GradeTable(
        community=community, source=source.strip(), since=since, lines=grades.as_data(lines),
        adopted_by_id=act.by.account, adopted_at=act.at,
    )  # fmt: skip
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as error:
        raise Refused(Finding(False, "organisations.table_once")) from error
    act.note(count=len(lines))
    return row


@action("organisations.open_file", needs="organisations.see_file")
def open_file(act: Act, staff: Staff) -> Staff:
    """Reads somebody's file; the one it is of can see who did."""
    act.note(own=int(staff.account_id == act.by.account))
    return staff


def _away(staff: Staff) -> list[tuple[date, date]]:
    rows = Leave.objects.filter(community=staff.community_id, staff=staff, struck_at__isnull=True)
    return list(rows.values_list("since", "until"))


def _open(staff: Staff, seen: int) -> Staff:
    row: Staff = locked(staff)
    require(is_fresh(row.version, seen))
    require(Finding(row.until is None, "organisations.still_there"))
    row.version += 1
    return row


def _check(row: Staff, today: date) -> None:
    require(Finding(bool(row.name.strip()), "organisations.named"))
    require(Finding(row.worked_since <= row.since, "organisations.in_order"))
    require(Finding(row.since <= today, "organisations.not_ahead"))
    if row.account_id is not None:
        other = Staff.objects.filter(
            community=row.community_id, account=row.account_id, until__isnull=True
        ).exclude(pk=row.pk)
        require(Finding(not other.exists(), "organisations.one_file"))
