"""From the rules on the board to the result on the board: publish, open, close, count, publish.

What the vote is counted by is a row that is written once, and whose hash hangs on the board before
the first paper; the vote opens, and is counted, only by exactly that.
"""

from datetime import datetime, time
from typing import Any

from django.db.models import Max
from django.utils import translation
from django.utils.translation import gettext as _

from linli.core.audit.door import Act, action
from linli.core.pages.wording import tell_money
from linli.core.people.models import Person
from linli.core.places.queries import jurisdictions_of
from linli.governance.budgeting.actions.rounds import fit_for_everybody, held, start_phase
from linli.governance.budgeting.flows import PROJECT, ROUND
from linli.governance.budgeting.models import Idea, Project, Round, Ruling
from linli.governance.budgeting.postings import RESULT, RULES
from linli.governance.budgeting.queries.ideas import WAITING, ideas_of, vettings_of
from linli.governance.budgeting.queries.results import (
    ballots_in,
    digest_now,
    outcomes_of,
    projects_of,
)
from linli.governance.budgeting.queries.rounds import promises_of, ruling_of
from linli.governance.budgeting.queries.voters import entrants, lives_in
from linli.governance.budgeting.result_words import result_fields
from linli.governance.budgeting.rules import rounds as rules
from linli.governance.budgeting.rules.count import Undecided
from linli.governance.budgeting.rules.publishing import TIES, lot_drawn, tidy
from linli.governance.budgeting.words import how_counted, how_to_vote, who_votes
from linli.lib.calendar import SHANGHAI, local_day
from linli.lib.law import Finding, Refused, require
from linli.mechanisms.ballot import actions as ballot
from linli.mechanisms.ballot.actions import Entrant
from linli.mechanisms.ballot.models import Poll
from linli.mechanisms.flow.actions import begin, take
from linli.mechanisms.publication.actions import post, take_down
from linli.mechanisms.publication.models import Posting

PAGE = "budgeting:round"
CLOSES = time(18, 0)
"""When the vote ends on its last day, so that papers can be counted that evening."""


def closes_at(round_: Round) -> datetime:
    """The moment the vote ends."""
    return datetime.combine(round_.vote_until, CLOSES, SHANGHAI)


@action("budgeting.fix_rules", needs="budgeting.run")
def fix_rules(act: Act, round_: Round, **given: Any) -> Round:
    """Draws up the ballot from what passed, fixes how it is voted on and counted, and publishes
    both with why the others are not on it. `given`: the columns of a Ruling."""
    round_ = held(round_, "vetting")
    require(rules.all_settled(ideas_of(round_).filter(state__in=WAITING).count()))
    passed = list(ideas_of(round_).filter(state="passed"))
    require(rules.enough_projects(len(passed)))
    given["lot"] = tidy(given["lot"])
    fit_for_everybody(given["left_to"], given["lot"])
    require(rules.sensible_form(given["form"], given.get("most"), given.get("each"), len(passed)))
    on = local_day(act.at)
    days = promises_of(round_.community, on).rules_before_vote
    require(rules.published_before(on, round_.vote_from, days=days))
    projects = [_put_up(act, idea, place) for place, idea in enumerate(passed, 1)]
    last = Ruling.objects.filter(community=round_.community_id, round=round_)
    ruling = Ruling(
        community=round_.community,
        round=round_,
        number=(last.aggregate(last=Max("number"))["last"] or 0) + 1,
        ties=TIES,
        published_on=on,
        at=act.at,
        **given,
    )
    ruling.sha256 = digest_now(ruling, projects)
    with translation.override("zh-hans"):
        ruling.posting = post(
            act, RULES, round_, _fields(round_, ruling, projects), on,
            days=(round_.vote_until - on).days + 30, of=jurisdictions_of(round_.community),
        )  # fmt: skip
    ruling.save(force_insert=True)
    act.note(number=ruling.number, projects=len(projects))
    return take(act, ROUND, round_, "fix_rules")


