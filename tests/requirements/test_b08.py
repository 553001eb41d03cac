"""B08: a quarrel over noise leaves a record of dissuading that the police can use; what is counted
about the environment is a place's, never a household's."""

import pytest
from django.apps import apps
from django.utils import timezone

from linli.safety.mediation import actions
from linli.safety.mediation.actions import Happened
from linli.safety.mediation.tests.conftest import *

ROW, ROOM, PAGES = "B08", "service/matters", ("mediation:persuasion", "matters:places")
pytestmark = pytest.mark.django_db


def test_b08_a_noise_matter_leaves_a_record_of_dissuading(visit, url, taken, actor, at):
    case = taken(kind="noise")
    happened = Happened("persuasion", at, "301 门口", "王秀兰", "请她晚十点后不唱", "continued")
    actions.write_record(case, happened=happened, by=actor("mediator"), at=at)
    page = visit("mediator").get(url("persuasion", case_id=case.pk)).content.decode()
    for words in ("没有停止", "第五百九十九条", "第八十八条", "晚十点后不唱"):
        assert words in page


def test_b08_no_household_has_a_rank_a_score_or_a_star():
    forbidden = {"score", "rank", "stars", "points", "level_of_household", "grade_of_household"}
    household = apps.get_model("people", "Household")
    assert not forbidden & {field.name for field in household._meta.get_fields()}
