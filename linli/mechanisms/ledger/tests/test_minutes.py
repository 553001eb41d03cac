"""Neighbours' help in minutes: gift, expiry to a common pot, clearing between communities."""

from datetime import date

import pytest
from django.db import transaction

from linli.core.clocks.tests.cast import make_community
from linli.lib.law import Refused
from linli.mechanisms.ledger.actions import Transfer, enter, hold, open_account, open_book
from linli.mechanisms.ledger.queries import balance_of, trial_balance
from linli.mechanisms.ledger.tests.conftest import act_at

ON = date(2026, 5, 6)


def open_hours(community, limit):
    """Help given is owed to whoever gave it; what a partner may owe us, is agreed beforehand."""
    act = act_at(5, 1)
    book = open_book(act, community, code="T1", title="互助时间", unit="minute")
    kinds = {"helped": "expense", "ann": "liability", "bo": "liability", "pot": "liability",
             "left": "asset", "agreed": "equity", "abroad": "expense"}  # fmt: skip
    accounts = {
        name: open_account(
            act, book, code=f"A-{name}", title=name, kind=kind, never_negative=kind != "equity"
        )
        for name, kind in kinds.items()
    }
    agreed = [Transfer(accounts["left"], accounts["agreed"], limit)]
    enter(act, book, on=date(2026, 5, 1), words="往来限额", transfers=agreed)
    return book, accounts


def test_minutes_are_given_on_expire_to_the_pot_and_clear_between_communities(community):
    neighbour = make_community("110101001002", "碧桃社区")
    book, here = open_hours(community, 90)
    far, there = open_hours(neighbour, 60)

    def move(debit, credit, amount):
        with transaction.atomic():
            transfers = [Transfer(here[debit], here[credit], amount)]
            enter(act_at(5, 31), book, on=ON, words="互助", transfers=transfers)

    def help_beyond(amount):
        """Somebody from here helps over there: both books or neither."""
        with transaction.atomic():
            act = act_at(5, 31)
            hold(act, book, far)
            ours = [Transfer(here["abroad"], here["ann"], amount)]
            theirs = [Transfer(there["helped"], there["left"], amount)]
            enter(act, book, on=ON, words="在外社区互助", transfers=ours)
            enter(act, far, on=ON, words="外社区来互助", transfers=theirs)

    move("helped", "ann", 120)
    move("ann", "bo", 50)
    move("bo", "pot", 20)
    with pytest.raises(Refused):
        move("bo", "ann", 31)
    help_beyond(45)
    with pytest.raises(Refused):
        help_beyond(16)
    held = {name: balance_of(here[name]) for name in ("ann", "bo", "pot", "abroad")}
    assert held == {"ann": 115, "bo": 30, "pot": 20, "abroad": 45}
    assert balance_of(there["left"]) == 15
    for each in (book, far):
        assert trial_balance(each, date(2026, 5, 1), date(2026, 5, 31)).off == 0
