"""Papers handed out, boxes opened, two entries held against each other, the wall."""

import json
from datetime import timedelta

import pytest
from django.urls import reverse

from linli.core.audit.models import Entry
from linli.governance.elections.tests.polling.election_day import marks
from linli.lib.identity.ids import new_id
from linli.lib.law import Refused
from linli.mechanisms.ballot import actions as ballot
from linli.mechanisms.ballot.actions import evening
from linli.mechanisms.ballot.models import Line, Mark, Sheet, Station
from linli.mechanisms.ballot.tests.votes import stepping

pytestmark = pytest.mark.django_db

HERE = "一号站"
LINES = [(marks(1, 1, (1, 2, 3)), 8), (marks(2, 1, (4,), ["赵大"]), 4)]


def refused(rule, act, *given, **named):
    with pytest.raises(Refused) as caught:
        act(*given, **named)
    assert caught.value.finding.rule == rule
    return caught.value.finding


@pytest.fixture
def url(setting):
    return lambda name, *args: reverse(f"ballot:{name}", args=[setting.community.code, *args])


@pytest.fixture
def voting(ready):
    """The polls are open."""
    ready.open(HERE)
    return ready


@pytest.fixture
def sealed(voting):
    """Twelve papers handed out, boxes sealed, polls closed."""
    voting.hand_out(HERE, *range(1, 13))
    voting.seal(HERE)
    return voting


@pytest.fixture
def opened(sealed):
    """The box opened: twelve papers."""
    evening.open_box(
        sealed.station(HERE), returned=12, unreturned=0, by=sealed.actor("worker"), at=sealed.at
    )
    return sealed


# Handing out


def test_nobody_has_a_second_paper_at_whatever_station(voting):
    voting.set_up("二号站")
    evening.open_station(voting.station("二号站"), by=voting.committee, at=voting.at)
    voting.hand_out(HERE, 7)
    refused("ballot.one_paper", voting.hand_out, "二号站", 7)
    assert (voting.station(HERE).issued, voting.station("二号站").issued) == (1, 0)


def test_the_book_tells_neither_to_whom_nor_by_whom_nor_at_what_hour(voting):
    voting.hand_out(HERE, 7)
    entry = Entry.objects.get(action="ballot.hand_out")
    told = (entry.account, entry.post, entry.about, entry.note)
    assert told == (None, "", None, {})
    assert entry.subject == voting.station(HERE).pk
    assert (entry.at.hour, entry.at.minute) != (voting.at.hour, voting.at.minute) or (
        entry.at != voting.at
    )


def test_a_double_tap_hands_out_one_paper(voting, visit, url):
    browser, station = visit("worker"), voting.station(HERE)
    form = {"elector": voting.electors[2].pk, "once": str(new_id())}
    for _tap in range(2):
        assert browser.post(url("hand_out", station.pk), form).status_code == 302
    assert voting.station(HERE).issued == 1


def test_the_desk_tells_of_one_elector_and_never_of_many(voting, visit, url):
    voting.hand_out(HERE, 3)
    browser, station = visit("worker"), voting.station(HERE)
    one = browser.get(url("station", station.pk), {"who": "3"}).text
    assert "已领选票" in one
    several = browser.get(url("station", station.pk), {"who": "选民"}).text
    assert "已领选票" not in several
    assert "发给本人一张" not in several
    assert "就是这一位" in several
    assert "名单上没有找到" in browser.get(url("station", station.pk), {"who": "不在名单"}).text


