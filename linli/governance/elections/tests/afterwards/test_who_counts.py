"""Who is counted as what: a woman who was written in, who still stands in a further vote, the
households a demand is counted against, the posts of those who were not elected."""

from datetime import date, timedelta

import pytest

from linli.core.access.models import Holding
from linli.core.audit.actor import the_operator
from linli.core.people.actions import register_person
from linli.core.people.models import Household, Person, Tie
from linli.core.people.queries import dwellings_of
from linli.governance.elections.actions import declaring as acts
from linli.governance.elections.queries.counted import current_round
from linli.governance.elections.queries.recalls import base_now
from linli.governance.elections.queries.standing import is_candidate
from linli.governance.elections.tests.afterwards.holding import marks
from linli.governance.elections.tests.afterwards.test_declaring import FULL, SHORT
from linli.lib.law.keeping import take_out_all

pytestmark = pytest.mark.django_db
WRITTEN = "张另选"


@pytest.fixture
def declare(actor, run_by, at):
    return lambda election: acts.declare(election, by=actor(run_by), at=at)


@pytest.fixture
def men_stand(held, setting):
    """Counted: only men stand, and a name that was written in has the votes for a seat."""

    def counted():
        election = held([(marks([1], [1], [1, 2, WRITTEN]), 20)])
        Person.objects.filter(community=setting.community).exclude(name=WRITTEN).update(sex="male")
        return election

    return counted


def known(setting, at, sex="female"):
    return register_person(
        setting.community, name=WRITTEN, sex=sex, birth_date=date(1981, 2, 3), by=the_operator(),
        at=at,
    )  # fmt: skip


def judged(election):
    outcome = current_round(election).outcome
    found = {step.rule: step.holds for step in take_out_all(outcome["steps"])}
    return outcome["women_known"], found.get("elections.has_woman")


def test_a_woman_who_was_written_in_and_elected_counts(setting, men_stand, declare, at):
    known(setting, at)
    assert judged(declare(men_stand())) == (True, True)


def test_a_man_who_was_written_in_does_not(setting, men_stand, declare, at):
    known(setting, at, sex="male")
    assert judged(declare(men_stand())) == (True, False)


@pytest.mark.parametrize("namesakes", [0, 2])
def test_nothing_is_judged_where_nobody_can_say_who_was_written_in(
    setting, men_stand, declare, at, namesakes
):
    for _each in range(namesakes):
        known(setting, at)
    assert judged(declare(men_stand())) == (False, None)


def test_a_scribbled_name_that_was_not_elected_leaves_the_judgement_as_it_is(
    held, setting, declare
):
    election = held([(FULL, 19), (marks([1], [1], [1, 2, "谁也不是"]), 1)])
    Person.objects.filter(community=setting.community).update(sex="male")
    assert judged(declare(election)) == (True, False)


def test_whoever_was_elected_is_no_candidate_of_the_further_vote(
    held, declare, actor, run_by, at, on
):
    election = declare(held(SHORT))
    first = {each.person_id: each for each in election.candidates.filter(round=1)}
    acts.hold_again(election, day=on + timedelta(days=3), by=actor(run_by), at=at)
    field = set(election.candidates.filter(round=2).values_list("person_id", flat=True))
    assert field
    assert {person for person in first if is_candidate(election, person)} == field


def test_only_households_in_which_somebody_votes_are_the_base_of_a_demand(setting, residents, on):
    homes = dwellings_of(setting.community, [each.pk for each in residents(3)], on)
    child = Person.objects.get(community=setting.community, pk=list(homes)[2])
    child.birth_date = on - timedelta(days=3650)
    child.save(update_fields=["birth_date"])
    for number, (person, home) in enumerate(homes.items()):
        household = Household.objects.create(
            community=setting.community, dwelling=home, number=str(number),
            since=on - timedelta(days=9),
        )  # fmt: skip
        Tie.objects.filter(community=setting.community, person=person).update(household=household)
    Household.objects.create(
        community=setting.community, dwelling=home, number="空", since=on - timedelta(days=9)
    )
    assert base_now(setting.community, "households", on, age=18) == 2


def test_a_new_term_ends_every_post_of_the_committee_before_it(held, declare, setting, on):
    """Also of an account the register joins to nobody; other posts stay."""
    account = setting.accounts["director"]
    assert account.person_id is None
    before = Holding.objects.get(account=account, post="director", place=setting.community)
    declare(held([(FULL, 20)]))
    before.refresh_from_db()
    assert before.until == on
    worker = Holding.objects.get(account=setting.accounts["worker"], post="worker")
    assert worker.until is None
