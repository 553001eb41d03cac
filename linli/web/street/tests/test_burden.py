"""The street reads counts of requests and minutes, and no more."""

import pytest

from linli.partners.intake import actions
from linli.partners.intake.actions import Asked

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(setting):
    from django.utils import timezone

    at = timezone.now()
    on, office = timezone.localdate(at), setting.bodies["office"]
    worker = setting.actor("worker", on)
    actions.record_request(
        setting.community, asked=Asked(office, "form", "内部名称表", on), by=worker, at=at
    )
    actions.log_minutes(
        setting.community, body=office, minutes=35, on=on, what="内部名称表", by=worker, at=at
    )
    return f"/street/{setting.street.code}/burden"


def test_the_street_sees_counts_by_community_and_no_titles(sign_in, setting, asked):
    client = sign_in("street")
    page = client.get(f"{asked}/").content.decode()
    assert setting.community.name in page
    assert "内部名称表" not in page
    data = client.get(f"{asked}.json").json()
    assert data["total"]["minutes"] == 35
    assert data["total"]["off_list"] == 1
    table = client.get(f"{asked}.csv").content.decode("utf-8-sig")
    assert table.splitlines()[-1].endswith(",35")


@pytest.mark.parametrize("who", ["worker", "elder", "outsider"])
def test_to_others_the_page_does_not_exist(sign_in, asked, who):
    assert sign_in(who).get(f"{asked}/").status_code == 404
