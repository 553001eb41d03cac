"""The one door: permission, transaction, audit and telling, together or not at all."""

from datetime import timedelta

import pytest
import rules
from django.utils import timezone

from linli.core.access.actions import appoint, register_body
from linli.core.access.models import Body
from linli.core.audit import door
from linli.core.audit.actor import NOBODY, Actor, HeldPost, holds
from linli.core.audit.door import Replayed, action, may, record_opening
from linli.core.audit.models import Entry, Submission
from linli.lib.identity.ids import new_id
from linli.lib.law import Finding, Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def at():
    return timezone.now()


@pytest.fixture
def director(setting, at):
    return setting.actor("director", timezone.localdate(at))


@pytest.fixture
def trial_act(monkeypatch):
    """An act of this test alone: open to directors, does what it is told."""
    name = f"audit.trial_{new_id().hex[-6:]}"
    monkeypatch.setattr(door, "ACTIONS", dict(door.ACTIONS))
    rules.add_perm(name, holds("director"))

    @action(name, needs=name)
    def trial(act, community, *, do=lambda act: None):
        Body.objects.create(
            community=community,
            name="试验",
            kind="utility",
            place=community,
            since=act.at.date(),
        )
        do(act)
        return community

    yield trial
    rules.remove_perm(name)


def test_who_may_not_is_refused_and_nothing_is_written(trial_act, setting, at):
    before = Entry.objects.count()
    for actor in (NOBODY, setting.actor("worker", at.date()), setting.actor("outsider", at.date())):
        with pytest.raises(Refused) as refusal:
            trial_act(setting.community, by=actor, at=at)
        assert refusal.value.finding.rule == "access.permitted"
    assert Entry.objects.count() == before
    assert not Body.objects.filter(community=setting.community, name="试验").exists()


def test_an_act_is_written_down_with_who_under_which_post_and_when(
    trial_act, setting, director, at
):
    trial_act(setting.community, do=lambda act: act.note(label="甲"), by=director, at=at)
    entry = Entry.objects.get(action=trial_act.action)
    assert (entry.account, entry.post, entry.at) == (director.account, "director", at)
    assert (entry.community, entry.note) == (setting.community.pk, {"label": "甲"})
    entry.action, entry.note = "access.register_body", {"name": "水务公司"}
    assert "水务公司" in entry.words, "pages read it as a sentence"


def test_an_act_that_fails_leaves_nothing_and_takes_back_what_it_did_elsewhere(
    trial_act, setting, director, at
):
    taken_back = []

    def break_off(act):
        act.undo.append(lambda: taken_back.append("file"))
        raise Refused(Finding(False, "access.login_free"))

    with pytest.raises(Refused):
        trial_act(setting.community, do=break_off, by=director, at=at)
    assert taken_back == ["file"]
    assert not Body.objects.filter(community=setting.community, name="试验").exists()
    assert not Entry.objects.filter(action=trial_act.action).exists()


def test_a_form_does_its_work_once(trial_act, setting, director, at):
    key = new_id()
    trial_act(setting.community, by=director, at=at, once=key)
    with pytest.raises(Replayed) as replayed:
        trial_act(setting.community, by=director, at=at, once=key)
    assert replayed.value.subject == setting.community.pk
    assert Body.objects.filter(community=setting.community, name="试验").count() == 1
    assert Submission.objects.filter(key=key).count() == 1


def test_a_form_that_was_refused_may_be_sent_again(trial_act, setting, director, at):
    key = new_id()

    def refuse(act):
        raise Refused(Finding(False, "access.login_free"))

    with pytest.raises(Refused):
        trial_act(setting.community, do=refuse, by=director, at=at, once=key)
    trial_act(setting.community, by=director, at=at, once=key)
    assert Body.objects.filter(community=setting.community, name="试验").count() == 1


def test_a_post_covers_what_lies_under_its_place_and_ends_with_its_term(setting, at):
    street = HeldPost("street_officer", setting.street.path)
    actor = Actor(posts=(street,))
    assert actor.holds("street_officer", over=setting.street)
    assert not actor.holds("director", over=setting.street)
    # A post at the street is none inside the community: its rows hold persons.
    assert not actor.holds("street_officer", over=setting.bodies["committee"])
    account = setting.accounts["tenant"]
    appoint(
        setting.community,
        account=account,
        post="worker",
        since=at.date() - timedelta(days=9),
        until=at.date(),
        by=setting.actor("director", at.date()),
        at=at,
    )
    assert setting.actor("tenant", at.date() - timedelta(days=1)).holds(
        "worker", over=setting.community
    )
    assert not setting.actor("tenant", at.date()).holds("worker", over=setting.community)


def test_opening_a_confidential_record_is_itself_an_entry(setting, director, at):
    person = setting.accounts["elder"].person
    record_opening("people.open", director, person, at=at, about=person.pk, purpose="核对")
    entry = Entry.objects.get(about=person.pk, action="people.open")
    assert entry.note == {"purpose": "核对"}


def test_nobody_is_everybody_and_holds_nothing(setting):
    assert may("matters.raise", NOBODY, setting.community)
    assert not may("matters.handle", NOBODY, setting.community)


def test_a_body_of_the_same_name_is_not_made_twice_in_one_community(setting, director, at):
    from django.db import IntegrityError

    with pytest.raises(IntegrityError):
        register_body(
            setting.community,
            name=setting.bodies["property"].name,
            kind="utility",
            place=setting.community,
            by=director,
            at=at,
        )
