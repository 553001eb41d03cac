"""Standing in for one another, and a calendar program's link."""

from datetime import date

import icalendar
import pytest
from django.test import Client
from django.urls import reverse

from linli.core.access.models import Account, Holding
from linli.core.audit.door import Act
from linli.core.clocks import actions
from linli.core.clocks.models import Feed, Holder, StandIn
from linli.core.clocks.queries import due, hands_of
from linli.core.clocks.queries.sharing import stand_ins_on
from linli.core.clocks.tests.cast import at, make_holder
from linli.core.clocks.tests.test_queries import Owner
from linli.lib.law import Refused

pytestmark = pytest.mark.django_db

LATER = at(12, 31)


def _start(community, by, **more):
    act = Act("matters.move", by, at(11, 2), community)
    given = {"length": 3, "title": "王秀兰家漏水", "holder": Holder(account=by.account), **more}
    return actions.start(act, Owner(community), given.pop("name", "promise"), **given)


def _account(actor):
    return Account.objects.get(pk=actor.account)


@pytest.fixture
def colleague(community):
    return make_holder(community, "worker", "李静")


def _name(community, absent, stand_in, by, since=3, until=6, moment=None):
    return actions.name_stand_in(
        community,
        absent=_account(absent),
        stand_in=_account(stand_in),
        since=date(2026, 11, since),
        until=date(2026, 11, until),
        reason="培训",
        by=by,
        at=moment or at(11, 2),
    )


def test_the_items_of_the_absent_show_to_who_stands_in_on_those_days_alone(
    community, director, colleague
):
    mine = _start(community, director, holder=Holder(account=director.account))
    posts = _start(community, director, holder=Holder(post="director"))
    _start(community, director, private=True, title="个案")
    _name(community, director, colleague, director)

    def seen(day):
        hands = hands_of(colleague, community.pk, date(2026, 11, day))
        return {clock.pk for clock in due(community.pk, LATER, hands=hands).clocks}

    assert seen(2) == set()
    assert seen(3) == seen(6) == {mine.pk, posts.pk}, "both days included, nothing private"
    assert seen(7) == set()
    with pytest.raises(Refused) as early:
        actions.hand_over_clock(
            mine, to=_account(colleague), reason="x", by=colleague, at=at(11, 2)
        )
    assert early.value.finding.rule == "clocks.in_hand"
    actions.hand_over_clock(mine, to=_account(colleague), reason="急", by=colleague, at=at(11, 3))


@pytest.mark.parametrize(
    ("since", "until", "moment", "rule"),
    [
        (6, 3, None, "clocks.stand_in_fits"),
        (1, 1, at(11, 2), "clocks.stand_in_fits"),
        (2, 2, at(11, 2), ""),
        (3, 6, None, ""),
    ],
)
def test_the_days_of_a_stand_in_are_in_order_and_not_over(
    community, director, colleague, since, until, moment, rule
):
    if not rule:
        assert _name(community, director, colleague, director, since, until, moment).pk
        return
    with pytest.raises(Refused) as refused:
        _name(community, director, colleague, director, since, until, moment)
    assert refused.value.finding.rule == rule


def test_one_stands_in_at_a_time_and_the_director_alone_names_for_others(
    community, director, worker, colleague, next_door
):
    named = _name(community, worker, colleague, worker)
    with pytest.raises(Refused) as second:
        _name(community, worker, director, director, 6, 8)
    assert second.value.finding.rule == "clocks.one_stand_in"
    with pytest.raises(Refused):
        _name(community, director, worker, worker)
    with pytest.raises(Refused) as outside:
        _name(community, director, make_holder(next_door, "worker", "外人"), director)
    assert outside.value.finding.rule == "clocks.may_receive"
    with pytest.raises(Refused):
        actions.end_stand_in(named, by=colleague, at=at(11, 4))
    actions.end_stand_in(named, by=worker, at=at(11, 4))
    assert StandIn.objects.get(community=community).until == date(2026, 11, 3)
    assert not stand_ins_on(community, date(2026, 11, 4)).exists()


def _read(community, token):
    return Client().get(reverse("clocks:ics", args=[community.code, token]))


def test_a_feed_names_nobody_and_leads_to_each_item(community, worker, time_machine_at):
    clock = _start(community, worker)
    _start(community, worker, private=True, title="个案")
    _feed, token = actions.make_feed(community, by=worker, at=at(11, 2))
    answer = _read(community, token)
    assert answer["Content-Type"].startswith("text/calendar")
    assert (answer["X-Robots-Tag"], "private" in answer["Cache-Control"]) == ("noindex", True)
    text = answer.content.decode()
    for told in ("王秀兰", "漏水", "个案", "王丽"):
        assert told not in text
    (event,) = icalendar.Calendar.from_ical(text).walk("VEVENT")
    assert event["DTSTART"].dt == date(2026, 11, 5)
    assert str(clock.pk) in event["URL"]
    assert str(event["SUMMARY"]) == "办理事项：承诺时限"


def test_a_link_is_kept_as_a_digest_and_opens_nothing_once_revoked_or_made_anew_or_left(
    community, next_door, worker, time_machine_at
):
    feed, token = actions.make_feed(community, by=worker, at=at(11, 2))
    assert token.encode() not in bytes(feed.digest)
    assert _read(next_door, token).status_code == 404
    _again, other = actions.make_feed(community, by=worker, at=at(11, 3))
    assert Feed.objects.filter(community=community).count() == 1
    assert [_read(community, each).status_code for each in (token, other)] == [404, 200]
    Holding.objects.filter(account=worker.account).update(until=date(2026, 11, 8))
    assert _read(community, other).status_code == 404, "no desk here any more"
    Holding.objects.filter(account=worker.account).update(until=None)
    stranger = make_holder(community, "worker", "别人")
    with pytest.raises(Refused):
        actions.revoke_feed(Feed.objects.get(community=community), by=stranger, at=at(11, 9))
    actions.revoke_feed(Feed.objects.get(community=community), by=worker, at=at(11, 9))
    assert _read(community, other).status_code == 404
