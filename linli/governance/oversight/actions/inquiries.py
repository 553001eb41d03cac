"""Residents ask; the committee answers; who is not content goes to the street office."""

import secrets
from typing import Any

from linli.core.access.models import Account
from linli.core.audit.door import Act, action
from linli.core.pages.bilingual import in_both
from linli.core.places.laid_down import number_laid_down
from linli.core.places.models import Place
from linli.core.places.queries import jurisdictions_of
from linli.governance.oversight import letters, rules, words
from linli.governance.oversight.flows.inquiries import INQUIRY
from linli.governance.oversight.models import Complaint, Disclosure, Inquiry
from linli.governance.oversight.postings.inquiries import ANSWER
from linli.lib.calendar import local_day
from linli.lib.identity.receipt import receipt_from
from linli.lib.law import Finding, require
from linli.mechanisms.flow.actions import begin, take
from linli.mechanisms.publication import actions as publication
from linli.mechanisms.publication.models import Posting

RECEIPT_BYTES = 16
SUBJECTS = dict(words.SUBJECTS)


@action("oversight.ask", needs="oversight.ask")
def ask(
    act: Act,
    community: Place,
    *,
    question: str,
    subject: str = "disclosed",
    disclosure: Disclosure | None = None,
    line: str = "",
    asker: Account | None = None,
    channel: str = "web",
) -> Inquiry:
    """Asks about what is disclosed, should be, or about the committee's work. Gives a receipt and
    starts the clock the committee promised to answer by."""
    require(rules.question_clear(question))
    inquiry = Inquiry(
        community=community,
        receipt=receipt_from(secrets.token_bytes(RECEIPT_BYTES)),
        subject=subject,
        line=disclosure.line if disclosure else line,
        disclosure=disclosure,
        question=question.strip(),
        asked_at=act.at,
        channel=channel,
        asker=asker,
    )
    begin(act, INQUIRY, inquiry, "ask", of=jurisdictions_of(community))
    act.note(subject=in_both(SUBJECTS[subject]))
    act.tell("oversight.asked", post="worker", subject=in_both(SUBJECTS[subject]))
    return inquiry


@action("oversight.answer_inquiry", needs="oversight.answer")
def answer(
    act: Act,
    inquiry: Inquiry,
    *,
    text: str,
    rests_on: Posting | None = None,
    public: bool = False,
    title: str = "",
    question: str = "",
    seen: int | None = None,
) -> Inquiry:
    """Answers, and says on which notice the answer rests. `public`: everybody reads it, with the
    question in words a worker has looked at; else only who asked."""
    up = rests_on is not None and rests_on.is_up(act.at)
    require(rules.rests_on_what_is_up(rests_on is not None, up))
    inquiry.answer, inquiry.answered_at, inquiry.posting = text.strip(), act.at, rests_on
    if public:
        _publish(act, inquiry, title, question)
    inquiry.save(update_fields=["answer", "answered_at", "posting", "answered_as"])
    take(act, INQUIRY, inquiry, "answer", seen=seen)
    act.note(public=public)
    if inquiry.asker_id:
        act.tell(
            "oversight.answered",
            account=inquiry.asker_id,
            subject=in_both(SUBJECTS[inquiry.subject]),
        )
    return inquiry


@action("oversight.accept_answer", needs="oversight.follow")
def accept(act: Act, inquiry: Inquiry, *, seen: int | None = None) -> Inquiry:
    """Whoever asked is content."""
    return take(act, INQUIRY, inquiry, "accept", seen=seen)


@action("oversight.complain", needs="oversight.follow")
def complain(
    act: Act,
    inquiry: Inquiry,
    *,
    why: str = "",
    send: bool = False,
    consents: bool = False,
    seen: int | None = None,
) -> Complaint:
    """Turns to the street office (art. 35): a letter is written, to be carried there or, where
    whoever asked says so, sent; then the street sees this one inquiry and no other."""
    require(rules.consents_to_send(send, consents))
    take(act, INQUIRY, inquiry, "complain", seen=seen)
    made = Complaint.objects.create(
        community_id=inquiry.community_id,
        inquiry=inquiry,
        at=act.at,
        why=why.strip(),
        text=letters.complaint(inquiry, why, act.at),
        sent=send,
    )
    act.note(sent=send)
    act.tell("oversight.complained", post="director", subject=in_both(SUBJECTS[inquiry.subject]))
    return made


@action("oversight.reply_complaint", needs="oversight.reply_complaint")
def reply(act: Act, inquiry: Inquiry, *, complaint: Complaint, text: str) -> Inquiry:
    """The street office has checked, and says what it found and what it ordered."""
    require(Finding(bool(text.strip()), "oversight.reply_said", cites=("rcl2025.35",)))
    complaint.reply, complaint.replied_at = text.strip(), act.at
    complaint.save(update_fields=["reply", "replied_at"])
    take(act, INQUIRY, inquiry, "reply")
    subject = in_both(SUBJECTS[inquiry.subject])
    act.tell("oversight.street_replied", post="director", subject=subject)
    if inquiry.asker_id:
        act.tell("oversight.answered", account=inquiry.asker_id, subject=subject)
    return inquiry


@action("oversight.withdraw_inquiry", needs="oversight.follow")
def withdraw(act: Act, inquiry: Inquiry, *, seen: int | None = None) -> Inquiry:
    """Whoever asked takes it back."""
    return take(act, INQUIRY, inquiry, "withdraw", seen=seen)


@action("oversight.lapse_inquiry", needs="oversight.lapse")
def lapse(act: Act, inquiry: Inquiry) -> Inquiry:
    """Time closes what was answered and not objected to."""
    return take(act, INQUIRY, inquiry, "lapse")


@action("oversight.forget_asker", needs="oversight.forget_asker")
def forget_asker(act: Act, inquiry: Inquiry) -> Inquiry:
    """Time forgets which account asked; the question stays, without anybody."""
    inquiry.asker = None
    inquiry.save(update_fields=["asker"])
    for step in inquiry.steps.filter(community=inquiry.community_id, post=""):
        step.account = None
        step.save(update_fields=["account"])
    return inquiry


def days_of(rule: str, community: Place, on: Any) -> int:
    """The number the pack gives for `disclosure.<rule>` here on that day."""
    return number_laid_down(f"disclosure.{rule}", community, on)


def _publish(act: Act, inquiry: Inquiry, title: str, question: str) -> None:
    on, community = local_day(act.at), inquiry.community
    fields = _public_fields(inquiry, title, question, on)
    shown = inquiry.answered_as
    if shown is not None and shown.is_up(act.at):
        laws = jurisdictions_of(community)
        publication.correct(act, shown, fields, "居委会重新答复了。", of=laws)
        return
    inquiry.answered_as = publication.post(
        act, ANSWER, inquiry, fields, on, of=jurisdictions_of(community)
    )


def _public_fields(inquiry: Inquiry, title: str, question: str, on: Any) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "title": title,
        "question": question,
        "answer": inquiry.answer,
        "asked_on": local_day(inquiry.asked_at),
        "answered_on": on,
    }
    if inquiry.posting is not None:
        heading = inquiry.posting.fields.get("title", "")
        fields["rests_on"] = f"{inquiry.posting.number} {heading}".strip()
        fields["sha256"] = inquiry.posting.sha256
    return fields
