"""What is promised to whoever serves and whoever is called on, where a stranger found it broken."""

from datetime import date, time, timedelta

import pytest
from django.utils import timezone

from linli.core.audit import door
from linli.core.audit.models import Entry
from linli.core.people.actions import register_person
from linli.core.people.models import Person
from linli.lib.law import Refused
from linli.mechanisms.signup import actions as signup
from linli.mechanisms.signup.actions import Mark
from linli.mechanisms.signup.kinds import Applicant
from linli.mechanisms.signup.models import SignUp
from linli.service.volunteering import due
from linli.service.volunteering.actions import (
    calling,
    certificates,
    confirming,
    exporting,
    registering,
    rounds,
    substitutes,
    thanking,
)
from linli.service.volunteering.actions.registering import Offered
from linli.service.volunteering.forms.hours import ConfirmForm
from linli.service.volunteering.models import Gap, GapCall, RoundStop, ServiceRecord
from linli.service.volunteering.queries import hours as read, rounds as homes, shifts, volunteers
from linli.service.volunteering.queries.shifts import shift_in
from linli.service.volunteering.rules import calls as call_rules, fitness

pytestmark = pytest.mark.django_db
BORN = date(1980, 6, 1)


def refusal(do):
    with pytest.raises(Refused) as caught:
        do()
    return caught.value.finding.rule


@pytest.fixture
def told(monkeypatch):
    found = []
    monkeypatch.setattr(door, "_deliverers", [*door._deliverers, found.extend])
    return lambda kind: [each for each in found if each.kind == kind]


@pytest.fixture
def step(actor, at):
    return lambda key, shift: substitutes.step_in(shift, may_wait=True, by=actor(key), at=at)


@pytest.fixture
def confirm(actor, later):
    def confirmed(shift, minutes, hours=3):
        given = {"minutes": minutes, "evaluation": "as_agreed", "by": actor("worker")}
        return confirming.confirm_hours(shift, **given, at=later(shift, hours))

    return confirmed


def test_a_leader_sees_who_is_on_a_shift_and_puts_nobody_down(
    setting, actor, at, call, plan, volunteer, step, visit, url
):
    leader, other = volunteer("supervisor"), volunteer("tenant")
    volunteer("representative")
    team = registering.found_team(
        setting.community, name="晚风队", about="走一走", leader=leader, by=actor("worker"), at=at
    )
    shift = plan(call(team=team), needed=2)[0]
    step("representative", shift)
    page = visit("supervisor").get(url("shift_desk", shift_id=shift.pk)).content.decode()
    assert "李建国" in page
    assert "19900000004" not in page
    assert "记到场" not in page
    who = Applicant("", person=other.person)
    for via, by in (("desk", actor("supervisor")), ("desk", actor("worker"))):
        rule = refusal(lambda by=by, via=via: signup.sign_up(
            shift.sheet, who=who, via=via, by=by, at=at
        ))  # fmt: skip
        assert rule in ("signup.keeper_types", "volunteering.own_yes")
    many = signup.put_down_many(shift.sheet, names=[(who, 1)], by=actor("worker"), at=at)
    assert [each.rule for _place, each in many.refused] == ["volunteering.own_yes"]
    registering.end_team(team, by=actor("worker"), at=at)
    assert visit("supervisor").get(url("shift_desk", shift_id=shift.pk)).status_code in (403, 404)


def test_homes_are_seen_by_who_is_known_is_in_and_only_while_the_shift_stands(
    setting, actor, at, call, plan, volunteer, step, later, told, visit, url
):
    shift = plan(call())[0]
    line, by = volunteer("tenant"), actor("worker")
    volunteer("supervisor")
    step("tenant", shift)
    assert len(told("volunteering.ask_known")) == 1
    assert (
        "请先到居委会见一面"
        in visit("tenant").get(url("shift", shift_id=shift.pk)).content.decode()
    )
    found = homes.may_see(actor("tenant"), shift, later(shift))
    assert (bool(found), found.rule) == (False, "volunteering.known_for_rounds")
    address = url("know", volunteer_id=line.pk)
    assert visit("worker").post(address, {"known": "on"}).status_code == 302
    assert homes.may_see(actor("tenant"), shift, later(shift))
    step("supervisor", shift)
    substitutes.cannot_come(
        SignUp.objects.get(community=setting.community, state="in"), by=actor("tenant"), at=at
    )
    offered = SignUp.objects.get(community=setting.community, state="offered")
    other = volunteers.volunteers_for(by, setting.community).get(person=offered.person_id)
    registering.know_for_rounds(other, known=True, by=by, at=at)
    assert not homes.may_see(actor("supervisor"), shift, later(shift))
    signup.take_offer(offered, by=actor("supervisor"), at=at)
    assert homes.may_see(actor("supervisor"), shift, later(shift))
    calling.call_off_shift(shift, reason="台风", by=by, at=at)
    shift = shift_in(setting.community, shift.pk)
    assert not homes.may_see(actor("supervisor"), shift, later(shift))


