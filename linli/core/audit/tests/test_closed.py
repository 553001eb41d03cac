"""What is closed leaves no trace where anybody but its few could meet it."""

from datetime import timedelta

import pytest
import rules
from django.apps import apps
from django.urls import reverse
from django.utils import timezone, translation

from linli.core.access.models import Account, Body
from linli.core.audit import door
from linli.core.audit.actor import holds
from linli.core.audit.closed import closed_models, is_closed, kind_is_closed
from linli.core.audit.door import Replayed, action, record_opening, record_openings
from linli.core.audit.models import ClosedEntry, Entry, Submission
from linli.core.audit.queries import closed_entries_about, closed_entries_of, closed_rows_opened
from linli.core.clocks.actions import running
from linli.core.clocks.due import run
from linli.core.clocks.feed import kind_of_work
from linli.core.clocks.models import Clock, Holder
from linli.core.clocks.queries.due import (
    clock_to_open,
    count_pressing,
    due,
    hands_of,
    workday,
)
from linli.core.clocks.queries.sharing import clocks_called, items_of, leavers_with_items
from linli.core.files.filing import Piece
from linli.core.files.models import StoredFile
from linli.core.files.owners import CLOSED_OWNERS, OWNERS, register_closed_owner
from linli.core.files.queries import file_for, lend
from linli.core.jobs.registry import KINDS as JOBS
from linli.core.jobs.starting import begin
from linli.core.links.linking import link
from linli.core.links.models import Link
from linli.core.links.queries import links_of
from linli.core.messages.kinds import CLOSED, KINDS, Kind, say_message
from linli.core.messages.models import Message
from linli.core.places.scope import CommunityRow
from linli.lib.identity.ids import new_closed_id, new_id
from linli.lib.law import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def at():
    return timezone.now()


@pytest.fixture
def actors(setting, at):
    return lambda key: setting.actor(key, timezone.localdate(at))


@pytest.fixture
def closed_body(setting, monkeypatch, at):
    """A row of a class that is closed for this test; bodies stand in for cases."""
    row = Body.objects.create(
        id=new_closed_id(),
        community=setting.community,
        name="甲",
        kind="utility",
        place=setting.community,
        since=at.date(),
    )
    monkeypatch.setattr(Body, "is_closed", True, raising=False)
    return row


@pytest.fixture
def trial(monkeypatch):
    """An act of this test alone."""
    name = f"audit.trial_{new_id().hex[-6:]}"
    monkeypatch.setattr(door, "ACTIONS", dict(door.ACTIONS))
    rules.add_perm(name, holds("director", "worker"))

    @action(name, needs=name)
    def act_of_trial(act, subject, *, do=lambda act: None, gives=None):
        done = do(act)
        return gives if gives is not None else done

    yield act_of_trial
    rules.remove_perm(name)


def test_every_row_that_hangs_on_a_closed_one_is_closed_and_its_id_tells_no_time():
    closed = set(closed_models())
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            if field.related_model in closed:
                assert is_closed(model), f"{model._meta.label}.{field.name} points to a closed row"
    for model in closed:
        if issubclass(model, CommunityRow):
            assert model().pk.version == 4, f"{model._meta.label}: ids by new_closed_id"


def test_what_is_done_to_a_closed_row_is_not_in_the_book(closed_body, setting, trial, actors, at):
    before, once = Entry.objects.count(), new_id()
    trial(closed_body, by=actors("worker"), at=at, once=once)
    trial(setting.community, gives=closed_body, by=actors("worker"), at=at)
    trial(setting.community, do=lambda act: act.keep_closed(), by=actors("worker"), at=at)
    person = setting.accounts["elder"].person
    record_opening("casework.open", actors("worker"), closed_body, at=at, about=person.pk)
    record_openings("people.list", actors("worker"), [person], at=at, note={}, subject=closed_body)
    assert Entry.objects.count() == before
    assert closed_entries_of(closed_body.pk).count() == 4
    assert closed_entries_about(person.pk).count() == 2
    assert {entry.pk.version for entry in ClosedEntry.objects.all()} == {4}
    worker = actors("worker").account
    assert closed_rows_opened(worker, ["casework.open"], at - timedelta(hours=1)) == 1
    sent = Submission.objects.get(key=once)
    assert sent.action == ""
    assert timezone.localtime(sent.at).time().isoformat() == "00:00:00"
    with pytest.raises(Replayed):
        trial(closed_body, by=actors("worker"), at=at, once=once)


def test_a_message_about_a_closed_row_says_nothing_and_goes_to_one_person(
    closed_body, setting, trial, actors, at, monkeypatch, django_capture_on_commit_callbacks
):
    monkeypatch.setitem(KINDS, "audit.trial", Kind("“{what}”要办了", opens="clocks:clock"))
    worker = actors("worker").account
    with django_capture_on_commit_callbacks(execute=True):
        trial(
            closed_body,
            do=lambda act: act.tell("audit.trial", account=worker, what="家暴"),
            by=actors("worker"),
            at=at,
        )
    message = Message.objects.get(community=setting.community, account=worker, kind=CLOSED)
    assert (message.values, message.subject, message.subject_kind) == ({}, None, "")
    assert message.url == reverse("clocks:clock", args=[setting.community.code, closed_body.pk])
    for language in ("zh-hans", "en"):
        with translation.override(language):
            assert "暴" not in "".join(say_message(message.kind, message.values))
    with pytest.raises(ValueError, match="post"):
        trial(
            closed_body,
            do=lambda act: act.tell("audit.trial", post="director", what=""),
            by=actors("worker"),
            at=at,
        )


