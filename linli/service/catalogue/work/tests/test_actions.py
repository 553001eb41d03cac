"""Openings go up, are asked about and hidden; cards vanish; nobody hears more than ticked."""

from datetime import timedelta

import pytest
from django.db.models import Q
from django.utils import timezone

from linli.core.audit.actor import the_clock, the_operator
from linli.core.audit.door import record_openings
from linli.core.audit.models import ClosedEntry, Entry
from linli.core.audit.queries import closed_entries_about
from linli.core.messages.models import Message
from linli.core.people.actions.identity import merge_persons
from linli.core.people.models import Person
from linli.service.catalogue.facts import rows as facts
from linli.service.catalogue.work import actions, due
from linli.service.catalogue.work.actions.cards import forget_cards_of
from linli.service.catalogue.work.expiring import openings_hidden
from linli.service.catalogue.work.models import (
    Employer,
    EmployerCheck,
    JobCard,
    JobOpening,
    Release,
)
from linli.service.catalogue.work.queries import cards, openings
from linli.service.catalogue.work.tests.conftest import CARD, EMPLOYER, fresh, refused

pytestmark = pytest.mark.django_db


def test_an_employer_is_rung_before_and_again(cast, actor, at, later):
    by = {"by": actor("worker"), "at": at}
    place = cast.community
    for how, number, rule in (("phone", " ", "catalogue.employer_rung"),):
        refused(rule, actions.enter_employer, place, given=EMPLOYER, how=how, number=number, **by)
    mobile = {**EMPLOYER, "phone": "19900000044"}
    given = {"how": "visit", "number": ""}
    refused("catalogue.number_agreed", actions.enter_employer, place, given=mobile, **given, **by)
    row = actions.enter_employer(place, given=EMPLOYER, how="phone", number="114", **by)
    refused("catalogue.employer_new", actions.enter_employer, place, given=EMPLOYER, **given, **by)
    first = EmployerCheck.objects.get(community=place)
    assert (first.by_id, first.number, first.at) == (actor("worker").account, "114", at)
    seen = {"result": "not_reached", "how": "phone", "number": "114", "seen": row.version}
    row = actions.check_employer(row, **seen, by=actor("director"), at=later(3))
    assert row.verified_on == timezone.localdate(at)
    refused("catalogue.employer_unchanged", actions.check_employer, row, **seen, **by)
    seen |= {"result": "confirmed", "seen": row.version}
    row = actions.check_employer(row, **seen, by=actor("director"), at=later(3))
    assert row.verified_on == timezone.localdate(later(3))
    assert row.verified_by_id == actor("director").account
    refused("access.permitted", actions.check_employer, row, **seen, by=actor("elder"), at=at)


@pytest.mark.parametrize(
    ("more", "rule"),
    [
        ({"pay_fen": None}, "catalogue.pay_stated"),
        ({"pay_fen": 0}, "catalogue.pay_above_nothing"),
        ({"pay_most_fen": None, "pay_per": ""}, "catalogue.pay_stated"),
        ({"nothing_asked": False}, "catalogue.nothing_charged"),
        ({"asks": "先交押金"}, "catalogue.no_charge_in_words"),
        ({"hours": ""}, "catalogue.opening_whole"),
        ({"phone": "19900000044"}, "catalogue.number_agreed"),
        ({"asks": "只招女性"}, "catalogue.wording_sex"),
    ],
)
def test_what_may_not_go_up_does_not(drafted, actor, later, at, more, rule):
    row = drafted(**more)
    given = {"expires_on": later(30).date(), "looked": False, "seen": row.version}
    refused(rule, actions.publish_opening, row, **given, by=actor("worker"), at=at)
    assert fresh(row).state == "draft"


