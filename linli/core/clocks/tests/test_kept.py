"""On which day it is decided whether a limit was kept."""

from datetime import UTC, date, datetime, timedelta

import pytest

from linli.core.clocks.duties import declared
from linli.core.clocks.facts import rows
from linli.core.clocks.models import Clock, Turn
from linli.core.clocks.queries import work_calendar
from linli.core.clocks.queries.kept import judged
from linli.core.clocks.rules import judged_on
from linli.lib.calendar import SHANGHAI, deadline_at

FRIDAY = date(2026, 11, 13)


@pytest.mark.parametrize(
    ("done", "on", "kept"),
    [
        (date(2026, 11, 9), date(2026, 11, 9), True),
        (FRIDAY, FRIDAY, True),
        (date(2026, 11, 14), date(2026, 11, 14), False),
        (date(2026, 12, 1), date(2026, 11, 14), False),
        (None, date(2026, 11, 14), False),
    ],
)
def test_within_so_many_working_days_is_decided_once(db, done, on, kept):
    assert judged_on(work_calendar(), date(2026, 11, 9), done, 4) == (on, kept)


@pytest.mark.parametrize(
    ("state", "settled", "told"),
    [
        ("met", datetime(2026, 11, 13, 15, 59, tzinfo=UTC), [(FRIDAY, True)]),
        ("met", datetime(2026, 11, 12, 16, 0, tzinfo=UTC), [(FRIDAY, True)]),
        ("met", datetime(2026, 11, 12, 15, 59, tzinfo=UTC), []),
        ("met", datetime(2026, 11, 20, tzinfo=UTC), [(FRIDAY, True)]),  # noted afterwards
        ("missed", None, [(FRIDAY, False)]),
        ("missed", datetime(2026, 12, 24, tzinfo=UTC), [(FRIDAY, False)]),
        ("running", None, []),  # its last day is not over
        ("dropped", datetime(2026, 11, 10, tzinfo=UTC), []),
    ],
)
def test_a_limit_counts_on_the_local_day_that_decided_it(
    community, next_door, state, settled, told
):
    turns = [
        Turn.objects.create(
            community=place, key="k", opens=FRIDAY, due_on=FRIDAY, closes=FRIDAY + timedelta(days=9)
        )
        for place in (community, next_door)
    ]
    for turn in turns:
        Clock.objects.create(
            community=turn.community, owner_kind=Turn._meta.label, owner=turn.pk, name="duty",
            unit="fixed", length=1, started_at=datetime(2026, 11, 1, tzinfo=SHANGHAI),
            due_at=deadline_at(FRIDAY), state=state, settled_at=settled, title="…",
        )  # fmt: skip

    def found(since, until):
        every = judged(community, since, until, Turn._meta.label, "duty")
        return [(each.on, each.kept) for each in every]

    assert found(FRIDAY, FRIDAY) == told
    assert [(fact.on, bool(fact.part)) for fact in rows(community, FRIDAY, FRIDAY)] == told
    late = [(FRIDAY, False)] if state == "running" else told
    assert found(date(2026, 11, 13), date(2026, 11, 14)) == late
    assert found(date(2026, 11, 14), date(2026, 11, 30)) == []


@pytest.mark.parametrize(
    ("key", "counted"),
    [
        ("oversight.yearly_appraisal", 1),
        ("oversight.monthly_disclosure", 0),  # its room tells of each item
        (next(duty.key for duty in declared() if duty.is_quick), 0),
    ],
)
def test_what_comes_daily_or_is_told_by_its_room_is_not_counted_among_duties(
    community, key, counted
):
    turn = Turn.objects.create(
        community=community, key=key, opens=FRIDAY, due_on=FRIDAY,
        closes=FRIDAY + timedelta(days=9),
    )  # fmt: skip
    Clock.objects.create(
        community=community, owner_kind=Turn._meta.label, owner=turn.pk, name="duty", unit="fixed",
        length=1, started_at=datetime(2026, 11, 1, tzinfo=SHANGHAI), due_at=deadline_at(FRIDAY),
        state="missed", title="…",
    )  # fmt: skip
    assert len(list(rows(community, FRIDAY, FRIDAY))) == counted
