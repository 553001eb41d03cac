from datetime import timedelta

import pytest

from linli.core.access.models import Body
from linli.core.audit.actor import NOBODY
from linli.core.audit.door import Act
from linli.core.clocks import actions as clocks
from linli.core.clocks.models import Holder
from linli.core.clocks.queries import (
    clock_to_open,
    clocks_of_each,
    count_pressing,
    due,
    workday,
)
from linli.core.clocks.shown import workday_context
from linli.core.clocks.tests.cast import at, make_holder
from linli.lib.identity.ids import new_id

pytestmark = pytest.mark.django_db

LATER = at(12, 31)


class Owner:
    """Any row, as far as clocks are concerned."""

    def __init__(self, community):
        self.community_id, self.pk = community.pk, new_id()


def _start(community, by, day=2, **more):
    act = Act("matters.move", by, at(11, day), community)
    given = {"length": 3, "title": "楼道灯不亮", "holder": Holder(post="worker"), **more}
    owner = Owner(community)
    clock = clocks.start(act, owner, given.pop("name", "promise"), **given)
    return owner, clock


def test_the_work_calendar_sorts_what_is_open_by_how_it_presses(community, worker):
    _, late = _start(community, worker, day=2)  # broke when the 5th was over
    _, today = _start(community, worker, day=4)  # the 9th
    _, soon = _start(community, worker, day=6)  # the 11th
    _, later = _start(community, worker, day=6, length=20)
    owner, waits = _start(community, worker, day=6, title="等照片")
    act = Act("matters.move", worker, at(11, 6), community)
    clocks.pause(act, owner, reason="等居民补充照片")
    done, _ = _start(community, worker, day=2)
    clocks.settle(act, done)
    day = workday(community.pk, at(11, 9))
    assert day.overdue.clocks == [late]
    assert day.today.clocks == [today]
    assert day.week.clocks == [soon]
    assert day.month.clocks == [later]
    assert [clock.pk for clock in day.waiting.clocks] == [waits.pk]
    assert count_pressing(community.pk, at(11, 9)) == 2


def test_a_worker_sees_what_was_given_to_them_or_to_their_post(community, worker):
    body = Body.objects.create(
        community=community,
        name="安居物业",
        kind="property_provider",
        place=community,
        since=at(1, 1).date(),
    )
    manager = make_holder(community, "property_manager", "赵强", body)
    other = make_holder(community, "property_manager", "钱多")
    _, mine = _start(community, worker, holder=Holder(account=worker.account))
    _, posts = _start(community, worker)
    _, theirs = _start(
        community, worker, holder=Holder(post="property_manager", body=body.pk), title="门禁坏了"
    )
    _, elses = _start(community, worker, holder=Holder(account=manager.account))

    def held(actor):
        return set(due(community.pk, LATER, holder=actor).clocks)

    assert held(worker) == {mine, posts}
    assert held(manager) == {theirs, elses}
    assert held(other) == set()
    assert held(NOBODY) == set()
    assert set(due(community.pk, LATER).clocks) == {mine, posts, theirs, elses}


def test_a_private_clock_shows_to_its_holder_only(community, worker, director):
    _, secret = _start(
        community, worker, holder=Holder(account=worker.account), private=True, title="个案"
    )
    assert due(community.pk, LATER).clocks == []
    assert due(community.pk, LATER, holder=director).clocks == []
    assert due(community.pk, LATER, holder=worker).clocks == [secret]
    assert count_pressing(community.pk, LATER) == 0
    assert clock_to_open(community, secret.pk, director, LATER.date()) is None
    assert clock_to_open(community, secret.pk, worker, LATER.date()) == secret


def test_another_communitys_clocks_never_show(community, next_door, worker):
    _, clock = _start(next_door, worker)
    assert due(community.pk, LATER).clocks == []
    assert clock_to_open(community, clock.pk, worker, LATER.date()) is None


def test_pages_follow_each_other_without_gap_or_repeat_also_among_equal_days(community, worker):
    made = [_start(community, worker, day=2 + number % 3)[1] for number in range(13)]
    wanted = sorted(made, key=lambda clock: (clock.due_at, clock.id))
    seen, after = [], ""
    while True:
        page = due(community.pk, LATER, after=after, limit=4)
        seen += page.clocks
        after = page.after
        if not after:
            break
    assert seen == wanted
    assert due(community.pk, LATER, after="not a cursor", limit=4).clocks == wanted[:4]


def test_clocks_of_many_rows_come_in_two_queries(community, worker, django_assert_num_queries):
    owners = [_start(community, worker)[0] for _ in range(5)]
    with django_assert_num_queries(2):
        found = clocks_of_each(community.pk, [owner.pk for owner in owners])
    assert [len(found[owner.pk]) for owner in owners] == [1] * 5


def test_the_desks_page_costs_the_same_however_much_is_due(
    community, worker, django_assert_max_num_queries
):
    for number in range(70):
        _start(community, worker, day=2 + number % 5)
    with django_assert_max_num_queries(15):
        context = workday_context(community, at(11, 9), worker)
    assert [part.name for part in context["parts"]] == ["overdue", "today", "week"]
    assert context["parts"][0].more


def test_the_open_clocks_are_read_from_an_index_however_many_are_settled(community, worker):
    from django.db import connection

    from linli.core.clocks.models import Clock

    clocks_open = Clock.objects.filter(
        community=community, settled_at__isnull=True, private=False, due_at__lte=LATER
    ).order_by("due_at", "id")
    own = Clock.objects.filter(
        community=community, settled_at__isnull=True, holder_account_id=worker.account
    )
    if connection.vendor == "sqlite":
        assert "clock_open" in clocks_open.explain()
        assert "clock_of_account" in own.filter(due_at__lte=LATER).order_by("due_at").explain()
        assert "clock_waiting" in own.filter(waiting=True).order_by("started_at").explain()


def test_days_since_bound_a_list_from_below(community, worker):
    _start(community, worker, day=2)
    _, later = _start(community, worker, day=9)
    found = due(community.pk, LATER, since=at(11, 6, 0) + timedelta(seconds=1))
    assert found.clocks == [later]
