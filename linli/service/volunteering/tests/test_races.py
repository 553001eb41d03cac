"""Two who say yes at once, for real: one has the place, the other is told so."""

import pytest

from linli.core.clocks.tests.together import shared_database, together
from linli.lib.law import Refused
from linli.mechanisms.signup.models import SignUp
from linli.service.volunteering.actions import confirming, substitutes
from linli.service.volunteering.models import ServiceRecord
from linli.service.volunteering.queries.shifts import shift_in

pytestmark = pytest.mark.django_db(transaction=True)


def told_apart(results):
    unexpected = [e for e in results if isinstance(e, Exception) and not isinstance(e, Refused)]
    assert not unexpected, unexpected
    refused = [each.finding.rule for each in results if isinstance(each, Refused)]
    return len(results) - len(refused), refused


def test_the_first_to_say_yes_has_the_place_and_hours_are_confirmed_once(
    actor, at, call, plan, volunteer, tmp_path, later
):
    shift = plan(call())[0]
    keys = ("tenant", "supervisor", "representative")
    for key in keys:
        volunteer(key)
    hands, here = [actor(key) for key in keys], shift.community
    clerks = [actor("worker"), actor("director")]
    with shared_database(tmp_path):
        mine = [(shift_in(here, shift.pk), by) for by in hands]
        results = together(
            [lambda row=row, by=by: substitutes.step_in(row, by=by, at=at) for row, by in mine]
        )
        done, refused = told_apart(results)
        assert (done, refused) == (1, ["volunteering.place_free"] * 2)
        entry = SignUp.objects.get(community=here, state="in")
        given = {"minutes": {entry.pk: 60}, "evaluation": "as_agreed", "at": later(shift, 3)}
        twice = [(shift_in(here, shift.pk), by) for by in clerks]
        results = together(
            [
                lambda row=row, by=by: confirming.confirm_hours(row, by=by, **given)
                for row, by in twice
            ]
        )
        assert told_apart(results) == (1, ["volunteering.confirmed_once"])
        assert ServiceRecord.objects.filter(community=here).count() == 1
