"""Closed rounds end by themselves, and nobody walks to a door that is not for them."""

from dataclasses import replace
from datetime import timedelta

import pytest

from linli.lib.law import Refused
from linli.mechanisms.rounds import actions, declaration, due
from linli.mechanisms.rounds.tests.conftest import kept

pytestmark = pytest.mark.django_db


def test_a_closed_round_ends_by_itself_and_an_open_one_does_not(make, at):
    closed, open_ = make("tests.closed"), make()
    assert due.run(at + timedelta(days=7)) == 0
    assert due.run(at + timedelta(days=8)) == 1
    assert (kept(closed).state, kept(open_).state) == ("ended", "planned")


def test_who_does_not_fit_a_door_does_not_carry_the_round(make, setting, actor, at):
    round_ = make("tests.closed")
    unfit = setting.accounts["director"].pk
    kind = replace(round_.kind_of_it, fits=lambda stop, account: account.pk != unfit)
    declaration._KINDS["tests.closed"] = kind  # deleted with the others after the test
    for act in (
        lambda: actions.name_carrier(round_, account=unfit, by=actor("director"), at=at),
        lambda: actions.hand_over(round_, to=unfit, by=actor("worker"), at=at),
        lambda: make("tests.closed"),
    ):
        with pytest.raises(Refused) as refused:
            act()
        assert refused.value.finding.rule == "rounds.no_ties"
