"""All papers published by their number: whoever kept it finds theirs, and nobody else does."""

import json
import subprocess
import sys

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.urls import reverse

from linli.core.audit.actor import Actor
from linli.core.clocks.tests.cast import make_account
from linli.mechanisms.ballot import actions, keepers
from linli.mechanisms.ballot.actions import cast
from linli.mechanisms.ballot.filing import papers_of_list, settled_lists
from linli.mechanisms.ballot.keepers import Keeper
from linli.mechanisms.ballot.models import Mark, PaperList, Poll, Station
from linli.mechanisms.ballot.queries.listing import (
    SCRIPT,
    filed_list,
    head_in_words,
    list_of,
    marked_of,
    papers_of,
)
from linli.mechanisms.ballot.rules.listing import head_of, read_back
from linli.mechanisms.ballot.tests.test_casting import refused
from linli.mechanisms.ballot.tests.test_counting import enter
from linli.mechanisms.ballot.tests.votes import NOON, as_actor, elector, make_roll

pytestmark = pytest.mark.django_db
FIVE_THREE = {"1": {"points": {"1": 5, "2": 3}}}
TWO = {"1": {"points": {"2": 2}}}


@pytest.fixture
def make_listed(take, community):
    """A listed poll of points over so many adults: `make_listed(12, on_paper=True)`."""

    def make(number, **given):
        roll = make_roll(take, community, number, base="adults")
        poll = take(
            actions.prepare_poll,
            roll,
            **{
                "title": "今年做哪几件",
                "on_paper": False,
                "on_screen": True,
                "listed": True,
                **given,
            },
        )
        options = [actions.Choice(name) for name in ("修凉亭", "装路灯", "种树")]
        take(
            actions.ask, poll, title="分给哪几项", form="points", points=10, most=5, options=options
        )
        return take(actions.open_poll, poll)

    return make


@pytest.fixture
def cast_by():
    """Papers cast on screens by so many of the roll; the numbers they were told."""

    def each(poll, numbers, pattern):
        actors = [as_actor(elector(poll.electorate, number)) for number in numbers]
        return [cast(poll, pattern=pattern, by=who, at=NOON).paper for who in actors]

    return each


def address(poll, name):
    return reverse(f"ballot:{name}", args=[poll.community.code, poll.pk])


def test_only_a_secret_poll_that_is_no_election_is_listed(take, community, monkeypatch):
    adults = make_roll(take, community, 3, base="adults")
    electors = make_roll(take, community, 3)
    keeper = Keeper(runs="", helps="", watches="", may_serve=lambda *_: None, statutory=True)
    monkeypatch.setitem(keepers._KEEPERS, "tests:election", keeper)
    listed = {"title": "选举", "listed": True}
    refusals = [
        refused(take, actions.prepare_poll, adults, secret=False, on_screen=True, **listed),
        refused(take, actions.prepare_poll, electors, **listed),
        refused(take, actions.prepare_poll, adults, url_name="tests:election", **listed),
    ]
    assert refusals == ["ballot.may_be_listed"] * 3
    poll = take(actions.prepare_poll, adults, **listed)
    choice = [actions.Choice("甲")]
    named = {"title": "选谁", "form": "choose", "options": choice, "write_ins": 1}
    assert refused(take, actions.ask, poll, **named) == "ballot.lists_no_names"
    for wrong in ({"secret": False}, {"list_head": "0" * 64}):  # nor does the database take it
        with pytest.raises(IntegrityError), transaction.atomic():
            Poll.objects.filter(community=community, pk=poll.pk).update(**wrong)


def test_after_the_close_every_number_leads_to_its_paper_and_to_nobody(make_listed, cast_by, take):
    poll = make_listed(12)
    told = cast_by(poll, range(1, 8), FIVE_THREE)
    told_two = cast_by(poll, range(8, 13), TWO)
    assert len({*told, *told_two}) == 12
    for early in (papers_of, lambda each: marked_of(each, 1)):
        assert refused(early, poll) == "ballot.in_state"
    assert list_of(poll) is None
    # The number lies in the box, and nowhere else in the whole database.
    kept = _where(told[0])
    assert kept == ["ballot.Paper"]
    take(actions.close_poll, poll)
    found = list_of(poll)
    assert _where(told[0]) == ["ballot.Paper", "ballot.PaperList"]
    asked, papers = read_back(found.text)
    assert (asked["title"], asked["questions"]["1"]["options"]["2"]) == (poll.title, "装路灯")
    by_number = dict(papers)
    assert {by_number[number]["1"]["points"]["1"] for number in told} == {5}
    assert [by_number[number] for number in told_two] == [TWO] * 5
    assert [number for number, _paper in papers] == sorted(by_number)
    lines = found.text.encode().split(b"\n")
    assert (lines.pop(), lines) == (b"", sorted(lines))
    assert (
        head_of(lines)
        == poll.list_head
        == Poll.objects.get(community=poll.community_id, pk=poll.pk).list_head
    )
    assert found.papers == 12
    assert sorted(papers_of(poll), key=str) == sorted([(FIVE_THREE, 7), (TWO, 5)], key=str)
    assert sorted(marked_of(poll, 1), key=str) == sorted([({1: 5, 2: 3}, 7), ({2: 2}, 5)], key=str)
    assert poll.list_head[:4] in head_in_words(poll)
    assert [name for name, _content in filed_list(poll)] == [
        "papers.jsonl",
        "papers-head.txt",
        "check_papers.py",
    ]


