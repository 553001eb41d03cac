"""B09: nobody is named for an honour without a yes of their own; nothing is deducted, ranked or
tied to a right."""

import pytest
from django.db import IntegrityError, transaction

from linli.culture.activities.actions import recognition as acts
from linli.culture.activities.actions.recognition import Called
from linli.culture.activities.models.recognition import Nomination
from linli.culture.activities.tests.conftest import actor, at, today
from linli.culture.activities.tests.test_recognition import call, doing, named, refused

ROW, ROOM, PAGES = "B09", "culture/activities", ("activities:recognition",)
pytestmark = pytest.mark.django_db


def test_b09_a_nomination_without_consent_is_published_by_no_act_and_no_hand(
    setting, doing, named, today
):
    refused("activities.nominee_consents", doing, acts.show_nomination, named)
    kept = Nomination.objects.filter(community=setting.community, pk=named.pk)
    with pytest.raises(IntegrityError), transaction.atomic():
        kept.update(state="shown", shown_since=today, told="做了好事", shown_name="老张")


def test_b09_criteria_neither_deduct_nor_rank(setting, doing, today):
    for criteria in (["乱停车一次扣分"], ["按得分排名"]):
        called = Called("好邻居", "good_neighbour", criteria, today, today)
        refused(
            "activities.positive_only", doing, acts.call_for_nominations, setting.community,
            called=called,
        )  # fmt: skip
