"""B03: every body is in the register with what it stands on, who holds its offices and until when.
A residents' committee of four, one without a woman and one with two near relatives are refused with
the article; who held an office on a day is answered; a vacancy is a task until it is filled."""

from datetime import timedelta

import pytest

from linli.core.clocks.models import Clock
from linli.lib.law import Refused
from linli.partners.organisations import actions
from linli.partners.organisations.queries.holders import held_by_title
from linli.partners.organisations.tests.conftest import *

ROW = "B03"
ROOM = "partners/organisations"
PAGES = ("organisations:list", "organisations:who", "organisations:desk")

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("members", "women", "kin"), [(4, 1, ()), (5, 0, ()), (5, 1, (("甲1", "甲2"),))]
)
def test_b03_a_committee_against_the_law_is_refused_with_the_article(
    add, office, actor, at, today, members, women, kin
):
    body = add("东湖居委会", "residents_committee")
    post = office(body, "委员", 9)
    chosen = [
        actions.Chosen(
            post, f"甲{n}", today, "elected", "选举结果", woman=n < women, asked_kin=True
        )
        for n in range(members)
    ]
    with pytest.raises(Refused) as error:
        actions.enter_whole_term(
            body, chosen=chosen, kin=kin, ends=None, seen=0, by=actor("director"), at=at
        )
    assert "rcl2025.8" in error.value.finding.cites


def test_b03_who_was_security_director_on_a_day(setting, add, office, seat, actor, at, today):
    post = office(add())
    left = today - timedelta(days=100)
    first = seat(post, "甲示范", today - timedelta(days=200))
    actions.end_term(first, until=left, ended_for="resigned", by=actor("worker"), at=at)
    waiting = Clock.objects.filter(
        community=setting.community, name="organisation_vacancy", settled_at__isnull=True
    )
    assert waiting.count() == 1
    seat(post, "乙示范", today - timedelta(days=50))
    assert waiting.count() == 0
    for ago, names in (
        (201, []),
        (200, ["甲示范"]),
        (101, ["甲示范"]),
        (100, []),
        (50, ["乙示范"]),
    ):
        held = held_by_title(setting.community, "治保主任", today - timedelta(days=ago))
        assert [each.name for each in held] == names