def test_who_brings_a_mandate_gets_the_principal_s_paper_and_the_principal_none(voting, visit, url):
    principal, holder = voting.electors[4], voting.electors[5]
    with stepping() as take:
        take(
            ballot.give_proxy, principal, holder, most=3, written_on=voting.election.day,
            by=voting.committee, moment=voting.at,
        )  # fmt: skip
    refused("ballot.not_given_away", voting.hand_out, HERE, 5)
    browser, station = visit("worker"), voting.station(HERE)
    assert "已书面委托" in browser.get(url("station", station.pk), {"who": "5"}).text
    assert "受委托代投" in browser.get(url("station", station.pk), {"who": "6"}).text
    given = {"elector": principal.pk, "holder": holder.pk, "once": str(new_id())}
    browser.post(url("hand_out", station.pk), given)
    mark = Mark.objects.get(community=voting.setting.community)
    assert (mark.elector_id, mark.by_proxy) == (principal.pk, True)
    voting.hand_out(HERE, 6)  # and the holder's own


def test_a_spoiled_paper_is_exchanged_and_counted_on_both_sides(voting):
    refused(
        "ballot.can_spoil", evening.exchange, voting.station(HERE), by=voting.committee,
        at=voting.at,
    )  # fmt: skip
    voting.hand_out(HERE, 1)
    evening.exchange(voting.station(HERE), by=voting.committee, at=voting.at)
    station = voting.station(HERE)
    assert (station.issued, station.spoiled) == (2, 1)


def test_a_clock_set_back_sends_nobody_away_and_opens_nothing_again(voting):
    earlier = voting.at - timedelta(hours=2)
    evening.hand_out(
        voting.station(HERE), elector=voting.electors[0], by=voting.actor("worker"), at=earlier
    )
    assert voting.station(HERE).issued == 1
    voting.seal(HERE)
    refused(
        "ballot.open", evening.hand_out, voting.station(HERE), elector=voting.electors[1],
        by=voting.actor("worker"), at=earlier,
    )  # fmt: skip


# The evening


def test_a_station_that_balances_and_agrees_is_confirmed_by_its_witness_alone(opened):
    for part in ("first", "second"):
        opened.enter(HERE, part, LINES)
    for key in ("worker", "mediator"):
        refused(
            "ballot.is_teller", evening.confirm_count, opened.station(HERE),
            by=opened.actor(key), at=opened.at,
        )  # fmt: skip
    station = evening.confirm_count(
        opened.station(HERE), by=opened.actor("supervisor"), at=opened.at
    )
    assert (station.state, station.witnessed_by_id) == ("counted", opened.account("supervisor").pk)


def test_entries_that_differ_are_read_again_and_the_first_entry_is_kept(opened, visit, url):
    opened.enter(HERE, "first", LINES)
    opened.enter(HERE, "second", [(LINES[0][0], 7), (LINES[1][0], 5)])
    refused(
        "ballot.entries_agree", evening.confirm_count, opened.station(HERE),
        by=opened.actor("supervisor"), at=opened.at,
    )  # fmt: skip
    page = visit("supervisor").get(url("compare", opened.station(HERE).pk)).text
    assert "林海、韩冰、高远、白露、江月" in page
    assert "委员 另选：赵大" in page
    assert "确认这个站的计票" not in page
    opened.enter(HERE, "second", LINES)
    assert (
        "确认这个站的计票" in visit("supervisor").get(url("compare", opened.station(HERE).pk)).text
    )
    kept = Sheet.objects.filter(community=opened.setting.community, part="second")
    assert kept.filter(superseded_at__isnull=False).count() == 1


def test_a_station_that_does_not_balance_cannot_be_confirmed(sealed, visit, url):
    station = sealed.station(HERE)
    browser = visit("worker")
    counted = {"issued": 12, "spoiled": 0, "returned": 11, "unreturned": 0}
    browser.post(url("open_box", station.pk), counted)
    page = browser.get(url("compare", station.pk)).text
    assert "对不上" in page
    lines = [(LINES[0][0], 11)]
    for part in ("first", "second"):
        sealed.enter(HERE, part, lines)
    refused(
        "ballot.balance", evening.confirm_count, sealed.station(HERE),
        by=sealed.actor("supervisor"), at=sealed.at,
    )  # fmt: skip


