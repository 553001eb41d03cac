"""From what an act told to what people find in their inbox, in the background.

    act.tell(…) → deliver (with the commit) → carry (the worker) → Message, Delivery → send

Each step can be repeated: a telling has an id of its own, a delivery is claimed before it is
tried, and what was not sent stays `waiting` for `due.py`.
"""

import logging
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import DatabaseError, connection, transaction
from django.db.models import Q
from django.urls import NoReverseMatch, reverse
from django.utils import translation
from django.utils.timezone import localdate
from django_tasks import task

from linli.core.access.models import Account
from linli.core.access.queries import accounts_holding
from linli.core.audit.door import Telling
from linli.core.messages.channels import CHANNELS, Notice
from linli.core.messages.kinds import CLOSED, KINDS, freeze, say_message
from linli.core.messages.models import Delivery, Message
from linli.core.messages.rules import next_attempt
from linli.core.places.models import Place
from linli.lib.identity.ids import new_id

logger = logging.getLogger(__name__)


def deliver(tellings: list[Telling]) -> None:
    """Hands tellings to the background. Called by the door; inside a transaction nothing is
    carried unless it commits."""
    for telling in tellings:
        if telling.closed and telling.post:
            raise ValueError(f"{telling.kind}: of a closed row nobody hears by their post")
        if telling.kind not in KINDS and getattr(settings, "LINLI_STRICT", False):
            raise LookupError(f"no words for the message {telling.kind!r}")
    packed = [_pack(telling) for telling in tellings]
    if "django_tasks_db" in type(carry.get_backend()).__module__:
        # The queue is a table of this database: the task is there if and only if the act is.
        try:
            carry.enqueue(packed)
        except DatabaseError as error:
            if connection.in_atomic_block:
                raise
            # The act itself is committed; that nobody is told must not make it look undone.
            logger.error("%d tellings were not handed over: %s", len(packed), type(error).__name__)
    else:
        transaction.on_commit(partial(carry.enqueue, packed), robust=True)


@task
def carry(packed: list[dict[str, Any]]) -> int:
    """Turns tellings into messages, and sends those that go out beside the inbox."""
    carried = 0
    for one in packed:
        try:
            for message in put_in_inboxes(one):
                for delivery in plan_deliveries(message):
                    attempt(delivery, message.created_at)
        except Exception as error:  # one that cannot be carried must not keep back the next
            logger.error("a telling %s was not carried: %s", one["kind"], type(error).__name__)
            _carry_later(one)
        else:
            carried += 1
    return carried


def _carry_later(one: dict[str, Any]) -> None:
    tries = one.get("tries", 0) + 1
    again = next_attempt(tries, datetime.fromisoformat(one["at"]))
    if again and carry.get_backend().supports_defer:
        carry.using(run_after=again).enqueue([one | {"tries": tries}])


def put_in_inboxes(packed: dict[str, Any]) -> list[Message]:
    """One message for each account the telling means; the same rows if it comes twice."""
    at = datetime.fromisoformat(packed["at"])
    community = UUID(packed["community"]) if packed["community"] else None
    subject = UUID(packed["subject"]) if packed["subject"] else None
    url = packed.get("url") or address_of(packed["kind"], community, subject, packed["values"])
    Message.objects.bulk_create(
        [
            Message(
                community_id=community,
                telling=UUID(packed["telling"]),
                account=account,
                kind=packed["kind"],
                values=packed["values"],
                subject_kind=packed["subject_kind"],
                subject=subject,
                url=url,
                created_at=at,
            )
            for account in recipients(packed, community, at)
        ],
        ignore_conflicts=True,
    )
    return list(
        Message.objects.across_communities("all who were told the same thing")
        .filter(telling=packed["telling"], community=community)
        .select_related("account")
    )


def recipients(packed: dict[str, Any], community: UUID | None, at: datetime) -> Iterable[Account]:
    """The accounts a telling means: one, those of a person, or the holders of a post."""
    if packed["account"]:
        return Account.objects.filter(pk=packed["account"], is_active=True)
    if packed["person"]:
        # Who is on the roster twice keeps the account of the record that was joined to the other.
        whose = Q(person=packed["person"]) | Q(person__merged_into=packed["person"])
        return Account.objects.filter(whose, is_active=True)
    if packed["post"] and community:
        body = UUID(packed["body"]) if packed["body"] else None
        return accounts_holding(community, packed["post"], on=localdate(at), body=body)
    return ()