def _where(number):
    """Every model of the house in whose rows that text stands. (A test of another mechanism may
    have declared a model that has no table here.)"""
    found, tables = [], set(connection.introspection.table_names())
    for model in apps.get_models():
        if model._meta.db_table not in tables:
            continue
        manager = model._base_manager
        rows = (
            manager.across_communities("a test looks everywhere")
            if hasattr(manager, "across_communities")
            else manager.all()
        )
        if any(number in str(row) for row in rows.values()):
            found.append(model._meta.label)
    return found


def test_fewer_than_ten_papers_are_never_listed(make_listed, cast_by, take):
    poll = make_listed(9)
    cast_by(poll, range(1, 10), TWO)
    take(actions.close_poll, poll)
    assert (list_of(poll), poll.list_head, head_in_words(poll), filed_list(poll)) == (
        None,
        "",
        "",
        [],
    )
    page = Client().get(address(poll, "list")).content.decode()
    assert "只有 9 张选票" in page
    for name in ("list_file", "list_script", "list_sheet"):
        assert Client().get(address(poll, name)).status_code == 404
    take(actions.settle_poll, poll)
    assert not PaperList.objects.filter(community=poll.community_id).exists()


def test_papers_from_the_hall_stand_in_the_same_list_once_they_are_counted(
    make_listed, cast_by, take
):
    poll = make_listed(20, on_paper=True)
    told = cast_by(poll, range(1, 11), TWO)
    tellers = {part: make_account(part) for part in ("first", "second", "witness")}
    station = take(actions.add_station, poll, name="一号站")
    for part, account in tellers.items():
        take(actions.name_teller, station, part=part, account=account.pk)
    take(actions.open_station, station)
    for number in range(11, 21):
        take(actions.hand_out, station, elector(poll.electorate, number))
    take(actions.close_station, station)
    take(actions.close_poll, poll)
    here = Station.objects.select_related("poll").get(community=poll.community_id, pk=station.pk)
    take(actions.record_counts, here, returned=10, unreturned=0)
    assert list_of(poll) is None
    assert refused(papers_of, poll) == "ballot.all_counted"
    assert "正在计票" in Client().get(address(poll, "list")).content.decode()
    by = {part: Actor(account=account.pk) for part, account in tellers.items()}
    too_many, void = {"1": {"points": {"3": 9}}}, {"void": "identifies"}
    for part in ("first", "second"):
        enter(take, here, part, [(FIVE_THREE, 8), (too_many, 1), (void, 1)], by.get)
    take(actions.confirm_count, here, by=by["witness"])
    # One paper more than was handed out, or than cast on screens, and nothing is settled.
    for how in ("paper", "screen"):
        with transaction.atomic():
            Mark.objects.filter(community=poll.community_id, how=how).first().delete()
            assert refused(take, actions.settle_poll, poll) == "ballot.within_marks"
            transaction.set_rollback(True)
    take(actions.settle_poll, poll)
    papers = dict(read_back(list_of(poll).text)[1])
    assert len(papers) == 20
    assert sum(paper == FIVE_THREE for paper in papers.values()) == 8
    assert {json.dumps(papers[number]) for number in told} == {json.dumps(TWO)}
    # Nothing tells the papers of the hall from those of the screens.
    assert {len(number) for number in papers} == {14}
    assert sum(number for _marked, number in marked_of(poll, 1)) == 18
    on = NOON.date()
    (piece,) = settled_lists(poll.community_id, on, on)
    assert piece.owner == poll.pk
    filed = {each.name: each.content for each in papers_of_list(poll.community_id, piece.owner)}
    assert filed["01-papers.jsonl"] == list_of(poll).text.encode()
    assert filed["02-papers-head.txt"].decode().strip() == poll.list_head
    for change in (
        lambda: PaperList.objects.filter(community=poll.community_id).update(text="另一份"),
        lambda: PaperList.objects.filter(community=poll.community_id).delete(),
        lambda: Poll.objects.filter(community=poll.community_id).update(list_head="0" * 64),
        lambda: Poll.objects.filter(community=poll.community_id).update(list_head=""),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            change()
    take(actions.void_poll, poll)
    assert list_of(poll) is None
    assert not [*settled_lists(poll.community_id, on, on)]


def test_the_small_program_reckons_head_and_count_and_finds_a_number(
    make_listed, cast_by, take, tmp_path
):
    poll = make_listed(11)
    told = cast_by(poll, range(1, 12), FIVE_THREE)
    take(actions.close_poll, poll)
    browser = Client()
    script, papers = tmp_path / SCRIPT.name, tmp_path / "papers.jsonl"
    script.write_bytes(browser.get(address(poll, "list_script")).content)
    papers.write_bytes(browser.get(address(poll, "list_file")).content)

    def run(*more):
        ran = subprocess.run(
            [sys.executable, "-I", script, papers, *more],
            capture_output=True, text=True, encoding="utf-8", check=False, cwd=tmp_path,
            env={"PYTHONIOENCODING": "utf-8"},
        )  # fmt: skip
        return ran.returncode, ran.stdout

    code, said = run("--head", poll.list_head, "--find", told[0].lower().replace("-", " "))
    assert code == 0, said
    assert "都对得上" in said
    assert poll.list_head[:4] in said
    assert "1. 修凉亭：55 分 points（11 张 papers）" in said
    assert f"{told[0]}：修凉亭 5 分、装路灯 3 分" in said
    assert run("--find", "0000-0000-0000")[0] == 1
    papers.write_bytes(papers.read_bytes().replace(b'"1":5', b'"1":4', 1))
    code, said = run("--head", poll.list_head)
    assert (code, "校验码对不上" in said) == (1, True)
