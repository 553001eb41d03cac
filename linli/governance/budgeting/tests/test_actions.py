"""A round through the real door: what residents are promised, and what is refused."""

from contextlib import nullcontext
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from linli.core.messages.models import Message
from linli.core.people.models import Person, Tie
from linli.governance.budgeting import actions, due, money
from linli.governance.budgeting.facts import rows
from linli.governance.budgeting.models import Idea, Project, Round, Ruling
from linli.governance.budgeting.queries import projects as projects_of, results
from linli.governance.budgeting.queries.rounds import ruling_of
from linli.governance.budgeting.rules.publishing import lot_drawn
from linli.lib.law import Refused
from linli.mechanisms.ballot.actions import evening
from linli.mechanisms.ballot.models import Mark
from linli.mechanisms.publication.models import Posting

TELLERS = ("worker", "representative", "supervisor")


def refused(rule):
    return pytest.raises(Refused, match=rule)


def test_an_idea_keeps_its_limit_its_private_words_and_its_way_back(play):
    round_ = play.call(play.plan(ideas_each=1))
    first = play.send(round_, "装长椅")
    with refused("within_limit"):
        play.send(round_, "换灯")
    actions.withdraw_idea(first, by=play.by("elder", 1), at=play.moment(1))
    with refused("public_words"):
        play.send(round_, "请打 13800138000")
    again = play.send(round_, "装两把长椅")
    assert (again.serial, again.state) == (2, "sent")
    with refused("still_sending"):
        actions.send_idea(
            round_, title="晚了", text="晚", need="晚", by=play.by("elder", 6), at=play.moment(6)
        )


def test_authors_are_told_when_ideas_are_merged_and_the_reason_is_public(
    play, django_capture_on_commit_callbacks
):
    round_ = play.call(play.plan())
    mine, other = play.send(round_, "长椅"), play.send(round_, "凳子", by=play.resident())
    by = play.by("worker", 2)
    with refused("may_merge"):
        actions.merge_idea(mine, into=other, reason="同一件事", by=by, at=play.moment(2))
    actions.list_idea(other, by=by, at=play.moment(2))
    with django_capture_on_commit_callbacks(execute=True):
        merged = actions.merge_idea(mine, into=other, reason="同一件事", by=by, at=play.moment(2))
    assert (merged.state, merged.merged_into) == ("merged", other)
    told = Message.objects.filter(community=play.place)
    kinds = set(told.values_list("kind", flat=True))
    assert {"budgeting.idea_merged", "budgeting.idea_merged_with"} <= kinds


def test_only_whoever_was_named_vets_and_a_refusal_has_its_reason(play):
    round_ = play.call(play.plan())
    idea = play.send(round_, "给某一家装空调")
    actions.list_idea(idea, by=play.by("worker", 1), at=play.moment(1))
    with refused("vetting_now"):
        play.vet(idea)
    with refused("day_over"):  # its last day is part of it
        actions.close_ideas(round_, by=play.by("director", 5), at=play.moment(5, 23))
    actions.close_ideas(round_, by=play.by("director", 6), at=play.moment(6, 0))
    given = {"aspect": "lawful", "holds": False, "reason": "公共的钱不能给一家人用。"}
    with refused("named_for_it"):
        actions.vet_idea(idea, **given, by=play.by("worker", 6), at=play.moment(6))
    found = actions.vet_idea(idea, **given, by=play.by("director", 6), at=play.moment(6))
    assert found.state == "refused"
    assert "不能给一家人用" in found.outcome
    passed = play.vet(found)
    assert passed.state == "passed"
    with refused("within_budget"):
        play.vet(passed, fen=20_000_001)
    with transaction.atomic(), pytest.raises(IntegrityError):
        Idea.objects.filter(community=play.place, pk=idea.pk).update(state="refused", outcome="")


