"""B33: the representatives' meeting of each half-year stands on the work calendar; the quorum holds
at its edges; those who only sit in are listed and make no quorum."""

from datetime import date

import pytest

from linli.core.clocks.models import Clock
from linli.governance.assemblies import due, rules
from linli.governance.assemblies.models import Duty
from linli.governance.assemblies.rules import ASSEMBLY, MEETING, assembly_law
from linli.governance.assemblies.tests.conftest import *
from linli.lib.law import Refused
from linli.mechanisms.gathering import actions as door

ROW, ROOM, PAGES = (
    "B33",
    "governance/assemblies",
    ("assemblies:coming", "assemblies:public_meeting"),
)
LAW = assembly_law(date(2026, 4, 8))


@pytest.mark.django_db
def test_b33_the_half_years_meeting_is_a_duty_of_the_director(setting, representatives, at):
    due.run(at)
    duty = Duty.objects.get(community=setting.community)
    clock = Clock.objects.get(community=setting.community, owner=duty.pk)
    assert (clock.holder_post, clock.last_day) == ("director", date(2026, 6, 30))


@pytest.mark.parametrize(
    ("body", "present", "base", "holds"),
    [
        (MEETING, 40, 60, True),
        (MEETING, 39, 60, False),
        (ASSEMBLY, 500, 1000, False),
        (ASSEMBLY, 501, 1000, True),
    ],
)
def test_b33_the_quorum_at_its_edge(body, present, base, holds):
    assert rules.quorum(body, present, base, law=LAW).holds is holds


@pytest.mark.django_db
def test_b33_observers_are_listed_and_make_no_quorum(plan, call, meet, actor, at):
    assembly = call(plan())
    for name in ("甲", "乙", "丙", "丁"):
        door.check_in(assembly.gathering, name=name, capacity="observer", by=actor("worker"), at=at)
    with pytest.raises(Refused, match="meeting_quorum"):
        meet(assembly, come=3)
