"""B17: somebody who retired may leave every optional field empty and is served all the same; the
month's list of reminders works."""

import pytest

from linli.service.catalogue.reminders import actions, queries
from linli.service.catalogue.reminders.actions import Card
from linli.service.catalogue.reminders.tests.conftest import *

ROW, ROOM, PAGES = "B17", "service/catalogue", ("catalogue:reminders",)
pytestmark = pytest.mark.django_db


def test_b17_a_card_of_nothing_is_a_card(setting, actor, at):
    card = actions.make_card(
        setting.community, card=Card(source="handed_over"), by=actor("elder"), at=at
    )
    assert (card.reach, card.employer, card.wishes) == ("", "", "")
    assert actions.note_welcome(card, by=actor("worker"), at=at).welcomed_on


def test_b17_the_list_of_the_month_is_of_those_who_wished_a_call(setting, for_aunt, wished, actor):
    called, _own = for_aunt(), wished()
    listed = queries.for_workers(actor("worker"), setting.community)
    assert list(listed) == [called]
