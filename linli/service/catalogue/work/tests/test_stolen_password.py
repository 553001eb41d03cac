"""Somebody with the password of who keeps the cards, on a browser of their own."""

import pytest
from django.urls import reverse

from linli.core.audit.models import ClosedEntry
from linli.service.catalogue.work import actions
from linli.service.catalogue.work.tests.conftest import fresh
from linli.service.catalogue.work.urls import urlpatterns

pytestmark = pytest.mark.django_db

ASKED = ("desk/openings/cards/", "desk/openings/pass-on/")


def test_no_address_of_cards_and_releases_shows_a_thing_to_an_unknown_browser(
    card, up, visit, url, actor, at
):
    opening, thief = up(), visit("mediator")
    mine = {"by": actor("elder"), "at": at}
    row = actions.release_fields(card, opening=opening, fields=["phone"], **mine)
    given = {"card_id": card.pk, "release_id": row.pk, "opening_id": opening.pk}
    pages = [each for each in urlpatterns if str(each.pattern).startswith(ASKED)]
    assert len(pages) == 13
    for page in pages:
        parts = {part: given[part] for part in page.pattern.converters}
        for send in (thief.get, thief.post):
            asked = send(url(page.name, **parts))
            assert asked.status_code == 302, page.name
            assert asked.url.startswith(reverse("account_reauthenticate")), page.name
    assert fresh(row).told_on is None
    assert not ClosedEntry.objects.filter(action__contains="look_at").exists()
    # Her own card asks nobody whose browser it is.
    assert visit("elder").get(url("my_job_card")).status_code == 200