def test_the_stubs_correct_what_the_desk_counted(sealed, visit, url):
    """Papers handed out while the desk had no network stand on the stubs alone."""
    station = sealed.station(HERE)
    counted = {"issued": 14, "spoiled": 1, "returned": 13, "unreturned": 0}
    assert visit("worker").post(url("open_box", station.pk), counted).status_code == 302
    station = sealed.station(HERE)
    assert (station.issued, station.spoiled, station.returned) == (14, 1, 13)


def test_more_papers_than_handed_out_void_the_station(sealed, visit, url):
    station = sealed.station(HERE)
    evening.open_box(station, returned=13, unreturned=0, by=sealed.actor("worker"), at=sealed.at)
    page = visit("representative").post(url("void_station", station.pk), {"ground": "too_many"})
    assert page.status_code == 302
    assert sealed.station(HERE).state == "void"


def test_the_box_of_three_is_joined_to_the_box_of_many(ready):
    ready.set_up("流动票箱", mobile=True)
    ready.open(HERE, "流动票箱")
    ready.hand_out(HERE, *range(1, 10))
    ready.hand_out("流动票箱", 20, 21, 22)
    ready.seal(HERE, "流动票箱")
    for name, number in ((HERE, 9), ("流动票箱", 3)):
        evening.open_box(
            ready.station(name), returned=number, unreturned=0, by=ready.actor("worker"),
            at=ready.at,
        )  # fmt: skip
    evening.join_boxes(
        ready.station("流动票箱"), into=ready.station(HERE), by=ready.committee, at=ready.at
    )
    for part in ("first", "second"):
        ready.enter(HERE, part, LINES)
    station = evening.confirm_count(ready.station(HERE), by=ready.actor("supervisor"), at=ready.at)
    assert station.state == "counted"


def test_a_sheet_brought_twice_after_the_network_broke_counts_once(opened, visit, url):
    browser, station = visit("worker"), opened.station(HERE)
    sent = {
        "key": str(new_id()),
        "lines": [{"pattern": pattern, "number": number} for pattern, number in LINES],
    }
    answers = [
        browser.post(url("enter", station.pk), json.dumps(sent), content_type="application/json")
        for _time in range(2)
    ]
    assert [answer.status_code for answer in answers] == [200, 200]
    assert answers[0].json() == answers[1].json()
    assert Sheet.objects.filter(community=opened.setting.community).count() == 1


@pytest.mark.parametrize(
    "lines",
    [
        [{"pattern": {"9": {"marks": {"1": "for"}}}, "number": 1}],
        [{"pattern": {"1": {"marks": {"7": "for"}}}, "number": 1}],
        [{"pattern": {"1": {"marks": {"1": "perhaps"}}}, "number": 1}],
        [{"pattern": {"1": {"written": ["甲", "乙"]}}, "number": 1}],
        [{"pattern": {}, "number": -3}],
        [{"pattern": {}, "number": 0}],
    ],
)
def test_marks_the_paper_does_not_have_and_numbers_that_are_none_are_refused_in_words(
    opened, visit, url, lines
):
    sent = json.dumps({"key": str(new_id()), "lines": lines})
    address = url("enter", opened.station(HERE).pk)
    answer = visit("worker").post(address, sent, content_type="application/json")
    assert answer.status_code == 409
    assert answer.json()["refused"]["sentence"]
    assert not Line.objects.filter(community=opened.setting.community).exists()


def test_what_is_no_sheet_at_all_is_turned_away(opened, visit, url):
    address = url("enter", opened.station(HERE).pk)
    for sent in ("", "[]", "{}", '{"key": "x", "lines": []}', '{"key": null}'):
        answer = visit("worker").post(address, sent, content_type="application/json")
        assert answer.status_code == 404


