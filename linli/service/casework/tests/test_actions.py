"""The life of a case, as its handlers and the person would notice it."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from linli.core.audit.actor import the_clock
from linli.core.audit.models import Entry
from linli.core.audit.queries import closed_entries_about, closed_entries_of
from linli.core.clocks.models import Clock
from linli.core.people.keys import SealBroken
from linli.lib.law import Refused
from linli.service.casework import due, hands
from linli.service.casework.actions import (
    add_handler,
    agree,
    ask,
    change_role,
    decide,
    destroy,
    end_case,
    fetch,
    look,
    refer,
    remove_handler,
    take_over,
    withdraw,
)
from linli.service.casework.models import Agreement, Case, CaseHand, CaseNote, Referral
from linli.service.casework.queries import cases as queries
from linli.service.casework.tests.conftest import INTAKE, NOON, WORDS

pytestmark = pytest.mark.django_db


def refused(call, rule):
    with pytest.raises(Refused) as refusal, transaction.atomic():
        call()
    assert refusal.value.finding.rule == rule


def raw(case) -> str:
    key = case.pk.hex if connection.vendor == "sqlite" else str(case.pk)
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM casework_case WHERE id = %s", [key])
        return str(cursor.fetchone())


def test_a_case_has_two_hands_from_its_first_moment(house):
    refused(lambda: house.open(second="worker"), "casework.two_handlers")
    refused(lambda: house.open(second="manager"), "casework.fit_handler")
    refused(lambda: house.open(by="mediator"), "casework.opened_by_post")
    refused(lambda: house.open(called=" "), "casework.called_something")
    refused(lambda: house.open("group_work"), "casework.names_nobody")
    case = house.open()
    assert [row.role for row in queries.handlers_of(case)] == ["lead", "second"]
    clock = Clock.objects.get(community=house.community, owner=case.pk)
    assert clock.closed
    assert clock.second_account_id == house.account("colleague").pk
    assert "王" not in clock.title


def test_the_tables_say_neither_whose_nor_what(house, case):
    house.write(case, "intake", INTAKE)
    told = raw(case)
    assert "王阿姨" not in told
    assert str(house.person.pk) not in told
    assert house.person.pk.hex not in told
    note = CaseNote.objects.filter(community=house.community, case=case).values_list("content")
    assert "睡" not in str(list(note))
    assert (
        queries.notes_of(queries.case_for(house.actor("worker"), house.community, case.pk))[0]
        .values["wish"]
        .startswith("夜里")
    )
    assert not Entry.objects.filter(subject=case.pk).exists()
    assert not Entry.objects.filter(action__startswith="casework").exists()


def test_without_its_key_no_word_of_a_case_opens(house, case):
    house.write(case, "intake", INTAKE)
    Case.objects.filter(community=house.community, pk=case.pk).update(key="")
    again = Case.objects.get(community=house.community, pk=case.pk)
    with pytest.raises(SealBroken, match="destroyed"):
        _ = again.called
    with pytest.raises(SealBroken):
        _ = queries.notes_of(again)[0].content


def test_sheets_in_their_order_the_review_by_the_other_and_the_end_after_the_evaluation(
    house, case
):
    refused(lambda: house.write(case, "plan", {}), "casework.sheets_before")
    refused(
        lambda: house.write(case, "review", {"seen": "x", "advice": "y"}),
        "casework.reviewed_by_second",
    )
    house.write(case, "review", {"seen": "看了", "advice": "可以"}, by="colleague")
    worker = house.actor("worker")
    refused(
        lambda: end_case(case, ending="reached", by=worker, at=NOON), "casework.evaluated_first"
    )
    house.through(case)
    refused(lambda: end_case(case, ending="reached", by=worker, at=NOON), "casework.consented")
    agree(
        case,
        words="同意接受帮助",
        how="paper",
        by_whom="本人",
        given_on=NOON.date(),
        by=worker,
        at=NOON,
    )
    refused(lambda: end_case(case, ending="nothing", by=worker, at=NOON), "casework.known_ending")
    closed = end_case(case, ending="reached", by=worker, at=NOON)
    assert closed.destroy_on == NOON.date() + timedelta(days=1095)
    refused(lambda: house.write(closed, "intervention", {"done": "x"}), "casework.still_open")
    assert not Clock.objects.filter(
        community=house.community, owner=case.pk, settled_at__isnull=True
    ).exists()


def test_help_not_taken_up_is_kept_the_shorter_time_and_needs_no_consent(house):
    lead = house.open("hardship")
    assert Clock.objects.filter(community=house.community, owner=lead.pk).count() == 2
    house.write(lead, "found", {"how": "visit", "seen": "灶台几天没开过火"})
    closed = end_case(lead, ending="no_application", by=house.actor("worker"), at=NOON)
    assert closed.destroy_on == NOON.date() + timedelta(days=30)


def test_the_report_to_the_street_stops_its_clock(house):
    lead = house.open("hardship")
    house.write(lead, "found", {"how": "self", "seen": "说药费付不起"})
    house.write(lead, "reported", {"on": NOON.date(), "to": "民政窗口"})
    clock = Clock.objects.get(community=house.community, owner=lead.pk, name="case_report")
    assert clock.state == "met"


def test_hands_change_and_never_leave_a_case_alone(house, case):
    worker = house.actor("worker")
    refused(
        lambda: add_handler(case, account=house.account("colleague"), by=worker, at=NOON),
        "casework.handler_once",
    )
    third = add_handler(case, account=house.account("third"), by=worker, at=NOON)
    lead = queries.handlers_of(case)[0]
    refused(
        lambda: remove_handler(case, handler=lead, by=worker, at=NOON),
        "casework.replaced_not_removed",
    )
    remove_handler(case, handler=third, by=worker, at=NOON)
    assert not hands.handles(house.actor("third"), case)
    refused(
        lambda: change_role(
            case, role="lead", account=house.account("colleague"), by=worker, at=NOON
        ),
        "casework.two_handlers",
    )
    change_role(case, role="lead", account=house.account("third"), by=worker, at=NOON)
    assert not hands.handles(worker, case)
    clock = Clock.objects.get(community=house.community, owner=case.pk)
    assert clock.holder_account_id == house.account("third").pk
    with pytest.raises(Refused) as refusal:
        house.write(case, "intake", INTAKE)
    assert refusal.value.finding.rule == "access.permitted"


def test_the_keeper_takes_over_only_what_everybody_has_left(house, case):
    director = house.actor("director")
    hands = {"lead": house.account("third"), "second": house.account("director")}
    refused(
        lambda: take_over(case, **hands, reason="都离岗了", by=director, at=NOON),
        "casework.handlers_left",
    )
    assert queries.orphans_for(director, house.community, NOON) == []
    for key in ("worker", "colleague"):
        account = house.account(key)
        account.is_active = False
        account.save(update_fields=["is_active"])
    assert queries.orphans_for(director, house.community, NOON) == [case]
    assert queries.orphans_for(house.actor("third"), house.community, NOON) == []
    take_over(case, **hands, reason="两位都离岗了", by=director, at=NOON)
    assert [row.account_id for row in queries.handlers_of(case)] == [
        house.account("third").pk,
        house.account("director").pk,
    ]


def test_nothing_is_passed_on_without_consent_or_a_named_ground(house, case):
    worker = house.actor("worker")
    given = {"to": "示范医院", "purpose": "睡眠门诊看诊", "sent": [("情况", "夜里睡不着")]}
    yes = agree(
        case,
        words="同意转到医院",
        how="witness",
        by_whom="本人",
        given_on=NOON.date(),
        by=worker,
        at=NOON,
    )
    on = {"by": worker, "at": NOON}
    refused(lambda: refer(case, **given, **on), "casework.on_a_ground")
    refused(lambda: refer(case, **given, override="sal39", why="x", **on), "casework.on_a_ground")
    refused(lambda: refer(case, **given, override="life", why=" ", **on), "casework.on_a_ground")
    refused(
        lambda: refer(case, **given, agreement=yes, override="life", why="急", **on),
        "casework.agreed_and_stands",
    )
    refused(
        lambda: refer(case, **(given | {"sent": []}), agreement=yes, **on),
        "casework.something_sent",
    )
    assert refer(case, **given, agreement=yes, **on).items[0]["text"] == "夜里睡不着"
    withdraw(case, agreement=yes, **on)
    refused(lambda: refer(case, **given, agreement=yes, **on), "casework.agreed_and_stands")
    row = refer(case, **given, override="life", why="当晚有危险", **on)
    assert row.article == "pipl.13"
    with pytest.raises(IntegrityError), transaction.atomic():
        Referral(
            community=house.community, case=case, to="x", purpose="x", sent="[]", at=NOON
        ).save()
    with pytest.raises(IntegrityError), transaction.atomic():
        Referral(
            community=house.community,
            case=case,
            to="x",
            purpose="x",
            sent="[]",
            at=NOON,
            agreement=yes,
            override="life",
            article="pipl.13",
            why="x",
        ).save()


def test_a_copy_takes_two_and_opens_once(house, case):
    worker, colleague = house.actor("worker"), house.actor("colleague")
    row = ask(case, what="copy", reason="律师要看一份", by=worker, at=NOON)
    refused(
        lambda: ask(case, what="copy", reason="律师要看一份", by=worker, at=NOON),
        "casework.asked_once",
    )
    refused(lambda: decide(case, release=row, granted=True, by=worker, at=NOON), "casework.by_two")
    refused(lambda: fetch(case, release=row, by=worker, at=NOON), "casework.opens_once")
    decide(case, release=row, granted=True, by=colleague, at=NOON)
    refused(
        lambda: decide(case, release=row, granted=False, by=colleague, at=NOON),
        "casework.decided_once",
    )
    refused(lambda: fetch(case, release=row, by=colleague, at=NOON), "casework.opens_once")
    late = NOON + timedelta(hours=24)
    refused(lambda: fetch(case, release=row, by=worker, at=late), "casework.opens_once")
    fetch(case, release=row, by=worker, at=late - timedelta(seconds=1))
    refused(lambda: fetch(case, release=row, by=worker, at=NOON), "casework.opens_once")
    with pytest.raises(IntegrityError), transaction.atomic():
        type(row).objects.filter(community=house.community, pk=row.pk).update(
            decided_by=worker.account
        )


def test_a_closed_case_is_read_for_some_hours_with_anothers_leave(house):
    lead = house.open("hardship")
    house.write(lead, "found", {"how": "self", "seen": "说药费付不起"})
    worker = house.actor("worker")
    end_case(lead, ending="reported", by=worker, at=NOON)
    lead.refresh_from_db()
    assert not queries.may_read(worker, lead, NOON)
    row = ask(lead, what="reading", reason="街道来问后来怎样", by=worker, at=NOON)
    decide(lead, release=row, granted=True, by=house.actor("colleague"), at=NOON)
    assert queries.may_read(worker, lead, NOON + timedelta(hours=23))
    assert not queries.may_read(worker, lead, NOON + timedelta(hours=24))
    assert not queries.may_read(house.actor("colleague"), lead, NOON)


def test_on_its_day_a_case_is_destroyed_and_a_proof_without_a_name_stays(house):
    lead = house.open("hardship")
    house.write(lead, "found", {"how": "self", "seen": "说药费付不起"})
    refer(
        lead,
        to="街道",
        purpose="报告困难情况",
        sent=[("情况", "x")],
        override="sal39",
        why="药费付不起",
        by=house.actor("worker"),
        at=NOON,
    )
    end_case(lead, ending="no_hardship", by=house.actor("worker"), at=NOON)
    refused(lambda: destroy(lead, by=the_clock(), at=NOON), "casework.ripe")
    due.run(NOON + timedelta(days=29))
    assert Case.objects.filter(community=house.community, pk=lead.pk).exists()
    due.run(NOON + timedelta(days=30))
    due.run(NOON + timedelta(days=30))
    for model in (Case, CaseHand, CaseNote, Referral, Agreement):
        assert not model.objects.filter(community=house.community).exists()
    assert not Clock.objects.filter(community=house.community, owner=lead.pk).exists()
    (proof,) = queries.proofs_for(house.actor("colleague"), house.community)
    assert proof.kind == "hardship"
    assert proof.rows > 4
    assert queries.proofs_for(house.actor("director"), house.community) == []
    left = closed_entries_of(lead.pk)
    assert [entry.action for entry in left] == ["casework.destroy"]
    assert not closed_entries_about(house.person.pk).filter(subject=lead.pk).exists()


def test_each_opening_says_what_for_and_the_person_reads_it(house, case):
    worker = house.actor("worker")
    refused(
        lambda: look(case, purpose="contact", words="看看", by=worker, at=NOON),
        "casework.said_enough",
    )
    look(case, purpose="contact", words=WORDS, by=worker, at=NOON)
    told = closed_entries_about(house.person.pk).filter(action="casework.open").get()
    assert told.note["purpose"]["zh-hans"] == "与本人联系、见面之前"
    assert WORDS not in str(told.note)
    assert queries.looks_of(case)[0].words == WORDS
    assert queries.cases_about(house.person.pk, house.community) == [case]
