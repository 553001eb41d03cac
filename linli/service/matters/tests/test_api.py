"""The words other systems speak: the twins of public pages, and Open311 GeoReport v2."""

import json
from datetime import timedelta

import pytest

from linli.service.matters import actions
from linli.service.matters.actions.publishing import posting_of

pytestmark = pytest.mark.django_db


def read(client, address, **query):
    response = client.get(address, query)
    return response.status_code, json.loads(response.content)


def test_every_public_page_links_to_its_twin(client, url, report, published):
    shown = published(report())
    posting = posting_of(shown)
    for page, twin in (
        (url("public"), url("public_json")),
        (url("places"), url("places_json")),
        (
            url("public_one", posting_id=posting.pk),
            url("public_one_json", posting_id=posting.pk),
        ),
    ):
        assert f'type="application/json" href="{twin}"' in client.get(page).text
        status, _data = read(client, twin)
        assert status == 200


def test_the_list_s_twin_goes_on_like_the_list(client, url, report, published):
    for number in range(21):
        published(report(), title=f"第{number}盏")
    _status, first = read(client, url("public_json"))
    _status, second = read(client, url("public_json"), after=first["after"])
    assert (len(first["matters"]), len(second["matters"]), second["after"]) == (20, 1, "")
    listed = {each["id"] for each in first["matters"] + second["matters"]}
    assert len(listed) == 21
    assert set(first["matters"][0]) == {
        "id", "number", "posted_at", "title", "kind", "place", "asked_on", "status", "text",
        "answer", "answered_on", "rounds",
    }  # fmt: skip


def test_services_are_the_kinds_a_resident_can_choose(client, url, setting, actor, at):
    from linli.service.matters.queries import kinds_of

    hidden = kinds_of(setting.community).get(code="pets")
    hidden.offered = False
    actions.save_kind(hidden, by=actor("director"), at=at)
    _status, services = read(client, url("services"))
    codes = {service["service_code"] for service in services}
    assert "stair_light" in codes
    assert "pets" not in codes
    first = next(each for each in services if each["service_code"] == "stair_light")
    assert first["type"] == "realtime"
    assert "路灯" in first["keywords"].split(",")


def test_requests_are_what_is_public_and_nothing_more(client, url, report, published, setting):
    report(text="没公开的")
    shown = published(report(contact_phone="19900000003"))
    _status, requests = read(client, url("requests"))
    (found,) = requests
    assert found["service_request_id"] == str(posting_of(shown).pk)
    assert found["service_code"] == "stair_light"
    assert found["status"] == "closed"
    assert found["status_notes"] == "换好了。"
    assert found["address_id"] == setting.community.code
    assert found["requested_datetime"].endswith("+08:00")
    assert "19900000003" not in json.dumps(found)
    assert shown.receipt not in json.dumps(found)
    _status, (one,) = read(client, url("request", posting_id=posting_of(shown).pk))
    assert one == found


def test_requests_can_be_asked_for_by_kind_status_and_span(client, url, report, published, at):
    published(report())
    published(report(code="noise"))
    old = report(when=at - timedelta(days=100))
    published(old)
    assert len(read(client, url("requests"))[1]) == 2
    assert len(read(client, url("requests"), service_code="noise")[1]) == 1
    assert len(read(client, url("requests"), service_code="noise,stair_light")[1]) == 2
    assert read(client, url("requests"), status="open")[1] == []
    span = {
        "start_date": (at - timedelta(days=120)).isoformat(),
        "end_date": (at - timedelta(days=60)).isoformat(),
    }
    assert len(read(client, url("requests"), **span)[1]) == 1


@pytest.mark.parametrize(
    "query",
    [
        {"status": "weird"},
        {"start_date": "yesterday"},
        {"end_date": "2026-13-45T00:00:00Z"},
        {"start_date": "2026-01-01T00:00:00Z", "end_date": "2026-12-31T00:00:00Z"},
        {"start_date": "2026-02-01T00:00:00Z", "end_date": "2026-01-01T00:00:00Z"},
    ],
)
def test_a_wrong_question_is_answered_with_what_is_wrong(client, url, query):
    status, data = read(client, url("requests"), **query)
    assert status == 400
    assert data[0]["code"] == 400
    assert data[0]["description"]


def test_a_moment_without_an_offset_is_the_community_s_own_time(client, url, report, published):
    published(report())
    status, _data = read(
        client, url("requests"), start_date="2026-01-01T00:00:00", end_date="2026-02-01T00:00:00"
    )
    assert status == 200


def test_an_unknown_request_is_not_found_in_their_words(client, url):
    from linli.lib.identity.ids import new_id

    status, data = read(client, url("request", posting_id=new_id()))
    assert status == 404
    assert data[0]["code"] == 404
