"""The demo wishes to be reminded: by the inbox, by a call, and by nobody who did not say so."""

import pytest
from django.utils import timezone

from linli.service.catalogue.reminders import due, queries, rules
from linli.service.catalogue.reminders.models import Reminder, ServiceCard
from linli.web.demo.reminding import play_reminding

pytestmark = pytest.mark.django_db


def test_the_demo_has_what_is_due_and_a_card_of_nothing(setting):
    at, place = timezone.now(), setting.community
    play_reminding(setting, at)
    assert Reminder.objects.filter(community=place).count() == 4
    on = timezone.localdate(at)
    listed = queries.list_of_month(setting.actor("worker", on), place, *rules.month_of(on))
    assert {row.kind for row in listed} == {"pension", "disability_card"}
    assert due.run(at) == 3  # each hears of it, but for what is months away
    cards = ServiceCard.objects.filter(community=place)
    assert sorted(len(card.wished) for card in cards) == [0, 2, 3]
