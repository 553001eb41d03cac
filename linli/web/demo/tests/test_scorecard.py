"""The demo's score-card meeting is played through the same acts as everybody's."""

from datetime import datetime

import pytest

from linli.evaluation.scorecard.models import AgreedAction, FigureComment, ScoreMeeting
from linli.lib.calendar import SHANGHAI
from linli.web.demo.cast import gather
from linli.web.demo.scorecard import play_scorecard

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "day", [datetime(2026, 11, 23, 10, tzinfo=SHANGHAI), datetime(2027, 2, 3, 10, tzinfo=SHANGHAI)]
)
def test_the_demo_has_a_meeting_with_three_actions_of_which_one_is_done(day):
    setting = gather(day)
    play_scorecard(setting, day)
    place = setting.community
    assert ScoreMeeting.objects.get(community=place).state == "published"
    states = AgreedAction.objects.filter(community=place).values_list("state", flat=True)
    assert sorted(states) == ["agreed", "agreed", "done"]
    said = FigureComment.objects.filter(community=place).values_list("state", flat=True)
    assert sorted(said) == ["answered", "received"]
