"""A round from its plan to the end of its ideas, or to its cancelling."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.utils import translation
from django.utils.translation import gettext_lazy as _

from linli.core.access.models import Account
from linli.core.access.posts import POSTS
from linli.core.access.queries import actor_for
from linli.core.audit.door import Act, action
from linli.core.clocks import actions as clocks
from linli.core.pages.bilingual import in_both
from linli.core.places.models import Place
from linli.core.places.queries import jurisdictions_of
from linli.governance.budgeting.flows import ROUND
from linli.governance.budgeting.models import ASPECTS, Idea, Round, Vetter
from linli.governance.budgeting.postings import CALL
from linli.governance.budgeting.queries.rounds import vetters_of
from linli.governance.budgeting.rules import rounds as rules
from linli.governance.budgeting.words import area_of
from linli.lib.calendar import Unit, local_day
from linli.lib.identity.redact import redact
from linli.lib.law import Finding, require
from linli.mechanisms.ballot import actions as ballot
from linli.mechanisms.flow.actions import begin, take
from linli.mechanisms.publication.actions import post, take_down
from linli.mechanisms.publication.models import Posting
from linli.mechanisms.publication.queries import postings_of

PHASES = {
    "ideas": _("征集点子到这一天"),
    "vetting": _("审查点子到这一天"),
    "voting": _("投票到这一天"),
}


def fit_for_everybody(*words: str) -> None:
    """Refuses words with what looks like somebody's number, door or name in them."""
    require(Finding(all(redact(each).text == each for each in words), "budgeting.public_words"))


@action("budgeting.plan_round", needs="budgeting.plan")
def plan_round(act: Act, community: Place, **given: Any) -> Round:
    """Prepares a round: how much, from where, for what, and the days of its phases. `given`: the
    columns of a Round."""
    round_ = Round(community=community, drafted_at=act.at, **given)
    _fitting(round_)
    begin(act, ROUND, round_, "draft")
    act.note(fen=round_.fen)
    return round_


@action("budgeting.change_round", needs="budgeting.plan")
def change_round(act: Act, round_: Round, **given: Any) -> Round:
    """Changes a round nobody has been told of yet."""
    round_ = held(round_, "drafted")
    for name, value in given.items():
        setattr(round_, name, value)
    _fitting(round_)
    round_.save(update_fields=list(given))
    act.note(fen=round_.fen)
    return round_


@action("budgeting.move_days", needs="budgeting.run")
def move_days(
    act: Act,
    round_: Round,
    *,
    vetting_until: date,
    vote_from: date,
    vote_until: date,
    **pot: UUID | None,
) -> Round:
    """Moves the days that are still to come, while the vote has not begun: what was published of
    them is published again with the rules. `paid_from`: another pot, where the one before
    was closed or has too little."""
    round_ = held(round_, "ideas", "vetting")
    round_.paid_from = pot.get("paid_from", round_.paid_from)
    round_.vetting_until, round_.vote_from = vetting_until, vote_from
    round_.vote_until = vote_until
    _fitting(round_)
    round_.save(update_fields=["paid_from", "vetting_until", "vote_from", "vote_until"])
    act.note(vote_from=vote_from.isoformat(), vote_until=vote_until.isoformat())
    return round_


@action("budgeting.name_vetters", needs="budgeting.run")
def name_vetters(act: Act, round_: Round, *, named: Mapping[str, Account]) -> Round:
    """Names who looks at every idea for what; each in a post they hold here. Until the ideas are
    vetted somebody else can be named."""
    round_ = held(round_, "drafted", "ideas", "vetting")
    on = local_day(act.at)
    for aspect, account in named.items():
        posts = actor_for(account, on).posts_over(round_)
        require(Finding(bool(posts), "budgeting.holds_a_post"))
        Vetter.objects.update_or_create(
            community=round_.community,
            round=round_,
            aspect=aspect,
            defaults={"account": account, "post": posts[0].post},
        )
    act.note(named=len(named))
    return round_


@action("budgeting.open_ideas", needs="budgeting.run")
def open_ideas(act: Act, round_: Round) -> Round:
    """Calls for ideas: the call hangs on the board with the money, the days and who vets."""
    round_ = held(round_, "drafted")
    named = vetters_of(round_)
    require(rules.vetters_named(len(named), len(ASPECTS)))
    take(act, ROUND, round_, "open_ideas")
    start_phase(act, round_, "ideas", round_.ideas_until)
    with translation.override("zh-hans"):
        post(
            act, CALL, round_, _call(round_, named), local_day(act.at),
            of=jurisdictions_of(round_.community),
        )  # fmt: skip
    return round_


@action("budgeting.close_ideas", needs="budgeting.run")
def close_ideas(act: Act, round_: Round) -> Round:
    """Takes no more ideas after the last day; from now on they are vetted."""
    round_ = held(round_, "ideas")
    require(rules.day_over(local_day(act.at), round_.ideas_until))
    take(act, ROUND, round_, "close_ideas")
    start_phase(act, round_, "vetting", round_.vetting_until)
    act.note(ideas=Idea.objects.filter(community=round_.community_id, round=round_).count())
    return round_


@action("budgeting.cancel", needs="budgeting.run")
def cancel_round(act: Act, round_: Round, *, reason: str) -> Round:
    """Calls a round off, and says why; a vote that ran counts for nothing. Not once it is counted:
    nobody takes a result back that they know."""
    round_ = held(round_, "drafted", "ideas", "vetting", "ruled", "voting", "closed")
    fit_for_everybody(reason)
    if round_.poll is not None:
        ballot.void_poll(act, round_.poll)
        ballot.forget_marks(act, round_.poll)
    for posting in postings_of(round_).filter(state__in=Posting.SHOWN):
        take_down(act, posting, "withdrawn")
    return take(act, ROUND, round_, "cancel", reason=reason, public_note=reason)


def held(round_: Round, *states: str) -> Round:
    """The round as it now is, held until the act is over, in one of these states."""
    rows = Round.objects.select_for_update().filter(community=round_.community_id)
    found = rows.get(pk=round_.pk)
    found.community, found.area = round_.community, round_.area
    require(
        Finding(
            found.state in states,
            "budgeting.at_this_step",
            numbers={"state": str(found.state_label)},
        )
    )
    return found


def start_phase(act: Act, round_: Round, name: str, until: date) -> None:
    """The clock of a phase, on the calendar of whoever leads to the next."""
    face = round_.face()
    clocks.start(
        act,
        round_,
        name,
        length=max((until - local_day(act.at)).days, 1),
        unit=Unit.FIXED,
        title=in_both(PHASES[name]),
        url_name=face.url_name,
        url_args=face.url_args,
        holder=face.holder,
        weekend_rolls=False,
    )


def _fitting(round_: Round) -> None:
    fit_for_everybody(round_.title, round_.source, round_.asks)
    require(
        rules.days_in_order(
            round_.ideas_until, round_.vetting_until, round_.vote_from, round_.vote_until
        )
    )


def _call(round_: Round, named: Mapping[str, Vetter]) -> dict[str, Any]:
    rows = [
        {
            "aspect": str(title),
            "post": str(POSTS[named[aspect].post].title),
            "name": named[aspect].account.label,
        }
        for aspect, title in ASPECTS
    ]
    columns = ("title", "fen", "source", "asks", "ideas_each", "ideas_until", "vetting_until")
    told = {name: getattr(round_, name) for name in (*columns, "vote_from", "vote_until")}
    return told | {"area": area_of(round_), "vetters": rows}
