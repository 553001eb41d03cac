"""The parts of the demo's year are lived by one community: none stands in another's way, and nobody
from elsewhere may do a thing to what they leave."""

import typing
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.db import models
from django.utils import timezone

from linli.core.access.models import Body
from linli.core.audit.actor import NOBODY
from linli.core.audit.door import ACTIONS, may
from linli.evaluation.models import Report
from linli.lib.calendar import local_day
from linli.partners.intake.models import Minutes
from linli.web.demo.cast import Setting, gather
from linli.web.demo.committee import enter_committee
from linli.web.demo.election import VOTED, has_year
from linli.web.demo.reports import report_last_month
from linli.web.demo.year import PARTS

pytestmark = pytest.mark.django_db

ROWS_ASKED = 4
"""Of each kind of row so many are asked about; a thousand more of one kind say nothing new."""
WHOEVER_SIGNED_IN = {
    # About oneself; who lives here, or what is one's own, is asked inside the act.
    "access.notice_strange_browser",
    "activities.leave_group",
    "assemblies.say_opinion",
    "casework.give_number_back",
    "casework.take_number",
    "catalogue.ask_home_service",
    "funds.hand_in_bid",
    "signup.make_feed",
    "volunteering.register",
    "volunteering.step_in",
}
THE_STREETS_PART = {
    # What the law gives the street office to do (RCL 2025, art. 35, 38).
    "oversight.add_items",
    "oversight.commission_audit",
    "oversight.publish_audit",
    "oversight.reply_complaint",
    "oversight.report_audit",
}


def test_the_parts_of_the_year_are_played_in_one_community():
    at = timezone.now()
    setting = gather(at, small=False)
    ends = local_day(at) + timedelta(days=-VOTED if has_year(at) else 367)
    enter_committee(setting, at - timedelta(days=359), ends)
    for part in PARTS:
        part(setting, at)
    report_last_month(setting, at)
    bodies = Body.objects.filter(community=setting.community).values_list("name", flat=True)
    assert len(set(bodies)) == len(bodies)
    forms = Minutes.objects.filter(community=setting.community, kind="form")
    assert forms.exists(), "the minutes of forms handed over are logged"
    assert Report.objects.get(community=setting.community).is_finished
    found = set(_open_to_outsiders(setting))
    assert found <= {
        (name, key) for name in WHOEVER_SIGNED_IN for key in ("outsider", "street")
    } | {(name, "street") for name in THE_STREETS_PART}


def _open_to_outsiders(setting: Setting) -> Iterator[tuple[str, str]]:
    """Acts over rows of the year that somebody from elsewhere may do and a visitor may not."""
    on = timezone.localdate()
    outsiders = {key: setting.actor(key, on) for key in ("outsider", "street")}
    for name, door in sorted(ACTIONS.items()):
        for row in _rows_for(door, setting):
            for key, actor in outsiders.items():
                if may(door.needs, actor, row) and not may(door.needs, NOBODY, row):
                    yield name, key


def _rows_for(door: Any, setting: Setting) -> list[Any]:
    """What the act may be about, as the year left it."""
    function = door.__wrapped__
    hints = typing.get_type_hints(function)
    subject = hints.get(list(hints)[1]) if len(hints) > 1 else None
    if not isinstance(subject, type) or not issubclass(subject, models.Model):
        return []
    names = {field.name for field in subject._meta.get_fields()}
    if "community" not in names:
        return []
    rows = subject._default_manager.filter(community=setting.community.pk)
    return list(rows.order_by("pk")[:ROWS_ASKED])