def test_who_no_longer_fits_is_taken_off_shifts_to_come_and_told(
    setting, actor, at, call, plan, boy, step, volunteer, told
):
    by = actor("worker")
    mine = registering.register(setting.community, offered=Offered(), by=actor("boy"), at=at)
    # Nobody said who the guardian is: waiting for one all the same.
    assert mine in volunteers.volunteers_for(by, setting.community, "guardian")
    assert volunteers.waits_for_guardian(mine)
    given = {"guardian": "陆大川", "phone": "", "by": by, "at": at}
    registering.record_guardian(mine, way="spoken", **given)
    asked = call(kind="desk")
    one, two = plan(asked, needed=2, every="day", times=2)
    volunteer("tenant")
    first = step("boy", one)
    registering.record_guardian(mine, way="", **given)
    first.refresh_from_db()
    assert first.state == "removed"
    assert len(told("volunteering.taken_off")) == 1
    registering.record_guardian(mine, way="spoken", **given)
    step("boy", two)
    step("tenant", two)
    calling.change_call(asked, said={"minors": False}, by=by, at=at)
    states = SignUp.objects.filter(community=setting.community, sheet=two.sheet_id)
    assert sorted(states.values_list("state", flat=True)) == ["in", "removed"]
    person = register_person(setting.community, name="米可", by=by, at=at)
    line = registering.register_at_desk(
        setting.community, person=person, offered=Offered(), by=by, at=at
    )
    open_to_all = plan(call(kind="desk"))[0]
    rule = refusal(lambda: substitutes.say_yes_for(
        open_to_all, volunteer=line, said_yes=True, by=by, at=at
    ))  # fmt: skip
    assert rule == "volunteering.age_known"


def test_hours_count_once_of_what_took_place_and_who_was_forgotten_is_added(
    setting, actor, at, call, plan, volunteer, step, later, confirm
):
    row = call(kind="desk")
    shift, later_one = plan(row, needed=1)[0], plan(row, needed=2, starts=time(11))[0]
    volunteer("tenant")
    volunteer("supervisor")
    mine = step("tenant", shift)
    assert refusal(lambda: step("tenant", later_one)) == "volunteering.serves_once"
    waits = step("supervisor", shift)
    substitutes.cannot_come(mine, by=actor("tenant"), at=at)
    waits.refresh_from_db()
    assert waits.state == "offered"
    assert confirm(shift, {waits.pk: 60}) == []  # a place that was only offered
    signup.take_offer(waits, by=actor("supervisor"), at=at)
    assert len(confirm(shift, {waits.pk: 60})) == 1
    assert refusal(lambda: confirm(shift, {waits.pk: 60})) == "volunteering.confirmed_once"
    over = later(later_one, 3)
    for key in ("supervisor", "tenant"):
        who = Applicant("", person=setting.accounts[key].person)
        signup.add_late(later_one.occasion, who=who, by=actor("worker"), at=over)
    came = {each.volunteer.account_id: each.signup.pk for each in shifts.serving_on(later_one)}
    theirs, own = (came[setting.accounts[key].pk] for key in ("supervisor", "tenant"))
    assert refusal(lambda: confirm(later_one, {theirs: 30})) == "volunteering.counted_once"
    assert len(confirm(later_one, {own: 60})) == 1
    assert ServiceRecord.objects.filter(community=setting.community).count() == 2
    off = plan(row, days=3)[0]
    entry = step("tenant", off)
    calling.call_off_shift(off, reason="台风", by=actor("worker"), at=at)
    assert refusal(lambda: confirm(off, {entry.pk: 60})) == "volunteering.took_place"


