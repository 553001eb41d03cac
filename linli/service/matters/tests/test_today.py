"""The desk's first page: what waits for whom today."""

from datetime import timedelta

import pytest

from linli.core.clocks.models import Clock
from linli.service.matters import actions

pytestmark = pytest.mark.django_db


def test_today_shows_each_what_waits_for_them(visit, report, setting, forwarded, actor, at):
    matter = report(when=at - timedelta(days=20), contact_name="王秀兰")
    actions.accept(matter, by=actor("worker"), at=at - timedelta(days=19))
    today = f"/c/{setting.community.code}/desk/"
    page = visit("worker").get(today).text
    assert "楼道灯、公共照明" in page
    assert "王秀兰" not in page
    for key, status in {"manager": 200, "mediator": 200, "elder": 404, "street": 404}.items():
        assert visit(key).get(today).status_code == status, key
    assert Clock.objects.filter(community=setting.community, owner=matter.pk).count() == 2
