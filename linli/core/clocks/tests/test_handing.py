"""Handing over, stopping and prolonging at the desk; what somebody left behind."""

from datetime import date

import pytest

from linli.core.access.models import Account, Holding
from linli.core.audit.actor import the_clock
from linli.core.audit.door import Act
from linli.core.clocks import actions, terms
from linli.core.clocks.models import Clock, ClockHandover, Holder
from linli.core.clocks.queries import due, hands_of
from linli.core.clocks.queries.sharing import count_left_behind, items_of, left_behind
from linli.core.clocks.tests.cast import at, make_account, make_holder
from linli.core.clocks.tests.test_queries import Owner
from linli.lib.law import Refused

pytestmark = pytest.mark.django_db

NOW = at(11, 3)
LATER = at(12, 31)


def _start(community, by, **more):
    act = Act("matters.move", by, at(11, 2), community)
    given = {"length": 3, "title": "楼道灯不亮", "holder": Holder(account=by.account), **more}
    return actions.start(act, Owner(community), given.pop("name", "promise"), **given)


def _account(actor):
    return Account.objects.get(pk=actor.account)


def _rule(refused):
    return refused.value.finding.rule


@pytest.fixture
def colleague(community):
    return make_holder(community, "worker", "李静")


@pytest.fixture
def declared(monkeypatch):
    monkeypatch.setattr(terms, "_TERMS", {})
    monkeypatch.setattr(terms, "_PASSES_ON", {})
    return terms.declare_terms


def test_forty_items_go_to_a_colleague_at_once_or_none_does(community, worker, director, colleague):
    clocks = [_start(community, worker) for _number in range(40)]
    keys = [clock.pk for clock in clocks]
    given = {"to": _account(colleague), "by": director, "at": NOW}
    with pytest.raises(Refused) as nothing_said:
        actions.hand_over_some(community, clocks=keys, reason=" ", **given)
    assert _rule(nothing_said) == "clocks.given_reason"
    settled = _start(community, worker)
    Clock.objects.filter(community=community, pk=settled.pk).update(
        state="met", settled_at=NOW, warn_at=None
    )
    with pytest.raises(Refused):
        actions.hand_over_some(community, clocks=[*keys, settled.pk], reason="离职", **given)
    assert len(items_of(community, worker.account)) == 40
    assert actions.hand_over_some(community, clocks=keys, reason="离职", **given) == 40
    assert len(items_of(community, colleague.account)) == 40
    handed = ClockHandover.objects.filter(community=community)
    assert {(each.from_account_id, each.reason) for each in handed} == {(worker.account, "离职")}


def test_both_limits_of_one_thing_go_together_and_its_room_follows(
    community, worker, director, colleague, declared
):
    followed = []
    declared(
        "tests.Owner", {}, passes_on=lambda act, clock, to, why: followed.append((to.account, why))
    )
    act = Act("matters.move", worker, at(11, 2), community)
    owner = Owner(community)
    for name in ("promise", "limit"):
        actions.start(act, owner, name, length=3, title="灯", holder=Holder(account=worker.account))
    Clock.objects.filter(community=community).update(owner_kind="tests.Owner")
    clock = Clock.objects.get(community=community, name="promise")
    actions.hand_over_clock(clock, to=_account(colleague), reason="休假", by=worker, at=NOW)
    holders = Clock.objects.filter(community=community).values_list("holder_account", flat=True)
    assert set(holders) == {colleague.account}
    assert followed == [(colleague.account, "休假")]


def test_one_gives_away_only_what_one_holds_and_only_to_whom_has_a_desk_here(
    community, next_door, worker, director, colleague
):
    clock = _start(community, worker)
    with pytest.raises(Refused) as not_mine:
        actions.hand_over_clock(clock, to=_account(worker), reason="x", by=colleague, at=NOW)
    assert _rule(not_mine) == "access.permitted"
    outsider = make_holder(next_door, "worker", "外人")
    for other in (_account(outsider), make_account("居民"), _account(worker)):
        with pytest.raises(Refused) as nobody:
            actions.hand_over_clock(clock, to=other, reason="x", by=worker, at=NOW)
        assert _rule(nobody) == "clocks.may_receive"


def test_a_clock_is_prolonged_within_what_its_rule_allows_and_not_a_day_more(
    community, worker, declared
):
    declared("tests.Owner", {"promise": terms.Terms(extendable=5, cites=("petition.34",))})
    clock = _start(community, worker)
    Clock.objects.filter(community=community).update(owner_kind="tests.Owner")
    for by in (3, 2):
        _extend(clock, by, worker)
    with pytest.raises(Refused) as beyond:
        _extend(clock, 1, worker)
    assert _rule(beyond) == "clocks.within_extension"
    assert beyond.value.finding.cites == ("petition.34",)
    limit = _start(community, worker, name="limit")
    with pytest.raises(Refused) as undeclared:
        _extend(limit, 1, worker)
    assert _rule(undeclared) == "clocks.within_extension"


def _extend(clock, days, by):
    return actions.extend_clock(clock, by=by, at=NOW, days=days, reason="等配件")


def test_a_clock_rests_and_goes_on_where_that_was_declared(community, worker, declared):
    clock = _start(community, worker)
    with pytest.raises(Refused) as undeclared:
        actions.pause_clock(clock, reason="等材料", by=worker, at=NOW)
    assert _rule(undeclared) == "clocks.may_pause"
    declared("tests.Owner", {"promise": terms.Terms(pauses=True)})
    Clock.objects.filter(community=community).update(owner_kind="tests.Owner")
    actions.pause_clock(clock, reason="等材料", by=worker, at=NOW)
    assert Clock.objects.get(community=community).state == "paused"
    actions.resume_clock(clock, by=worker, at=at(11, 10))
    assert Clock.objects.get(community=community).last_day > date(2026, 11, 10)


def test_what_a_leaver_had_falls_to_the_post_and_is_told_to_the_director_until_given_on(
    community, worker, director, colleague
):
    clock = _start(community, worker)
    secret = _start(community, worker, private=True, title="个案")
    held = Holding.objects.filter(account=worker.account)
    assert actions.release(community, by=the_clock(), at=NOW) == 0
    held.update(until=date(2026, 11, 3))
    assert actions.release(community, by=the_clock(), at=NOW) == 2
    assert actions.release(community, by=the_clock(), at=NOW) == 0
    assert {each.pk for each in left_behind(community)} == {clock.pk, secret.pk}
    pool = due(community.pk, LATER, hands=hands_of(colleague, community.pk)).clocks
    assert [each.pk for each in pool] == [clock.pk], "to the post, and nothing private"
    keys = [clock.pk, secret.pk]
    actions.hand_over_some(
        community, clocks=keys, to=_account(colleague), reason="离职", by=director, at=NOW
    )
    assert count_left_behind(community) == 0
    assert len(due(community.pk, LATER, hands=hands_of(colleague, community.pk)).clocks) == 2


def test_a_closed_account_leaves_nothing_behind_unseen_and_another_desk_keeps_it(community, worker):
    _start(community, worker)
    Holding.objects.create(
        account_id=worker.account, post="mediator", place=community, since=date(2026, 1, 1)
    )
    Holding.objects.filter(account=worker.account, post="worker").update(until=date(2026, 11, 1))
    assert actions.release(community, by=the_clock(), at=NOW) == 0
    Account.objects.filter(pk=worker.account).update(is_active=False)
    assert actions.release(community, by=the_clock(), at=NOW) == 1
