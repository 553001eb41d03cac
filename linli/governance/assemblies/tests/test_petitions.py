"""Signatures: in the base, once, and what follows when they are enough."""

from datetime import date, timedelta

import pytest
from django.db.models import Q

from linli.core.access.models import Account
from linli.core.audit.actor import the_clock
from linli.core.audit.models import Entry
from linli.core.clocks.models import Clock
from linli.core.people.actions import correct, move_in, register_person
from linli.governance.assemblies import actions, due
from linli.governance.assemblies.models import Petition, PetitionStep, Signature
from linli.governance.assemblies.queries import (
    birthdays_unknown,
    count_from_roster,
    petition_in,
    signatures_on,
)
from linli.lib.calendar import SHANGHAI, local_day
from linli.lib.law import Refused

pytestmark = pytest.mark.django_db


def refused(rule):
    return pytest.raises(Refused, match=rule)


@pytest.fixture
def figure(setting, actor, at):
    def stated(number=20, kind="residents"):
        return actions.state_figure(
            setting.community,
            kind=kind,
            number=number,
            source="派出所统计",
            on=date(2026, 4, 1),
            by=actor("worker"),
            at=at,
        )

    return stated


@pytest.fixture
def start(setting, actor, at):
    def started(body="assembly", signed_by="residents", by="tenant"):
        return actions.start_petition(
            setting.community,
            body=body,
            signed_by=signed_by,
            title="停车怎么管",
            text="车越来越多，请大家一起定规矩。",
            by=actor(by),
            at=at,
        )

    return started


def test_without_a_figure_nothing_can_be_counted(start):
    with refused("assemblies.figure_known"):
        start()


def test_one_tenth_is_enough_and_the_clock_runs_on_the_committee(figure, start, actor, at):
    figure(20)
    petition = start()
    assert petition.needed == 2
    actions.sign(petition, by=actor("tenant"), at=at)
    assert petition.state == "gathering"
    actions.sign(petition, by=actor("elder"), at=at)
    assert petition.state == "enough"
    clock = Clock.objects.get(community=petition.community_id, owner=petition.pk)
    assert (clock.name, clock.state, clock.holder_post) == ("call", "running", "director")


def test_a_tenant_without_hukou_signs_as_well_as_anybody(figure, start, actor, at):
    figure(20)
    actions.sign(start(), by=actor("tenant"), at=at)


def test_nobody_signs_twice_also_not_on_paper(figure, start, setting, actor, at):
    figure(30)
    petition = start()
    actions.sign(petition, by=actor("tenant"), at=at)
    with refused("assemblies.signed_once"):
        actions.sign(petition, by=actor("tenant"), at=at)
    tenant = Account.objects.select_related("person").get(pk=setting.accounts["tenant"].pk)
    with refused("assemblies.signed_once"):
        actions.sign_on_paper(petition, person=tenant.person, by=actor("worker"), at=at)


def test_children_and_strangers_are_not_in_the_base(figure, start, setting, actor, at):
    figure(30)
    petition = start()
    by = actor("director")
    child = register_person(
        setting.community, name="小王", birth_date=date(2008, 4, 9), by=by, at=at
    )
    move_in(
        child, dwelling=home(setting), kind="usual_resident", since=date(2020, 1, 1), by=by, at=at
    )
    with refused("assemblies.in_base"):
        actions.sign_on_paper(petition, person=child, by=actor("worker"), at=at)
    tomorrow = at + timedelta(days=1)  # eighteen
    actions.sign_on_paper(petition, person=child, by=actor("worker"), at=tomorrow)
    stranger = register_person(setting.community, name="路人", by=by, at=at)
    with refused("assemblies.in_base"):
        actions.sign_on_paper(petition, person=stranger, by=actor("worker"), at=at)


def home(setting):
    from linli.core.places.queries import dwellings_under

    return dwellings_under(setting.stair)[0]


def test_the_outsider_neither_starts_nor_signs(figure, start, actor, at):
    figure(20)
    with refused("access.permitted"):
        start(by="outsider")
    petition = start()
    with refused("access.permitted"):
        actions.sign(petition, by=actor("outsider"), at=at)


def test_representatives_sign_for_their_own_meeting(
    figure, start, representatives, setting, actor, at
):
    actions.state_figure(
        setting.community, kind="representatives", on=date(2026, 4, 8), by=actor("worker"), at=at
    )
    petition = start("representatives_meeting", "representatives", by="representative")
    assert (petition.base.number, petition.needed) == (5, 1)
    with refused("assemblies.in_base"):
        actions.sign(petition, by=actor("tenant"), at=at)
    actions.sign(petition, by=actor("representative"), at=at)
    assert petition.state == "enough"


def test_a_signature_can_be_taken_back_while_they_are_gathered(figure, start, actor, at):
    figure(30)
    petition = start()
    actions.sign(petition, by=actor("tenant"), at=at)
    actions.withdraw_signature(petition, by=actor("tenant"), at=at)
    actions.sign(petition, by=actor("tenant"), at=at)


