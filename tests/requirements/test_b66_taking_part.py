"""B66: A ladder from being informed to supervising that shows what one can do now on
each rung; a proposal box that asks for no name, answers with a reason within a promised time, and
is public after a look; numbers of who took part without names, and none below ten."""

from datetime import timedelta

import pytest

from linli.core.audit.actor import NOBODY
from linli.core.clocks.queries import clocks_of
from linli.lib.law import Refused
from linli.partners.organisations.actions import proposals as acts
from linli.partners.organisations.ladder import taken_part, ways_up
from linli.partners.organisations.queries.proposals import proposals_shown, seconders_told
from linli.partners.organisations.tests.units_house import at, house
from linli.partners.organisations.unit_words import RUNGS

pytestmark = pytest.mark.django_db
ROW = "B66"
ROOM = "partners/organisations"
PAGES = (
    "organisations:taking_part",
    "organisations:proposals",
    "organisations:propose",
    "organisations:proposals_desk",
)


def test_b66_a_suggestion_needs_no_name_and_has_a_promised_answer(house):
    row = acts.propose(house.here, words="凉亭装灯", by=NOBODY, at=house.at_moment)
    assert row.account_id is None
    (clock,) = clocks_of(row)
    assert clock.due_at > house.at_moment + timedelta(days=9)
    assert not proposals_shown(house.here)
    acts.show_proposal(row, title="凉亭装灯", **house.by("worker"))
    assert proposals_shown(house.here).count() == 1
    for key in ("elder", "representative"):
        acts.second_proposal(row, **house.by(key))
    row.refresh_from_db()
    assert (row.seconders, seconders_told(row, house.today)) == (2, None)
    with pytest.raises(Refused):
        acts.answer_proposal(row, what="adopted", answer="好", **house.by("worker"))
    row.refresh_from_db()
    acts.answer_proposal(
        row, what="passed_on", answer="归物业", way_on="已转物业", **house.by("worker")
    )
    assert not [clock for clock in clocks_of(row) if clock.is_open]


def test_b66_the_ladder_leads_from_rung_to_rung_and_counts_without_names(house):
    assert [code for code, _title, _means in RUNGS] == [
        "informed", "consulted", "deciding", "doing", "supervising",
    ]  # fmt: skip
    assert {step.rung for step in ways_up(house.here)} >= {"informed", "consulted", "supervising"}
    acts.propose(house.here, words="凉亭装灯", **house.by("tenant"))
    counted = {part.count for part in taken_part(house.here, house.today.year) if not part.people}
    assert 1 in counted
