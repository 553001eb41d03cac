"""B44: help for a home goes by its present name, and is found by the book's old one; the renewal is
asked for three months before the contract ends."""

from datetime import date

import pytest

from linli.service.catalogue.applications.rules import renewal_by
from linli.service.catalogue.content import national_guides

ROW, ROOM, PAGES = "B44", "service/catalogue", ("catalogue:guides", "catalogue:application_scheme")


def test_b44_the_renewal_is_three_months_before_the_end():
    assert renewal_by(date(2027, 5, 31), 3) == date(2027, 2, 28)


def test_b44_the_old_name_leads_to_the_present_scheme():
    (guide,) = [each for each in national_guides().values() if "廉租房" in each.words]
    assert "公租房" in guide.words
    assert "廉租房" not in guide.title