def test_an_opening_goes_up_is_asked_about_and_hidden_on_its_day(
    drafted, up, actor, at, later, cast, django_capture_on_commit_callbacks
):
    place, worker = cast.community, actor("worker")
    on = timezone.localdate(at)
    row = drafted(asks="男士优先")
    given = {"looked": True, "seen": row.version, "by": worker}
    for days in (None, 0, 61):
        ends = later(days).date() if days is not None else None
        refused(
            "catalogue.opening_expires",
            actions.publish_opening,
            row,
            expires_on=ends,
            at=at,
            **given,
        )
    old = {**given, "expires_on": later(200).date(), "at": later(181)}
    refused("catalogue.employer_fresh", actions.publish_opening, row, **old)
    row = actions.publish_opening(row, expires_on=later(10).date(), at=at, **given)
    assert row.words_by_id == worker.account
    other = up(kind="training", pay_fen=0, pay_most_fen=None, pay_per="course", title="电工班",
               duties="学接线")  # fmt: skip
    assert [each.title for each in openings.shown(place, on)] == ["电工班", "早餐店帮工"]
    assert openings.search_openings(openings.shown(place, on), "包包子") == [row]
    assert openings.shown(place, on, kind="public") == []
    # Nothing yet on the day before the week; on its first day somebody is reminded, once.
    assert due.run(later(2)) == 0
    with django_capture_on_commit_callbacks(execute=True):
        assert due.run(later(3)) == 1
    told = Message.objects.filter(community=place, kind="catalogue.opening_ends").get()
    assert (told.account_id, told.url.endswith(f"/{row.pk}/ring/")) == (worker.account, True)
    assert due.run(later(3)) == 0
    ends = [each.on for each in openings_hidden(place, on, later(30).date(), worker)]
    assert ends == [later(9).date(), later(29).date()]
    assert openings.to_ring(place, later(3).date()) == [row]
    call = {"expires_on": None, "seen": row.version, "by": worker, "at": later(4)}
    row = actions.ring_about_opening(row, answer="not_reached", **call)
    assert openings.to_ring(place, later(4).date()) == []
    call["seen"] = row.version
    refused("catalogue.opening_expires", actions.ring_about_opening, row, answer="still", **call)
    # On its day it is hidden, whether or not anything ran.
    assert [each.pk for each in openings.shown(place, later(10).date())] == [other.pk]
    assert due.run(later(9)) == 0
    assert due.run(later(10)) == 1
    assert due.run(later(10)) == 0
    assert (fresh(row).state, fresh(row).ended_on) == ("expired", later(10).date())
    call = {"expires_on": later(60).date(), "seen": other.version, "by": worker, "at": later(10)}
    other = actions.ring_about_opening(other, answer="still", **call)
    assert (other.posted_on, other.expires_on) == (on, later(60).date())
    call["seen"] = other.version
    actions.ring_about_opening(other, answer="filled", **call)
    told = [fact.kind for fact in facts(place, on, later(10).date())]
    assert sorted(each for each in told if each.startswith("openings")) == [
        "openings.expired_job", "openings.filled_training", "openings.posted_job",
        "openings.posted_training",
    ]  # fmt: skip
    assert Entry.objects.filter(action="catalogue.expire_opening").count() == 1


def test_an_employer_that_is_gone_takes_its_openings_down(up, actor, at, cast):
    row = up()
    employer = Employer.objects.get(community=cast.community)
    given = {"result": "gone", "how": "visit", "number": "", "seen": employer.version}
    actions.check_employer(employer, **given, by=actor("worker"), at=at)
    assert fresh(row).state == "withdrawn"
    assert openings.shown(cast.community, timezone.localdate(at)) == []


def test_a_card_is_its_owners_and_the_employment_posts_alone(cast, card, actor, elder, at):
    place, warden = cast.community, actor("mediator")
    assert cards.own_card(actor("elder"), place) == card
    assert list(cards.cards_kept(warden, place)) == [card]
    for key in ("worker", "director", "tenant", "supervisor", "outsider", "street"):
        who = actor(key)
        assert not cards.cards_kept(who, place).exists(), key
        assert cards.own_card(who, place) is None
        refused("access.permitted", actions.destroy_card, card, by=who, at=at)
    by = {"by": actor("elder"), "at": at}
    refused("catalogue.card_new", actions.write_card, place, given=CARD, **by)
    nowhere = {**CARD, "phone": ""}
    given = {"given": nowhere, "seen": card.version, **by}
    refused("catalogue.card_reachable", actions.rewrite_card, card, **given)
    through = actions.rewrite_card(card, **{**given, "given": {**nowhere, "reach": "community"}})
    assert set(through.filled) == {"name", "wish", "hours", "near", "can"}
    # At the counter only on her wish, and how she said so is kept.
    tenant = cast.accounts["tenant"].person
    desk = {"given": CARD, "person": tenant, "by": warden, "at": at}
    refused("catalogue.card_on_wish", actions.write_card, place, **desk)
    written = actions.write_card(place, consent="spoken", **desk)
    assert (written.person, written.consent) == (tenant, "spoken")
    other = {"given": CARD, "person": elder, "by": actor("tenant"), "at": at, "consent": "signed"}
    refused("catalogue.card_on_wish", actions.write_card, place, **other)
    refused("catalogue.card_on_wish", actions.keep_card, card, by=warden, at=at)


