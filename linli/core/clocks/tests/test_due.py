from datetime import timedelta

import pytest

from linli.core.audit.door import Act, _deliverers
from linli.core.audit.models import Entry
from linli.core.clocks import actions as clocks, due
from linli.core.clocks.models import Clock, Holder
from linli.core.clocks.queries import clocks_of
from linli.core.clocks.tests.cast import at, make_community
from linli.core.clocks.tests.together import shared_database, together


@pytest.fixture
def heard(monkeypatch):
    """Everything told, in order, by whichever thread."""
    told = []
    monkeypatch.setattr("linli.core.audit.door._deliverers", [told.extend])
    assert _deliverers is not told
    return told


def run(moment):
    """What became of the clocks; the duties have a test of their own."""
    done = due.run(moment)
    return {"missed": done["missed"], "warned": done["warned"]}


def _start(community, worker, name="promise", **more):
    act = Act("matters.move", worker, at(11, 2), community)
    given = {"length": 3, "title": "楼道灯不亮", "holder": Holder(post="worker"), **more}
    return clocks.start(act, community, name, **given)


def _whom(telling):
    return telling.kind, telling.post or str(telling.account)


@pytest.mark.django_db
def test_the_holder_hears_once_the_morning_before_and_once_when_it_broke(
    community, worker, heard, django_capture_on_commit_callbacks
):
    _start(community, worker, holder=Holder(account=worker.account))
    with django_capture_on_commit_callbacks(execute=True):
        assert run(at(11, 4, 7, 59)) == {"missed": 0, "warned": 0}
        assert run(at(11, 4, 8)) == {"missed": 0, "warned": 1}
        assert run(at(11, 4, 9)) == {"missed": 0, "warned": 0}
    assert list(map(_whom, heard)) == [("clocks.about_to_break", str(worker.account))]
    assert heard[0].values["title"] == "楼道灯不亮"
    heard.clear()
    with django_capture_on_commit_callbacks(execute=True):
        assert run(at(11, 5, 23, 59)) == {"missed": 0, "warned": 0}
        assert run(at(11, 6, 0)) == {"missed": 1, "warned": 0}
        assert run(at(11, 6, 0)) == {"missed": 0, "warned": 0}
    assert list(map(_whom, heard)) == [
        ("clocks.broken", str(worker.account)),
        ("clocks.broken", "director"),
    ]
    assert clocks_of(community)[0].state == "missed"


@pytest.mark.django_db
def test_after_a_standstill_what_broke_is_told_as_broken_and_not_warned_of(
    community, worker, heard, django_capture_on_commit_callbacks
):
    _start(community, worker)
    with django_capture_on_commit_callbacks(execute=True):
        assert run(at(11, 20)) == {"missed": 1, "warned": 0}
    assert {telling.kind for telling in heard} == {"clocks.broken"}


@pytest.mark.django_db
def test_a_director_who_holds_the_clock_hears_of_it_once(
    community, worker, heard, django_capture_on_commit_callbacks
):
    _start(community, worker, holder=Holder(post="director"))
    with django_capture_on_commit_callbacks(execute=True):
        run(at(11, 20))
    assert list(map(_whom, heard)) == [("clocks.broken", "director")]


@pytest.mark.django_db
def test_of_a_private_clock_only_the_holder_hears_and_the_book_names_no_title(
    community, worker, heard, django_capture_on_commit_callbacks
):
    _start(community, worker, holder=Holder(account=worker.account), private=True)
    with django_capture_on_commit_callbacks(execute=True):
        run(at(11, 20))
    assert list(map(_whom, heard)) == [("clocks.broken", str(worker.account))]
    assert Entry.objects.get(action="clocks.miss").note["title"] == ""


@pytest.mark.django_db
def test_a_paused_or_settled_clock_is_left_alone(community, worker):
    _start(community, worker)
    _start(community, worker, name="limit", length=20)
    act = Act("matters.move", worker, at(11, 3), community)
    clocks.pause(act, community, "promise", reason="等居民补充照片")
    clocks.settle(act, community, "limit")
    assert run(at(12, 30)) == {"missed": 0, "warned": 0}


@pytest.mark.django_db
def test_time_passes_in_every_community(community, worker):
    elsewhere = make_community("110101001002", "望江社区")
    _start(community, worker)
    _start(elsewhere, worker)
    assert run(at(11, 20)) == {"missed": 2, "warned": 0}


@pytest.mark.django_db(transaction=True)
def test_two_at_once_tell_of_each_clock_exactly_once(community, worker, heard, tmp_path):
    for number in range(6):
        _start(community, worker, name=f"promise_{number}")
    with shared_database(tmp_path):
        results = together([lambda: run(at(11, 20))] * 3)
        states = set(Clock.objects.filter(community=community).values_list("state", flat=True))
        entries = Entry.objects.filter(action="clocks.miss").count()
    assert sum(result["missed"] for result in results) == 6
    assert states == {"missed"}
    assert entries == 6
    assert len(heard) == 12  # the holder and the director, for each


@pytest.mark.django_db(transaction=True)
def test_what_is_settled_while_time_runs_is_either_met_or_missed_never_both(
    community, worker, heard, tmp_path
):
    clock = _start(community, worker)
    act = Act("matters.move", worker, at(11, 5, 23, 59), community)

    def settle():
        from django.db import transaction

        with transaction.atomic():
            return clocks.settle(act, community)

    with shared_database(tmp_path):
        together([settle, lambda: run(at(11, 6, 0))])
        found = Clock.objects.get(community=community, pk=clock.pk)
    if found.state == "met":
        assert heard == []
    else:
        assert {telling.kind for telling in heard} == {"clocks.broken"}
    assert found.settled_at - act.at == timedelta(0)
