"""Many at once, for real: on a SQLite file and on PostgreSQL."""

from datetime import date

import pytest
from django.db import transaction

from linli.core.clocks.tests.cast import make_community
from linli.core.clocks.tests.together import shared_database, together
from linli.lib.law import Refused
from linli.mechanisms.ledger.actions import Transfer, close_month, enter, hold
from linli.mechanisms.ledger.models import Entry
from linli.mechanisms.ledger.queries import balance_of, differences, trial_balance
from linli.mechanisms.ledger.tests.conftest import act_at, open_shop

pytestmark = pytest.mark.django_db(transaction=True)


def test_of_many_who_enter_at_once_each_has_a_number_and_nobody_overspends(tmp_path):
    community = make_community("110101001001", "翠湖社区")
    shop, other = open_shop(community), open_shop(community, "P1")
    shop.enter(date(2026, 3, 1), shop.bank, shop.gifts, 500)

    def spend(key):
        return lambda: shop.enter(date(2026, 4, 2), shop.spent, shop.bank, 100, key=key)

    def give_both(first, second):
        def work():
            with transaction.atomic():
                act = act_at(12, 31)
                hold(act, first.book, second.book)
                for each in (first, second):
                    transfers = [Transfer(each.owed, each.gifts, 1)]
                    enter(act, each.book, on=date(2026, 4, 2), words="试", transfers=transfers)

        return work

    def close():
        with transaction.atomic():
            return close_month(act_at(12, 31), shop.book, date(2026, 3, 1))

    works = [spend(f"k{number}") for number in range(7)] + [spend("k0")]
    works += [give_both(shop, other), give_both(other, shop), close, close]
    with shared_database(tmp_path):
        results = together(works)
        refused = [each.finding.rule for each in results if isinstance(each, Refused)]
        kept = list(
            Entry.objects.filter(community=community, book=shop.book).values_list(
                "number", "key"
            ).order_by("number")
        )  # fmt: skip
        left = balance_of(shop.bank)
        wrong = list(differences([shop.book, other.book]))
        trial = trial_balance(shop.book, date(2026, 4, 1), date(2026, 4, 30))
    assert not [each for each in results if isinstance(each, Exception | None) and not
                isinstance(each, Refused) and each is not None]  # fmt: skip
    # Five hundred pay for five; the two who sent the same key were entered once, or neither was.
    assert left == 0
    assert refused.count("ledger.not_closed_yet") == 1
    assert set(refused) == {"ledger.enough_there", "ledger.not_closed_yet"}
    assert [number for number, _key in kept] == list(range(1, 9))
    keys = [key for _number, key in kept if key]
    assert len(keys) == len(set(keys)) == 5
    assert (wrong, trial.off) == ([], 0)
