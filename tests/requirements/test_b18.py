"""B18: who lives here without being registered here may join the electors' roll, and nothing asks a
representative for a hukou; the residence permit is reminded of a month before its year is full."""

from datetime import date

from linli.governance.assemblies.models import Representative
from linli.governance.elections.rules import Claim, election_law, may_register
from linli.service.catalogue.reminders import rules
from linli.service.catalogue.reminders.tests.test_rules import PERMIT

ROW, ROOM, PAGES = "B18", "governance/elections", ("elections:list", "catalogue:reminders")
DAY = date(2026, 6, 23)


def test_b18_a_long_term_resident_joins_the_roll():
    claim = Claim(date(1990, 5, 1), "resident", borne_out=True)
    assert may_register(claim, DAY, law=election_law(DAY))


def test_b18_a_representative_is_asked_for_no_hukou():
    fields = {field.name for field in Representative._meta.get_fields()}
    assert not any("hukou" in name for name in fields)


def test_b18_the_permit_is_reminded_of_a_month_ahead():
    found = rules.turn(PERMIT, date(2026, 3, 15))
    assert (found.opens, found.due) == (date(2027, 2, 15), date(2027, 3, 15))
