"""¥200,000, 23 ideas, 9 refused with reasons, 812 ballots of which 240 on paper, equal shares
against votes, a tie settled by the rule published before; the bench stands and is rated."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from linli.governance.budgeting import actions
from linli.governance.budgeting.models import Idea, Project, Round
from linli.governance.budgeting.queries.projects import rated
from linli.governance.budgeting.queries.results import outcomes_of, projects_of
from linli.governance.budgeting.queries.rounds import ruling_of
from linli.governance.budgeting.tests.playing import Play
from linli.mechanisms.ballot.actions import evening
from tests.stories.steps import fill, send
from tests.stories.telling import Device, faults_of

pytestmark = pytest.mark.story

ELDER, DESK = Device(390, scripts=False), Device(1440, "en")
TELLERS = ("worker", "representative", "supervisor")
BENCH = "楼前装两把带扶手的长椅"
COSTS = (960_000, 2_400_000, 4_000_000, 4_000_000, 6_000_000, 5_000_000, 9_000_000, 3_000_000,
         2_000_000, 7_000_000, 1_500_000, 8_000_000, 2_500_000, 1_200_000)  # fmt: skip
REFUSED = 9
TASTES = ((1, 3, 4), (1, 2, 3, 4), (5, 6, 7), (3, 4, 5, 7), (2, 8, 9), (1, 7, 10), (11, 12, 13))


def sent(page):
    send(page, "main form[method=post] button[type=submit]")


def seen(page, house, look, name):
    if look.scripts:
        assert faults_of(page) == [], name
    wide = "document.documentElement.scrollWidth > window.innerWidth + 1"
    if look.scripts:
        assert not page.evaluate(wide), name
    house.picture(page, look, name)


def an_idea_from_an_elder_s_phone(house, round_):
    with house.visit(ELDER, "elder") as page:
        page.goto(house.at(f"budget/{round_.pk}/idea/"))
        fill(page, "title", BENCH)
        fill(page, "text", "靠墙，不挡路，带扶手。")
        fill(page, "need", "上下楼歇脚的老人。")
        seen(page, house, ELDER, "b1-idea")
        sent(page)
        send(page, "main button[name=sure]")
    return Idea.objects.get(community=house.setting.community, title=BENCH)


def twenty_two_more(play, round_, bench):
    ideas = [bench]
    for number in range(2, len(COSTS) + REFUSED + 1):
        ideas.append(play.send(round_, f"第{number}号小改造", by=play.resident()))
    for idea in ideas[1:]:
        actions.list_idea(idea, by=play.by("worker", 1), at=play.moment(1, 12))
    return ideas


def vetted(play, ideas):
    why = {"holds": False, "reason": "不在这笔钱的范围里。"}
    for idea, fen in zip(ideas, COSTS, strict=False):
        play.vet(idea, fen=fen)
    for idea in ideas[len(COSTS) :]:
        actions.vet_idea(idea, aspect="lawful", **why, by=play.by("director", 6), at=play.moment(6))


def everybody_votes(play, round_, people):
    """571 on phones, 240 on paper at the committee, counted by two and a witness."""
    screen, paper = people[:571], people[571:811]
    for number, taste in enumerate(TASTES):
        play.cast(round_, screen[number :: len(TASTES)], *taste)
    station = play.station(round_, TELLERS)
    play.hand_out(station, round_, paper)
    evening.seal_box(station, by=play.by("worker", 16), at=play.moment(16, 18))
    lines = [({"1": {"marks": {"1": "for", "2": "for", "8": "for"}}}, 120),
             ({"1": {"marks": {"5": "for", "6": "for", "9": "for"}}}, 120)]  # fmt: skip
    return station, lines


def test_money_is_decided_on_together_and_the_bench_stands(own_house):
    house, now = own_house, timezone.now()
    house.speak(ELDER)
    play = Play(house.setting, now)
    round_ = play.call(play.plan())
    bench = an_idea_from_an_elder_s_phone(house, round_)
    house.speak(DESK)
    with house.visit(DESK, "worker") as page:
        page.goto(house.at(f"desk/budgeting/ideas/{bench.pk}/do/list/"))
        sent(page)
    # Fifteen days later: the house is told in the days as they were.
    Round.objects.filter(community=play.place).update(
        ideas_until=play.day(-10), vetting_until=play.day(-7), vote_from=play.day(-1),
        vote_until=play.day(1), drafted_at=now - timedelta(days=15),
    )  # fmt: skip
    play = Play(house.setting, now - timedelta(days=15))
    round_.refresh_from_db()
    bench.refresh_from_db()
    with transaction.atomic():
        ideas = twenty_two_more(play, round_, bench)
        round_ = actions.close_ideas(round_, by=play.by("director", 6), at=play.moment(6, 9))
        vetted(play, ideas)
        people = play.move_in(811)
        round_ = play.rule(round_, roll_on=play.day(14))
        assert [each.state for each in ideas_of(play)].count("refused") == REFUSED
        round_ = play.open(round_)
    with transaction.atomic():
        station, lines = everybody_votes(play, round_, people)
    house.speak(ELDER)
    with house.visit(ELDER, "elder") as page:
        page.goto(house.at(f"budget/{round_.pk}/vote/"))
        for position in ("1", "3", "4"):
            page.locator(f"input[name=q1][value='{position}']").check()
        seen(page, house, ELDER, "b2-ballot")
        sent(page)
        seen(page, house, ELDER, "b3-check")
        send(page, "form[action$='/cast/'] button[type=submit]")
    with transaction.atomic():
        round_ = play.close(round_)
        play.read_out(station, TELLERS, lines)
        round_ = play.publish(play.count(round_))
    assert round_.papers == 812
    listed = projects_of(round_)
    outcome, other = outcomes_of(round_, ruling_of(round_), listed)
    assert set(outcome.won) != set(other.won)
    tied = next(met for met in outcome.ties if set(met.keys) >= {"3", "4"})
    assert tied.by == "lot"
    house.speak(DESK)
    with house.visit(DESK, "director") as page:
        page.goto(house.at(f"budget/{round_.pk}/result/"))
        seen(page, house, DESK, "b4-result")
        page.goto(house.at(f"desk/budgeting/{round_.pk}/"))
        seen(page, house, DESK, "b5-desk")
    the_bench_stands(house, play, people)


def ideas_of(play):
    return Idea.objects.filter(community=play.place)


def the_bench_stands(house, play, people):
    bench = Project.objects.get(community=play.place, title=BENCH)
    assert bench.state == "funded"
    with house.visit(DESK, "worker") as page:
        page.goto(house.at(f"desk/budgeting/projects/{bench.pk}/do/begin/"))
        fill(page, "due_on", (timezone.localdate() + timedelta(days=30)).isoformat())
        sent(page)
        page.goto(house.at(f"desk/budgeting/projects/{bench.pk}/purchase/"))
        fill(page, "what", "带扶手的长椅两把")
        fill(page, "supplier", "木器厂")
        fill(page, "fen", "9300")
        fill(page, "on", timezone.localdate().isoformat())
        sent(page)
        seen(page, house, DESK, "b6-project")
    by, at = play.by("worker", 18), play.moment(18)
    bench.refresh_from_db()
    actions.name_acceptors(bench, persons=people[:3], by=by, at=at)
    bench.refresh_from_db()
    bench = actions.build_project(bench, result="两把长椅都装好了。", by=by, at=at)
    for acceptor in bench.acceptors.filter(community=play.place):
        actions.enter_acceptance(bench, acceptor=acceptor, says=True, by=by, at=at)
    bench = actions.settle_acceptance(bench, by=by, at=at)
    for _number in range(10):
        actions.rate_project(bench, stars=5, by=play.resident(), at=at)
    assert rated(bench).number == 10
    with house.visit(ELDER) as page:
        page.goto(house.at(f"budget/projects/{bench.pk}/"))
        seen(page, house, ELDER, "b7-bench")
