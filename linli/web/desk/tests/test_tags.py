"""The QR codes of the stairs."""

import pytest
from django.urls import reverse

from linli.core.places.models import PlaceTag

pytestmark = pytest.mark.django_db


@pytest.fixture
def address(setting):
    return reverse("stair_tags", args=[setting.community.code])


def test_a_building_gets_one_code_for_each_entrance_and_the_old_ones_again(
    sign_in, setting, address
):
    client = sign_in("worker")
    page = client.post(address, {"building": setting.stair.parent_id}).content.decode()
    assert page.count("<svg") > 3
    assert setting.tag.code in page
    again = client.post(address, {"building": setting.stair.parent_id}).content.decode()
    codes = PlaceTag.objects.filter(place__parent=setting.stair.parent).values_list("code")
    assert len(codes) == 3
    assert all(code in again for (code,) in codes)


def test_the_code_leads_to_the_form_with_the_place_filled_in(client, setting):
    response = client.get(reverse("places:tag", args=[setting.tag.code]), follow=True)
    assert response.context["form"].initial["place"] == setting.stair.pk


def test_a_revoked_code_leads_nowhere(sign_in, setting, client):
    desk = sign_in("worker")
    where = reverse("stair_tag_revoke", args=[setting.community.code])
    assert desk.post(where, {"code": setting.tag.code}).status_code == 302
    assert client.get(reverse("places:tag", args=[setting.tag.code])).status_code == 404


def test_codes_are_not_for_outsiders(sign_in, setting, address):
    for key in ("outsider", "elder", "street", "manager"):
        assert sign_in(key).get(address).status_code == 404
    where = reverse("stair_tag_revoke", args=[setting.neighbour.code])
    assert sign_in("outsider").post(where, {"code": setting.tag.code}).status_code == 404