def test_rules_hang_on_the_board_before_the_vote_and_never_change(play):
    round_ = play.vetted([6_000_000, 9_000_000, 8_000_000])
    with refused("may_mark_enough"):
        play.rule(round_, form="up_to", most=2)
    with refused("at_this_step"):
        play.open(round_)
    round_ = play.rule(round_)
    ruling = ruling_of(round_)
    posting = Posting.objects.get(community=play.place, template="budgeting.rules")
    assert posting.fields["sha256"] == ruling.sha256
    assert posting.fields["lot"] == "3 5 2 6"
    for change in ({"lot": "9"}, {"method": "greedy"}):  # not even past the acts
        with transaction.atomic(), pytest.raises(IntegrityError):
            Ruling.objects.filter(community=play.place, pk=ruling.pk).update(**change)
    with transaction.atomic(), pytest.raises(IntegrityError):
        Project.objects.filter(community=play.place, position=1).update(fen=1)
    # What is hashed is the money, the place and the days as well, and the money stands.
    for change in ({"vote_until": play.day(17)}, {"area": play.place}):
        with transaction.atomic():
            Round.objects.filter(community=play.place).update(**change)
            with refused("as_published"):
                actions.open_vote(round_, by=play.by("director", 14), at=play.moment(14))
            transaction.set_rollback(True)
    with transaction.atomic(), pytest.raises(IntegrityError):
        Round.objects.filter(community=play.place).update(fen=1)
    for day, hour in ((15, 9), (16, 17)):  # nobody takes days away that were told
        with refused("opens_in_time"):
            actions.open_vote(round_, by=play.by("director", day), at=play.moment(day, hour))
    with refused("not_before"):
        actions.open_vote(round_, by=play.by("director", 10), at=play.moment(10))
    round_ = actions.reopen_vetting(
        round_, reason="费用核错了", by=play.by("director", 9), at=play.moment(9)
    )
    with refused("published_before"):
        actions.fix_rules(
            round_, by=play.by("director", 11), at=play.moment(11),
            **{**RULES_AGAIN, "roll_on": play.day(14)},
        )  # fmt: skip
    assert Ruling.objects.filter(community=play.place).count() == 1


def test_paper_and_screen_are_one_vote_counted_as_published(play):
    people = play.move_in(24)
    round_ = play.rule(play.vetted([6_000_000, 9_000_000, 8_000_000, 12_000_000]))
    round_ = play.open(round_)
    assert round_.lot == lot_drawn("3 5 2 6", round_.poll.electorate.sha256)
    child, newcomer, unknown = play.move_in(3)
    Person.objects.filter(community=play.place, pk=child.pk).update(birth_date=play.day(-365 * 4))
    Person.objects.filter(community=play.place, pk=unknown.pk).update(birth_date=None)
    Tie.objects.filter(community=play.place, person=newcomer).update(since=play.day(15))
    for each, rule in ((child, "of_voting_age"), (newcomer, "lives_in_the_area"), (unknown, "")):
        each.refresh_from_db()
        given = {"reason": "看过证件", "by": play.by("worker", 15), "at": play.moment(15)}
        with refused(rule) if rule else nullcontext():
            actions.enrol_voter(round_, person=each, **given)
    station = play.station(round_, TELLERS)
    play.cast(round_, people[:9], 1, 2)
    play.cast(round_, people[9:14], 3)
    with refused("one_paper"):
        play.cast(round_, people[:1], 4)
    play.hand_out(station, round_, people[14:20])
    with refused("time_over"):
        actions.close_vote(round_, by=play.by("director", 16), at=play.moment(16, 17))
    with refused("stations_closed"):
        play.close(round_)
    evening.seal_box(station, by=play.by("worker", 16), at=play.moment(16, 18))
    round_ = play.close(round_)
    with refused("all_counted"):
        play.count(round_)
    papers = [({"1": {"marks": {"3": "for"}}}, 4), ({}, 1), ({"void": "unreadable"}, 1)]
    play.read_out(station, TELLERS, papers)
    round_ = play.publish(play.count(round_))
    assert round_.papers == 19  # one blank counts, the void one does not
    listed = results.projects_of(round_)
    outcome, other = results.outcomes_of(round_, ruling_of(round_), listed)
    won = {each.position for each in listed if each.state == "funded"}
    assert won == {int(key) for key in outcome.won}
    assert outcome.voters == 19
    assert other.rules.method == "greedy"
    assert not Mark.objects.filter(community=play.place).exists()
    posted = Posting.objects.get(community=play.place, template="budgeting.result").fields
    assert (posted["papers"], posted["left"], posted["marked"]) == (19, outcome.left, 20)
    for change in ({"counted": []}, {"counted": None, "papers": None}, {"lot": "9"}):
        with transaction.atomic(), pytest.raises(IntegrityError):
            Round.objects.filter(community=play.place).update(**change)
    told = [each for each in rows(play.place, play.day(0), play.day(20)) if "voted" in each.kind]
    assert [(each.part, each.person, each.household) for each in told] == [(19, None, None)]
    follow(play, round_, people, min(won))


