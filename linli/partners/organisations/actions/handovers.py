"""A body is handed over item by item: who gives signs, then somebody else who takes."""

from datetime import date, timedelta

from django.db import IntegrityError, transaction
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from linli.core.audit.door import Act, action
from linli.core.clocks import actions as clocks
from linli.core.pages.bilingual import in_both
from linli.core.places.held import locked
from linli.lib.calendar import local_day
from linli.lib.law import Finding, Refused, require
from linli.partners.organisations import law
from linli.partners.organisations.actions.saying import told
from linli.partners.organisations.actions.tasks import DIRECTOR
from linli.partners.organisations.models import Handover, HandoverItem, Organisation

CLOCK = "organisation_handover"
FIRST_ITEMS = ("印章", "账目和票据", "档案资料", "账号和钥匙", "没办完的事")
"""What every body has; the list is the body's own from then on."""


@action("organisations.open_handover", needs="organisations.keep")
def open_handover(
    act: Act, organisation: Organisation, *, on: date, watched_by: str = ""
) -> Handover:
    """Begins the handing over of a body, with its last day on the list of tasks."""
    body: Organisation = locked(organisation)
    require(Finding(body.kind != "residents_committee", "organisations.committee_hands_over"))
    days = law.handover_within(body.community, on)
    require(Finding(on <= local_day(act.at), "organisations.not_ahead"))
    handover = Handover(
        community_id=body.community_id,
        organisation=body,
        opened_on=on,
        due_on=on + timedelta(days=days),
        watched_by=watched_by.strip(),
    )
    try:
        with transaction.atomic():
            handover.save(force_insert=True)
    except IntegrityError as error:
        raise Refused(Finding(False, "organisations.one_handover")) from error
    for what in FIRST_ITEMS:
        HandoverItem.objects.create(community_id=body.community_id, handover=handover, what=what)
    left = (handover.due_on - local_day(act.at)).days
    clocks.start(
        act, handover, CLOCK, length=max(left, 1), unit="days",
        title=in_both(format_lazy(_("交接：{name}"), name=body.name)),
        url_name="organisations:handover",
        url_args={"community_code": body.community.code, "handover_id": handover.pk},
        holder=DIRECTOR, rule="organisations.handover_within", weekend_rolls=False,
    )  # fmt: skip
    act.note(name=body.name)
    return handover


@action("organisations.add_handover_item", needs="organisations.keep")
def add_item(act: Act, handover: Handover, *, what: str, note: str = "") -> HandoverItem:
    """One more thing to hand over."""
    row: Handover = locked(handover)
    require(Finding(row.closed_at is None, "organisations.handover_open"))
    item = HandoverItem.objects.create(
        community_id=row.community_id,
        handover=row,
        what=told(what, row.community_id),
        note=told(note, row.community_id),
    )
    act.note(name=row.organisation.name)
    return item


@action("organisations.sign_item", needs="organisations.sign")
def sign_item(act: Act, item: HandoverItem) -> HandoverItem:
    """Signs: first whoever gives, then somebody else who takes. With the last signature the
    handing over is closed and its task done."""
    handover: Handover = locked(item.handover)
    row: HandoverItem = locked(item)
    require(Finding(handover.closed_at is None, "organisations.handover_open"))
    require(Finding(row.taken_at is None, "organisations.item_open"))
    if row.given_at is None:
        row.given_by_id, row.given_at = act.by.account, act.at
    else:
        require(Finding(row.given_by_id != act.by.account, "organisations.another_takes"))
        row.taken_by_id, row.taken_at = act.by.account, act.at
    row.save(update_fields=["given_by", "given_at", "taken_by", "taken_at"])
    if not handover.items.filter(taken_at__isnull=True).exists():
        handover.closed_at = act.at
        handover.save(update_fields=["closed_at"])
        clocks.settle(act, handover, CLOCK)
    act.note(name=handover.organisation.name)
    return row