@action("budgeting.reopen_vetting", needs="budgeting.run")
def reopen_vetting(act: Act, round_: Round, *, reason: str) -> Round:
    """Takes projects and rules back before the vote, says why, and vets again: what is published
    then is another publication, with its own days before the vote."""
    round_ = held(round_, "ruled")
    fit_for_everybody(reason)
    ruling = ruling_of(round_)
    if ruling is not None and ruling.posting.state in Posting.SHOWN:
        take_down(act, ruling.posting, "replaced")
    Project.objects.filter(community=round_.community_id, round=round_).delete()
    take(act, ROUND, round_, "reopen", reason=reason, public_note=reason)
    start_phase(act, round_, "vetting", round_.vetting_until)
    return round_


@action("budgeting.open_vote", needs="budgeting.run")
def open_vote(act: Act, round_: Round) -> Round:
    """Opens the vote over the roll of the day that was published, on paper and on screens, once the
    rules have been up for as long as was promised and are still the ones that were published. The
    lot is drawn from the published seed and this roll, which nobody knew when the seed was."""
    round_ = held(round_, "ruled")
    on = local_day(act.at)
    require(rules.not_before(on, round_.vote_from))
    require(rules.opens_in_time(act.at, round_.vote_from, closes_at(round_)))
    ruling, projects = _as_published(round_)
    days = promises_of(round_.community, on).rules_before_vote
    require(rules.published_before(ruling.published_on, on, days=days))
    roll = ballot.draft_electorate(
        act, round_.community, base="residents", title=round_.title, as_of=ruling.roll_on
    )
    ballot.add_electors(
        act, roll, entrants(round_.community, round_.area, ruling.voter_age, ruling.roll_on)
    )
    ballot.freeze(act, roll)
    poll = ballot.prepare_poll(
        act,
        roll,
        title=round_.title,
        listed=True,
        on_paper=True,
        on_screen=True,
        opens_at=act.at,
        closes_at=closes_at(round_),
        url_name=PAGE,
        url_args={"round_id": str(round_.pk)},
    )
    _ask(act, poll, ruling, projects)
    ballot.open_poll(act, poll)
    round_.poll, round_.lot = poll, lot_drawn(ruling.lot, roll.sha256)
    round_.save(update_fields=["poll", "lot"])
    take(act, ROUND, round_, "open_vote")
    start_phase(act, round_, "voting", round_.vote_until)
    act.note(roll=roll.size)
    return round_


@action("budgeting.enrol_voter", needs="budgeting.tend")
def enrol_voter(act: Act, round_: Round, *, person: Person, reason: str) -> Round:
    """Puts somebody on the roll who lived here on its day, of the published age, and was not on it:
    registered since, or of whom the register had no birthday. The desk has seen their papers."""
    round_ = held(round_, "voting")
    ruling = ruling_of(round_)
    assert round_.poll is not None
    assert ruling is not None
    require(Finding(lives_in(round_.area, person, ruling.roll_on), "budgeting.lives_in_the_area"))
    require(rules.of_age(person.birth_date, ruling.roll_on, ruling.voter_age))
    ballot.enrol(
        act, round_.poll.electorate, Entrant(name=person.name, person=person.pk), reason=reason
    )
    return round_


@action("budgeting.close_vote", needs="budgeting.run")
def close_vote(act: Act, round_: Round) -> Round:
    """Ends the vote at its moment, all boxes sealed; then papers are counted at the stations."""
    round_ = held(round_, "voting")
    assert round_.poll is not None
    require(rules.time_over(act.at, closes_at(round_)))
    ballot.close_poll(act, round_.poll)
    return take(act, ROUND, round_, "close_vote")


