"""Two at once, for real: a door is left once, and a wave is closed and reckoned once."""

import pytest

from linli.core.audit.actor import the_clock
from linli.core.clocks.tests.together import shared_database, together
from linli.evaluation.surveys import actions
from linli.evaluation.surveys.models import Invitation, Survey
from linli.evaluation.surveys.queries.waves import wave_in
from linli.evaluation.surveys.tests.conftest import AT
from linli.lib.law import Refused

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_door_is_left_once_and_a_wave_is_closed_once(hands, tmp_path):
    survey = hands.opened()
    place, worker = survey.community_id, hands.who("worker")
    doors = [
        Invitation.objects.select_related("survey__questionnaire").filter(community=place).first()
        for _time in range(2)
    ]
    waves = [wave_in(place, survey.questionnaire_id) for _time in range(2)]
    with shared_database(tmp_path):
        left = together(
            [
                lambda: actions.leave_door(doors[0], how="reached", **worker),
                lambda: actions.leave_door(doors[1], how="reached", **worker),
            ]
        )
        reached = Survey.objects.get(community=place).reached
        closed = together(
            [
                lambda: actions.close_survey(waves[0], **worker),
                lambda: actions.close_survey(waves[1], by=the_clock(), at=AT),
            ]
        )
    for results in (left, closed):
        assert sum(isinstance(each, Refused) for each in results) == 1
    assert reached == 1
