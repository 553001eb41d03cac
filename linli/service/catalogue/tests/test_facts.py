"""What the evaluation is told: counts of acts, and no person."""

from datetime import timedelta

import pytest

from linli.core.audit.actor import NOBODY
from linli.service.catalogue import actions
from linli.service.catalogue.facts import KINDS, rows

pytestmark = pytest.mark.django_db


def test_what_was_asked_issued_and_refused_is_told_by_day_and_without_a_person(
    setting, drafted, issued, actor, at, on
):
    made, stopped = issued(), drafted()
    actions.refuse_certificate(stopped, reason="无依据", way_on="派出所", by=actor("worker"), at=at)
    for _number in range(3):
        actions.tell_not_ours(setting.community, item="alive", at_desk=False, by=NOBODY, at=at)
    told = {fact.kind: fact for fact in rows(setting.community, on, on)}
    assert set(told) == {kind.kind for kind in KINDS if kind.kind.startswith("certificates.")}
    assert told["certificates.asked_not_ours"].part == 3
    assert told["certificates.asked_not_ours"].record is None
    assert told["certificates.issued"].record == made.pk
    assert told["certificates.refused"].record == stopped.pk
    assert all(fact.person is None and fact.household is None for fact in told.values())
    assert list(rows(setting.community, on - timedelta(days=9), on - timedelta(days=1))) == []
