"""A name told by consent goes with the consent and with the person, also after the term."""

from datetime import timedelta

import pytest

from linli.core.people.actions import forget_person
from linli.core.people.models import Person, Tie
from linli.partners.organisations import actions
from linli.partners.organisations.models import Term
from linli.partners.organisations.queries.holders import history_of
from linli.partners.organisations.tests.test_pages import read, send

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def test_consent_is_taken_back_after_the_term(url, visit, add, office, seat, actor, at, today):
    choir = add("东湖合唱队", "social_organisation")
    term = seat(office(choir, "指挥"), "丁示范", shows_name=True)
    gone = {"until": today - DAY, "ended_for": "resigned", "by": actor("worker"), "at": at}
    actions.end_term(term, **gone)
    anybody, worker = visit(), visit("worker")
    assert "丁示范" in read(anybody.get(url("show", choir.pk)))
    hide = url("hide_name", term.pk)
    assert hide in read(worker.get(url("body", choir.pk)))
    # Who may not is offered nothing.
    assert hide not in read(visit("supervisor").get(url("body", choir.pk)))
    assert hide not in read(anybody.get(url("show", choir.pk)))
    send(worker, hide)
    assert "丁示范" not in read(anybody.get(url("show", choir.pk)))
    assert hide not in read(worker.get(url("body", choir.pk)))


def test_who_is_forgotten_is_named_no_more_but_where_the_law_names(
    url, visit, setting, add, office, seat, actor, at, today
):
    person = Person.objects.get(community=setting.community, pk=setting.accounts["elder"].person_id)
    choir = add("东湖合唱队", "social_organisation")
    branch = add("东湖第一党支部", "party_organisation")
    committee = add("治安保卫委员会")
    led = seat(office(choir, "队长"), "寅示范", person=person, shows_name=True, shows_contact=True)
    seat(office(branch, "支部书记"), "寅示范", person=person)  # sealed, at the desk alone
    seat(office(committee), "寅示范", person=person)
    actions.end_term(led, until=today - DAY, ended_for="resigned", by=actor("worker"), at=at)
    Tie.objects.filter(community=setting.community, person=person).update(
        until=today - timedelta(days=9)
    )
    forget_person(person, by=actor("director"), at=at)
    assert not Term.objects.filter(community=setting.community, person=person).exists()
    led = Term.objects.get(community=setting.community, pk=led.pk)
    assert (led.name, led.shows_name, led.shows_contact) == ("", False, False)
    names = [held.name for body in (choir, branch, committee) for held in history_of(body, today)]
    assert names == ["", "", "寅示范"]
    anybody = visit()
    on = {"on": (today - 2 * DAY).isoformat()}
    for page in (url("show", choir.pk), url("show_data", choir.pk)):
        assert "寅示范" not in read(anybody.get(page))
    told = read(anybody.get(url("who"), {"office": "队长", **on}))
    assert "寅示范" not in told
    assert "寅示范" not in read(visit("worker").get(url("body", choir.pk)))