def test_an_employer_hears_what_was_ticked_and_nothing_after_it_was_taken_back(
    cast, card, up, actor, at, later
):
    opening, mine, warden = up(), actor("elder"), actor("mediator")
    by = {"by": mine, "at": at}
    for fields in ([], ["learn"]):
        given = {"opening": opening, "fields": fields}
        refused("catalogue.release_ticked", actions.release_fields, card, **given, **by)
    row = actions.release_fields(card, opening=opening, fields=["wish", "name"], **by)
    row = actions.release_fields(card, opening=opening, fields=["phone", "wish"], **by)
    assert Release.objects.filter(community=cast.community).count() == 1
    assert [words for _title, words in cards.words_of(row)] == ["19900000003", "做饭"]
    on = timezone.localdate(at)
    assert list(cards.to_pass_on(warden, cast.community, on)) == [row]
    assert not cards.to_pass_on(actor("worker"), cast.community, on).exists()
    refused("access.permitted", actions.tell_employer, row, by=actor("worker"), at=at)
    row = actions.tell_employer(row, by=warden, at=at)
    refused("catalogue.release_stands", actions.tell_employer, row, by=warden, at=at)
    row = actions.note_not_reached(row, by=warden, at=at)
    actions.tell_employer(row, by=warden, at=at)
    again = {"opening": opening, "fields": ["name"], **by}
    refused("catalogue.release_new", actions.release_fields, card, **again)
    actions.withdraw_release(fresh(row), **by)
    refused("catalogue.release_stands", actions.withdraw_release, row, **by)
    assert fresh(row).withdrawn_on == on
    assert list(cards.to_pass_on(warden, cast.community, on)) == [row]
    actions.recall_release(row, by=warden, at=at)
    assert not cards.to_pass_on(warden, cast.community, on).exists()
    # Not told yet, it is deleted; and of what is no longer up nobody tells anything.
    second = actions.release_fields(card, **again)
    refused("catalogue.opening_up", actions.tell_employer, second, by=warden, at=later(30))
    actions.withdraw_release(second, **by)
    # Who had heard what stays on her card, also beside what she releases anew.
    assert [each.recalled_on for each in cards.releases_of(card)] == [on]
    actions.release_fields(card, **again)
    assert len(cards.releases_of(card)) == 2
    # Of an employer that is gone nothing is passed on.
    Employer.objects.filter(community=cast.community).update(gone_on=on)
    assert not cards.to_pass_on(warden, cast.community, on).exists()
    third = Release.objects.get(community=cast.community, told_on__isnull=True)
    refused("catalogue.opening_up", actions.tell_employer, third, by=warden, at=at)
    # She can read who did what with it.
    assert closed_entries_about(mine.person).filter(action="catalogue.tell_employer").count() == 2