def address_of(
    kind: str, community: UUID | None, subject: UUID | None, values: Mapping[str, Any]
) -> str:
    """Where the message leads: the kind's page, of that community and row as far as it asks."""
    words = KINDS.get(kind)
    if words is None or not words.opens:
        return ""
    row = values.get(words.by) if words.by else subject
    code = (
        Place.objects.filter(pk=community).values_list("code", flat=True).first()
        if community
        else None
    )
    here = {"community_code": code} if code else {}
    # By its name, or a page of the community alone would be taken for one of the row.
    for args, named in (([code, row], {}), ([], here), ([row], {}), ([], {})):
        if None in args:
            continue
        try:
            return reverse(words.opens, args=args, kwargs=named)
        except NoReverseMatch:
            continue
    logger.error("the message %s opens %s, which no address answers", kind, words.opens)
    return ""


def plan_deliveries(message: Message) -> list[Delivery]:
    """The ways besides the inbox that this recipient wants to be reached by."""
    wanted = [name for name, channel in CHANNELS.items() if channel.can_reach(message.account)]
    Delivery.objects.bulk_create(
        [
            Delivery(
                community_id=message.community_id,
                message=message,
                channel=name,
                next_at=message.created_at,
            )
            for name in wanted
        ],
        ignore_conflicts=True,
    )
    return list(
        Delivery.objects.across_communities("those of one message")
        .filter(message=message, state="waiting")
        .select_related("message__account")
        if wanted
        else ()
    )


def attempt(delivery: Delivery, at: datetime) -> bool:
    """Tries once, if nobody else is trying; says whether it went out.

    The claim counts the attempt and sets the next one first, so that a worker that dies in the
    middle leaves it to be tried again, and two workers never try at once.
    """
    tries = delivery.tries + 1
    again = next_attempt(tries, at)
    mine = Delivery.objects.across_communities("one delivery, by its id").filter(
        pk=delivery.pk, state="waiting"
    )
    with transaction.atomic():
        claimed = mine.filter(tries=delivery.tries, next_at__lte=at).update(
            tries=tries, next_at=again or at
        )
    if not claimed:
        return False
    changes: dict[str, Any]
    try:
        _send(delivery)
    except Exception as error:  # whatever a channel's library raises, it is one failed attempt
        # The error's own words may hold an address; its class says enough to mend it.
        changes = {"trouble": type(error).__name__}
        if again is None:
            changes |= {"state": "failed", "ended_at": at}
        logger.warning("a message by %s failed: %s", delivery.channel, type(error).__name__)
    else:
        changes = {"state": "sent", "ended_at": at, "trouble": ""}
    with transaction.atomic():
        mine.filter(tries=tries).update(**changes)
    return changes.get("state") == "sent"


def _send(delivery: Delivery) -> None:
    message, account = delivery.message, delivery.message.account
    channel = CHANNELS.get(delivery.channel)
    if channel is None:
        raise LookupError(delivery.channel)
    with translation.override(account.language):
        said = say_message(message.kind, message.values)
        channel.send(
            Notice(
                key=delivery.pk,
                recipient=account,
                subject=said.subject,
                body=said.body,
                # An address says what it is about, and a mailbox is read by others too.
                link=(message.kind != CLOSED and message.url) or reverse("messages:inbox"),
            )
        )


def _pack(telling: Telling) -> dict[str, Any]:
    if telling.closed:
        url = address_of(telling.kind, telling.community, telling.subject, telling.values)
        telling = replace(telling, kind=CLOSED, subject_kind="", subject=None, values={})
        return _packed(telling) | {"url": url}
    return _packed(telling)


def _packed(telling: Telling) -> dict[str, Any]:
    return {
        "telling": str(new_id()),
        "kind": telling.kind,
        "at": telling.at.isoformat(),
        "community": _text(telling.community),
        "account": _text(telling.account),
        "person": _text(telling.person),
        "post": telling.post,
        "body": _text(telling.body),
        "subject_kind": telling.subject_kind,
        "subject": _text(telling.subject),
        "values": {name: freeze(value) for name, value in telling.values.items()},
    }


def _text(value: UUID | None) -> str:
    return str(value) if value else ""
