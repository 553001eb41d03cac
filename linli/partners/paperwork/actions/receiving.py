"""A form comes in, its columns are settled, it is put aside."""

import base64
import hashlib
from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction

from linli.core.access.models import Body
from linli.core.audit.door import Act, action
from linli.core.clocks import actions as clocks
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.lib.identity.ids import new_id
from linli.lib.law import require
from linli.mechanisms.flow.actions import begin, take
from linli.partners.paperwork import rules
from linli.partners.paperwork.actions.walking import end_rounds
from linli.partners.paperwork.flows import ASKING, OPEN
from linli.partners.paperwork.models import Asking, Form
from linli.partners.paperwork.queries.lists import handed_last
from linli.partners.paperwork.slots import Slot, keep_slots

DUE = "due"


@action("paperwork.receive", needs="paperwork.fill")
def receive(
    act: Act,
    community: Place,
    *,
    body: Body,
    content: bytes,
    file_name: str,
    file_kind: str,
    signature: str,
    slots: Sequence[Slot],
    subject: str,
    table: int,
    title: str,
    purpose: str,
    due_on: date,
    basis: str = "",
) -> Asking:
    """Takes a blank form in. One that the same requester sent before is recognised by its
    signature, and its mapping holds on; the same file is not filled twice at once."""
    on = local_day(act.at)
    require(rules.due_after_received(on, due_on))
    digest = hashlib.sha256(content).hexdigest()
    _refuse_double(community, body, digest)
    form = _form_of(community, body, signature, {
        "title": title[:200], "mapping": keep_slots(slots), "subject": subject, "table": table,
    })  # fmt: skip
    asking = Asking(
        id=new_id(),
        community=community,
        form=form,
        body=body,
        title=title,
        purpose=purpose,
        basis=basis,
        received_at=act.at,
        due_on=due_on,
        file_name=file_name[-200:],
        file_kind=file_kind,
        sha256=digest,
        blank=base64.b64encode(content).decode(),
        earlier=handed_last(form),
        account_id=act.by.account,
    )
    known = form.settled_at is not None
    try:
        with transaction.atomic():
            begin(act, ASKING, asking, "recognise" if known else "receive")
    except IntegrityError:  # somebody else took the same file in, a moment ago
        _refuse_double(community, body, digest)
        raise
    _start_clock(act, asking, on)
    act.note(form=title, body=body.name, columns=len(slots))
    return asking


@action("paperwork.settle", needs="paperwork.fill")
def settle(
    act: Act,
    asking: Asking,
    *,
    slots: Sequence[Slot],
    subject: str,
    table: int,
    seen: int | None = None,
) -> Asking:
    """Says what each column is filled from. It is remembered for this requester and this form;
    a row already chosen keeps what was asked for it."""
    require(rules.decided_whole([slot.title for slot in slots if not slot.decision]))
    require(rules.has_ground([slot.title for slot in slots if slot.groundless and slot.is_filled]))
    require(rules.something_to_fill([slot.decision for slot in slots]))
    take(act, ASKING, asking, "settle" if asking.state == "received" else "correct", seen=seen)
    form = asking.form
    if asking.state == "listed" and form.subject != subject:
        asking.lines.filter(community=asking.community_id).delete()
    form.mapping, form.subject, form.table = keep_slots(slots), subject, table
    form.settled_at, form.settled_by_id = act.at, act.by.account
    form.save(update_fields=["mapping", "subject", "table", "settled_at", "settled_by"])
    act.note(
        form=asking.title,
        filled=sum(slot.decision == rules.FACT for slot in slots),
        asked=sum(slot.is_asked for slot in slots),
        empty=sum(slot.is_left_empty for slot in slots),
    )
    return asking


@action("paperwork.put_aside", needs="paperwork.fill")
def put_aside(act: Act, asking: Asking, *, reason: str, seen: int | None = None) -> Asking:
    """The form is not filled: the requester took it back, or it was refused. Its rows go at
    once."""
    end_rounds(act, asking)
    take(act, ASKING, asking, "put_aside", seen=seen, reason=reason)
    asking.lines.filter(community=asking.community_id).delete()
    asking.blank, asking.emptied_at = "", act.at
    asking.save(update_fields=["blank", "emptied_at"])
    act.note(form=asking.title, body=asking.body.name)
    return asking


def _refuse_double(community: Place, body: Body, digest: str) -> None:
    same = Asking.objects.filter(community=community, body=body, sha256=digest, state__in=OPEN)
    found = same.first()
    require(rules.not_here_yet(found.title if found else ""))


def _form_of(community: Place, body: Body, signature: str, proposed: dict[str, Any]) -> Form:
    """The form as it was learned; else a new one, with what is proposed for its columns."""
    wanted: dict[str, Any] = {"community": community, "body": body, "signature": signature}
    form, made = Form.objects.select_related("body").get_or_create(**wanted, defaults=proposed)
    if not made and form.settled_at is None:
        for name, value in proposed.items():
            setattr(form, name, value)
        form.save(update_fields=list(proposed))
    return form


def _start_clock(act: Act, asking: Asking, on: date) -> None:
    """The day the other office named, as a limit on the work calendar. Wanted on the day it came,
    it has no day left to run: the list shows it."""
    length = (asking.due_on - on).days
    if length < 1:
        return
    face = asking.face()
    clocks.start(
        act,
        asking,
        DUE,
        length=length,
        unit="days",
        title=face.title,
        holder=face.holder,
        url_name=face.url_name,
        url_args=face.url_args,
        weekend_rolls=False,
    )
