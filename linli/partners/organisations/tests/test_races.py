"""Three people at once, for real: one seat is filled once."""

import pytest

from linli.core.clocks.tests.together import shared_database, together
from linli.lib.law import Refused
from linli.partners.organisations.models import Office, Term

AT_ONCE = 3

pytestmark = pytest.mark.django_db(transaction=True)


def test_one_seat_is_filled_once(setting, add, office, seat, tmp_path):
    here, key = setting.community, office(add()).pk
    with shared_database(tmp_path):
        rows = [
            Office.objects.select_related("organisation").get(community=here, pk=key)
            for _each in range(AT_ONCE)
        ]
        results = together(
            [
                lambda row=row, number=number: seat(row, f"第{number}位示范")
                for number, row in enumerate(rows)
            ]
        )
        held = Term.objects.filter(community=here, office=key).count()
    refused = [each.finding.rule for each in results if isinstance(each, Refused)]
    assert refused == ["organisations.has_seat"] * (AT_ONCE - 1)
    assert held == 1
