"""B52: an entry nobody has verified for twelve months is hidden from residents; no place in the
list is for sale."""

from datetime import date, timedelta

import pytest

from linli.service.catalogue.models import Provider
from linli.service.catalogue.rules import guides as rules

ROW, ROOM, PAGES = "B52", "service/catalogue", ("catalogue:providers", "catalogue:map")


def test_b52_twelve_months_without_a_word_hide_an_entry():
    asked = date(2026, 1, 10)
    given = {"stale_days": 180, "hidden_months": 12}
    assert rules.freshness(asked, date(2027, 1, 9), **given) == "stale"
    assert rules.freshness(asked, date(2027, 1, 10), **given) == "hidden"


def test_b52_nothing_bought_lifts_an_entry():
    names = {field.name for field in Provider._meta.get_fields()}
    assert not names & {"rank", "weight", "promoted", "paid_until", "sponsor", "boost"}


@pytest.mark.django_db
def test_b52_the_page_says_so(setting, visit, url):
    assert "不收费排名" in visit().get(url("catalogue:providers")).content.decode()
