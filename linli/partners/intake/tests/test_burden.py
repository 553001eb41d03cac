"""Every minute is somebody's, and the sums are the same however they are taken."""

from datetime import timedelta
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from linli.partners.intake import actions
from linli.partners.intake.facts import KINDS, rows
from linli.partners.intake.models import Minutes
from linli.partners.intake.queries import (
    burden,
    burden_beside,
    minutes_by_month,
    month_after,
    month_before,
)
from linli.partners.intake.rules import sum_minutes

OFFICES = [uuid4() for _number in range(4)]
ENTRIES = st.lists(st.tuples(st.sampled_from(OFFICES), st.integers(1, 6000)), max_size=60)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ENTRIES)
def test_minutes_by_office_add_up_to_all_minutes(entries):
    sums = sum_minutes(entries)
    assert sum(sums.values()) == sum(minutes for _office, minutes in entries)
    for office, total in sums.items():
        assert total == sum(minutes for body, minutes in entries if body == office)
    assert sum_minutes(reversed(entries)) == sums


@pytest.mark.django_db
@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    entries=st.lists(
        st.tuples(st.integers(0, 1), st.integers(1, 6000), st.integers(0, 75), st.booleans()),
        max_size=12,
    )
)
def test_the_report_the_facts_and_the_months_reconcile_to_the_minute(
    entries, setting, bureau, other, today
):
    Minutes.objects.filter(community=setting.community).delete()
    first = month_before(today.replace(day=1), 1)
    last = month_after(first) - timedelta(days=1)
    offices, kept = (bureau, other), []
    for which, minutes, back, struck in entries:
        on = today - timedelta(days=back)
        Minutes.objects.create(
            community=setting.community,
            body=offices[which],
            kind="form",
            what="表",
            on=on,
            minutes=minutes,
            struck_on=today if struck else None,
        )
        if not struck and first <= on <= last:
            kept.append((offices[which].pk, minutes))
    month = burden(setting.community, first)
    by_rule = sum_minutes(kept)
    shown = {name: tally.minutes for name, tally in month.rows}
    names = {bureau.pk: bureau.name, other.pk: other.name}
    assert shown == {names[key]: total for key, total in by_rule.items()}
    assert month.total.minutes == sum(by_rule.values())
    beside = burden_beside([setting.community, setting.neighbour], first)
    assert beside.total.minutes == month.total.minutes
    assert beside.rows[1][1].minutes == 0
    facts = sum(
        fact.part for fact in rows(setting.community, first, last) if fact.kind == "intake.minutes"
    )
    assert facts == month.total.minutes
    by_month = {month: minutes for month, minutes, _asked in minutes_by_month(
        setting.community, today)}  # fmt: skip
    assert by_month[first] == month.total.minutes
    assert len(by_month) == 12


@pytest.mark.django_db
def test_a_refusal_counts_in_the_month_of_its_letter(setting, ask, actor, at, today):
    before = today.replace(day=1) - timedelta(days=1)
    request = ask(received_on=before)
    actions.refuse(request, ground="no_basis", by=actor("director"), at=at)
    earlier = burden(setting.community, before.replace(day=1))
    now = burden(setting.community, today.replace(day=1))
    assert (earlier.total.requested, earlier.total.refused) == (1, 0)
    assert (now.total.requested, now.total.refused) == (0, 1)


@pytest.mark.django_db
def test_facts_tell_of_requests_and_minutes_and_of_nobody(
    setting, ask, item, actor, at, today, bureau
):
    listed, refused = ask(item), ask()
    for request, minutes in ((listed, 30), (refused, 25)):
        actions.log_minutes(
            setting.community, body=bureau, request=request, minutes=minutes, on=today, what="表",
            by=actor("worker"), at=at,
        )  # fmt: skip
    actions.refuse(refused, ground="no_basis", by=actor("director"), at=at)
    actions.log_minutes(
        setting.community, body=bureau, minutes=20, on=today, what="表", by=actor("worker"), at=at
    )
    told = list(rows(setting.community, today, today))
    assert {fact.kind for fact in told} == {kind.kind for kind in KINDS}
    assert [fact.part for fact in told if fact.kind == "intake.off_list"] in ([0, 1], [1, 0])
    off_list = [(f.part, f.whole) for f in told if f.kind == "intake.minutes_off_list"]
    # Of minutes laid to no request nobody knows whether they lay outside the list.
    assert sorted(off_list) == [(0, 30), (25, 25)]
    assert all(fact.person is None and fact.household is None for fact in told)
    later = today + timedelta(days=1)
    assert list(rows(setting.community, later, later)) == []
