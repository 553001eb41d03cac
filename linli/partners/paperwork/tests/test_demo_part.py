"""The demo's part of this room runs through the real acts."""

import pytest

from linli.partners.paperwork.models import Asking, HandOver
from linli.web.demo.paperwork import play_forms

pytestmark = pytest.mark.django_db


def test_the_year_has_two_forms_handed_over_and_two_under_way(setting, at):
    play_forms(setting, at)
    askings = Asking.objects.filter(community=setting.community)
    states = sorted(askings.values_list("state", flat=True))
    assert states == ["handed_over", "handed_over", "listed", "received"]
    handed = HandOver.objects.filter(community=setting.community).order_by("at")
    assert [(each.scope, each.rows, each.typed) for each in handed] == [
        ("all", 6, 6),
        ("changes", 1, 1),
    ]
