"""The director's audit: commissioned by the street, added to by residents, reported, published."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils import translation

from linli.core.access.seats import Seat
from linli.core.audit.door import Act, action
from linli.core.files.intake import Purpose, show_to, take_in
from linli.core.files.queries import files_of
from linli.core.places.models import Place
from linli.core.places.queries import jurisdictions_of
from linli.governance.oversight.models import AuditItem, DirectorAudit
from linli.governance.oversight.postings import AUDIT
from linli.governance.oversight.rules import audits as rules
from linli.governance.oversight.rules.committee import has_happened
from linli.governance.oversight.rules.inspections import grounded
from linli.governance.oversight.rules.supervision_law import supervision_law
from linli.lib.calendar import local_day
from linli.lib.law import Refused, require
from linli.mechanisms.publication.actions import post


@dataclass(frozen=True)
class Commission:
    """The street's commission: its letter, who audits, and what time is looked at."""

    commissioned_by: str
    commissioned_on: date
    paper: str
    auditor: str
    begins: date
    ends: date


@action("oversight.commission_audit", needs="oversight.keep_audit")
def commission_audit(
    act: Act,
    community: Place,
    *,
    seat: Seat,
    kind: str,
    commission: Commission,
    items: Sequence[str],
) -> DirectorAudit:
    """Records that the street has commissioned the audit of a director: entered by its own
    officer, or from its letter. `items`: what every such audit looks at."""
    on = local_day(act.at)
    require(rules.not_ones_own(act.by.person == seat.person))
    require(has_happened(commission.commissioned_on, on))
    require(rules.period_in_order(commission.begins, commission.ends, on))
    audit = DirectorAudit(
        community=community,
        kind=kind,
        person_id=seat.person,
        name=seat.name,
        seat=seat.id,
        **{name: getattr(commission, name) for name in Commission.__dataclass_fields__},
    )
    try:
        with transaction.atomic():
            audit.save(force_insert=True)
    except IntegrityError:
        raise Refused(rules.one_audit_at_a_time(True)) from None
    _enter(audit, items)
    act.note(kind=kind, items=len(items))
    return audit


@action("oversight.remind_of_audit", needs="oversight.remind_of_audit")
def remind_of_audit(act: Act, community: Place, *, day: date) -> None:
    """Tells those who see to it that an election is planned and the audit on leaving is not
    published yet."""
    for post_held in ("supervisor", "worker"):
        act.tell("oversight.audit_missing", post=post_held, day=day)
    act.note(day=day.isoformat())


@action("oversight.add_items", needs="oversight.keep_audit")
def add_items(
    act: Act,
    audit: DirectorAudit,
    *,
    asked_by: str,
    signed: int,
    base: int,
    base_source: str,
    items: Sequence[str],
) -> DirectorAudit:
    """Adds what a third of the representatives, or a tenth of the residents, want looked at
    (art. 38): counted from their paper, who signed is not kept."""
    audit = _held(audit, "commissioned", act)
    law = supervision_law(local_day(act.at), jurisdictions_of(audit.community))
    require(rules.may_add_items(asked_by, signed, base, law=law))
    _enter(audit, items, asked_by=asked_by, signed=signed, base=base, base_source=base_source)
    act.note(asked_by=asked_by, signed=signed, base=base, items=len(items))
    return audit


@action("oversight.report_audit", needs="oversight.keep_audit")
def report_audit(
    act: Act,
    audit: DirectorAudit,
    *,
    reported_on: date,
    summary: str,
    found: Mapping[UUID, str],
    report: Any = None,
) -> DirectorAudit:
    """Enters what the audit came to: the result as it will be posted, what was found of every
    thing asked for, and the report itself as a file."""
    audit = _held(audit, "commissioned", act)
    require(has_happened(reported_on, local_day(act.at)))
    require(grounded(summary))
    items = list(AuditItem.objects.filter(community=audit.community_id, audit=audit))
    require(rules.every_item_answered(sum(not found.get(each.pk, "").strip() for each in items)))
    for each in items:
        each.found = found[each.pk].strip()
        each.save(update_fields=["found"])
    if report is not None:
        take_in(act, audit.community, report, Purpose(audit, "document"))
    audit.state, audit.reported_on, audit.summary = "reported", reported_on, summary.strip()
    audit.save(update_fields=["state", "reported_on", "summary"])
    act.note(kind=audit.kind)
    return audit


@action("oversight.publish_audit", needs="oversight.keep_audit")
def publish_audit(act: Act, audit: DirectorAudit) -> DirectorAudit:
    """Posts the result, and opens the report to everybody. From now on the next election may be
    held (art. 38)."""
    audit = _held(audit, "reported", act)
    with translation.override("zh-hans"):
        title = f"{audit.get_kind_display()}：{audit.begins:%Y.%m}—{audit.ends:%Y.%m}"
        items = [
            {
                "what": each.what,
                "asked_by": str(each.get_asked_by_display()),
                "found": each.found,
            }
            for each in AuditItem.objects.filter(
                community=audit.community_id, audit=audit
            ).order_by("position")
        ]
        audit.posting = post(
            act,
            AUDIT,
            audit,
            {
                "title": title,
                "name": audit.name,
                "organised_by": audit.commissioned_by,
                "auditor": audit.auditor,
                "begins": audit.begins,
                "ends": audit.ends,
                "reported_on": audit.reported_on,
                "summary": audit.summary,
                "items": items,
            },
            local_day(act.at),
            of=jurisdictions_of(audit.community),
        )
    for file in files_of(audit):
        show_to(act, file, "public")
    audit.state, audit.published_on = "published", local_day(act.at)
    audit.save(update_fields=["state", "published_on", "posting"])
    act.note(kind=audit.kind)
    return audit


def _enter(audit: DirectorAudit, items: Sequence[str], **asked: Any) -> None:
    rows = AuditItem.objects.filter(community=audit.community_id, audit=audit)
    last = rows.aggregate(last=Max("position"))["last"] or 0
    AuditItem.objects.bulk_create(
        AuditItem(
            community_id=audit.community_id,
            audit=audit,
            position=place,
            what=what.strip(),
            **asked,
        )
        for place, what in enumerate((each for each in items if each.strip()), last + 1)
    )


def _held(audit: DirectorAudit, wanted: str, act: Act) -> DirectorAudit:
    """The audit as it now is, held until the act is over; nobody has a hand in their own."""
    rows = DirectorAudit.objects.select_for_update().filter(community=audit.community_id)
    held = rows.get(pk=audit.pk)
    require(rules.not_ones_own(act.by.person == held.person_id))
    require(rules.audit_at_step(held.state, wanted))
    return held
