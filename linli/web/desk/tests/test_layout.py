"""The director lays the community out: compounds and groups, after a look at what it comes to."""

import pytest
from django.urls import reverse
from django.utils import timezone

from linli.core.places.models import Area, Place
from linli.core.places.queries import areas_of, houses_in
from linli.lib.identity.ids import new_id

pytestmark = pytest.mark.django_db


@pytest.fixture
def compound(setting):
    return {
        "name": "西园",
        "buildings": 3,
        "first": 1,
        "entrances": 2,
        "floors": 6,
        "per_floor": 2,
        "on": timezone.localdate(),
        "once": str(new_id()),
    }


def test_a_compound_is_counted_first_and_laid_out_once(sign_in, setting, compound):
    address = reverse("new_compound", args=[setting.community.code])
    director = sign_in("director")
    seen = director.post(address, compound)
    assert seen.context["count"]["dwellings"] == 72
    assert not Place.objects.filter(community=setting.community, name="西园").exists()
    for _time in range(2):
        assert director.post(address, {**compound, "do": "1"}).status_code == 302
    (made,) = Place.objects.filter(community=setting.community, name="西园")
    inside = Place.objects.filter(community=setting.community, path__startswith=made.path)
    assert inside.filter(kind="dwelling").count() == 72
    assert "西园" in director.get(reverse("compounds", args=[setting.community.code])).text


def test_a_group_takes_in_the_dwellings_of_its_buildings(sign_in, setting):
    director = sign_in("director")
    address = reverse("new_group", args=[setting.community.code])
    given = {
        "kind": "residents_group",
        "name": "第九居民小组",
        "buildings": [str(houses_in(setting.community)[0].pk)],
        "on": timezone.localdate(),
        "once": str(new_id()),
    }
    seen = director.post(address, given)
    assert seen.status_code == 200, seen.context["form"].errors
    assert not Area.objects.filter(community=setting.community, name="第九居民小组").exists()
    assert director.post(address, {**given, "do": "1"}).status_code == 302
    area = areas_of(setting.community, timezone.localdate()).get(name="第九居民小组")
    assert area.dwellings == seen.context["count"]


@pytest.mark.parametrize("page", ["compounds", "new_compound", "groups", "new_group"])
def test_nobody_else_lays_anything_out(sign_in, setting, page):
    for key in ("worker", "manager", "outsider"):
        assert sign_in(key).get(reverse(page, args=[setting.community.code])).status_code == 404


def test_a_body_is_closed_once_nobody_holds_a_post_for_it(sign_in, setting):
    from linli.core.access.models import Body, Holding

    body = Holding.objects.filter(body__isnull=False, until__isnull=True).first().body
    address = reverse("access_end_body", args=[setting.community.code, body.pk])
    director = sign_in("director")
    refused = director.post(address, {"last_day": timezone.localdate()})
    assert refused.status_code == 409
    assert "没有结束" in refused.text
    Holding.objects.filter(body=body).delete()
    assert director.post(address, {"last_day": timezone.localdate()}).status_code == 302
    kept = Body.objects.get(community=setting.community, pk=body.pk)
    assert kept.last_day == timezone.localdate()
