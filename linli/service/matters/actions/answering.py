"""Answering, and what the sender makes of the answer. Closed is not satisfied."""

from datetime import date

from django.db import IntegrityError, transaction
from django.utils import timezone

from linli.core.audit.door import Act, action
from linli.core.places.laid_down import number_laid_down
from linli.core.places.queries import jurisdictions_of
from linli.lib.law import Finding, Refused, require
from linli.mechanisms.flow.actions import take
from linli.service.matters import rules
from linli.service.matters.actions.forwarding import end_forwarding
from linli.service.matters.actions.handling import tell_handler
from linli.service.matters.actions.publishing import refresh_posting
from linli.service.matters.actions.raising import limits, say
from linli.service.matters.flows import MATTER
from linli.service.matters.models import Matter, Rating


@action("matters.answer", needs="matters.answer")
def answer(act: Act, matter: Matter, *, text: str, seen: int | None = None) -> Matter:
    """Answers the sender and settles both clocks. A body's answer goes to the sender as the
    body's; what the public reads of it is a worker's look away."""
    body = matter.body if act.by.posts_over(matter) and not _is_ours(act) else None
    if matter.state != "forwarded":
        matter.body = None  # a body that routing had in mind was never sent it, and never sees it
    take(act, MATTER, matter, "answer", answer=text, seen=seen)
    matter.answer = text
    matter.public_answer = ""
    matter.answered_at = act.at
    matter.responded_at = matter.responded_at or act.at
    matter.save(update_fields=["answer", "public_answer", "answered_at", "responded_at", "body"])
    end_forwarding(act, matter, reply=text if body else "")
    say(act, matter, "answer", text, seen_by="sender", body=body)
    if matter.sender_id:
        act.tell("matters.answered", account=matter.sender_id, kind=matter.kind.titles)
    if body:
        tell_handler(act, matter, "matters.body_answered", body_name=body.name)
    refresh_posting(act, matter)
    return matter


@action("matters.decline", needs="matters.handle")
def decline(
    act: Act, matter: Matter, *, reason: str, office: str, seen: int | None = None
) -> Matter:
    """Says that it is not the committee's to do, why, and where to go instead."""
    take(act, MATTER, matter, "decline", reason=reason, office=office, seen=seen)
    matter.answer = f"{reason}\n{office}"
    matter.answered_at = matter.closed_at = act.at
    matter.responded_at = matter.responded_at or act.at
    matter.save(update_fields=["answer", "answered_at", "closed_at", "responded_at"])
    say(act, matter, "answer", matter.answer, seen_by="sender")
    if matter.sender_id:
        act.tell("matters.answered", account=matter.sender_id, kind=matter.kind.titles)
    refresh_posting(act, matter)
    return matter


@action("matters.rate", needs="matters.rate")
def rate(act: Act, matter: Matter, *, score: str, words: str = "") -> Rating:
    """Keeps the rating of this round. A poor one reopens within the window; a good one closes.

    The rating names nobody: the entry in the book carries no account for it.
    """
    on = timezone.localdate(act.at)
    require(rules.answered(matter.state))
    rating = _keep_rating(matter, score, words, on)
    say(act, matter, "rating", words, seen_by="sender", score=score)
    act.note(score=score)
    if not rules.reopens(score):
        if matter.state == "answered":
            end(act, matter)
        return rating
    assert matter.answered_at is not None
    window = number_laid_down("matters.reopen_window", matter.community, on)
    answered_on = timezone.localdate(matter.answered_at)
    if rules.may_reopen(answered_on, on, window_days=window):
        reopen(act, matter)
    else:
        # Too late to reopen by itself; the director hears of it and may.
        act.tell("matters.rated_poor_late", post="director", kind=matter.kind.titles)
    return rating


def _keep_rating(matter: Matter, score: str, words: str, on: date) -> Rating:
    try:
        with transaction.atomic():
            return Rating.objects.create(
                community_id=matter.community_id,
                matter=matter,
                round=matter.reopened,
                score=score,
                words=words,
                on=on,
            )
    except IntegrityError:
        raise Refused(
            Finding(False, "matters.rated_once", numbers={"round": matter.reopened + 1})
        ) from None


@action("matters.reopen", needs="matters.reopen")
def reopen_matter(act: Act, matter: Matter, *, seen: int | None = None) -> Matter:
    """The director reopens what time no longer reopens by itself."""
    reopen(act, matter, seen)
    return matter


@action("matters.close", needs="matters.close")
def close(act: Act, matter: Matter) -> Matter:
    """Ends an answered matter: the sender agreed, or the time to say otherwise is over."""
    end(act, matter)
    return matter


def end(act: Act, matter: Matter) -> None:
    """Closes; the rating, if it ever comes as poor within the window, still reopens."""
    take(act, MATTER, matter, "close")
    matter.closed_at = act.at
    matter.save(update_fields=["closed_at"])
    refresh_posting(act, matter)


def reopen(act: Act, matter: Matter, seen: int | None = None) -> None:
    """Puts the matter back in hand, with fresh clocks, and tells handler and director."""
    laws = jurisdictions_of(matter.community)
    fresh = limits(act, matter, None)
    take(act, MATTER, matter, "reopen", seen=seen, limits=fresh, of=laws)
    matter.reopened += 1
    matter.answered_at = matter.closed_at = None
    matter.body = None
    matter.save(update_fields=["reopened", "answered_at", "closed_at", "body"])
    tell_handler(act, matter, "matters.reopened")
    act.tell("matters.reopened", post="director", kind=matter.kind.titles)
    refresh_posting(act, matter)


def _is_ours(act: Act) -> bool:
    return act.by.holds("worker", "director", over=act.subject)