def test_the_table_without_scripts_carries_the_papers_and_hands_them_in(opened, visit, url):
    browser, station = visit("worker"), opened.station(HERE)
    address = url("table", station.pk)

    def form_of(page):
        return {"key": page.context["key"], "lines": page.context["carried"]}

    page = browser.get(address)
    form = {**form_of(page), "m-1-1": "for", "m-2-1": "for", "number": "8", "do": "add"}
    page = browser.post(address, {**form, "m-3-1": "for", "m-3-2": "for", "m-3-3": "for"})
    wrong = browser.post(address, {**form_of(page), "number": "", "do": "add"})
    assert "从 1 到 9999" in wrong.text
    more = {"m-1-2": "for", "m-2-1": "for", "m-3-4": "for", "w-3-0": " 赵 大 ", "number": "5"}
    page = browser.post(address, {**form_of(wrong), **more, "do": "add"})
    assert [line["number"] for line in page.context["lines"]] == [8, 5]
    page = browser.post(address, {**form_of(page), "remove": "1"})
    page = browser.post(address, {**form_of(page), **more, "number": "4", "do": "add"})
    assert page.context["sums"].papers == 12
    done = browser.post(address, {**form_of(page), "do": "hand_in"})
    assert done["Location"] == url("compare", station.pk)
    opened.enter(HERE, "second", LINES)
    evening.confirm_count(opened.station(HERE), by=opened.actor("supervisor"), at=opened.at)


def test_who_handed_in_comes_back_to_the_checking_unless_they_enter_again(opened, visit, url):
    opened.enter(HERE, "first", LINES)
    browser, address = visit("worker"), url("table", opened.station(HERE).pk)
    assert browser.get(address)["Location"] == url("compare", opened.station(HERE).pk)
    again = browser.get(address, {"again": "1"})
    assert again.status_code == 200
    assert json.loads(json.dumps(again.context["data"]["earlier"]))[0]["number"] == 8


# The wall


def test_the_wall_tells_nothing_before_the_close_and_nothing_of_so_few(voting, visit, url):
    wall = url("wall", voting.round.poll_id)
    voting.hand_out(HERE, *range(1, 10))
    assert "已领票" not in visit().get(wall).text
    voting.hand_out(HERE, 10)
    assert "已领票 10 张" in visit().get(wall).text
    voting.seal(HERE)
    voting.count(HERE, [(marks(1), 9)], unreturned=1)
    page = visit().get(wall)
    assert page.context["counted"] is None
    assert "林海" not in page.text


def test_the_wall_shows_what_was_confirmed_and_names_nobody_who_was_written_in(sealed, visit, url):
    wall = url("wall", sealed.round.poll_id)
    sealed.count(HERE, LINES, confirm=False)
    assert visit().get(wall).context["counted"] is None
    evening.confirm_count(sealed.station(HERE), by=sealed.actor("supervisor"), at=sealed.at)
    page = visit().get(wall)
    votes = {
        line.title: line.votes for question in page.context["counted"].questions
        for line in question.lines
    }  # fmt: skip
    assert (votes["林海"], votes["苏婉"], votes["韩冰"]) == (8, 4, 12)
    assert "另选他人 4" in page.text
    data = visit().get(url("wall_data", sealed.round.poll_id))
    for text in (page.text, data.text):
        assert "赵大" not in text
    part = visit().get(wall, headers={"HX-Request": "true"})
    assert "<html" not in part.text


def test_a_confirmed_station_can_be_counted_again_until_the_result_stands(sealed, visit, url):
    sealed.count(HERE, LINES)
    station = sealed.station(HERE)
    visit("representative").post(url("move", station.pk, "count-again"))
    again = sealed.station(HERE)
    assert (again.state, again.witnessed_by_id) == ("closed", None)


def test_what_cannot_be_done_with_a_station_is_not_found(voting, visit, url):
    station = voting.station(HERE)
    browser = visit("representative")
    assert browser.post(url("move", station.pk, "fly")).status_code == 404
    assert browser.post(url("move", station.pk, "take-down")).status_code == 409
    assert Station.objects.filter(community=voting.setting.community).count() == 1
