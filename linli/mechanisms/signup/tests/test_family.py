"""Who may put whom down, and who agrees for a child."""

from datetime import date

import pytest

from linli.core.people.actions import register_person
from linli.core.people.models import Person
from linli.lib.law import Refused
from linli.mechanisms.signup import actions
from linli.mechanisms.signup.kinds import Applicant
from linli.mechanisms.signup.queries import speaking

pytestmark = pytest.mark.django_db


def refused(rule):
    return pytest.raises(Refused, match=rule)


@pytest.fixture
def family(setting, actor, at, monkeypatch):
    """Somebody who forms a household with whoever asks."""

    def lives_with(name, born):
        person = register_person(
            setting.community, name=name, birth_date=born, by=actor("worker"), at=at
        )
        monkeypatch.setattr(speaking, "household_members", lambda _own, _on: [person])
        return person

    return lives_with


def born(at, years):
    return date(at.year - years - 1, 12, 31)


def test_what_is_typed_makes_no_child_older_and_the_guardian_is_who_acts(lay, family, actor, at):
    child, by = family("陆小满", born(at, 8)), actor("representative")
    sheet = lay(guarded=True)
    with refused("signup.guardian_agrees"):
        who = Applicant(name="", person=child, age=18)
        actions.sign_up(sheet, who=who, via="family", by=by, at=at)
    who = Applicant(name="", person=child, age=18, guardian="别人")
    row = actions.sign_up(sheet, who=who, via="family", by=by, at=at)
    assert row.age == 8
    own = Person.objects.get(community=sheet.community_id, pk=by.person)
    assert (row.guardian, row.guardian_way) == (own.name, "online")


def test_a_child_agrees_for_nobody_and_who_has_no_record_may_say_so(
    lay, family, actor, put, at, setting
):
    sheet, by = lay(guarded=True, seats=9), actor("representative")
    child = family("陆小满", born(at, 8))
    rows = Person.objects.filter(community=setting.community, pk=by.person)
    rows.update(birth_date=born(at, 16))
    for who in (
        Applicant(name="", person=child, guardian="陆小弟"),
        Applicant(name="小红", age=6, guardian="陆小弟"),
    ):
        with refused("signup.guardian_signs"):
            actions.sign_up(sheet, who=who, via="family", by=by, at=at)
    rows.update(birth_date=None)
    assert put(sheet, "小红", age=6, guardian="妈妈", by=by, via="family").guardian_way == "online"


def test_a_grown_up_hears_of_it_and_says_so_where_it_must_be_known_who_comes(
    lay, family, actor, at, setting, monkeypatch, django_capture_on_commit_callbacks
):
    from linli.core.messages.models import Message

    elder, by = setting.accounts["elder"], actor("representative")
    monkeypatch.setattr(speaking, "household_members", lambda _own, _on: [elder.person])
    who = Applicant(name="", person=elder.person)
    with django_capture_on_commit_callbacks(execute=True):
        row = actions.sign_up(lay(), who=who, via="family", by=by, at=at)
    told = Message.objects.get(community=setting.community, account=elder)
    assert told.kind == "signup.put_down"
    assert actions.leave(row, by=actor("elder"), at=at).state == "left"
    shift = lay(kind="tests.shift")
    with refused("signup.signs_oneself"):
        actions.sign_up(shift, who=who, via="family", by=by, at=at)
    monkeypatch.setattr("linli.mechanisms.signup.actions.signing.acts_for", lambda *_given: True)
    assert actions.sign_up(shift, who=who, via="family", by=by, at=at).state == "in"