def test_a_card_vanishes_when_its_owner_says_so(cast, card, up, actor, at, elder):
    opening, warden = up(), actor("mediator")
    by = {"by": actor("elder"), "at": at}
    gone = actions.release_fields(card, opening=opening, fields=["wish"], **by)
    actions.withdraw_release(gone, **by)
    row = actions.release_fields(card, opening=opening, fields=["phone"], **by)
    actions.tell_employer(row, by=warden, at=at)
    look = {"at": at, "note": {}, "closed": True}
    record_openings("catalogue.look_at_job_cards", warden, [elder], **look)
    actions.destroy_card(fresh(card), **by)
    assert not JobCard.objects.filter(community=cast.community).exists()
    assert not Release.objects.filter(community=cast.community).exists()
    book = ClosedEntry.objects.filter(community=cast.community.pk)
    assert not book.filter(Q(about=elder.pk) | Q(subject=elder.pk)).exists()
    assert not book.filter(account=actor("elder").account).exists()
    assert book.filter(account=warden.account, action="catalogue.tell_employer").exists()
    assert book.get(action="catalogue.destroy_job_card").subject == card.pk
    assert not cards.cards_kept(warden, cast.community).exists()
    gone = refused("catalogue.job_card_there", actions.keep_card, card, **by)
    assert not gone.holds
    refused("catalogue.job_card_there", actions.recall_release, row, by=warden, at=at)
    assert JobOpening.objects.filter(community=cast.community, pk=opening.pk).exists()
    actions.write_card(cast.community, given=CARD, **by)  # she may write another
    forget_cards_of(elder, at)
    assert not JobCard.objects.filter(community=cast.community).exists()


@pytest.mark.parametrize("at_the_counter", [False, True])
def test_two_records_made_one_keep_the_card_its_owners(
    cast, actor, at, later, elder, at_the_counter, django_capture_on_commit_callbacks
):
    """Whichever of the two the card was written for, and whichever her account is tied to."""
    place = cast.community
    other = Person.objects.create(community=place, name=elder.name, registered_at=at, changed_at=at)
    given = {"given": CARD, "at": at}
    if at_the_counter:
        desk = {"person": other, "consent": "spoken", "by": actor("mediator")}
        card = actions.write_card(place, **given, **desk)
    else:
        card = actions.write_card(place, **given, by=actor("elder"))
    merge_persons(other, absorbed=elder, by=the_operator(), at=at)
    mine = actor("elder")
    assert cards.own_card(mine, place) == card
    refused("catalogue.card_new", actions.write_card, place, **given, by=mine)
    with django_capture_on_commit_callbacks(execute=True):
        assert due.run(later(90)) == 1
    asked = Message.objects.filter(community=place, url=f"/c/{place.code}/openings/card/")
    assert [each.account_id for each in asked] == [mine.account]
    actions.keep_card(fresh(card), by=mine, at=later(91))
    actions.destroy_card(fresh(card), by=mine, at=later(91))
    assert not asked.all().exists()
    book = ClosedEntry.objects.filter(community=place.pk)
    assert not book.filter(Q(about__in=[elder.pk, other.pk]) | Q(account=mine.account)).exists()


def test_a_reminder_looks_again_before_it_asks(up, actor, at, later):
    row = up(10)
    refused("catalogue.opening_unchanged", actions.ask_about_opening, row, by=the_clock(), at=at)
    actions.ask_about_opening(row, by=the_clock(), at=later(3))
    again = {"by": the_clock(), "at": later(3)}
    refused("catalogue.opening_unchanged", actions.ask_about_opening, row, **again)


def test_the_board_cut_off_keeps_the_newest(up, at, monkeypatch, cast):
    old = up(title="旧的")
    rows = JobOpening.objects.filter(community=cast.community, pk=old.pk)
    rows.update(posted_on=timezone.localdate(at) - timedelta(9))
    new = up(employer=old.employer, title="新的")
    monkeypatch.setattr(openings, "LIMIT", 1)
    assert openings.shown(cast.community, timezone.localdate(at)) == [new]


def test_its_owner_is_asked_and_without_an_answer_it_is_destroyed(
    cast, card, actor, at, later, url, django_capture_on_commit_callbacks
):
    assert due.run(later(89)) == 0
    with django_capture_on_commit_callbacks(execute=True):
        assert due.run(later(90)) == 1
    assert due.run(later(91)) == 0
    asked = Message.objects.filter(community=cast.community, url=url("my_job_card"))
    assert [each.account_id for each in asked] == [actor("elder").account]
    actions.keep_card(fresh(card), by=actor("elder"), at=later(120))
    assert due.run(later(209)) == 0
    assert due.run(later(210)) == 1
    assert due.run(later(240)) == 0
    assert JobCard.objects.filter(community=cast.community).exists()
    assert due.run(later(241)) == 1
    assert not JobCard.objects.filter(community=cast.community).exists()
    assert not asked.all().exists()
    assert due.run(later(241)) == 0
