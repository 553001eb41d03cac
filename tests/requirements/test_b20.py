"""B20: every dwelling resolves to a named contact and somebody who stands in; a visit at home is
set for a day and confirmed."""

from datetime import timedelta

import pytest

from linli.core.people.models import Person
from linli.service.catalogue.actions import home_service as visits
from linli.service.catalogue.actions.guides import draft_guide, publish_guide
from linli.service.catalogue.queries.network import channels_of
from linli.service.catalogue.tests.guiding import ALL_DAY, LOCAL

ROW, ROOM = "B20", "service/catalogue"
PAGES = ("catalogue:home_service", "catalogue:network")
pytestmark = pytest.mark.django_db


def test_b20_every_dwelling_has_a_contact_and_a_stand_in(setting, today):
    homes = [*setting.stair.children.all(), *setting.new.children.all()]
    found = channels_of(setting.community.pk, homes, today)
    assert all(found[home.pk].contact and found[home.pk].stand_in for home in homes)


def test_b20_a_visit_at_home_is_set_and_confirmed(setting, actor, at):
    draft = draft_guide(
        setting.community, key="repair_day", given=LOCAL, hours=ALL_DAY, by=actor("worker"), at=at
    )
    guide = publish_guide(draft, seen=draft.stamp, by=actor("director"), at=at).guide
    elder = Person.objects.get(community=setting.community, pk=setting.accounts["elder"].person_id)
    asked = visits.ask_home_service(
        setting.community, guide=guide, person=elder, wanted="weekend", words="按门铃",
        by=actor("elder"), at=at,
    )  # fmt: skip
    visits.schedule_home_service(asked, visit_at=at + timedelta(days=2), by=actor("worker"), at=at)
    visits.confirm_home_service(asked, by=actor("elder"), at=at)
    assert asked.state == "confirmed"
