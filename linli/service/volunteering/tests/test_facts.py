"""What the evaluation reads: counts, tokens, whole hours; nothing of anybody."""

from datetime import timedelta

import pytest

from linli.core.places.facts import month_ends
from linli.lib.calendar import local_day
from linli.service.volunteering import facts
from linli.service.volunteering.actions import confirming, substitutes

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
