"""A round of small grants from the draft to the published result."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction

from linli.core.audit.door import Act, action
from linli.core.places.laid_down import number_laid_down
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.lib.law import Finding, Refused, require
from linli.mechanisms.flow.actions import begin, take
from linli.partners.organisations.flows_social import APPLICATION, ROUND
from linli.partners.organisations.models.social import SocialOrganisation
from linli.partners.organisations.models.social_grants import (
    ApplicationLine,
    GrantApplication,
    GrantRound,
    Review,
    Reviewer,
    RoundCriterion,
)
from linli.partners.organisations.rules import social as words, social_grants as rules


@dataclass(frozen=True)
class RoundSaid:
    """A round as it is written. `criteria`: title and points; `reviewers`: accounts, each with the
    post they do it under; whole fen."""

    title: str
    about: str
    paid_from: str
    fen: int
    most_fen: int
    opens_on: date
    closes_on: date
    criteria: Sequence[tuple[str, int]]
    reviewers: Sequence[tuple[UUID, str]]


@dataclass(frozen=True)
class Project:
    """What an organisation wants to do: the plan, the lines of its budget, the sum asked for, and
    whether it is near to a reviewer or the committee."""

    title: str
    plan: str
    fen: int
    lines: Sequence[tuple[str, int]]
    near: bool | None = None
    how_near: str = ""


@dataclass(frozen=True)
class Verdict:
    """What the meeting decided on one project: nothing, or so much; and why."""

    fen: int
    reason: str


@dataclass(frozen=True)
class Met:
    """The meeting that decided."""

    meeting: str
    on: date
    present: int
    verdicts: Mapping[UUID, Verdict]


@action("organisations.draft_round", needs="organisations.run_social_grants")
def draft_round(act: Act, community: Place, *, said: RoundSaid) -> GrantRound:
    """Drafts a round with its criteria and reviewers. Nobody outside reads it yet."""
    on = local_day(act.at)
    require(words.words_for_all(said.title, said.about, said.paid_from))
    require(rules.criteria_said([points for _title, points in said.criteria]))
    least = number_laid_down("organisations.round_reviewers", community, on)
    require(rules.reviewers_enough(len(dict(said.reviewers)), least=least))
    days = number_laid_down("organisations.round_open_days", community, on)
    require(rules.open_long_enough(said.opens_on, said.closes_on, least=days))
    require(rules.asks_within(said.most_fen, said.fen))
    row = GrantRound(
        community=community,
        title=" ".join(said.title.split()),
        about=said.about.strip(),
        paid_from=said.paid_from.strip(),
        fen=said.fen,
        most_fen=said.most_fen,
        opens_on=said.opens_on,
        closes_on=said.closes_on,
    )
    try:
        with transaction.atomic():
            begin(act, ROUND, row, "draft")
    except IntegrityError:
        taken = Finding(False, "organisations.round_once", numbers={"title": row.title})
        raise Refused(taken) from None
    RoundCriterion.objects.bulk_create(
        RoundCriterion(community=community, round=row, order=order, title=title, points=points)
        for order, (title, points) in enumerate(said.criteria, 1)
    )
    Reviewer.objects.bulk_create(
        Reviewer(community=community, round=row, account_id=account, post=post)
        for account, post in dict(said.reviewers).items()
    )
    act.note(round=row.title)
    return row


@action("organisations.publish_round", needs="organisations.run_social_grants")
def publish_round(act: Act, row: GrantRound, *, seen: int | None = None) -> GrantRound:
    """Publishes the call; criteria, total and days stand from now on."""
    take(act, ROUND, row, "publish", seen=seen)
    act.note(round=row.title)
    return row


@action("organisations.cancel_round", needs="organisations.run_social_grants")
def cancel_round(act: Act, row: GrantRound, *, reason: str, seen: int | None = None) -> GrantRound:
    """Cancels a round before its result, with the reason everybody reads."""
    require(words.words_for_all(reason))
    take(act, ROUND, row, "cancel", seen=seen, reason=reason, public_note=reason)
    act.note(round=row.title)
    return row


@action("organisations.apply_for_grant", needs="organisations.apply_for_grant")
def apply_for_grant(
    act: Act, social: SocialOrganisation, *, round_: GrantRound, said: Project
) -> GrantApplication:
    """An organisation on record applies with a project; once in a round."""
    require(Finding(social.on_record, "organisations.on_record"))
    require(Finding(round_.state == "open", "organisations.round_open"))
    require(rules.in_time(local_day(act.at), round_.opens_on, round_.closes_on))
    require(rules.asks_within(said.fen, round_.most_fen))
    require(rules.lines_add_up([fen for _title, fen in said.lines], said.fen))
    require(rules.declared(said.near, said.how_near))
    require(words.words_for_all(said.title, said.plan, *(title for title, _fen in said.lines)))
    row = GrantApplication(
        community_id=social.community_id,
        round=round_,
        social=social,
        title=" ".join(said.title.split()),
        plan=said.plan.strip(),
        fen=said.fen,
        near=bool(said.near),
        how_near=said.how_near.strip(),
        handed_in_by_id=act.by.account,
    )
    try:
        with transaction.atomic():
            begin(act, APPLICATION, row, "hand_in")
    except IntegrityError:
        raise Refused(Finding(False, "organisations.application_once")) from None
    ApplicationLine.objects.bulk_create(
        ApplicationLine(
            community_id=social.community_id, application=row, order=order, title=title, fen=fen
        )
        for order, (title, fen) in enumerate(said.lines, 1)
    )
    act.note(round=round_.title)
    return row


@action("organisations.take_back_application", needs="organisations.apply_for_grant")
def take_back_application(
    act: Act, row: GrantApplication, *, seen: int | None = None
) -> GrantApplication:
    """Takes an application back while the call is open."""
    require(Finding(row.round.state == "open", "organisations.round_open"))
    take(act, APPLICATION, row, "take_back", seen=seen)
    act.note(round=row.round.title)
    return row


@action("organisations.begin_review", needs="organisations.run_social_grants")
def begin_review(act: Act, row: GrantRound, *, seen: int | None = None) -> GrantRound:
    """After the last day: no more applications, the reviewers begin."""
    over = rules.round_over(local_day(act.at), row.closes_on)
    take(act, ROUND, row, "review", seen=seen, conditions=(over,))
    for reviewer in row.reviewers.all():
        act.tell("organisations.to_review", account=reviewer.account_id, round=row.title)
    act.note(round=row.title)
    return row


@action("organisations.review_application", needs="organisations.review_application")
def review_application(
    act: Act,
    row: GrantApplication,
    *,
    points: Mapping[str, int] | None = None,
    said: str = "",
    aside: bool = False,
) -> Review:
    """A reviewer gives the project points by every criterion with a word on it, or stands aside;
    until the result they may change it."""
    require(Finding(row.round.state == "reviewing", "organisations.round_reviewing"))
    reviewer = row.round.reviewers.get(account=act.by.account)
    own = act.by.account in (row.handed_in_by_id, row.social.handed_in_by_id)
    require(rules.not_own_project(own, aside))
    given = {} if aside else dict(points or {})
    if not aside:
        most = {str(each.order): each.points for each in row.round.criteria.all()}
        require(rules.points_within(given, most))
    require(words.words_for_all(said))
    review, _made = Review.objects.update_or_create(
        community_id=row.community_id,
        application=row,
        reviewer=reviewer,
        defaults={
            "points": given, "words": said.strip(), "aside": aside, "reviewed_at": act.at,
        },
    )  # fmt: skip
    act.note(round=row.round.title)
    return review


@action("organisations.decide_round", needs="organisations.decide_social_grants")
def decide_round(act: Act, row: GrantRound, *, met: Met, seen: int | None = None) -> GrantRound:
    """What the meeting decided on every project, with reasons; the result is published with it."""
    on = local_day(act.at)
    take(act, ROUND, row, "decide", seen=seen)
    applications = list(row.applications.filter(state="handed_in"))
    given = Review.objects.filter(community=row.community_id, application__in=applications).count()
    require(rules.all_reviewed(len(applications) * row.reviewers.count(), given))
    require(rules.met_after_close(met.on, row.closes_on, on))
    chosen = {each.pk: met.verdicts.get(each.pk) for each in applications}
    reasons = [each for each in chosen.values() if each and each.reason.strip()]
    decided = sum(1 for each in chosen.values() if each is not None)
    require(rules.decision_complete(len(applications), decided, len(reasons)))
    require(rules.grants_within((each.fen for each in reasons), row.fen))
    require(words.words_for_all(met.meeting, *(each.reason for each in reasons)))
    for application in applications:
        verdict = chosen[application.pk]
        assert verdict is not None  # the decision is complete
        require(rules.granted_within_asked(verdict.fen, application.fen))
        take(act, APPLICATION, application, "grant" if verdict.fen else "pass_over")
        application.granted_fen, application.decided_for = verdict.fen, verdict.reason.strip()
        application.save(update_fields=["granted_fen", "decided_for"])
        if application.handed_in_by_id:
            act.tell(
                "organisations.grant_decided",
                account=application.handed_in_by_id,
                round=row.title,
            )
    row.meeting, row.met_on, row.present = met.meeting.strip(), met.on, met.present
    row.save(update_fields=["meeting", "met_on", "present"])
    act.note(round=row.title, granted=sum(1 for each in reasons if each.fen))
    return row


@action("organisations.end_round", needs="organisations.run_social_grants")
def end_round(act: Act, row: GrantRound, *, seen: int | None = None) -> GrantRound:
    """Ends a round once every grant is settled."""
    running = [each for each in row.applications.all() if each.current.open]
    require(Finding(not running, "organisations.round_settled", numbers={"open": len(running)}))
    take(act, ROUND, row, "end", seen=seen)
    act.note(round=row.title)
    return row