def test_the_meeting_called_answers_the_petition_and_settles_the_clock(
    figure, start, plan, call, setting, actor, at
):
    figure(10)
    petition = start()
    actions.sign(petition, by=actor("tenant"), at=at)
    row = Petition.objects.select_related("community").get(
        community=petition.community_id, pk=petition.pk
    )
    assembly = call(plan(body="assembly", petition=row))
    row.refresh_from_db()
    clock = Clock.objects.get(community=row.community_id, owner=row.pk)
    assert (row.state, clock.state) == ("called", "met")
    actions.cancel_assembly(assembly, reason="停电", by=actor("director"), at=at)
    row.refresh_from_db()
    again = Clock.objects.get(community=row.community_id, owner=row.pk, state="running")
    assert (row.state, again.name) == ("enough", "call")


def test_a_petition_names_nobody(figure, start, setting, actor, at):
    figure(20)
    with refused("assemblies.public_words"):
        actions.start_petition(
            setting.community,
            body="assembly",
            signed_by="residents",
            title="停车",
            text="联系 13812345678",
            by=actor("tenant"),
            at=at,
        )


def test_whose_birthday_is_unknown_counts_once_it_is_entered(
    figure, start, setting, actor, at, visit, url
):
    figure(30)
    by = actor("director")
    before = count_from_roster(setting.community, "residents", local_day(at), 18)
    assert birthdays_unknown(setting.community, local_day(at)) == 0
    someone = register_person(setting.community, name="老赵", by=by, at=at)
    here = {"dwelling": home(setting), "since": date(2020, 1, 1), "by": by, "at": at}
    for kind in ("usual_resident", "hukou"):
        move_in(someone, kind=kind, **here)
    assert count_from_roster(setting.community, "residents", local_day(at), 18) == before
    assert birthdays_unknown(setting.community, local_day(at)) == 1, "one person, though two ties"
    with refused("assemblies.in_base"):
        actions.sign_on_paper(start(), person=someone, by=actor("worker"), at=at)
    for name in ("representatives", "figure"):
        page = visit("worker").get(url(name)).content.decode()
        assert "1 位居民没有出生日期" in page, name
    correct(someone, birth_date=date(1950, 1, 1), by=by, at=at)
    assert count_from_roster(setting.community, "residents", local_day(at), 18) == before + 1
    assert "没有出生日期" not in visit("worker").get(url("figure")).content.decode()


def traces_of(account, person, community):
    """Where the book, the steps and the rows of a petition name an account or a person."""
    book = Entry.objects.filter(community=community)
    return {
        "book": book.filter(Q(account=account) | Q(about=person) | Q(subject=person)).count(),
        "notes": sum(
            str(account) in str(entry.note) or str(person) in str(entry.note) for entry in book
        ),
        "steps": PetitionStep.objects.filter(community=community, account=account).count(),
        "signatures": Signature.objects.filter(community=community, person=person).count(),
        "began": Petition.objects.filter(community=community, started_by=account).count(),
    }


def test_the_book_says_that_one_signed_and_not_who(figure, start, setting, actor, at):
    figure(20)
    petition = start(by="tenant")
    tenant, elder = actor("tenant"), actor("elder")
    before = traces_of(elder.account, elder.person, setting.community.pk)
    actions.sign(petition, by=tenant, at=at)
    actions.sign(petition, by=elder, at=at)  # the last one needed: the number is reached
    assert petition.state == "enough"
    with refused("assemblies.signed_once"):
        actions.sign(petition, by=elder, at=at)
    entries = Entry.objects.filter(action="assemblies.sign")
    assert {(each.account, each.post, each.subject) for each in entries} == {
        (None, "", petition.pk)
    }
    assert {each.at.astimezone(SHANGHAI).hour for each in entries} == {0}, "the day alone"
    after = traces_of(elder.account, elder.person, setting.community.pk)
    assert after == before | {"signatures": 1}


def test_a_year_after_it_is_over_nothing_ties_an_account_to_a_signature(
    figure, start, plan, call, setting, actor, at
):
    figure(20)
    petition = start(by="worker")
    for key in ("tenant", "elder"):
        actions.sign(petition, by=actor(key), at=at)
    call(plan(body="assembly", petition=petition))
    due.run(at + timedelta(days=365))
    assert Signature.objects.filter(community=petition.community_id).count() == 2
    due.run(at + timedelta(days=367))
    due.run(at + timedelta(days=368))
    kept = petition_in(setting.community, petition.pk)
    assert (kept.signers, signatures_on(kept), kept.signed, kept.started_by) == (2, 2, 2, None)
    for key in ("tenant", "elder"):
        who = actor(key)
        found = traces_of(who.account, who.person, setting.community.pk)
        assert not any(found[name] for name in ("signatures", "steps", "began", "notes")), found
        acts = Entry.objects.filter(community=setting.community.pk, account=who.account)
        assert not acts.filter(action__startswith="assemblies.").exists()
    forgotten = Entry.objects.get(action="assemblies.forget_signatures")
    assert forgotten.note == {"signers": 2}


def test_signatures_still_to_be_checked_are_not_destroyed(figure, start, actor, at):
    figure(20)
    petition = start()
    actions.sign(petition, by=actor("tenant"), at=at)
    with refused("assemblies.petition_over"):
        actions.forget_signatures(petition, by=the_clock(), at=at)
