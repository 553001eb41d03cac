"""Children, violence and corrections as a handler, a stranger and the law would notice."""

from datetime import datetime, time, timedelta

import pytest
from django.db import IntegrityError, transaction

from linli.core.access.actions import appoint, open_account
from linli.core.audit.actor import the_operator
from linli.core.audit.models import ClosedEntry, Entry
from linli.core.clocks.models import Clock
from linli.lib.calendar import SHANGHAI
from linli.lib.law import Refused
from linli.service.casework import due
from linli.service.casework.actions import add_handler, children, corrections, end_case, violence
from linli.service.casework.models import (
    Case,
    ChildFile,
    ChildReport,
    CorrectionsHelp,
    OtherSide,
    OtherVisit,
    ProtectionOrder,
    ViolenceFile,
)
from linli.service.casework.models.violence import VictimVisit
from linli.service.casework.queries.cases import handlers_of, of
from linli.service.casework.tests.conftest import NOON

pytestmark = pytest.mark.django_db

TODAY = NOON.date()
OTHER_SIDE_HOLDS = {
    "letter_from", "letter_number", "letter_on", "initials", "planned_on", "done_on", "words",
    "may_ask",  # those who never come to the victim
}  # fmt: skip


def refused(call, rule):
    with pytest.raises(Refused) as refusal, transaction.atomic():
        call()
    assert refusal.value.finding.rule == rule


@pytest.fixture
def warden(house):
    """The colleague in the dedicated post for children."""
    account = open_account(label="唐静", login="+8619900000071", password="linli-2026", at=NOON)
    appoint(
        house.community,
        account=account,
        post="child_protection",
        since=TODAY,
        by=the_operator(),
        at=NOON,
    )
    house.accounts["warden"] = account
    return account


def report(house, by="worker", at=NOON):
    return children.report_child(house.community, authority="police", by=house.actor(by), at=at)


def test_a_child_is_reported_before_a_word_is_written(house, warden):
    case = house.open("child", by="warden", second="worker", called="小雨", person=None)

    def begin(**more):
        given = {"suspected_harm": True, "under_fourteen": True, "parent_is_danger": True}
        children.begin_child_file(case, by=house.actor("warden"), at=NOON, **(given | more))

    refused(begin, "casework.child_reported")
    made = report(house)
    assert made.reported_at == NOON
    late = {"noticed_at": NOON - timedelta(hours=3), "words": "邻居听见哭"}
    write = {"by": house.actor("worker"), "at": NOON + timedelta(hours=1)}
    refused(lambda: children.write_child_report(made, **late, **write), "casework.child_at_once")
    children.write_child_report(made, **late, late_because="电话占线", **write)
    children.take_up_report(case, report=made, by=house.actor("warden"), at=NOON)
    begin()
    refused(lambda: begin(parent_is_danger=False), "casework.child_parental_consent")
    begin(suspected_harm=False, parent_is_danger=False, how_consented="on_paper",
          consented_on=TODAY)  # fmt: skip
    assert ChildFile.objects.get(community=house.community).consented_on == TODAY
    assert Entry.objects.filter(action__startswith="casework").count() == 0


def test_a_report_outlives_the_case_without_its_words(house, warden):
    case = house.open("child", by="warden", second="worker", called="小雨", person=None)
    made = report(house)
    children.write_child_report(
        made, noticed_at=NOON, words="哭", by=house.actor("worker"), at=NOON
    )
    children.take_up_report(case, report=made, by=house.actor("warden"), at=NOON)
    refused(
        lambda: children.take_up_report(case, report=made, by=house.actor("warden"), at=NOON),
        "casework.child_report_once",
    )
    end_case(case, ending="safe", by=house.actor("warden"), at=NOON)
    due.run(NOON + timedelta(days=1095))
    assert not Case.objects.filter(community=house.community).exists()
    left = ChildReport.objects.get(community=house.community)
    assert (left.reported_at, left.words) == (NOON, "")


