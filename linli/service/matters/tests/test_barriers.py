"""Accessibility defects on the map: how many and where, never who."""

import pytest
from django.urls import reverse
from django.utils import timezone

from linli.core.places.models import Place
from linli.service.matters.actions import accept
from linli.service.matters.models import Matter
from linli.service.matters.queries.barriers import open_barriers

pytestmark = pytest.mark.django_db


def test_open_defects_are_counted_by_building_and_name_nobody(setting, report, actor, client):
    community, now = setting.community, timezone.now()
    home = Place.objects.filter(community=community, kind="dwelling", parent__kind="entrance")[0]
    building = home.parent.parent
    said = {"title": "坡道断了", "text": "门口断了，轮椅下不去"}
    matters = [
        report("barrier", place=place, **said) for place in (home, home.parent, None, building)
    ]
    report("stair_light", place=building)
    assert open_barriers(community, now) == {}  # nobody has looked yet
    for matter in matters:
        accept(matter, by=actor("worker"), at=timezone.now())
    now = timezone.now()
    assert open_barriers(community, now) == {building.pk: 3, community.pk: 1}
    page = client.get(reverse("catalogue:map", args=[community.code])).content.decode()
    assert building.name_inside in page
    for words in (*said.values(), home.parent.name_inside, home.name_inside):
        assert words not in page
    Matter.objects.filter(community=community, pk=matters[0].pk).update(state="closed")
    assert open_barriers(community, now)[building.pk] == 2
