"""HSDS 3.0: what others read of the catalogue, held against the specification's own examples."""

import csv
import io
import json
import os
import zipfile
from pathlib import Path

import pytest
from django.conf import settings

from linli.service.catalogue.actions import guides, providers
from linli.service.catalogue.tests.guiding import ALL_DAY, OWN, PRICED, PROVIDER

pytestmark = pytest.mark.django_db

NEEDED = {"service": {"id", "name", "status"}, "organization": {"id", "name", "description"}}
STATUS = {"active", "inactive", "defunct", "temporarily closed"}


@pytest.fixture
def examples():
    """The specification's own examples, where they lie beside the project."""
    given = os.environ.get("LINLI_TEST_DATA")
    folders = [given] if given else [up / "shared" / "data" for up in settings.BASE_DIR.parents[:2]]
    for folder in folders:
        found = Path(folder) / "services_hsds" / "spec_examples"
        if found.exists():
            return lambda name: json.loads((found / name).read_text("utf-8"))
    pytest.skip("the test data (services_hsds) is not on this machine")


@pytest.fixture
def catalogue(setting, actor, at):
    """One priced guide with a provider."""
    provider = providers.enter_provider(
        setting.community, given={**PROVIDER, "credit_code": "91350100M000100Y43"},
        hours=ALL_DAY, by=actor("worker"), at=at,
    )  # fmt: skip
    given = {**OWN, **PRICED, "price_class": "paid", "provider": provider}
    draft = guides.draft_guide(
        setting.community, key="", given=given, hours=ALL_DAY, by=actor("worker"), at=at
    )
    seen = draft.stamp
    return guides.publish_guide(draft, seen=seen, by=actor("director"), at=at)


def test_root_lists_pages_and_one_whole(visit, url, catalogue):
    browser = visit()
    root = browser.get(url("hsds")).json()
    assert set(root) == {"version", "profile", "openapi_url"}
    assert root["version"] == "3.0"
    page = browser.get(url("hsds_services"), {"per_page": 1}).json()
    assert {k: page[k] for k in ("total_items", "total_pages", "page_number", "size")} == {
        "total_items": 2, "total_pages": 2, "page_number": 1, "size": 1,
    }  # fmt: skip
    assert (page["first_page"], page["last_page"], page["empty"]) == (True, False, False)
    assert "phones" not in page["contents"][0]
    key = str(catalogue.guide_id)
    whole = browser.get(url("hsds_service", key=key)).json()
    assert whole["status"] in STATUS
    assert whole["organization"]["organization_identifiers"][0]["identifier_scheme"] == "CN-USCC"
    schedule = whole["schedules"][0]
    assert (schedule["freq"], schedule["byday"]) == ("WEEKLY", "MO,TU,WE,TH,FR,SA,SU")
    assert schedule["timezone"] == 8
    cost = whole["cost_options"][0]
    assert (cost["amount"], cost["currency"]) == (5, "CNY")
    assert browser.get(url("hsds_service", key=catalogue.pk)).status_code == 404

    def found(**query):
        return [each["id"] for each in browser.get(url("hsds_services"), query).json()["contents"]]

    assert found(search="磨刀") == [key]
    assert found(search="磨刀", modified_after="2999-01-01") == []
    term = whole["attributes"][0]["taxonomy_term"]["id"]
    assert found(taxonomy_term_id=term) == [key]
    assert len(found(organization_id=whole["organization_id"])) == 2
    assert len(browser.get(url("hsds_terms")).json()["contents"]) == 10
    assert browser.get(url("hsds_taxonomies")).json()["total_items"] == 1
    organizations = browser.get(url("hsds_organizations")).json()["contents"]
    assert {each["name"] for each in organizations} == {"东湖社区居民委员会", "邻家家政"}
    one = browser.get(url("hsds_organization", key=whole["organization_id"])).json()
    assert one["name"] == "邻家家政"


def test_every_key_and_kind_is_one_of_the_specifications_examples(visit, url, catalogue, examples):
    example = examples("service_full.json")
    whole = visit().get(url("hsds_service", key=catalogue.guide_id)).json()
    wrong = list(_departing(whole, example | {"organization_id": ""}, "service"))
    assert not wrong, wrong
    listed = examples("service_list.json")
    page = visit().get(url("hsds_services")).json()
    assert set(page) == set(listed)
    organizations = visit().get(url("hsds_organizations")).json()["contents"]
    for row in organizations:
        assert NEEDED["organization"] <= set(row)
    for row in page["contents"]:
        assert NEEDED["service"] <= set(row)


def test_the_package_holds_the_same_in_tables_a_spreadsheet_opens(visit, url, catalogue):
    answer = visit().get(url("hsds_package"))
    folder = zipfile.ZipFile(io.BytesIO(answer.content))
    described = json.loads(folder.read("datapackage.json"))
    assert described["profile"] == "tabular-data-package"
    for resource in described["resources"]:
        text = folder.read(resource["path"])
        assert text.startswith(b"\xef\xbb\xbf")
        rows = list(csv.reader(io.StringIO(text.decode("utf-8-sig"))))
        assert rows[0] == [field["name"] for field in resource["schema"]["fields"]]
    services = folder.read("services.csv").decode("utf-8-sig")
    assert str(catalogue.guide_id) in services
    assert visit().get(url("hsds_package")).content == answer.content


def _departing(ours, example, path):
    """Keys the example does not know, and values of another kind."""
    for name, value in ours.items():
        if name not in example:
            yield f"{path}.{name}"
        elif isinstance(value, dict):
            yield from _departing(value, example[name], f"{path}.{name}")
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            yield from _departing(value[0], example[name][0], f"{path}.{name}")
        elif isinstance(value, bool | str | list) and type(value) is not type(example[name]):
            yield f"{path}.{name}: {type(value).__name__}"