@pytest.mark.parametrize("key", ["director", "worker", "supervisor", "elder", "outsider"])
def test_only_the_dedicated_post_opens_a_child_case(house, warden, key):
    refused(
        lambda: house.open("child", by=key, second="colleague", called="小雨", person=None),
        "access.permitted" if key in ("supervisor", "elder", "outsider")
        else "casework.opened_by_post",
    )  # fmt: skip


@pytest.fixture
def victim(house):
    """A case of violence with its file."""
    case = house.open("violence", called="她", person=None)
    return case


def begin_violence(house, case, capacity="full", police_told=False):
    violence.begin_violence(
        case, capacity=capacity, police_told=police_told, by=house.actor("worker"), at=NOON
    )
    return ViolenceFile.objects.select_related("case").get(community=house.community)


def test_the_police_are_told_of_whoever_cannot_speak_for_themselves(house, victim):
    refused(lambda: begin_violence(house, victim, "limited"), "casework.violence_reported")
    assert begin_violence(house, victim, "limited", True).police_told_at == NOON


def test_the_other_side_is_apart_in_hands_days_and_fields(house, victim):
    file = begin_violence(house, victim)
    by = {"by": house.actor("worker"), "at": NOON}
    apart = {"file": file, "initials": "LQ", "second": house.account("director").pk}
    third = house.account("third").pk
    refused(
        lambda: violence.set_other_side_apart(victim, lead=third, **apart, **by),
        "casework.violence_has_letter",
    )
    violence.receive_letter(victim, file=file, letter_on=TODAY, letter_from="湖滨派出所", **by)
    violence.keep_safe(victim, file=file, safe_address="姐姐家", safe_phone="0990-5550009", **by)
    mine = house.account("worker").pk
    refused(
        lambda: violence.set_other_side_apart(victim, lead=mine, **apart, **by),
        "casework.violence_different_people",
    )
    reader = apart | {"second": house.account("colleague").pk}  # the victim's second
    refused(
        lambda: violence.set_other_side_apart(victim, lead=third, **reader, **by),
        "casework.violence_other_hands",
    )
    violence.set_other_side_apart(victim, lead=third, **apart, **by)
    two = {"file": file, "victim_on": TODAY, "other_on": TODAY}
    refused(lambda: violence.plan_two_visits(victim, **two, **by), "casework.violence_visits_apart")
    two["other_on"] = TODAY + timedelta(days=1)
    violence.plan_two_visits(victim, **two, **by)
    other = OtherSide.objects.select_related("case").get(community=house.community).case
    assert handlers_of(other)[0].account_id == third
    refused(
        lambda: add_handler(victim, account=house.account("third"), **by),
        "casework.violence_other_hands",
    )
    refused(
        lambda: add_handler(
            other, account=house.account("colleague"), by=house.actor("third"), at=NOON
        ),
        "casework.fit_handler",  # who reads the victim's file is not told there
    )
    assert list(of(house.actor("third"), house.community)) == [other]
    assert list(of(house.actor("worker"), house.community)) == [victim]
    kept = {
        field.name for model in (OtherSide, OtherVisit) for field in model._meta.concrete_fields
    }
    assert kept - {"id", "community", "case", "worker"} == OTHER_SIDE_HOLDS
    # The log of the other side's case tells nothing of who set it apart, nor why.
    assert not ClosedEntry.objects.filter(subject=other.pk).exists()
    visit = VictimVisit.objects.get(community=house.community)
    visit.case = victim
    violence.record_victim_visit(victim, visit=visit, words="没有再动手", **by)
    refused(
        lambda: violence.record_victim_visit(victim, visit=visit, words="改写", **by),
        "casework.violence_visited_once",
    )
    Case.objects.filter(community=house.community, pk=other.pk).update(
        state=Case.CLOSED, closed_at=NOON, destroy_on=TODAY
    )
    file.refresh_from_db()
    refused(lambda: violence.plan_two_visits(victim, **two, **by), "casework.violence_other_open")