def test_whoever_was_not_marked_is_not_taken_to_have_come(
    actor, at, call, plan, volunteer, step, later
):
    shift = plan(call(kind="desk"), needed=2)[0]
    rows = []
    for key in ("tenant", "supervisor"):
        volunteer(key)
        rows.append(step(key, shift))

    def begun():
        form = ConfirmForm(shift=shift, serving=shifts.to_be_confirmed(shift))
        return [form.fields[f"m_{row.pk}"].initial for row in rows]

    assert begun() == [120, 120]
    marks = {rows[0].pk: Mark("present", 90)}
    signup.mark(shift.occasion, marks=marks, by=actor("worker"), at=later(shift, 1))
    assert begun() == [90, 0]


def test_a_certificate_lists_what_stood_when_it_was_issued(
    setting, actor, at, call, plan, volunteer, step, later, confirm, visit, url
):
    row = call(kind="desk")
    one, two = plan(row, every="day", times=2)
    line, by = volunteer("tenant"), actor("worker")
    entries = [step("tenant", each) for each in (one, two)]
    confirm(one, {entries[0].pk: 60})
    over = later(two, 3)
    on = timezone.localdate(over)
    ask = {"since": on - timedelta(days=9), "by": actor("tenant"), "at": over}
    rule = refusal(lambda: certificates.ask_certificate(
        line, until=on + timedelta(days=1), **ask
    ))  # fmt: skip
    assert rule == "volunteering.not_ahead"
    paper = certificates.ask_certificate(line, until=on, **ask)
    paper = certificates.issue_certificate(paper, handler="岗", responsible="主任", by=by, at=over)
    confirm(two, {entries[1].pk: 60}, hours=4)
    assert [each.record.shift_id for each in read.services_certified(paper)] == [one.pk]
    visit("worker").get(url("certificate", certificate_id=paper.pk))
    visit("tenant").get(url("certificate", certificate_id=paper.pk))
    looks = Entry.objects.filter(action="volunteering.open_certificate")
    assert list(looks.values_list("about", flat=True)) == [line.person_id]


def test_gaps_close_when_filled_and_each_new_one_is_asked_for(
    setting, actor, at, call, plan, volunteer, step, told
):
    row = call(kind="desk")
    shift = plan(row)[0]
    for key in ("tenant", "supervisor", "representative"):
        volunteer(key)
    gaps = Gap.objects.filter(community=setting.community)

    def leave(entry, key, minutes):
        when = at + timedelta(minutes=minutes)
        substitutes.cannot_come(entry, by=actor(key), at=when)

    leave(step("tenant", shift), "tenant", 1)
    assert gaps.get().told == 2
    assert len(told("volunteering.substitute_wanted")) == 2
    # Filled by the page of the sheet.
    account = setting.accounts["supervisor"]
    who = Applicant("", account=account, person=account.person)
    entry = signup.sign_up(shift.sheet, who=who, by=actor("supervisor"), at=at)
    assert gaps.get().closed_at == at
    # The call ended: whoever fits is rung, since a tap takes no place there.
    calling.close_call(row, by=actor("worker"), at=at)
    leave(entry, "supervisor", 2)
    assert gaps.filter(closed_at__isnull=True).count() == 1
    call_ = GapCall.objects.get(community=setting.community)
    assert call_.volunteer.account_id == setting.accounts["representative"].pk
    substitutes.note_call(call_, result="comes", by=actor("worker"), at=at)
    assert not gaps.filter(closed_at__isnull=True).exists()
    line = call_.volunteer
    registering.withdraw(line, by=actor("representative"), at=at + timedelta(minutes=3))
    assert gaps.filter(closed_at__isnull=True).count() == 1


