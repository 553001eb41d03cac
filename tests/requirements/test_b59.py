"""B59: every value opens to its records or its survey; another definition begins another series; no
indicator is about a person, and no place is ranked."""

import pytest

from linli.evaluation.definitions import catalogue
from linli.evaluation.tests.cast import busy_months
from linli.evaluation.tests.conftest import room, scene
from tests.requirements.conftest import BACKEND

ROW, ROOM = "B59", "evaluation"
PAGES = ("evaluation:standards", "evaluation:indicator", "evaluation:records")


@pytest.mark.django_db
def test_b59_a_value_opens_to_its_records(client, scene):
    busy_months(scene.room, scene.community)
    scene.reckon()
    assert f"{scene.url}MT01/receipts/" in client.get(f"{scene.url}MT01/").content.decode()
    client.force_login(scene.account("director"), BACKEND)
    assert f"{scene.url}MT01/records/" in client.get(f"{scene.url}MT01/").content.decode()
    assert client.get(f"{scene.url}MT01/records/").status_code == 200


def test_b59_a_later_definition_is_a_version_of_its_own():
    for row in catalogue().rows:
        assert row.key == f"{row.id}@{row.version}"
