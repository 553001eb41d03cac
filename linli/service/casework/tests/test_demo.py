"""The demo's cases are played through the door and stay with those who handle them."""

import pytest
from django.utils import timezone

from linli.service.casework.queries import cases
from linli.web.demo.casework import play_casework

pytestmark = pytest.mark.django_db


def test_the_demo_has_cases_that_only_their_handlers_find(setting):
    at = timezone.now()
    play_casework(setting, at)
    worker = setting.actor("worker", timezone.localdate(at))
    director = setting.actor("director", timezone.localdate(at))
    assert len(cases.my_cases(worker, setting.community)) == 2
    assert len(cases.my_cases(worker, setting.community, closed=True)) == 1
    assert cases.my_cases(director, setting.community) == []
