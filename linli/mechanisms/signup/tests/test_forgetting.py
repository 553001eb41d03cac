"""Who is forgotten leaves a number, and a place somebody else can have."""

from datetime import timedelta

import pytest

from linli.core.people.models import Person
from linli.mechanisms.signup import actions, due
from linli.mechanisms.signup.forgetting import blank_names
from linli.mechanisms.signup.kinds import Applicant
from linli.mechanisms.signup.models import Occasion, Sheet, SignUp

pytestmark = pytest.mark.django_db
YEAR = timedelta(days=365)


def rows_of(sheet):
    return list(SignUp.objects.filter(community=sheet.community_id, sheet=sheet).order_by("number"))


def test_entries_by_account_go_and_their_place_is_offered_on(lay, put, setting, actor, at):
    sheet, by = lay(seats=2), actor("elder")
    who = Applicant(name="王秀兰", phone="13800000001", account=by.account)
    actions.sign_up(sheet, who=who, by=by, at=at)
    child = Applicant(name="小明", age=8, guardian="王秀兰", guardian_phone="13800000001")
    actions.sign_up(sheet, who=child, via="family", by=by, at=at)
    put(sheet, "甲")
    person = Person.objects.get(community=setting.community, pk=by.person)
    blank_names(person, at)
    blank_names(person, at)
    own, child, next_one = rows_of(sheet)
    assert (own.state, own.name, own.phone, own.account_id) == ("left", "", "", None)
    assert (child.state, child.name, child.guardian, child.guardian_phone) == ("in", "小明", "", "")
    assert next_one.state == "offered"
    assert Sheet.objects.get(community=sheet.community_id, pk=sheet.pk).taken == 2


def test_what_was_held_stays_counted(lay, setting, actor, at):
    sheet, by = lay(), actor("elder")
    actions.sign_up(sheet, who=Applicant(name="王秀兰", account=by.account), by=by, at=at)
    blank_names(Person.objects.get(community=setting.community, pk=by.person), at + YEAR)
    (row,) = rows_of(sheet)
    assert (row.state, row.name) == ("in", "")


def test_names_that_came_after_the_names_went_go_as_well(lay, put, act, actor, at, setting):
    sheet = lay()
    put(sheet, "甲")
    assert due.forget(at + YEAR * 2) == 1
    sheet.refresh_from_db()
    later = at + YEAR * 2
    actions.add_occasions(act, sheet, [(later, later + timedelta(hours=1))])
    put(sheet, "乙")
    assert due.forget(later + YEAR) == 0
    assert due.forget(later + YEAR * 1.1) == 1
    assert [each.name for each in rows_of(sheet)] == ["", ""]
    # A draft nobody stands on has nothing to forget.
    draft = actions.lay_out(act, setting.community, kind="tests.course", title="草稿")
    assert due.forget(at + YEAR * 5) == 0
    draft.refresh_from_db()
    assert draft.forgotten_at is None
    # A name from paper on a forgotten sheet is forgotten in its turn.
    date = Occasion.objects.filter(community=sheet.community_id, sheet=sheet).first()
    actions.add_late(date, who=Applicant(name="丙"), by=actor("worker"), at=later + YEAR * 3)
    assert due.forget(later + YEAR * 3) == 1
