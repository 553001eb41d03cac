"""The demo's register: every home of the plan has somebody, and shares have something to be of."""

from datetime import UTC, datetime, timedelta

import pytest

from linli.core.people.facts import rows
from linli.core.people.models import Person, Tie
from linli.lib.calendar import local_day
from linli.web.demo.cast import gather
from linli.web.demo.register import AT_HOME, play_register

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 23, 4, tzinfo=UTC)


def test_homes_are_lived_in_and_the_register_tells_how_many():
    setting = gather(AT, small=True)
    play_register(setting, AT)
    here = {"community": setting.community}
    assert Person.objects.filter(**here).count() > 20
    lived_in = Tie.objects.filter(**here, kind=Tie.RESIDENT, until__isnull=True)
    assert lived_in.filter(person__name="王秀兰").exists()
    assert len(AT_HOME) == 3
    on = local_day(AT)
    told = {fact.kind: fact.part for fact in rows(setting.community, on - timedelta(days=1), on)}
    assert told["people.residents"] > 20