@action("budgeting.count_votes", needs="budgeting.run")
def count_votes(act: Act, round_: Round) -> Round:
    """Counts, once every station has, by exactly the rules that were published."""
    round_ = held(round_, "closed")
    poll = round_.poll
    assert poll is not None
    ruling, projects = _as_published(round_)
    ballot.settle_poll(act, poll)
    round_.counted = ballots_in(poll)
    round_.papers = sum(number for _given, number in round_.counted)
    require(Finding(round_.papers > 0, "budgeting.somebody_voted"))
    try:
        won = set(outcomes_of(round_, ruling, projects)[0].won)
    except Undecided:
        raise Refused(Finding(False, "budgeting.lot_decides")) from None
    for project in projects:
        take(act, PROJECT, project, "win" if str(project.position) in won else "lose")
    round_.save(update_fields=["counted", "papers"])
    act.note(papers=round_.papers, won=len(won))
    return take(act, ROUND, round_, "count")


@action("budgeting.publish_result", needs="budgeting.run")
def publish_result(act: Act, round_: Round) -> Round:
    """Posts the result with how ties were settled and what the other rule would have come to. Who
    had a paper is of no more use and is destroyed; how many they were stays."""
    round_ = held(round_, "counted")
    poll, ruling = round_.poll, ruling_of(round_)
    assert poll is not None
    assert ruling is not None
    projects = projects_of(round_)
    with translation.override("zh-hans"):
        post(
            act, RESULT, round_, result_fields(round_, ruling, projects), local_day(act.at),
            of=jurisdictions_of(round_.community),
        )  # fmt: skip
    ballot.forget_marks(act, poll)
    act.note(papers=round_.papers, won=sum(each.state == "funded" for each in projects))
    return take(act, ROUND, round_, "publish")


def _as_published(round_: Round) -> tuple[Ruling, list[Project]]:
    """The rules and projects, if they still are what hangs on the board."""
    ruling, projects = ruling_of(round_), projects_of(round_)
    assert ruling is not None
    require(rules.as_published(digest_now(ruling, projects), ruling.sha256))
    require(rules.as_published(ruling.sha256, ruling.posting.fields["sha256"]))
    return ruling, projects


def _put_up(act: Act, idea: Idea, place: int) -> Project:
    found = {each.aspect: each for each in vettings_of(idea)}
    cost, upkeep = found["cost"], found["upkeep"]
    project = Project(
        community_id=idea.community_id,
        round_id=idea.round_id,
        idea=idea,
        position=place,
        title=idea.title,
        fen=cost.fen or 0,
        upkeep_fen=upkeep.fen or 0,
        upkeep_by=upkeep.by_whom,
    )
    return begin(act, PROJECT, project, "put_up")


def _ask(act: Act, poll: Poll, ruling: Ruling, projects: list[Project]) -> None:
    """The question on the paper, each project with what it costs."""
    with translation.override("zh-hans"):
        options = [ballot.Choice(f"{each.title}（{tell_money(each.fen)}）") for each in projects]
        title = str(how_to_vote(ruling, len(projects)).partition("。")[0])
    if ruling.form == "points":
        ballot.ask(
            act, poll, title=title, form="points", points=ruling.most or 1, most=ruling.each,
            options=options,
        )  # fmt: skip
        return
    seats = ruling.most if ruling.form == "up_to" else len(projects)
    ballot.ask(act, poll, title=title, form="choose", seats=seats or 1, options=options)


def _fields(round_: Round, ruling: Ruling, projects: list[Project]) -> dict[str, Any]:
    columns = ("position", "title", "fen", "upkeep_fen", "upkeep_by")
    return {
        "title": round_.title,
        "fen": round_.fen,
        "vote": _("{first} 到 {last} 18:00").format(
            first=round_.vote_from.isoformat(), last=round_.vote_until.isoformat()
        ),
        "who": who_votes(round_, ruling),
        "how": how_to_vote(ruling, len(projects)),
        "count": "\n".join(how_counted(ruling)),
        "lot": ruling.lot,
        "left_to": ruling.left_to,
        "projects": [{name: getattr(each, name) for name in columns} for each in projects],
        "refused": [
            {"serial": each.serial, "title": each.title, "reason": each.outcome}
            for each in ideas_of(round_).filter(state="refused")
        ],
        "sha256": ruling.sha256,
    }
