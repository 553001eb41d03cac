"""From registration to confirmed hours: by one's own yes, fit, replaced, recorded once."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings, strategies as st

from linli.core.audit import door
from linli.core.people.actions import register_person
from linli.lib.law import Refused
from linli.mechanisms.signup import actions as signup
from linli.mechanisms.signup.kinds import Applicant
from linli.mechanisms.signup.models import SignUp
from linli.service.volunteering.actions import (
    calling,
    certificates,
    confirming,
    registering,
    substitutes,
    thanking,
)
from linli.service.volunteering.actions.registering import Offered
from linli.service.volunteering.models import Gap, GapCall, ServiceRecord
from linli.service.volunteering.queries import hours as read
from linli.service.volunteering.queries.shifts import shift_in

BORN = date(1980, 6, 1)
pytestmark = pytest.mark.django_db


def sign(shift, by, at):
    return substitutes.step_in(shift, may_wait=True, by=by, at=at)


def refusal(do):
    with pytest.raises(Refused) as caught:
        do()
    return caught.value.finding.rule


@pytest.fixture(autouse=True)
def tellings(monkeypatch):
    """What was told, by kind, beside what the inbox is given."""
    found = []
    keep = [*door._deliverers, found.extend]
    monkeypatch.setattr(door, "_deliverers", keep)
    return lambda kind: sum(each.kind == kind for each in found)


def test_a_boy_of_fifteen_serves_once_his_guardian_agreed(setting, actor, at, boy, call, plan):
    shift = plan(call())[0]
    by = actor("boy")
    mine = registering.register(
        setting.community, offered=Offered(guardian="陆大川", guardian_phone="19900000078"),
        by=by, at=at,
    )  # fmt: skip
    rule = refusal(lambda: sign(shift, by, at))
    assert rule == "volunteering.guardian_agrees"
    assert refusal(lambda: registering.record_guardian(
        mine, guardian="陆大川", phone="", way="signed", by=by, at=at
    )) == "access.permitted"  # fmt: skip
    registering.record_guardian(
        mine, guardian="陆大川", phone="", way="spoken", by=actor("worker"), at=at
    )
    assert sign(shift, by, at).state == "in"
    night = plan(call(title="夜间巡逻", kind="patrol", minors=False))[0]
    assert refusal(lambda: sign(night, by, at)) == "volunteering.suits_minors"


def test_nobody_serves_without_registering_or_is_put_down_without_a_yes(
    setting, actor, at, call, plan, volunteer, tellings
):
    shift = plan(call())[0]
    tenant = actor("tenant")
    by_self = Applicant("", account=None, person=None)
    assert (
        refusal(lambda: signup.sign_up(shift.sheet, who=by_self, by=tenant, at=at))
        == "signup.known_person"
    )
    line = volunteer("tenant")
    worker = actor("worker")
    given = {"volunteer": line, "by": worker, "at": at}
    rule = refusal(lambda: substitutes.say_yes_for(shift, said_yes=False, **given))
    assert rule == "volunteering.own_yes"
    assert substitutes.say_yes_for(shift, said_yes=True, **given).via == "phone"
    assert tellings("volunteering.put_down") == 1
    # One who withdraws leaves every shift to come, at once and without a word.
    registering.withdraw(line, by=tenant, at=at)
    assert SignUp.objects.get(community=setting.community).state == "left"
    assert refusal(lambda: sign(shift, tenant, at)) == "volunteering.is_registered"


def test_who_falls_ill_is_replaced_by_the_first_to_say_yes(
    setting, actor, at, call, plan, volunteer, tellings
):
    shift = plan(call(skill="care"))[0]
    volunteer("tenant", skills=["care"])
    volunteer("representative", skills=["care"])
    volunteer("supervisor", skills=["care"])
    volunteer("elder", skills=["listening"])  # cannot do it: is not asked
    person = register_person(
        setting.community, name="高远", birth_date=BORN, by=actor("worker"), at=at
    )
    registering.register_at_desk(
        setting.community, person=person, offered=Offered(skills=["care"]), via="phone",
        by=actor("worker"), at=at,
    )  # fmt: skip
    entry = sign(shift, actor("tenant"), at)
    substitutes.cannot_come(entry, by=actor("tenant"), at=at)
    gap = Gap.objects.get(community=setting.community)
    assert gap.told == 2
    assert tellings("volunteering.substitute_wanted") == 2
    assert tellings("volunteering.gap") == 1
    rung = GapCall.objects.get(community=setting.community)
    assert rung.volunteer.person == person
    substitutes.note_call(rung, result="not_reached", by=actor("worker"), at=at)
    assert substitutes.step_in(shift, by=actor("supervisor"), at=at).state == "in"
    rule = refusal(lambda: substitutes.step_in(shift, by=actor("representative"), at=at))
    assert rule == "volunteering.place_free"
    gap.refresh_from_db()
    assert gap.closed_at == at
    assert SignUp.objects.filter(community=setting.community, state="in").count() == 1


def test_whoever_waits_comes_before_substitutes_and_one_gap_asks_once(
    setting, actor, at, call, plan, volunteer, tellings
):
    shift = plan(call())[0]
    for key in ("tenant", "supervisor", "elder"):
        volunteer(key)
    entry = sign(shift, actor("tenant"), at)
    waits = sign(shift, actor("supervisor"), at)
    assert waits.state == "waiting"
    substitutes.cannot_come(entry, by=actor("tenant"), at=at)
    waits.refresh_from_db()
    assert waits.state == "offered"
    assert not Gap.objects.filter(community=setting.community).exists()
    gone = substitutes.cannot_come(waits, by=actor("supervisor"), at=at)
    assert gone.state == "left"
    assert tellings("volunteering.substitute_wanted") == 1  # neither of those who cannot come
    note = substitutes.step_in(shift, by=actor("elder"), at=at)
    substitutes.cannot_come(note, by=actor("elder"), at=at)
    assert tellings("volunteering.substitute_wanted") == 1


def test_a_rota_is_laid_out_date_by_date_and_called_off_at_once(
    setting, actor, at, call, plan, volunteer, tellings
):
    row = call(publish=False, title="平安巡逻", kind="patrol")
    shifts = plan(row, needed=2, every="day", times=30)
    assert len(shifts) == 30
    assert {each.sheet.state for each in shifts} == {"draft"}
    calling.publish_call(row, by=actor("worker"), at=at)
    volunteer("tenant")
    shift = shift_in(setting.community, shifts[3].pk)
    sign(shift, actor("tenant"), at)
    gone = calling.call_off_shift(
        shift, reason="台风，停一停", rest=True, by=actor("worker"), at=at
    )
    assert len(gone) == 27
    assert tellings("signup.cancelled") == 1
    rule = refusal(lambda: plan(row, days=-3))
    assert rule == "volunteering.shifts_to_come"


def test_words_of_a_call_name_nobody_and_force_nobody(actor, at, call):
    assert refusal(lambda: call(contact="王秀兰 19900000003")) == "volunteering.words_name_nobody"
    assert (
        refusal(lambda: call(content="每户一人，轮流到食堂送饭。")) == "volunteering.nobody_forced"
    )
    assert refusal(lambda: call(hazard="")) == "volunteering.risk_said"
    row = call(publish=False, dangerous=True)
    rule = refusal(lambda: calling.publish_call(row, by=actor("worker"), at=at))
    assert rule == "volunteering.no_minors_in_danger"
    # The database itself keeps danger without insurance from being open.
    row.state = "open"
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


def test_hours_are_confirmed_by_another_once_and_mended_by_a_further_row(
    setting, actor, at, call, plan, volunteer, later
):
    shift = plan(call(), needed=2)[0]
    one = volunteer("tenant")
    volunteer("supervisor")
    first = sign(shift, actor("tenant"), at)
    second = sign(shift, actor("supervisor"), at)
    over, worker = later(shift, 3), actor("worker")

    def confirm(minutes, when=over, by=worker):
        given = {"minutes": minutes, "evaluation": "as_agreed"}
        return confirming.confirm_hours(shift, **given, by=by, at=when)

    whole = {first.pk: 100, second.pk: 10}
    assert refusal(lambda: confirm(whole, later(shift, 1))) == "volunteering.shift_over"
    assert refusal(lambda: confirm({first.pk: 121})) == "volunteering.not_longer"
    (record,) = confirm(whole)  # ten minutes are no half hour
    assert (record.half_hours, record.on) == (3, timezone.localdate(shift.occasion.starts_at))
    assert refusal(lambda: confirm(whole)) == "volunteering.confirmed_once"
    assert read.sum_of(one).half_hours == 3
    for change in ("update", "delete"):
        rows = ServiceRecord.objects.filter(community=setting.community, pk=record.pk)
        with pytest.raises(IntegrityError), transaction.atomic():
            rows.update(half_hours=40) if change == "update" else rows.delete()
    on = record.on
    paper = certificates.ask_certificate(one, since=on, until=on, by=actor("tenant"), at=over)
    paper = certificates.issue_certificate(
        paper, handler="社区服务岗", responsible="居委会主任", by=worker, at=over
    )
    proof = read.proof_of(setting.community, paper.number, paper.code.lower())
    assert (proof.holds, proof.hours, proof.holder) == (True, "1.5", "刘*")
    assert read.proof_of(setting.community, "2020-0001", paper.code) is None
    confirming.correct_hours(record, half_hours=4, reason="提前到了半小时", by=worker, at=over)
    assert [each.half_hours for each in read.services_of([one])] == [4]
    assert not read.proof_of(setting.community, paper.number, paper.code).holds
    confirming.correct_hours(record, half_hours=0, reason="那天没有来", by=worker, at=over)
    assert read.sum_of(one) == read.Total(0, 0)
    rule = refusal(lambda: certificates.ask_certificate(
        one, since=on, until=on, by=actor("tenant"), at=over
    ))  # fmt: skip
    assert rule == "volunteering.something_to_certify"


def test_nobody_confirms_their_own_hours(setting, actor, at, call, plan, later, boy):
    person = register_person(
        setting.community, name="石磊", birth_date=BORN, by=actor("worker"), at=at
    )
    line = registering.register_at_desk(
        setting.community, person=person, offered=Offered(), by=actor("worker"), at=at
    )
    line.account = setting.accounts["worker"]
    line.save()
    shift = plan(call())[0]
    entry = substitutes.say_yes_for(
        shift, volunteer=line, said_yes=True, by=actor("director"), at=at
    )
    given = {"minutes": {entry.pk: 60}, "evaluation": "as_agreed", "at": later(shift, 3)}
    rule = refusal(lambda: confirming.confirm_hours(shift, **given, by=actor("worker")))
    assert rule == "volunteering.another_confirms"
    assert len(confirming.confirm_hours(shift, **given, by=actor("director"))) == 1


@settings(
    max_examples=3, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.tuples(st.integers(0, 120), st.integers(0, 6)), min_size=1, max_size=2))
def test_hours_of_a_person_are_the_sum_of_confirmed_shifts(
    setting, actor, at, call, plan, later, served
):
    with transaction.atomic():
        worker, due = actor("worker"), 0
        person = register_person(setting.community, name="米可", birth_date=BORN, by=worker, at=at)
        line = registering.register_at_desk(
            setting.community, person=person, offered=Offered(), by=worker, at=at
        )
        for shift, (minutes, mended) in zip(
            plan(call(), every="day", times=len(served)), served, strict=False
        ):
            entry = substitutes.say_yes_for(shift, volunteer=line, said_yes=True, by=worker, at=at)
            rows = confirming.confirm_hours(
                shift, minutes={entry.pk: minutes}, evaluation="in_part", by=worker,
                at=later(shift, 4),
            )  # fmt: skip
            for row in rows:
                held = row.half_hours
                if mended != held:
                    confirming.correct_hours(
                        row, half_hours=mended, reason="核对过", by=worker, at=later(shift, 5)
                    )
                due += mended
        assert read.sum_of(line).half_hours == due
        transaction.set_rollback(True)


def test_thanks_are_read_by_nobody_else_until_their_volunteer_agrees(
    setting, actor, at, today, volunteer
):
    mine = volunteer("tenant")
    row = thanking.thank(
        mine, kind="thanks", said="下雨天也把饭送到了。", on=today, by=actor("worker"), at=at
    )
    assert read.thanks_shown(setting.community) == []
    for key in ("worker", "elder"):
        other = actor(key)
        rule = refusal(lambda by=other: thanking.show_thanks(row, shown=True, by=by, at=at))
        assert rule == "access.permitted"
    thanking.show_thanks(row, shown=True, by=actor("tenant"), at=at)
    assert [name for _row, name in read.thanks_shown(setting.community)] == ["刘*"]
    thanking.show_thanks(row, shown=False, by=actor("tenant"), at=at)
    assert read.thanks_shown(setting.community) == []


def test_somebody_forgotten_leaves_hours_of_nobody(setting, actor, at, boy, volunteer):
    from linli.core.people.actions.forgetting import _elsewhere

    line = volunteer("boy", skills=["repair"], guardian="陆大川", national_number="310000123")
    for forget in _elsewhere:
        forget(boy, at)
    line.refresh_from_db()
    assert (line.person_id, line.guardian, line.national_number, line.skills) == (None, "", "", [])
    assert line.withdrawn_at == at
