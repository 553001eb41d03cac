"""B51: old compounds without management.

The ways of looking after one are told with what each needs; a lift says who must agree under the
law of its day, and each household reads its own answer and nobody else's.
"""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from linli.core.places.queries import dwellings_under
from linli.governance.property.actions import estates, scopes
from linli.governance.property.models import Owner, Ownership, ScopeHousehold, Unit
from linli.lib.calendar import local_day

ROW = "B51"
ROOM = "governance/property"
PAGES = ("property:options", "property:scope", "property:answer_scope")
BACKEND = "linli.core.access.sign_in.AccountBackend"
pytestmark = pytest.mark.django_db


def own_homes(setting, estate, today):
    """The dwellings of one stair; the first is hers."""
    person = setting.accounts["elder"].person
    for home in dwellings_under(setting.stair):
        given = {"community": setting.community, "estate": estate}
        unit = Unit.objects.create(
            **given, label=home.name, area=5000, area_from="register", dwelling=home
        )
        owner = Owner.objects.create(**given, name="业主", person=person, added_on=today)
        Ownership.objects.create(community=setting.community, unit=unit, owner=owner, since=today)
        person = None


def test_b51_a_lift_tells_who_must_agree_and_each_household_its_own_answer(setting):
    at = timezone.now()
    today = local_day(at)
    by = {"by": setting.actor("worker", today), "at": at}
    estate = estates.enter_estate(
        setting.community, name="翠湖新村", place=setting.old, given={"regime": "none", "old": True},
        since=today - timedelta(days=1), **by,
    )  # fmt: skip
    own_homes(setting, estate, today)
    case = scopes.open_scope(
        estate, kind="lift", place=setting.stair, title="加装电梯", about="外挂一台", **by
    )
    hers = ScopeHousehold.objects.get(
        community=setting.community, case=case, owner__person=setting.accounts["elder"].person
    )
    scopes.answer_scope(hers, answer="object", by=setting.actor("elder", today), at=at)
    found = {each.rule: each for each in scopes.findings_of(case)}
    assert str(found["property.takes_part"].numbers["share"]) == "2/3"
    assert str(found["property.agrees"].numbers["share"]) == "3/4"
    address = reverse("property:scope", args=[setting.community.code, case.pk])
    seen = {}
    for key in ("elder", "representative", "worker"):
        client = Client()
        client.force_login(setting.accounts[key], BACKEND)
        page = client.get(address)
        seen[key] = [row.answer for row in page.context["own"]]
        assert "2/3" in page.content.decode()
    assert seen == {"elder": ["object"], "representative": [], "worker": []}
    ways = Client().get(reverse("property:options", args=[setting.community.code]))
    assert [option.code for option, _clock in ways.context["options"]] == [
        "provider", "management_committee", "self", "custody",
    ]  # fmt: skip
