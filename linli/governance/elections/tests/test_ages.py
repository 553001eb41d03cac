"""Who counts as grown up, and as a resident, where numbers are reckoned from the roster."""

from datetime import date, timedelta

import pytest

from linli.core.audit.actor import the_operator
from linli.core.people.actions import move_in, register_person
from linli.core.places.queries import dwellings_under
from linli.governance.assemblies.queries.figures import adults_of
from linli.governance.elections.queries.recalls import adults, lives_here
from linli.lib.calendar import local_day

pytestmark = pytest.mark.django_db

LEAP = date(2028, 2, 29)


@pytest.fixture
def settle(setting, at):
    home = dwellings_under(setting.old)[0]

    def settled(born, kind="hukou_here"):
        person = register_person(
            setting.community, name="陈某某", birth_date=born, by=the_operator(), at=at
        )
        since = timedelta(days=30)
        move_in(
            person, dwelling=home, kind=kind, since=local_day(at) - since, by=the_operator(), at=at
        )
        return person

    return settled


@pytest.mark.parametrize(("born", "grown"), [(date(2010, 2, 28), True), (date(2010, 3, 1), False)])
def test_on_the_29th_of_february_nobody_is_of_age_a_day_too_early(settle, born, grown):
    person = settle(born)
    for found in (
        adults_of(person.community_id, LEAP, 18).filter(person=person),
        adults(person.community_id, LEAP, age=18).filter(pk=person.pk),
    ):
        assert found.exists() is grown


def test_who_only_owns_a_flat_here_is_no_resident(settle, at):
    """And so signs no recall, and is nobody it is counted against (arts. 16 and 20)."""
    owner = settle(date(1980, 1, 1), kind="owner")
    today = local_day(at)
    assert not lives_here(owner, today)
    assert not adults(owner.community_id, today, age=18).filter(pk=owner.pk).exists()