def test_a_clock_of_a_closed_row_shows_to_its_holder_and_the_one_named(
    closed_body, setting, trial, actors, at
):
    worker, second = actors("worker"), actors("mediator")
    held = Holder(account=worker.account, second=second.account)
    for wrong in (Holder(post="worker"), Holder()):
        with pytest.raises(ValueError, match="account"):
            trial(
                closed_body,
                do=lambda act, wrong=wrong: running.start(
                    act, closed_body, "next", length=1, title="x", holder=wrong
                ),
                by=worker,
                at=at,
            )
    trial(
        closed_body,
        do=lambda act: running.start(
            act, closed_body, "next", length=1, unit="days", title="下一步", holder=held
        ),
        by=worker,
        at=at,
    )
    community, on = setting.community, timezone.localdate(at)
    clock = Clock.objects.get(community=community, closed=True)
    assert clock.private
    assert clock.pk.version == 4
    until = at + timedelta(days=30)
    for actor in (worker, second):
        hands = hands_of(actor, community.pk, on)
        assert clock in due(community.pk, until, hands=hands).clocks
        assert clock_to_open(community, clock.pk, actor, on) == clock
    for key in ("director", "supervisor", "representative"):
        actor = actors(key)
        hands = hands_of(actor, community.pk, on)
        assert clock not in due(community.pk, until, hands=hands).clocks
        assert clock_to_open(community, clock.pk, actor, on) is None
    assert clock not in due(community.pk, until).clocks
    assert not any(clock in part.clocks for part in (workday(community.pk, at).week,))
    assert clock not in items_of(community, worker.account)
    assert clock not in clocks_called(community, [clock.pk])
    Account.objects.filter(pk=worker.account).update(is_active=False)
    assert worker.account not in {each.account for each in leavers_with_items(community.pk, on)}
    before = Entry.objects.count()
    run(at + timedelta(days=5))
    clock.refresh_from_db()
    assert clock.state == "missed"
    assert not Entry.objects.filter(subject=clock.pk).exists()
    assert Entry.objects.count() >= before
    assert closed_entries_of(clock.pk).exists()
    assert clock not in due(community.pk, until).clocks
    assert count_pressing(community.pk, until, holder=worker) >= 1
    assert kind_of_work(clock)


def test_nobody_hands_a_closed_clock_on_from_the_calendar(closed_body, setting, trial, actors, at):
    from linli.core.clocks.actions import hand_over_clock

    worker = actors("worker")
    trial(
        closed_body,
        do=lambda act: running.start(
            act, closed_body, "next", length=3, title="x", holder=Holder(account=worker.account)
        ),
        by=worker,
        at=at,
    )
    clock = Clock.objects.get(community=setting.community, closed=True)
    with pytest.raises(Refused) as refusal:
        hand_over_clock(clock, to=setting.accounts["director"], reason="休假", by=worker, at=at)
    assert refusal.value.finding.rule == "clocks.passed_on_here"


def test_only_the_closed_row_tells_of_a_tie(closed_body, setting, trial, actors, at):
    trial(
        setting.community,
        do=lambda act: link(act, closed_body, "follows_from", setting.community),
        by=actors("worker"),
        at=at,
    )
    assert Link.objects.get(community=setting.community).by_id is None
    assert [tied.kind for tied in links_of(closed_body)] == ["places.Place"]
    assert links_of(setting.community) == []


def test_a_file_of_a_closed_row_is_not_there_for_others(
    closed_body, setting, actors, at, monkeypatch, django_assert_num_queries
):
    monkeypatch.setattr("linli.core.files.owners.OWNERS", dict(OWNERS))
    for kind in list(CLOSED_OWNERS):
        monkeypatch.delitem(CLOSED_OWNERS, kind)
    monkeypatch.setitem(CLOSED_OWNERS, "access.Body", None)
    worker = actors("worker")

    def loads(actor, key):
        mine = actor.account == worker.account
        return Body.objects.filter(community=setting.community, pk=key if mine else new_id())

    register_closed_owner("access.Body", loads)
    file = StoredFile.objects.create(
        id=new_closed_id(),
        community=setting.community,
        owner_kind="access.Body",
        owner=closed_body.pk,
        kind="document",
        content_type="application/pdf",
        bytes=1,
        sha256="0" * 64,
        stored_name="x.pdf",
        visibility="staff",
        created_at=at,
    )
    assert file_for(worker, file.pk, lent="", at=at) == file
    director = actors("director")
    for key in (file.pk, new_id()):
        with django_assert_num_queries(2):
            assert file_for(director, key, lent=lend(file, at), at=at) is None


def test_no_job_and_no_archive_names_what_is_closed(closed_body, setting, trial, actors, at):
    with pytest.raises(ValueError, match="closed row"):
        trial(
            closed_body,
            do=lambda act: begin(act, next(iter(JOBS))),
            by=actors("worker"),
            at=at,
        )
    with pytest.raises(ValueError, match="closed"):
        Piece(closed_body.pk, "access.Body", "x", at.date())
    assert not kind_is_closed("no.Such")
    assert not kind_is_closed("")


def test_reading_a_message_about_something_closed_is_not_in_the_book(setting, actors, at):
    from linli.core.messages.actions import read

    worker = actors("worker")
    message = Message.objects.create(
        community=setting.community,
        telling=new_id(),
        account_id=worker.account,
        kind=CLOSED,
        created_at=at,
    )
    before = Entry.objects.count()
    read(message, by=worker, at=at)
    assert Entry.objects.count() == before
