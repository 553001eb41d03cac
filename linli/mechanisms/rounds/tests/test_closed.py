"""Closed rounds end by themselves, and nobody walks to a door that is not for them."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import transaction
from django.utils import timezone

from linli.core.access.actions import appoint, open_account
from linli.core.audit.actor import the_operator
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
    asked = []

    def fits(stops, account):
        asked.append(len(stops))
        return account.pk != unfit

    kind = replace(round_.kind_of_it, fits=fits)
    declaration._KINDS["tests.closed"] = kind  # deleted with the others after the test
    for act in (
        lambda: actions.name_carrier(round_, account=unfit, by=actor("director"), at=at),
        lambda: actions.hand_over(round_, to=unfit, by=actor("worker"), at=at),
        lambda: make("tests.closed"),
    ):
        with pytest.raises(Refused) as refused:
            act()
        assert refused.value.finding.rule == "rounds.no_ties"
    assert set(asked) == {6}, "once for all doors"


def test_the_second_at_a_door_that_was_passed_on_fits_it(make, setting, actor, at):
    third = open_account(label="高原", login="+8619900000092", password="linli-2026", at=at)
    since = timezone.localdate(at) - timedelta(days=1)
    appoint(setting.community, account=third, post="worker", since=since, by=the_operator(), at=at)
    round_, unfit = make("tests.pair"), set()
    fits = replace(round_.kind_of_it, fits=lambda stops, account: account.pk not in unfit)
    declaration._KINDS["tests.pair"] = fits  # deleted with the others after the test
    actions.hand_over(round_, to=third.pk, by=actor("director"), at=at)
    stop = round_.stops.filter(community=round_.community_id).first()
    key = uuid4()

    def confirm():
        with transaction.atomic():
            return actions.no_change(
                stop, second=third.pk, key=key, said_at=at, by=actor("worker"), at=at, once=key
            )

    unfit.add(third.pk)  # a relative moved in after the round was passed on
    with pytest.raises(Refused) as refused:
        confirm()
    assert refused.value.finding.rule == "rounds.no_ties"
    unfit.clear()
    assert confirm().fate == "taken"
