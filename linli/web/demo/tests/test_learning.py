"""The demo's groups, wishes and thanks: through the real acts, with something in every state."""

import pytest
from django.utils import timezone

from linli.culture.activities.models.groups import Meeting, Turn
from linli.culture.activities.models.recognition import Nomination
from linli.culture.activities.queries import recognition
from linli.culture.activities.queries.teaching import active_instructors, teachers_on
from linli.web.demo.learning import CHOIR, WEDNESDAY, play_learning

pytestmark = pytest.mark.django_db


def test_a_year_of_learning_has_one_certificate_run_out_and_one_nomination_waiting(setting):
    here, now = setting.community, timezone.now()
    on = timezone.localdate(now)
    play_learning(setting, now)
    states = [one.state for row in teachers_on(here, on) for one in row.certificates]
    assert {"expired", "soon", "lasting"} <= set(states)
    assert active_instructors(here, on) == 2
    assert Turn.objects.filter(community=here, asked__isnull=False).count() == 1
    assert {each.state for each in Nomination.objects.filter(community=here)} == {
        "named", "shown", "awarded"
    }  # fmt: skip
    assert len(recognition.honours_shown(here, on)) == 2
    rehearsals = Meeting.objects.filter(community=here, group__title=CHOIR)
    assert {timezone.localtime(each.starts_at).weekday() for each in rehearsals} == {WEDNESDAY}
