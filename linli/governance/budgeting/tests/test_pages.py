"""The pages of a round: what everybody reads, what the author alone reads, what the desk does."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from linli.governance.budgeting import actions
from linli.governance.budgeting.forms.rounds import VettersForm
from linli.governance.budgeting.models import ASPECTS, Idea, Round
from linli.governance.budgeting.tests.playing import RULES, Play
from linli.web.demo.cast import gather
from tests.remembered import remember


@pytest.fixture
def play(db):
    """A round whose fifteenth day is today: the vote runs."""
    at = timezone.now() - timedelta(days=15)
    return Play(remember(("budgeting", at.date()), lambda: gather(at)), at)


@pytest.fixture
def sign_in(client, play):
    def as_one(key):
        client.force_login(play.setting.accounts[key], "linli.core.access.sign_in.AccountBackend")
        return client

    return as_one


@pytest.fixture
def at_address(play):
    return lambda name, *args: reverse(f"budgeting:{name}", args=[play.place.code, *args])


def test_an_idea_is_written_on_a_phone_and_only_its_author_sees_it_until_it_is_listed(
    play, sign_in, at_address
):
    round_ = play.call(play.plan(ideas_until=play.day(20), vetting_until=play.day(30),
                                 vote_from=play.day(40), vote_until=play.day(41)))  # fmt: skip
    listed = play.send(round_, "楼前装两把长椅", by=play.resident())
    actions.list_idea(listed, by=play.by("worker", 1), at=play.moment(1))
    elder, address = sign_in("elder"), at_address("write", round_.pk)
    given = {"title": "楼前装长椅", "text": "装两把。", "need": "歇脚。", "guess_fen": "9000"}
    looked = elder.post(address, given)
    assert "楼前装两把长椅" in looked.content.decode()
    assert Idea.objects.filter(community=play.place).count() == 1
    key = looked.context["once"]["once"].value()
    sent = elder.post(address, {**given, "once": str(key), "sure": "1"}, follow=True)
    assert sent.status_code == 200
    assert Idea.objects.filter(community=play.place).count() == 2
    mine = Idea.objects.get(community=play.place, serial=2)
    assert elder.get(at_address("idea", mine.pk)).status_code == 200
    elder.logout()
    assert elder.get(at_address("idea", mine.pk)).status_code == 404
    page = elder.get(at_address("round", round_.pk)).content.decode()
    assert "楼前装两把长椅" in page
    assert "楼前装长椅" not in page
    worker = sign_in("worker")
    for name, args in (
        ("desk_list", ()),
        ("desk", (round_.pk,)),
        ("idea_desk", (mine.pk,)),
        ("type_in", (round_.pk,)),
    ):
        assert worker.get(at_address(name, *args)).status_code == 200, name
    for step in ("list", "hide", "merge"):
        assert worker.get(at_address("idea_move", mine.pk, step)).status_code == 200
    typed = f"{at_address('type_in', round_.pk)}?person={play.setting.accounts['elder'].person_id}"
    paper = {**given, "title": "门口修坡道"}
    assert worker.post(typed, paper, follow=True).status_code == 200
    assert Idea.objects.get(community=play.place, serial=3).way == "paper"


def test_a_round_is_planned_ruled_and_voted_on_by_its_pages(play, sign_in, at_address):
    director = sign_in("director")
    plan = {
        "title": "第二轮", "fen": "1000", "source": "项目资金", "asks": "公共地方", "ideas_each": 3,
        "ideas_until": play.day(20), "vetting_until": play.day(22), "vote_from": play.day(30),
        "vote_until": play.day(31),
    }  # fmt: skip
    # What an act refuses leaves everything in the form; what it takes leads to the round itself.
    refused = director.post(at_address("plan"), {**plan, "vote_until": play.day(29)})
    assert refused.status_code == 409
    assert 'value="第二轮"' in refused.content.decode()
    saved = director.post(at_address("plan"), plan, follow=True)
    assert "由居委会主任指定审查的人" in saved.content.decode()
    drafted = Round.objects.get(community=play.place, title="第二轮")
    assert saved.redirect_chain[-1][0] == at_address("desk", drafted.pk)
    offered = VettersForm(community=play.place, on=timezone.localdate()).fields["lawful"]
    names = [words for _key, words in offered.choices]
    assert not any("物业经理" in name for name in names)
    chosen = str(play.setting.accounts["director"].pk)
    named = dict.fromkeys((aspect for aspect, _title in ASPECTS), chosen)
    page = director.post(at_address("vetters", drafted.pk), named, follow=True).content.decode()
    assert "四项都由一个人审查" in page
    told = sign_in("worker").get(at_address("desk", drafted.pk)).content.decode()
    assert "下一步由居委会主任办" in told
    director = sign_in("director")
    assert director.get(at_address("change", drafted.pk)).status_code == 200
    assert director.get(at_address("vetters", drafted.pk)).status_code == 200
    assert director.get(at_address("move", drafted.pk, "open_ideas")).status_code == 200
    round_ = play.vetted([6_000_000, 9_000_000, 8_000_000])
    assert director.get(at_address("days", round_.pk)).status_code == 200
    idea = Idea.objects.filter(community=play.place, round=round_).first()
    assert director.get(at_address("vet", idea.pk, "lawful")).status_code == 200
    assert director.get(at_address("move", round_.pk, "fix_rules")).status_code == 200
    round_ = play.open(play.rule(round_, form="points", most=10, each=5))
    rules_page = director.get(at_address("rules", round_.pk)).content.decode()
    assert RULES["lot"] in rules_page
    assert director.get(at_address("desk", round_.pk)).status_code == 200
    assert director.get(at_address("enrol", round_.pk)).status_code == 200
    assert director.get(at_address("rules_data", round_.pk)).json()["sha256"]
    voter = sign_in("elder")
    opened = voter.get(at_address("vote", round_.pk))
    assert opened.status_code == 200, opened.content.decode()[-3000:]
    ballot = opened.content.decode()
    assert 'data-fen="9000000"' in ballot
    checked = voter.post(at_address("check", round_.pk), {"q1_p1": "5", "q1_p2": "5"})
    assert "¥150,000.00" in checked.content.decode()
    too_many = voter.post(at_address("check", round_.pk), {"q1_p1": "5", "q1_p2": "5", "q1_p3": 5})
    assert too_many.status_code == 422
    assert voter.get(at_address("rounds")).status_code == 200
    assert voter.get(at_address("round_data", round_.pk)).json()["state"] == "voting"


def test_a_result_is_told_project_by_project_and_can_be_taken_along(play, sign_in, at_address):
    people = play.move_in(14)
    round_ = play.open(play.rule(play.vetted([6_000_000, 9_000_000, 8_000_000])))
    play.cast(round_, people[:12], 1, 2)
    play.cast(round_, people[12:], 3)
    round_ = play.publish(play.count(play.close(round_)))
    visitor = sign_in("elder")
    page = visitor.get(at_address("result", round_.pk)).content.decode()
    assert "recount" in page
    pb = visitor.get(at_address("pb", round_.pk))
    assert pb.content.decode().startswith("META")
    assert b"def " in visitor.get(at_address("script", round_.pk)).content
    assert visitor.get(at_address("result_data", round_.pk)).json()["papers"] == 14
    project = play.project(round_, 1)
    assert project.state == "funded"
    assert visitor.get(at_address("project", project.pk)).status_code == 200
    assert visitor.get(at_address("project_data", project.pk)).json()["fen"] == 6_000_000
    assert visitor.get(at_address("rate", project.pk)).status_code == 200
    worker = sign_in("worker")
    assert worker.get(at_address("project_desk", project.pk)).status_code == 200
    for step in ("begin", "give_up"):
        assert worker.get(at_address("project_move", project.pk, step)).status_code == 200
    for name in ("purchase", "photos", "acceptors", "enter_acceptance"):
        assert worker.get(at_address(name, project.pk)).status_code == 200, name
