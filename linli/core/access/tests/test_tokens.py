"""One person counts once, by whichever way in; and how many work for the committee."""

from datetime import timedelta

import pytest
from django.utils import timezone

from linli.core.access.facts import rows
from linli.core.access.models import Account, Holding, Residence
from linli.core.access.tokens import AccountTokens, Counted
from linli.core.people.models import Person, Tie
from linli.core.people.tests.living import live_here

pytestmark = pytest.mark.django_db


@pytest.fixture
def on():
    return timezone.localdate()


def test_an_account_counts_as_the_person_it_is_tied_to(setting, on, django_assert_num_queries):
    elder, other = setting.accounts["elder"], setting.accounts["representative"]
    home = live_here(setting.community, elder.person_id)
    tokens = AccountTokens(setting.community)
    # Accounts, their dwellings, merged rows, where people live, since when there is a register.
    with django_assert_num_queries(5):
        tokens.meet_accounts([elder.pk, other.pk, None], [elder.person_id])
        by_account, by_person = (
            tokens.of(on, account=elder.pk),
            tokens.of(on, person=elder.person_id),
        )
        tokens.meet_accounts([elder.pk])
    assert by_account == by_person
    assert by_account.person
    assert by_account.household == tokens.of_dwelling(on, home.pk)
    assert tokens.of(on, account=other.pk).person != by_account.person
    assert tokens.of(on) == Counted()
    assert tokens.of(on.replace(year=on.year + 1), account=elder.pk).person != by_account.person
    elsewhere = AccountTokens(setting.neighbour)
    elsewhere.meet_accounts([elder.pk])
    assert elsewhere.of(on, account=elder.pk).person != by_account.person


def test_an_account_that_nobody_tied_counts_as_itself_at_its_dwelling(setting, on):
    elder = setting.accounts["elder"]
    home = Residence.objects.filter(account=elder).order_by("-since").first().dwelling_id
    at = {"registered_at": timezone.now(), "changed_at": timezone.now()}
    stranger = Person.objects.create(community=setting.neighbour, name="乙", **at)

    def tied_to(person):
        Account.objects.filter(pk=elder.pk).update(person=person)
        tokens = AccountTokens(setting.community)
        tokens.meet_accounts([elder.pk], [elder.person_id])
        return tokens

    # Where there is a register, nobody counts who does not live here by it, tied or not.
    assert Tie.objects.filter(community=setting.community, kind="tenant").exists()
    for person in (None, elder.person):
        tokens = tied_to(person)
        assert tokens.of(on, account=elder.pk) == Counted()
        assert tokens.of(on, person=elder.person_id) == Counted()
    Tie.objects.filter(community=setting.community).delete()
    assert tied_to(stranger).of(on, account=elder.pk) == tied_to(None).of(on, account=elder.pk)
    tokens = tied_to(None)
    alone = tokens.of(on, account=elder.pk)
    assert alone.person != tokens.of(on, person=elder.person_id).person
    assert alone.household == tokens.of_dwelling(on, home)
    # A row of the register that turned out to be another one is that one.
    kept = Person.objects.create(community=setting.community, name="甲", **at)
    Person.objects.filter(community=setting.community, pk=elder.person_id).update(merged_into=kept)
    merged = tied_to(elder.person)
    assert merged.of(on, person=kept.pk).household == alone.household
    assert merged.of(on, person=elder.person_id) == merged.of(on, person=kept.pk)


def test_workers_are_counted_once_each_while_they_hold_a_post(setting, on):
    def told(until):
        return [fact.part for fact in rows(setting.community, until, until)]

    (before,) = told(on)
    worker = setting.accounts["worker"]
    begun = {"account": worker, "place": setting.community, "since": on}
    Holding.objects.create(post="registrar", **begun)
    assert told(on) == [before]
    newcomer = (
        setting.accounts["visitor"]
        if "visitor" in setting.accounts
        else Account.objects.create(username="new", label="新人", created_at=timezone.now())
    )
    held = Holding.objects.create(
        account=newcomer, post="worker", place=setting.community, since=on,
        until=on + timedelta(days=2),
    )  # fmt: skip
    assert told(on) == [before + 1]
    assert told(held.until) == [before]
    held.post = "election_committee"
    held.save()
    assert told(on) == [before]
