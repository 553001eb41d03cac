"""The demo's cases are played through the door and stay with those who handle them."""

import pytest
from django.utils import timezone

from linli.service.casework.queries import cases
from linli.web.demo.care import play_care
from linli.web.demo.casework import play_casework
from linli.web.demo.kinds import play_kinds

pytestmark = pytest.mark.django_db


def test_the_demo_has_cases_that_only_their_handlers_find(setting):
    at = timezone.now()
    play_casework(setting, at)
    worker = setting.actor("worker", timezone.localdate(at))
    director = setting.actor("director", timezone.localdate(at))
    assert len(cases.my_cases(worker, setting.community).rows) == 2
    assert len(cases.my_closed_cases(worker, setting.community).rows) == 1
    assert cases.my_cases(director, setting.community).rows == []


def test_the_demo_has_one_of_each_new_kind_and_a_day_for_everybody(client, setting):
    at = timezone.now()
    play_care(setting, at)
    play_kinds(setting, at)
    worker = setting.actor("worker", timezone.localdate(at))
    found = {line.case.kind for line in cases.my_cases(worker, setting.community).rows}
    assert {"rights", "resettlement", "veteran", "zero_employment", "child"} <= found
    assert "沈律师" in client.get(f"/c/{setting.community.code}/consultations/").content.decode()