def test_nobody_home_counts_from_the_first_tick_and_again_after_it_was_settled(
    setting, actor, at, call, plan, volunteer, step, later, told, visit, url
):
    row, by = call(), actor("worker")
    person = Person.objects.get(community=setting.community, pk=setting.accounts["elder"].person_id)
    given = {"note": "", "consent_way": "spoken", "by": by, "at": at}
    home = rounds.add_receiver(row, person=person, **given)
    shift = plan(row)[0]
    registering.know_for_rounds(volunteer("tenant"), known=True, by=by, at=at)
    step("tenant", shift)

    def tick(state, hours):
        when = later(shift, hours)
        return rounds.tick_stop(shift, receiver=home, state=state, by=actor("tenant"), at=when)

    first = tick("nobody", 0.5)
    assert tick("nobody", 1).ticked_at == first.ticked_at
    rounds.settle_missed(first, said="打通了，在女儿家", by=by, at=later(shift, 1.2))
    again = tick("nobody", 1.5)
    assert (again.settled_at, again.settled_for) == (None, "")
    assert len(told("volunteering.nobody_home")) == 2
    assert due.run(later(shift, 2.5))["raised"] == 1
    # Somebody added at noon reads that they were looked at, too.
    stops = homes.stops_of(shift)
    assert homes.not_looked_today(actor("tenant"), shift, stops, at) == [person]
    rounds.settle_missed(again, said="在女儿家", by=by, at=later(shift, 3))
    from linli.core.people.actions.forgetting import _elsewhere

    for forget in _elsewhere:
        forget(person, at)
    assert RoundStop.objects.get(community=setting.community).settled_for == ""


def test_an_award_leaves_the_house_as_its_day_until_its_volunteer_shows_it(
    setting, actor, at, call, plan, volunteer, step, later, confirm
):
    shift = plan(call(kind="desk"))[0]
    line, by = volunteer("tenant"), actor("worker")
    entry = step("tenant", shift)
    confirm(shift, {entry.pk: 60})
    over, on = later(shift, 3), timezone.localdate(later(shift))
    row = thanking.thank(line, kind="award", said="心细如发", on=on, by=by, at=over)

    def left():
        given = {"since": on, "until": on, "purpose": "录入全国系统"}
        (found,) = exporting.export_record(
            setting.community, **given, by=actor("director"), at=over
        )
        return found[-3]

    assert left() == f"表彰 {on}"
    thanking.show_thanks(row, shown=True, by=actor("tenant"), at=over)
    assert left() == f"表彰 {on}：心细如发"


def test_bad_days_and_forms_are_answered_and_no_mobile_is_published(
    setting, actor, at, today, call, plan, volunteer, visit, url
):
    worker = visit("worker")
    for day in ("2026-02-30", "0001-01-01", "9999-12-31", "x", ""):
        assert worker.get(url("rota"), {"from": day}).status_code == 200, day
        assert worker.get(url("day"), {"on": day}).status_code == 200, day
    row = call(kind="desk")
    plan_form = {"starts": "10:00", "ends": "11:00", "needed": 1, "every": "once"}
    for first in ("0001-01-01", "9999-12-31"):
        page = worker.post(url("plan", call_id=row.pk), {**plan_form, "first": first})
        assert page.status_code == 422
    for phone, holds in (
        ("021-12345678", True), ("0990-5550001", True), ("12345", True), ("62345678", True),
        ("400-820-8820", True), ("13800001111", False), ("019900000003", False),
        ("找王阿姨", False), ("021-12345678 王", False), ("１３８００００１１１１", False),
        ("86-13800001111", False),
    ):  # fmt: skip
        assert bool(call_rules.office_number(phone)) is holds, phone
    assert call_rules.office_number("13800001111", "13800001111")
    assert refusal(lambda: call(contact_phone="13800001111")) == "volunteering.office_number"
    shift = plan(row)[0]
    volunteer("tenant")
    volunteer("supervisor")
    substitutes.step_in(shift, by=actor("supervisor"), at=at)
    # The page said there was a place: nobody is put on a waiting list they were not told of.
    page = visit("tenant").post(url("join", shift_id=shift.pk), {"waits": "0"})
    assert page.status_code == 409
    visit("tenant").post(url("join", shift_id=shift.pk), {"waits": "1"})
    assert SignUp.objects.filter(community=setting.community, state="waiting").exists()


def test_insurance_holds_until_a_night_shift_ends_and_birthdays_on_29_february():
    begins = timezone.now().replace(hour=14, minute=0, second=0, microsecond=0)  # 22:00 here
    night = fitness.Wanted(begins, begins + timedelta(hours=4), dangerous=True)
    assert night.last_on == night.on + timedelta(days=1)
    one = fitness.Candidate(age=40, covered=[(night.on, night.on)])
    two = fitness.Candidate(age=40, covered=[(night.on, night.last_on)])
    assert not all(fitness.fits(night, one))
    assert all(fitness.fits(night, two))
    assert fitness.years_before(date(2028, 2, 29), 18) == date(2010, 3, 1)
