"""The roll: frozen with a hash anybody can compute, corrected with a reason; proxies."""

import hashlib
from datetime import date

import pytest
from django.db import IntegrityError, transaction

from linli.lib.law import Finding, Refused
from linli.mechanisms.ballot import actions
from linli.mechanisms.ballot.actions import cast
from linli.mechanisms.ballot.models import Elector, Proxy
from linli.mechanisms.ballot.queries.rolls import (
    digest_of,
    electors_of,
    find_electors,
    live_proxies,
)
from linli.mechanisms.ballot.tests.votes import FOR, NOON, elector, make_person

pytestmark = pytest.mark.django_db


def refused(work, *subject, **given):
    """The rule by which it is refused."""
    with pytest.raises(Refused) as refusal:
        work(*subject, **given)
    return refusal.value.finding.rule


@pytest.fixture
def draft(take, community):
    return take(
        actions.draft_electorate, community, base="electors", title="名单", as_of=date(2026, 6, 20)
    )


def test_the_hash_is_that_of_the_posted_list_and_anybody_can_compute_it(take, draft, community):
    entrants = [actions.Entrant(name=name, group="1号楼") for name in ("陈晓", "王芳")]
    take(actions.add_electors, draft, entrants)
    roll = take(actions.freeze, draft)
    posted = '[1,"陈晓","1号楼",1,0,0]\n[2,"王芳","1号楼",1,0,0]\n'
    assert roll.sha256 == hashlib.sha256(posted.encode()).hexdigest()
    assert (roll.version, roll.size, roll.frozen_at) == (1, 2, NOON)


def test_nobody_stands_on_a_roll_twice(take, draft, community):
    person = make_person(community, "王芳")
    twice = [actions.Entrant(name="王芳", person=person.pk)] * 2
    assert refused(take, actions.add_electors, draft, twice) == "ballot.once_on_the_roll"
    assert not Elector.objects.filter(community=community).exists()


def test_an_empty_roll_is_not_frozen(take, draft):
    assert refused(take, actions.freeze, draft) == "ballot.has_somebody"


def test_a_frozen_roll_changes_only_by_corrections_with_a_reason(take, roll, community):
    more = [actions.Entrant(name="李四")]
    assert refused(take, actions.add_electors, roll, more) == "ballot.drafted"
    assert refused(take, actions.freeze, roll) == "ballot.drafted"
    line = elector(roll, 1)
    assert refused(take, actions.remove_elector, line) == "ballot.drafted"
    assert refused(take, actions.strike, line, reason=" ") == "ballot.has_ground"
    before = roll.sha256
    added = take(actions.enrol, roll, more[0], reason="异议成立，补登")
    assert (added.number, roll.version, roll.size) == (13, 2, 13)
    take(actions.strike, elector(roll, 2), reason="重复登记")
    take(actions.amend, elector(roll, 3), reason="名字有误", name="居民叁")
    roll.refresh_from_db()
    assert (roll.version, roll.size) == (4, 12)
    assert roll.sha256 == digest_of(roll).sha256 != before
    history = roll.versions.order_by("version").values_list("change", "size")
    assert list(history) == [("frozen", 12), ("added", 13), ("struck", 12), ("amended", 12)]
    assert len({version.sha256 for version in roll.versions.all()}) == 4
    assert (
        refused(take, actions.strike, elector(roll, 2), reason="再次") == "ballot.still_on_the_roll"
    )


def test_who_has_had_a_paper_cannot_be_struck(take, roll, poll, voter):
    cast(poll, pattern=FOR, by=voter(1), at=NOON)
    assert refused(take, actions.strike, elector(roll, 1), reason="迁出") == "ballot.struck_in_time"


def test_a_line_is_found_by_number_or_name_and_says_nothing_of_papers(roll, poll, voter):
    cast(poll, pattern=FOR, by=voter(3), at=NOON)
    assert [each.number for each in find_electors(roll, "3")] == [3]
    assert [each.number for each in find_electors(roll, "居民1")] == [1, 10, 11, 12]
    assert find_electors(roll, " ") == []
    assert not hasattr(find_electors(roll, "3")[0], "marked")
    assert electors_of(roll).count() == 12


def give(take, roll, principal, holder, most=3, **given):
    return take(
        actions.give_proxy,
        elector(roll, principal),
        elector(roll, holder),
        most=most,
        written_on=given.pop("written_on", NOON.date()),
        **given,
    )


def test_a_fourth_proxy_is_refused_with_the_article_the_domain_names(take, roll):
    for principal in (1, 2, 3):
        give(take, roll, principal, 9)
    with pytest.raises(Refused) as refusal:
        give(take, roll, 4, 9, cites=("rcl2025.19",))
    finding = refusal.value.finding
    assert (finding.rule, finding.cites) == ("ballot.proxy_limit", ("rcl2025.19",))
    assert finding.numbers["most"] == 3


def test_a_place_becomes_free_when_a_mandate_is_taken_back(take, roll):
    first, *_others = [give(take, roll, principal, 9) for principal in (1, 2, 3)]
    take(actions.revoke_proxy, first)
    assert give(take, roll, 4, 9).slot == first.slot
    assert live_proxies(roll).count() == 3


def test_a_mandate_is_not_handed_on(take, roll):
    give(take, roll, 1, 2)
    assert refused(give, take, roll, 2, 3) == "ballot.proxy_not_handed_on"
    assert refused(give, take, roll, 4, 1) == "ballot.proxy_not_handed_on"
    assert refused(give, take, roll, 1, 5) == "ballot.proxy_given_once"
    assert refused(give, take, roll, 6, 6) == "ballot.proxy_of_another"


def test_a_mandate_is_written_first_and_the_domain_may_add_conditions(take, roll):
    assert refused(give, take, roll, 1, 2, written_on=date(2026, 6, 21)) == "ballot.proxy_written"
    never = (Finding(False, "elections.not_a_candidate"),)
    assert refused(give, take, roll, 1, 2, conditions=never) == "elections.not_a_candidate"


def test_a_used_mandate_is_not_taken_back(take, roll, poll, voter):
    mandate = give(take, roll, 1, 2)
    cast(poll, pattern=FOR, principal=elector(roll, 1).pk, by=voter(2), at=NOON)
    assert refused(take, actions.revoke_proxy, mandate) == "ballot.proxy_not_used"


def test_the_database_itself_refuses_what_would_be_one_too_many(take, roll, community):
    give(take, roll, 1, 9)
    holder = elector(roll, 9)

    def written(principal, slot, most=3, by=holder):
        with transaction.atomic():
            Proxy.objects.create(
                community=community,
                electorate=roll,
                principal=elector(roll, principal),
                holder=by,
                slot=slot,
                most=most,
                written_on=NOON.date(),
            )

    for wrong in (
        lambda: written(2, 1),
        lambda: written(2, 4),
        lambda: written(2, 0),
        lambda: written(1, 2),
        lambda: written(9, 2),
    ):
        with pytest.raises(IntegrityError):
            wrong()
    written(2, 2)
