"""Objecting to a notice, and answering whoever objected."""

from dataclasses import dataclass
from secrets import token_bytes
from typing import Any
from uuid import UUID

from linli.core.audit.door import Act, action
from linli.core.clocks.actions import drop, settle, start
from linli.core.clocks.models import Holder
from linli.core.pages.bilingual import in_both
from linli.core.places.queries import jurisdictions_of
from linli.lib.calendar import local_day
from linli.lib.identity.receipt import receipt_from
from linli.lib.law import Finding, Refused, parameter, require
from linli.mechanisms.publication import rules
from linli.mechanisms.publication.declaration import Template
from linli.mechanisms.publication.models import Objection, Posting
from linli.mechanisms.publication.registry import template_named

ANSWER = "publication.objection"
"""The name of the clock that runs until an objection is answered."""


@dataclass(frozen=True)
class Objected:
    """What is objected, and by which way it came. `contact`: only if the objector likes."""

    words: str
    channel: str = "web"
    contact: str = ""
    sender: UUID | None = None


@action("publication.object", needs="publication.object")
def object_to(act: Act, posting: Posting, *, objected: Objected) -> Objection:
    """Takes an objection in, within its window, and gives the receipt by which its answer is
    seen. No account and no name is needed."""
    template = _template_of(posting)
    require(Finding(posting.is_up(act.at), "publication.still_up"))
    require(rules.objected_in_time(template, posting.objections_until, act.at))
    if template.objections_at:
        raise ValueError(f"objections to {template.name} have a procedure of their own")
    require(Finding(bool(objected.words.strip()), "publication.reasoned"))
    objection = Objection(
        community_id=posting.community_id,
        posting=posting,
        receipt=receipt_from(token_bytes(16)),
        channel=objected.channel,
        words=objected.words.strip(),
        contact=objected.contact.strip(),
        sender_id=objected.sender,
        raised_at=act.at,
    )
    objection.save(force_insert=True)
    laws = jurisdictions_of(posting.community)
    promise = parameter("notices.objection_answer", local_day(act.at), laws)
    start(
        act,
        objection,
        ANSWER,
        length=int(promise.value),
        title=in_both("答复对公告的异议", "Answer an objection to a notice"),
        holder=Holder(post="director"),
        url_name="publication:objection",
        url_args={
            "community_code": posting.community.code,
            "objection_id": objection.pk,
        },
        rule="notices.objection_answer",
    )
    act.note(number=posting.number, channel=objection.channel)
    act.tell("publication.objected", post="director", number=posting.number)
    return objection


@action("publication.withdraw_objection", needs="publication.follow_objection")
def withdraw_objection(act: Act, objection: Objection) -> Objection:
    """Takes an objection back, by whoever holds its receipt."""
    _take(objection, "open", "passed_on")
    _close(act, objection, "withdrawn")
    drop(act, objection, ANSWER)
    return objection


@action("publication.pass_objection_on", needs="publication.answer_objections")
def pass_objection_on(act: Act, objection: Objection, *, office: str) -> Objection:
    """Sends an objection to the office that decides. The committee gives its own view on
    nothing; the clock runs on until that office's answer has been told."""
    require(Finding(bool(office.strip()), "publication.office_named"))
    _take(objection, "open")
    objection.state, objection.passed_to = "passed_on", " ".join(office.split())[:80]
    objection.passed_on_at = act.at
    objection.save(update_fields=["state", "passed_to", "passed_on_at"])
    act.note(number=objection.posting.number)
    if objection.sender_id:
        act.tell(
            "publication.objection_moved", account=objection.sender_id, receipt=objection.receipt
        )
    return objection


@action("publication.answer_objection", needs="publication.answer_objections")
def answer_objection(act: Act, objection: Objection, *, outcome: str, answer: str) -> Objection:
    """Tells whoever objected what came of it. What another office decides is only told after it
    has been asked."""
    template = _template_of(objection.posting)
    require(rules.passed_on_first(template, objection.passed_on_at is not None))
    require(rules.reasoned(answer))
    _take(objection, "open", "passed_on")
    objection.outcome, objection.answer = outcome, answer.strip()
    objection.answered_by_id = act.by.account
    _close(act, objection, "answered")
    settle(act, objection, ANSWER)
    act.note(number=objection.posting.number, outcome=str(dict(Objection.OUTCOMES)[outcome]))
    if objection.sender_id:
        act.tell(
            "publication.objection_moved", account=objection.sender_id, receipt=objection.receipt
        )
    return objection


@action("publication.forget_objection", needs="publication.forget")
def forget_objection(act: Act, objection: Objection) -> Objection:
    """Lets go of the words, the answer and who it was; that there was one, and what came of it,
    stay."""
    objection.words = objection.answer = objection.contact = ""
    objection.sender_id, objection.forgotten_at = None, act.at
    objection.save()
    act.note(number=objection.posting.number)
    return objection


def _template_of(posting: Posting) -> Template:
    template = template_named(posting.template)
    if template is None:
        raise ValueError(f"no domain has the template {posting.template} any more")
    return template


def _take(objection: Objection, *states: str) -> None:
    """The objection as it is now, locked, where it still waits; else somebody was first."""
    held = Objection.objects.select_for_update().filter(
        community=objection.community_id, pk=objection.pk, state__in=states
    )
    found: Any = held.first()
    if found is None:
        raise Refused(Finding(False, "publication.unchanged"))
    objection.state = found.state


def _close(act: Act, objection: Objection, state: str) -> None:
    objection.state, objection.closed_at = state, act.at
    objection.save(update_fields=["state", "closed_at", "outcome", "answer", "answered_by"])