def test_a_vote_without_papers_is_called_off_and_what_was_counted_is_not(play):
    people = play.move_in(12)
    round_ = play.close(play.open(play.rule(play.vetted([6_000_000, 9_000_000]), lot=" 3　5 ")))
    assert ruling_of(round_).lot == "3 5"
    with refused("somebody_voted"):
        play.count(round_)
    by, at = play.by("director", 17), play.moment(17)
    called_off = actions.cancel_round(round_, reason="没有人投票", by=by, at=at)
    assert (called_off.state, called_off.poll.state) == ("cancelled", "void")
    other = play.vetted([6_000_000, 9_000_000])
    pot = uuid4()
    days = {"vetting_until": play.day(8), "vote_from": play.day(14), "vote_until": play.day(16)}
    by, at = play.by("director", 7), play.moment(7)
    other = actions.move_days(other, **days, paid_from=pot, by=by, at=at)
    assert other.paid_from == pot
    other = play.open(play.rule(other))
    play.cast(other, people, 1)
    other = play.publish(play.count(play.close(other)))
    with refused("at_this_step"):
        actions.cancel_round(other, reason="不合意", by=play.by("director", 18), at=play.moment(18))
    for position in (1, 2):
        if play.project(other, position).state == "funded":
            give_up(play, other, position)
    money.register_paid(lambda _round: {play.project(other, 1).pk: 100})
    try:
        with refused("spent_as_paid"):
            actions.end_round(other, by=play.by("director", 19), at=play.moment(19))
    finally:
        money._PAID.pop()
    assert actions.end_round(other, by=play.by("director", 19), at=play.moment(19)).left_fen == (
        other.fen
    )


def give_up(play, round_, position):
    by, at = play.by("director", 18), play.moment(18)
    actions.give_up_project(play.project(round_, position), reason="做不成", by=by, at=at)


def follow(play, round_, people, position):
    """What was chosen is bought within its money, accepted by those named, and rated by many."""
    project, by = play.project(round_, position), play.by("worker", 18)
    project = actions.begin_project(project, due_on=play.day(60), by=by, at=play.moment(18))
    bought = {"what": "长椅", "supplier": "木器厂", "on": play.day(19), "by": by}
    actions.add_purchase(project, fen=project.fen - 100, **bought, at=play.moment(19))
    with refused("within_cost"):
        actions.add_purchase(project, fen=101, **bought, at=play.moment(19))
    with refused("enough_acceptors"):
        actions.build_project(project, result="装好了", by=by, at=play.moment(20))
    actions.name_acceptors(project, persons=people[:3], by=by, at=play.moment(20))
    project.refresh_from_db()
    project = actions.build_project(project, result="装好了两把", by=by, at=play.moment(20))
    for each, says in zip(people[:2], (True, False), strict=True):
        actor = play.resident()
        actor = type(actor)(account=actor.account, person=each.pk, dwellings=actor.dwellings)
        actions.say_acceptance(project, says=says, words="", by=actor, at=play.moment(21))
    with refused("everybody_said"):
        actions.settle_acceptance(project, by=by, at=play.moment(22))
    third = projects_of.acceptors_of(project).get(person=people[2])
    actions.enter_acceptance(project, acceptor=third, says=True, by=by, at=play.moment(22))
    project = actions.settle_acceptance(project, by=by, at=play.moment(22))
    assert project.state == "accepted"
    for number in range(10):
        assert projects_of.rated(project).number is None
        actions.rate_project(project, stars=5 - number % 2, by=play.resident(), at=play.moment(30))
    assert (projects_of.rated(project).number, str(projects_of.rated(project).mean)) == (10, "4.5")


RULES_AGAIN = {
    "form": "approval", "most": None, "each": None, "method": "greedy", "completion": "none",
    "stop": "exhaustive", "step_fen": 100, "least": 0, "threshold": False, "compared": False,
    "lot": "1", "voter_age": 16, "left_to": "并入下一轮",
}  # fmt: skip


def test_who_sent_what_goes_a_year_after_the_round(play):
    round_ = play.call(play.plan())
    idea = play.send(round_, "长椅")
    actions.cancel_round(
        round_, reason="钱没有拨下来", by=play.by("director", 2), at=play.moment(2)
    )
    assert due.run(play.moment(2) + timedelta(days=300)) == 0
    assert due.run(play.moment(2) + timedelta(days=366)) == 1
    idea.refresh_from_db()
    assert (idea.account_id, idea.person_id, idea.title) == (None, None, "长椅")
    assert due.run(play.moment(2) + timedelta(days=367)) == 0
