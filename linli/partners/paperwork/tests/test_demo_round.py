"""The demo's round for this month's form runs through the real acts."""

import pytest

from linli.mechanisms.rounds.models import Round
from linli.mechanisms.rounds.queries import progress_of, unreached
from linli.web.demo.paperwork import play_forms
from linli.web.demo.rounds import play_rounds

pytestmark = pytest.mark.django_db


def test_the_year_has_a_round_under_way_with_something_to_decide(setting, at):
    play_forms(setting, at)
    play_rounds(setting, at)
    round_ = Round.objects.get(community=setting.community)
    progress = progress_of(setting.community, [round_])[round_.pk]
    assert (progress.doors, progress.unchanged, progress.answered, progress.open) == (6, 3, 2, 1)
    assert progress.conflicts == 1
    assert [each.next_way for each in unreached(round_)] == ["letter"]
