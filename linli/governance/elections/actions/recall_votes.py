"""The vote on a recall: put to it in the mode in which the member was elected, and declared."""

from datetime import date

from linli.core.audit.door import Act, action
from linli.governance.elections.actions.recalling import amend_notice, law_of
from linli.governance.elections.actions.rolls_again import roll_for
from linli.governance.elections.actions.sitting import end_seat
from linli.governance.elections.actions.wording import in_chinese
from linli.governance.elections.flows import RECALL
from linli.governance.elections.models import Recall
from linli.governance.elections.rules import recall as law_rules
from linli.governance.elections.rules.signing import counted_in_full, not_before_its_day
from linli.lib.calendar import local_day
from linli.lib.law import Findings, require
from linli.lib.law.keeping import keep, keep_all
from linli.mechanisms.ballot import actions as ballot
from linli.mechanisms.ballot.queries.counts import count_of
from linli.mechanisms.flow.actions import take


@action("elections.put_recall_to_vote", needs="elections.judge_recall")
def put_to_vote(
    act: Act, recall: Recall, *, day: date, offered: bool, seen: int | None = None
) -> Recall:
    """Draws up the roll and the paper: one question, for or against. The member has been able to
    answer before (`offered`), whether they did or not."""
    on = local_day(act.at)
    seat, law = recall.membership, law_of(recall.membership, on)
    heard = law_rules.defence_offered(offered=offered or bool(recall.defence))
    in_time = law_rules.recall_voted_in_time(recall.asked_on, day, law=law)
    take(act, RECALL, recall, "put_to_vote", seen=seen, conditions=(heard, in_time))
    title = f"罢免{in_chinese(seat.get_office_display())}的投票"
    recall.electorate = roll_for(
        act,
        recall.community,
        mode=recall.mode,
        title=title,
        on=on,
        age=law.age,
        after=seat.round.election if seat.round is not None else None,
    )
    recall.poll = ballot.prepare_poll(
        act,
        recall.electorate,
        title=title,
        url_name="elections:desk_recall",
        url_args={"recall_id": str(recall.pk)},
    )
    question = f"是否同意罢免{seat.name}的{in_chinese(seat.get_office_display())}职务？"
    ballot.ask(act, recall.poll, title=question, form="motion")
    recall.outcome = {**recall.outcome, "vote_on": day.isoformat(), "heard": keep(heard)}
    recall.save(update_fields=["electorate", "poll", "outcome"])
    amend_notice(act, recall, "定了投票日期", vote_on=day.isoformat())
    act.note(electors=recall.electorate.size)
    return recall


@action("elections.open_recall_poll", needs="elections.judge_recall")
def open_recall_poll(act: Act, recall: Recall) -> Recall:
    """Begins the vote, on the day that was posted or after it: from now on papers are handed out
    at the stations."""
    assert recall.poll is not None
    announced = date.fromisoformat(recall.outcome["vote_on"])
    require(not_before_its_day(announced, local_day(act.at)))
    ballot.open_poll(act, recall.poll)
    return recall


@action("elections.close_recall_poll", needs="elections.judge_recall")
def close_recall_poll(act: Act, recall: Recall) -> Recall:
    """Ends the vote; the boxes are sealed and the counting begins."""
    assert recall.poll is not None
    ballot.close_poll(act, recall.poll)
    return recall


@action("elections.declare_recall", needs="elections.judge_recall")
def declare_recall(act: Act, recall: Recall, *, seen: int | None = None) -> Recall:
    """Declares what the count came to. Carried, the post ends on that day; failed, it goes on."""
    assert recall.poll is not None
    poll = recall.poll
    count = count_of(poll)
    require(counted_in_full(count.complete and count.stations > 0))
    seat, found = recall.membership, judge(recall)
    carried = bool(found)
    take(act, RECALL, recall, "carry" if carried else "fail", seen=seen)
    if carried:
        end_seat(act, seat, reason="recalled", until=local_day(act.at))
    recall.decided_at = act.at
    recall.outcome = {**recall.outcome, "vote": keep_all(found), "carried": carried}
    recall.save(update_fields=["decided_at", "outcome"])
    ballot.settle_poll(act, poll)
    ballot.forget_marks(act, poll)
    amend_notice(
        act,
        recall,
        "公布了投票结果",
        outcome="罢免通过" if carried else "罢免未通过",
        electors=recall.electorate.size if recall.electorate else 0,
        cast=count.tally.papers,
        yes=approvals(recall),
    )
    act.tell("elections.recall_decided", person=seat.person_id)
    act.note(cast=count.tally.papers, yes=approvals(recall), carried=carried)
    return recall


def judge(recall: Recall) -> Findings:
    """What the count comes to by the law of the day of the vote, step by step."""
    assert recall.poll is not None
    assert recall.electorate is not None
    count = count_of(recall.poll)
    on = local_day(recall.poll.closed_at) if recall.poll.closed_at else recall.asked_on
    vote = law_rules.RecallVote(
        recall.mode,
        recall.electorate.size,
        count.tally.papers,
        approvals(recall),
        issued=count.counts.issued - count.counts.spoiled,
    )
    return law_rules.recalled(vote, law=law_of(recall.membership, on))


def approvals(recall: Recall) -> int:
    """Papers for the recall."""
    assert recall.poll is not None
    question = count_of(recall.poll).tally.questions[1]
    return question.options[0].for_ if question.options else 0
