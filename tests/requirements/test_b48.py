"""B48: a job seeker's card is gone when its owner says so; an employer hears what was ticked and no
more."""

import pytest

from linli.service.catalogue.work import actions
from linli.service.catalogue.work.models import JobCard, Release
from linli.service.catalogue.work.queries import cards
from linli.service.catalogue.work.tests.conftest import *

ROW, ROOM, PAGES = "B48", "service/catalogue", ("catalogue:openings", "catalogue:my_card")
pytestmark = pytest.mark.django_db


def test_b48_an_employer_hears_what_was_ticked(card, up, actor, at):
    row = actions.release_fields(
        card, opening=up(), fields=["phone", "wish"], by=actor("elder"), at=at
    )
    assert [words for _title, words in cards.words_of(row)] == ["19900000003", "做饭"]


def test_b48_a_card_vanishes_when_its_owner_says_so(cast, card, up, actor, at):
    actions.release_fields(card, opening=up(), fields=["phone"], by=actor("elder"), at=at)
    actions.destroy_card(fresh(card), by=actor("elder"), at=at)
    assert not JobCard.objects.filter(community=cast.community).exists()
    assert not Release.objects.filter(community=cast.community).exists()
