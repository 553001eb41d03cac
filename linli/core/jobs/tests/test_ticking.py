from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from linli.core.jobs import due, ticking
from linli.core.jobs.models import Tick
from linli.core.jobs.queries import health_of_ticks
from linli.core.jobs.rules import KEEP_FAILED_TICKS, KEEP_TICKS
from linli.core.jobs.tests.conftest import AT

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def doing(monkeypatch):
    """What was due is written here instead of being done."""
    done = []

    def note(name):
        return lambda: lambda at: done.append((name, at))

    def fail(at):
        raise ValueError("李阿姨 13800138000")

    def broken():
        raise ImportError("its module cannot even be read")

    def hurt(at):
        with transaction.atomic():
            Tick.objects.create(minute=AT, worker="a")
            Tick.objects.create(minute=AT, worker="b")

    given = [
        ("first", note("first")),
        ("failing", lambda: fail),
        ("unreadable", broken),
        ("hurting", lambda: hurt),
        ("last", note("last")),
    ]
    monkeypatch.setattr(ticking, "dues", lambda: iter(given))
    return done


def test_a_minute_is_done_once_whoever_comes_second(doing):
    assert ticking.tick(AT, "one:1:a")
    assert ticking.tick(AT + timedelta(seconds=40), "two:2:b") is None
    assert [name for name, _ in doing] == ["first", "last"]


def test_two_workers_that_look_in_the_same_moment_do_not_both_have_it(monkeypatch):
    looked = ticking.claim_minute(AT, "one:1:a")
    assert looked
    # The second saw no row yet when it looked.
    monkeypatch.setattr(
        Tick.objects, "filter", lambda **_: type("Nothing", (), {"exists": lambda self: False})()
    )
    assert ticking.claim_minute(AT, "two:2:b") is None


def test_one_that_fails_does_not_keep_the_others_from_their_turn(doing):
    minute = ticking.tick(AT + timedelta(minutes=3))
    assert [name for name, _ in doing] == ["first", "last"]
    assert minute.failed == 3
    assert [failure["app"] for failure in minute.failures] == ["failing", "unreadable", "hurting"]
    assert "138" not in str(minute.failures)
    assert "test_ticking.py" in minute.failures[0]["trouble"]


def test_after_a_sleep_one_minute_does_it_all(doing):
    ticking.tick(AT)
    ticking.tick(AT + timedelta(hours=8, seconds=5))
    assert [at for name, at in doing if name == "first"] == [
        AT,
        AT + timedelta(hours=8, seconds=5),
    ]
    assert Tick.objects.count() == 2


def test_every_app_with_due_work_is_found():
    found = {app for app, _ in ticking.dues()}
    assert {"files", "core_messages", "jobs"} <= found
    assert all(callable(find()) for app, find in ticking.dues())


def test_a_due_module_that_cannot_be_read_fails_when_its_turn_comes(monkeypatch):
    def refuse(name):
        raise SyntaxError(name)

    monkeypatch.setattr(ticking, "import_module", refuse)
    for _app, find in ticking.dues():
        with pytest.raises(SyntaxError):
            find()


def test_a_real_minute_runs_through_without_failure(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    minute = ticking.tick(timezone.now())
    ours = {"files", "core_messages", "jobs"}
    assert [failure for failure in minute.failures if failure["app"] in ours] == []
    assert minute.finished_at


def test_health_says_when_the_minutes_stand_still(doing):
    at = timezone.now()
    assert health_of_ticks(at).late
    ticking.tick(at)
    assert not health_of_ticks(at + timedelta(minutes=4)).late
    assert health_of_ticks(at + timedelta(minutes=9)).late
    assert [tick.failed for tick in health_of_ticks(at).failed] == [3]


def test_minutes_are_kept_for_days_and_those_that_failed_for_weeks(doing):
    ticking.tick(AT)
    Tick.objects.create(minute=AT + timedelta(minutes=1), worker="a", finished_at=AT)
    due.run(AT + KEEP_TICKS + timedelta(hours=1))
    assert [tick.failed for tick in Tick.objects.all()] == [3]
    due.run(AT + KEEP_FAILED_TICKS + timedelta(hours=1))
    assert not Tick.objects.exists()


def test_the_database_itself_holds_a_minute_once():
    Tick.objects.create(minute=AT, worker="a")
    with pytest.raises(IntegrityError), transaction.atomic():
        Tick.objects.create(minute=AT, worker="b")