def test_an_order_has_its_six_months_and_its_clocks(house, victim):
    file = begin_violence(house, victim)
    del file
    order = {"court": "示范区法院", "by": house.actor("worker"), "at": NOON}
    made = TODAY - timedelta(days=1)
    refused(
        lambda: violence.receive_order(
            victim, made_on=made, last_day=made + timedelta(days=190), received_on=TODAY, **order
        ),
        "casework.violence_order_within",
    )
    last = made + timedelta(days=90)
    violence.receive_order(victim, made_on=made, last_day=last, received_on=TODAY, **order)
    row = ProtectionOrder.objects.get(community=house.community)
    held = Clock.objects.filter(community=house.community, owner=victim.pk, name__in=row.clocks)
    assert sorted(c.length for c in held) == [(last - TODAY).days - 30, (last - TODAY).days]
    row.case = victim
    violence.lift_order(victim, order=row, lifted_on=TODAY, by=house.actor("worker"), at=NOON)
    assert not held.filter(settled_at__isnull=True).exists()


def test_somebody_who_can_go_to_court_goes_themselves(house, victim):
    file = begin_violence(house, victim)
    act = {"file": file, "court": "法院", "by": house.actor("worker"), "at": NOON}
    refused(
        lambda: violence.apply_for_order(victim, because="busy", **act),
        "casework.violence_cannot_apply",
    )
    violence.apply_for_order(victim, because="threatened", **act)


def begin_help(house, case, **more):
    given = {"initials": "WXL", "begins_on": TODAY, "ends_on": TODAY + timedelta(days=30)}
    corrections.begin_corrections(case, by=house.actor("worker"), at=NOON, **(given | more))


def test_help_in_corrections_knows_initials_and_nobody(house):
    refused(
        lambda: house.open("corrections", called="王小龙", person=None),
        "casework.corrections_initials",
    )
    refused(lambda: house.open("corrections", called="WXL"), "casework.corrections_tied_to_nobody")
    case = house.open("corrections", called="WXL", person=None)
    refused(lambda: begin_help(house, case, for_a_woman=True), "casework.corrections_woman")
    refused(lambda: begin_help(house, case, for_a_minor=True), "casework.corrections_minor")
    refused(
        lambda: begin_help(house, case, plan="打13800000000"),
        "casework.corrections_names_nobody",
    )
    stranger = house.account("third").pk
    refused(
        lambda: begin_help(house, case, for_a_woman=True, woman_member=stranger),
        "casework.corrections_woman",
    )
    begin_help(
        house, case, for_a_woman=True, woman_member=house.account("colleague").pk, needs=["work"]
    )
    corrections.note_help(case, on=TODAY, words="陪着问了培训班", by=house.actor("worker"), at=NOON)
    fields = {field.name for field in CorrectionsHelp._meta.concrete_fields}
    assert not fields & {"name", "person", "place", "phone", "address", "grade", "assessment"}


def test_the_record_is_sealed_by_itself_after_its_last_day(house):
    case = house.open("corrections_minor", called="ZM", person=None)
    begin_help(house, case, for_a_minor=True, minors_member=house.account("colleague").pk)
    last = datetime.combine(TODAY + timedelta(days=30), time(23, 59), SHANGHAI)
    due.run(last)
    case.refresh_from_db()
    assert case.is_open
    due.run(last + timedelta(minutes=1))
    due.run(last + timedelta(minutes=1))
    case.refresh_from_db()
    assert not case.is_open
    refused(
        lambda: corrections.note_help(
            case, on=TODAY, words="再帮", by=house.actor("worker"), at=last
        ),
        "casework.still_open",
    )


@pytest.mark.parametrize("broken", ["four_eyes", "police", "term"])
def test_the_database_itself_refuses_what_the_law_does(house, victim, broken):
    rows = {
        "police": lambda: ViolenceFile(case=victim, capacity="none"),
        "term": lambda: CorrectionsHelp(case=victim, initials="A", begins_on=TODAY, ends_on=TODAY),
        "four_eyes": lambda: ChildFile(case=victim, under_fourteen=True),
    }
    row = rows[broken]()
    row.community = house.community
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save(force_insert=True)
