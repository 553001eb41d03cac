"""Lines of the tree, their tests and the nights: nothing stuck, nothing overwritten, no mobile told
without its owner's word."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from linli.lib.law import Refused
from linli.safety.emergencies.actions import contacts, places, supplies
from linli.safety.emergencies.actions.contacts import Listed
from linli.safety.emergencies.actions.supplies import Drawn, Stored
from linli.safety.emergencies.models import CallTest, Contact, Shelter, Supply
from linli.safety.emergencies.rules.calling import number_may_be_told

DESK = "desk/emergencies/"
ON = date(2026, 7, 1)


@pytest.fixture
def line(setting, actor, at):
    """A line of the tree."""

    def made(duty, kind="lead", **more):
        given = Listed(kind, duty, **{"phone": "19900000001", **more})
        return contacts.list_contact(setting.community, listed=given, by=actor("worker"), at=at)

    return made


def test_a_mobile_is_told_only_with_the_day_its_owner_agreed():
    assert number_may_be_told("0838-1234567", None, ON).holds
    assert not number_may_be_told("13800138000", None, ON).holds
    assert not number_may_be_told("+86 138-0013-8000", None, ON).holds
    for written in ("13812345678（王）", "13812345678/13912345678", "13812345678,010-66001122",
                    "0838-1234567 或 13812345678"):  # fmt: skip
        assert not number_may_be_told(written, None, ON).holds, written
        assert number_may_be_told(written, ON, ON).holds, written
    assert number_may_be_told("", None, ON).holds
    assert not number_may_be_told("13800138000", ON + timedelta(1), ON).holds
    assert number_may_be_told("13800138000", ON, ON).holds


@pytest.mark.django_db
def test_the_act_refuses_it_and_what_was_agreed_goes_with_the_line(line, actor, setting, later):
    with pytest.raises(Refused, match="number_agreed"):
        line("信息员", office_phone="13800138000", told=True)
    on = timezone.localdate(later())
    kept = line("信息员", office_phone="13800138000", told=True, agreed_on=on)
    contacts.withdraw_contact(kept, by=actor("worker"), at=later(minutes=1))
    row = Contact.objects.get(community=setting.community, pk=kept.pk)
    assert (row.office_phone, row.told, row.agreed_on) == ("", False, None)
    with pytest.raises(Refused, match="row_stands"):
        contacts.alter_contact(
            row, listed=Listed("lead", "主任", phone="19900000001"), by=actor("worker"), at=later()
        )


@pytest.mark.django_db
def test_a_test_ends_when_every_line_has_its_result_or_is_dropped(line, actor, setting, at):
    by = {"by": actor("worker"), "at": at}
    lead, officer = line("主任"), line("信息员", kind="officer")
    outside = line("燃气抢修", kind="utility")
    test = contacts.begin_call_test(setting.community, **by)
    with pytest.raises(Refused, match="one_call_test"):
        contacts.begin_call_test(setting.community, **by)
    with pytest.raises(IntegrityError), transaction.atomic():
        CallTest.objects.create(community=setting.community, begun_at=at, lines=1)
    contacts.note_call(test, contact=lead, result="reached", **by)
    contacts.note_call(test, contact=outside, result="reached", **by)
    with pytest.raises(Refused, match="all_called"):
        contacts.end_call_test(test, **by)
    contacts.drop_call_test(test, **by)
    test = contacts.begin_call_test(setting.community, **by)
    for each in (lead, officer, outside):
        contacts.note_call(test, contact=each, result="reached", **by)
    assert contacts.end_call_test(test, **by).lines == 2


@pytest.mark.django_db
def test_a_night_that_is_set_is_not_replaced_unseen(line, pages, actor, setting, at):
    lead, officer = line("主任"), line("信息员", kind="officer")
    on = timezone.localdate(at) + timedelta(days=2)
    by = {"by": actor("worker"), "at": at}
    night = contacts.set_night(setting.community, on=on, first=lead, **by)
    with pytest.raises(Refused, match="night_is_set"):
        contacts.set_night(setting.community, on=on, first=officer, **by)
    page = pages("worker")
    assert page.get(f"{DESK}tree/night/", on="abc").status_code == 404
    html = page.get(f"{DESK}tree/night/", on=str(night.pk)).content.decode()
    assert "disabled" in html
    contacts.set_night(setting.community, on=on, first=officer, seen=night.version, **by)


@pytest.mark.django_db
def test_who_has_a_night_or_a_shelter_is_not_taken_off(line, actor, setting, at, later):
    lead, officer = line("主任"), line("信息员", kind="officer")
    on = timezone.localdate(at)
    by = {"by": actor("worker"), "at": at}
    night = contacts.set_night(setting.community, on=on, first=lead, second=officer, **by)
    given = {"title": "礼堂", "where": "一楼", "capacity": 20, "opened_by": officer}
    hall = places.list_shelter(setting.community, given=given, **by)
    for each in (lead, officer):
        with pytest.raises(Refused, match="contact_free"):
            contacts.withdraw_contact(each, **by)
    contacts.set_night(setting.community, on=on, first=lead, seen=night.version, **by)
    with pytest.raises(Refused, match="contact_free"):
        contacts.withdraw_contact(officer, **by)
    places.withdraw_place(hall, **by)
    contacts.withdraw_contact(officer, **by)
    with pytest.raises(Refused, match="row_stands"):
        places.alter_shelter(Shelter.objects.get(community=setting.community), given=given, **by)


@pytest.mark.django_db
def test_a_sort_with_nothing_left_is_taken_off_the_list(actor, setting, pages, at):
    by = {"by": actor("worker"), "at": at}
    other = {"by": actor("director"), "at": at}
    on = timezone.localdate(at)
    supply = supplies.store_supply(setting.community, stored=Stored("沙袋", "个", "值班室"), **by)
    came = supplies.draw_slip(supply, drawn=Drawn("in", 5, on), **by)
    with pytest.raises(Refused, match="supply_empty"):
        supplies.withdraw_supply(supply, **by)
    supplies.sign_slip(came, **other)
    with pytest.raises(Refused, match="supply_empty"):
        supplies.withdraw_supply(supply, **by)
    supplies.sign_slip(supplies.draw_slip(supply, drawn=Drawn("out", 5, on), **by), **other)
    page = pages("worker")
    assert page.post(f"{DESK}store/slips/{came.pk}/anything/").status_code == 404
    link = f"{DESK}rows/supply/{supply.pk}/withdraw/"
    assert link in page.get(f"{DESK}store/{supply.pk}/").content.decode()
    assert page.post(link, once=str(uuid4())).status_code == 302
    assert Supply.objects.get(community=setting.community).withdrawn_at
    assert page.get(f"{DESK}rows/supply/{supply.pk}/").status_code == 404
