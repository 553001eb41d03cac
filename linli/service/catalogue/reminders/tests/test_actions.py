"""What is set, told, rung, moved on, and destroyed; and who may know of it."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.db import connection

from linli.core.audit.actor import the_clock
from linli.core.audit.models import ClosedEntry, Entry
from linli.core.messages.models import Message
from linli.core.people.actions import merge_persons, move_out, register_person
from linli.core.people.models import Tie
from linli.lib.calendar import SHANGHAI, corresponding_day, local_day
from linli.service.catalogue.facts import rows as facts_of
from linli.service.catalogue.reminders import actions, due, queries, rules
from linli.service.catalogue.reminders.actions import Card, Wanted
from linli.service.catalogue.reminders.actions.forgetting import forget_reminders_of
from linli.service.catalogue.reminders.kinds import kinds
from linli.service.catalogue.reminders.models import Reminder, ServiceCard, ServiceCount
from linli.service.catalogue.reminders.tests.conftest import PHONE, fresh, refused

pytestmark = pytest.mark.django_db


def moment(day, hour=10):
    return datetime.combine(day, time(hour), SHANGHAI)


def test_one_sets_ones_own_and_no_worker_sees_it(setting, wished, actor, elder):
    row = wished()
    assert queries.own_reminders(actor("elder"), setting.community).get() == row
    assert not queries.own_reminders(actor("tenant"), setting.community).exists()
    for key in ("worker", "director"):
        assert not queries.for_workers(actor(key), setting.community).exists()
    refused("access.permitted", actions.delete_reminder, row, by=actor("worker"), at=row.set_at)
    refused("catalogue.reminder_once", wished)
    # In the closed book, about her; nothing of it in the open one.
    assert ClosedEntry.objects.filter(about=elder.pk, action="catalogue.set_reminder").exists()
    assert not Entry.objects.filter(action__contains="reminder").exists()


def test_what_cannot_be_reminded_of_is_refused_with_the_way_on(
    wished, setting, actor, on, at, aunt
):
    one = timedelta(days=1)
    refused("catalogue.reminder_day", wished, day=on + one)
    refused("catalogue.reminder_day", wished, kind="id_card", day=on - one)
    refused("catalogue.reminder_to_come", wished, day=corresponding_day(on, -13))
    refused("catalogue.reminder_number", wished, call=True)
    by = {"by": actor("worker"), "at": at}
    wanted = Wanted("pension", on)
    given = {"person": aunt, "wanted": wanted, "agreed": "phone"}
    refused("catalogue.reminder_heard", actions.set_reminder_for, setting.community, **given, **by)
    given |= {"wanted": Wanted("pension", on, call=True, phone=PHONE), "agreed": ""}
    refused("catalogue.reminder_agreed", actions.set_reminder_for, setting.community, **given, **by)


def test_the_list_of_the_month_is_of_those_who_wished_a_call_and_of_nobody_else(
    setting, wished, for_aunt, actor, on
):
    wished()
    called, place = for_aunt(), setting.community
    first, last = rules.month_of(called.opens_on)
    worker = actor("worker")
    assert queries.list_of_month(worker, place, first, last) == [called]
    # It stands there from the month it opens to the month in which its last days are over.
    before = rules.month_of(first - timedelta(days=1))
    assert queries.list_of_month(worker, place, *before) == []
    after = rules.month_of(called.due_on + timedelta(days=62))
    assert called not in queries.list_of_month(worker, place, *after)
    for key in ("outsider", "supervisor", "mediator", "manager", "elder"):
        assert queries.list_of_month(actor(key), place, first, last) == [], key
    actions.pause_reminder(called, by=worker, at=called.set_at)
    assert queries.list_of_month(worker, place, first, last) == []
    # The number is sealed where it lies.
    with connection.cursor() as cursor:
        cursor.execute("SELECT phone FROM catalogue_reminder")
        assert all(PHONE not in (stored or "") for (stored,) in cursor.fetchall())


def test_time_tells_twice_at_most_and_says_nothing_of_what_it_is(
    wished, elder, setting, django_capture_on_commit_callbacks
):
    row = wished()
    messages = Message.objects.filter(community=setting.community)
    steps = (
        (row.opens_on - timedelta(days=1), 0),
        (row.opens_on, 1),
        (row.opens_on, 1),
        (row.due_on - timedelta(days=8), 1),
        (row.due_on - timedelta(days=7), 2),
        (row.due_on, 2),
    )
    for day, told in steps:
        with django_capture_on_commit_callbacks(execute=True):
            due.run(moment(day))
        assert fresh(row).told == told, day
    assert messages.count() == 2
    assert set(messages.values_list("kind", flat=True)) == {"messages.closed"}
    counted = ServiceCount.objects.get(community=setting.community, what="reminded.pension")
    assert counted.count == 1
    end = rules.month_of(row.opens_on)[1]
    for number, told in ((9, None), (10, 10), (40, 40)):  # one row tells of the whole month
        ServiceCount.objects.filter(community=setting.community).update(count=number)
        told_of = {fact.kind: fact.part for fact in facts_of(setting.community, end, end)}
        assert told_of.get("reminders.reminded") == told
    # Told meanwhile, stopped or not over: whoever comes second does nothing.
    by = {"by": the_clock(), "at": moment(row.due_on)}
    refused("catalogue.reminder_turn", actions.tell_reminder, row, **by)
    refused("catalogue.reminder_turn", actions.move_on, row, **by)


def test_a_permit_endorsed_late_counts_from_that_day_and_one_in_time_from_the_full_year(
    for_aunt, actor, on
):
    row, by = for_aunt(), actor("worker")
    in_time = moment(row.due_on)
    early = {"done_on": row.opens_on - timedelta(days=1)}
    refused("catalogue.reminder_done", actions.finish_reminder, row, **early, by=by, at=in_time)
    moved = actions.finish_reminder(row, done_on=row.due_on, by=by, at=in_time)
    assert moved.due_on == corresponding_day(row.day, 24)
    late = moved.due_on + timedelta(days=3)
    moved = actions.finish_reminder(moved, done_on=late, by=by, at=moment(late))
    assert (moved.day, moved.due_on) == (late, corresponding_day(late, 12))
    assert (moved.told, moved.called) == (0, "")


def test_calls_are_tried_again_until_somebody_answers(for_aunt, actor, at):
    row, by = for_aunt(), {"by": actor("worker"), "at": at}
    for reached, word in ((False, "no_answer"), (False, "no_answer"), (True, "reached")):
        actions.record_call(row, reached=reached, **by)
        assert fresh(row).called == word
    assert fresh(row).tries == 3
    refused("access.permitted", actions.record_call, row, reached=True, by=actor("outsider"), at=at)


def test_what_is_over_moves_on_or_is_destroyed(wished, on, setting):
    yearly, single = wished(), wished("id_card", on + timedelta(days=40))
    last_kept = max(yearly.due_on, single.due_on) + timedelta(days=30)
    due.run(moment(single.due_on + timedelta(days=30)))
    assert fresh(single)
    due.run(moment(single.due_on + timedelta(days=31)))
    assert fresh(single) is None
    due.run(moment(last_kept + timedelta(days=1)))
    assert fresh(yearly).due_on == corresponding_day(yearly.due_on, 12)


def test_taken_back_moved_away_and_forgotten_leave_nothing(
    wished, for_aunt, actor, at, setting, elder, aunt
):
    gone = wished()
    actions.delete_reminder(gone, by=actor("elder"), at=at)
    assert fresh(gone) is None
    refused("catalogue.reminder_there", actions.pause_reminder, gone, by=actor("elder"), at=at)
    kept, card = for_aunt(), Card(wishes=["health"])
    given = {"person": aunt, "card": card, "agreed": "spoken", "welcomed": True}
    actions.make_card_for(setting.community, **given, by=actor("worker"), at=at)
    tie = Tie.objects.get(community=setting.community, person=aunt)
    leaves = local_day(at) + timedelta(days=5)
    move_out(tie, until=leaves, by=actor("worker"), at=at)
    due.run(moment(leaves - timedelta(days=1), 3))
    assert fresh(kept)
    due.run(moment(leaves, 3).astimezone(UTC))  # by the clock of the place
    assert fresh(kept) is None
    assert not ServiceCard.objects.filter(community=setting.community).exists()
    # What is asked for before the year after leaving is done at once.
    wished()
    forget_reminders_of(elder, at)
    assert not Reminder.objects.filter(community=setting.community).exists()


def test_a_card_of_nothing_is_a_card_kept_as_long_as_wished(
    setting, actor, at, elder, aunt, on, django_capture_on_commit_callbacks
):
    place, by = setting.community, {"by": actor("elder"), "at": at}
    card = actions.make_card(place, card=Card(source="handed_over"), **by)
    assert (card.reach, card.employer, card.wishes, card.welcomed_on) == ("", "", "", None)
    refused("catalogue.card_once", actions.make_card, place, card=Card(), **by)
    welcomed = actions.note_welcome(card, by=actor("worker"), at=at)
    assert (welcomed.welcomed_on, welcomed.welcomed_by_id) == (on, setting.accounts["worker"].pk)
    refused("catalogue.welcomed_once", actions.note_welcome, card, by=actor("worker"), at=at)
    # After a year it is asked once, and stays until she says so.
    year = corresponding_day(on, 12)
    for day, asked in ((year - timedelta(days=1), None), (year, year), (year + timedelta(9), year)):
        with django_capture_on_commit_callbacks(execute=True):
            due.run(moment(day))
        assert fresh(card).asked_on == asked
    again = {"by": the_clock(), "at": moment(year)}
    refused("catalogue.service_card_asked", actions.ask_about_card, card, **again)
    assert Message.objects.filter(community=place).count() == 1
    kept = actions.keep_card(card, by=actor("elder"), at=moment(year))
    assert (kept.kept_on, kept.asked_on) == (year, None)
    refused("access.permitted", actions.delete_card, card, by=actor("tenant"), at=at)
    actions.delete_card(card, by=actor("elder"), at=moment(year))
    assert fresh(card) is None


def test_after_records_were_made_one_ones_own_is_still_ones_own(wished, setting, actor, at, elder):
    row, by = wished(), {"by": actor("worker"), "at": at}
    kept = register_person(setting.community, name=elder.name, **by)
    merge_persons(kept, absorbed=elder, by=actor("director"), at=at)
    one = fresh(row)
    one.person = kept
    one.save()
    mine = {"by": actor("elder"), "at": at}
    assert queries.own_reminders(mine["by"], setting.community).get() == one
    assert actions.pause_reminder(one, **mine).paused


def test_counts_show_nothing_under_ten(setting, on):
    place = setting.community

    def count(what, number):
        like = {"community": place, "month": date(2025, 3, 1), "what": what}
        ServiceCount.objects.update_or_create(**like, defaults={"count": number})

    name, every = kinds()["pension"].name, len(kinds())
    for told, called, shown in ((0, 0, (None, None)), (9, 0, (None, None)), (10, 0, (10, None)),
                                (10, 9, (10, None)), (30, 25, (30, None)), (30, 20, (30, 20)),
                                (30, 30, (30, 30))):  # fmt: skip
        count("reminded.pension", told)
        count("called.pension", called)
        found = queries.counts_of(place, 2025)
        assert len(found) == every  # of every kind, so that a row tells nothing
        assert [(each.reminded, each.called) for each in found if each.title == name] == [shown]
    for number, shown in ((0, None), (9, None), (10, 10)):
        count("welcomed.newcomer", number)
        assert [told for _title, told in queries.welcomed_of(place, 2025)] == [None, shown, None]
    assert queries.counted_years(date(2026, 12, 31))[0] == 2025  # whole ones that are over
