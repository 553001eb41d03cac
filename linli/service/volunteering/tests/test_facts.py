"""What the evaluation reads: counts, tokens, whole hours; nothing of anybody."""

from datetime import date, timedelta

import pytest

from linli.core.places.facts import month_ends
from linli.lib.calendar import local_day
from linli.service.volunteering import facts
from linli.service.volunteering.actions import confirming, substitutes
from linli.service.volunteering.models import ServiceRecord

pytestmark = pytest.mark.django_db


def test_registered_served_and_hours(setting, actor, at, call, plan, volunteer, later):
    shift = plan(call(), needed=2)[0]
    entries = {}
    for key, minutes in (("tenant", 90), ("supervisor", 45)):
        volunteer(key)
        entries[substitutes.step_in(shift, by=actor(key), at=at).pk] = minutes
    records = confirming.confirm_hours(
        shift, minutes=entries, evaluation="as_agreed", by=actor("worker"), at=later(shift, 3)
    )
    on = local_day(shift.occasion.starts_at)

    def read(since, until):
        found = {}
        for fact in facts.rows(setting.community, since, until):
            found.setdefault(fact.kind, []).append(fact)
        return found

    seen = read(on, on)
    assert [each.part for each in seen["volunteer.registered"]] == [2] * len(
        list(month_ends(on, on))
    )
    assert len({each.person for each in seen["volunteer.served_persons"]}) == 2
    assert [each.part for each in seen["volunteer.hours"]] == [2]  # one and a half, and one
    confirming.correct_hours(
        records[0], half_hours=0, reason="那天没有来", by=actor("worker"), at=later(shift, 4)
    )
    seen = read(on, on)
    assert len(seen["volunteer.served_persons"]) == 1
    assert [each.part for each in seen["volunteer.hours"]] == [1]
    assert "volunteer.hours" not in read(on + timedelta(days=1), on + timedelta(days=1))


def test_four_watches_in_a_quarter_are_one_person_and_three_are_none(
    setting, actor, at, call, plan, volunteer, today
):
    """Whoever watched four times counts once in the quarter, on the day of the fourth."""
    begun = date(today.year - 1, 4, 1)
    patrols, meals = call(kind="patrol", title="夜间巡逻"), call()
    served = (
        (patrols, "tenant", (0, 10, 20, 89, 90)),  # the fourth and fifth end the quarter
        (patrols, "supervisor", (60, 70, 80, 91, 92, 93)),  # three, and three of the next
        (meals, "elder", (0, 1, 2, 3)),
    )
    for row, key, days in served:
        line = volunteer(key)
        for number, day in enumerate(days, 1):
            shift = plan(row, days=number)[0]
            _served(line, shift, begun + timedelta(days=day), at)

    def watched(since, until):
        rows = facts.rows(setting.community, since, until)
        return [(each.on, each.person) for each in rows if each.kind == "watch.active_persons"]

    fourth, end = begun + timedelta(days=89), begun + timedelta(days=90)
    [(on, who)] = watched(begun, end + timedelta(days=30))
    assert on == fourth
    assert who is not None
    assert watched(fourth, fourth) == [(fourth, who)]
    assert watched(end, end + timedelta(days=30)) == []
    last = ServiceRecord.objects.get(community=setting.community, on=fourth)
    confirming.correct_hours(last, half_hours=0, reason="那天没有来", by=actor("worker"), at=at)
    assert watched(begun, end) == [(end, who)]


def _served(line, shift, on, at):
    """One confirmed service of that day."""
    ServiceRecord.objects.create(
        community_id=line.community_id, volunteer=line, shift=shift, activity="巡逻",
        place="东湖花园", served="everybody", content=shift.kind, on=on, minutes=60,
        half_hours=2, evaluation="as_agreed", at=at,
    )  # fmt: skip
