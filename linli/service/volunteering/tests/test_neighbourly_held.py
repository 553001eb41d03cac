"""What neighbours are promised: nobody learns what another holds, one hand is not both, words are
seen before they are read, and what is over is deleted."""

from datetime import timedelta

import pytest
from django.utils import timezone

from linli.core.access.actions import appoint
from linli.core.audit.actor import the_operator
from linli.core.audit.models import Entry
from linli.lib.law import Refused
from linli.service.volunteering import lapsing
from linli.service.volunteering.actions import cheques, exchange, lending, wishes
from linli.service.volunteering.forgetting import blank_neighbours
from linli.service.volunteering.models import (
    Loan,
    NeighbourNote,
    NoteReport,
    TimeCheque,
    TimeDeed,
    TimeMember,
    TimeNotice,
    Wish,
    WishClaim,
    WishStep,
)
from linli.service.volunteering.queries.exchange import balance_now, credited_since, totals_of
from linli.service.volunteering.tests.neighbours import Neighbours

pytestmark = pytest.mark.django_db


@pytest.fixture
def near(setting):
    return Neighbours(setting, timezone.now().replace(hour=4))


@pytest.fixture
def two(near):
    near.scheme = near.switched_on()
    return near.joined("elder", "tenant")


def refused(rule, do):
    with pytest.raises(Refused) as caught:
        do()
    assert caught.value.finding.rule == f"volunteering.{rule}", caught.value.finding
    return caught.value.finding


def wrote(near, giver, key, receiver, minutes=60, at=None):
    return exchange.write_help(
        giver, gave=True, other=receiver.number, minutes=minutes, on=near.today, purpose="walk",
        **near.by(key, at),
    )  # fmt: skip


def wished(near, *, key="tenant", **more):
    said = {"whose": "adult", "sort": "hand", "words": "想有人帮忙换灯泡", "consents": True, **more}
    return wishes.make_wish(near.here, **said, **near.by(key))


def met(near, **more):
    wish = wished(near, **more)
    wishes.publish_wish(wish, title="想换一只灯泡", **near.by("worker"))
    wishes.claim_wish(wish, who="resident", contact="楼下", **near.by("elder"))
    return wishes.meet_wish(wish, told="换好了，很亮", **near.by("elder"))


def test_a_refusal_tells_nobody_what_another_holds(near, two):
    elder, tenant = two
    for _step in range(2):
        exchange.confirm_help(wrote(near, elder, "elder", tenant, 300), **near.by("tenant"))
    more = wrote(near, elder, "elder", tenant, 15)
    own = refused("within_limits", lambda: exchange.confirm_help(more, **near.by("tenant")))
    assert own.numbers["then"] == -615
    back = exchange.write_help(
        elder, gave=False, other=tenant.number, minutes=15, on=near.today, purpose="walk",
        **near.by("elder"),
    )  # fmt: skip
    exchange.confirm_help(back, **near.by("tenant"))
    (third,) = near.joined("representative")
    for _step in range(2):
        asked = exchange.write_help(
            third, gave=False, other=tenant.number, minutes=60, on=near.today, purpose="walk",
            **near.by("representative"),
        )  # fmt: skip
        exchange.confirm_help(asked, **near.by("tenant"))
    TimeDeed.objects.filter(community=near.here, state="waiting").update(
        state="declined", settled_at=near.at
    )
    deed = exchange.write_help(
        tenant, gave=False, other=third.number, minutes=240, on=near.today, purpose="walk",
        **near.by("tenant"),
    )  # fmt: skip
    found = refused("other_within", lambda: exchange.confirm_help(
        deed, **near.by("representative")))  # fmt: skip
    assert not found.numbers


def test_one_hand_is_never_both_and_the_desk_disposes_of_nobody_s_time(near, two):
    elder, tenant = two
    paper = [
        exchange.join(near.here, agrees=True, name=name, at_desk=True, **near.by("worker"))
        for name in ("周示范", "吴示范")
    ]
    deed = wrote(near, paper[0], "worker", paper[1])
    refused("other_hand", lambda: exchange.confirm_help(deed, **near.by("worker")))
    exchange.confirm_help(deed, **near.by("director"))
    for_him = wrote(near, paper[0], "worker", tenant)
    refused("own_hand", lambda: exchange.confirm_help(for_him, **near.by("director")))
    refused("own_hand", lambda: exchange.leave(elder, **near.by("worker")))
    refused("own_hand", lambda: exchange.give_to_pot(elder, minutes=15, **near.by("worker")))
    (keeper,) = near.joined("worker")
    refused("other_hand", lambda: wrote(near, paper[0], "worker", keeper))
    refused("other_hand", lambda: exchange.grant_time(
        near.scheme, to=keeper.number, minutes=15, **near.by("worker")))  # fmt: skip
    (slip,) = cheques.print_cheques(keeper, slips=1, minutes=15, **near.by("worker"))
    refused("other_hand", lambda: cheques.type_cheque(
        near.scheme, code=slip.code, giver=elder.number, on=near.today, purpose="walk",
        **near.by("worker")))  # fmt: skip


def test_a_slip_under_the_wrong_name_is_put_right_and_nothing_old_becomes_fresh(near, two):
    elder, tenant = two
    (third,) = near.joined("representative")
    (slip,) = cheques.print_cheques(tenant, slips=1, minutes=30, **near.by("tenant"))
    typed = {"code": slip.code, "on": near.today, "purpose": "errand", **near.by("worker")}
    deed = cheques.type_cheque(near.scheme, giver=third.number, **typed)
    exchange.take_deed_back(deed, reason="写错了人", **near.by("worker"))
    assert TimeCheque.objects.get(community=near.here, pk=slip.pk).state == "blank"
    for each in (tenant, third):
        assert credited_since(each.held, near.today.replace(day=1)) == 0
    cheques.type_cheque(near.scheme, giver=elder.number, **typed)
    refused("slip_used", lambda: cheques.type_cheque(near.scheme, giver=elder.number, **typed))
    held = [balance_now(each.held) for each in (elder, tenant, third)]
    assert held == [30, -30, 0]
    assert credited_since(elder.held, near.today.replace(day=1)) == 30


def test_nobody_is_asked_for_a_yes_without_end(near, two):
    elder, tenant = two
    for step in range(10):
        deed = wrote(near, elder, "elder", tenant, 15)
        if step % 2:
            exchange.decline_help(deed, **near.by("tenant"))
    refused("not_pressing", lambda: wrote(near, elder, "elder", tenant))
    wrote(near, tenant, "tenant", elder)
    note = lending.put_up_note(near.here, side="offer", sort="thing", title="人字梯",
                               contact="楼下", **near.by("elder"))  # fmt: skip
    loan = lending.answer_note(note, contact="微信", **near.by("tenant"))
    lending.decline_to_lend(loan, **near.by("elder"))
    soon, later = near.at + timedelta(days=29), near.at + timedelta(days=31)
    refused("asked_lately", lambda: lending.answer_note(
        note, contact="微信", **near.by("tenant", soon)))  # fmt: skip
    lending.answer_note(note, contact="微信", **near.by("tenant", later))


def test_time_writes_nothing_down_where_nothing_expires_and_looks_once_a_day(near, two):
    elder, tenant = two
    exchange.confirm_help(wrote(near, elder, "elder", tenant, 60), **near.by("tenant"))
    first = (near.at + timedelta(days=100)).replace(day=1) - timedelta(days=65)
    told = Entry.objects.filter(action="volunteering.tell_expiry")
    for minute in range(2):
        lapsing.run(first + timedelta(minutes=minute))
    assert not told.exists()
    near.scheme.refresh_from_db()
    assert near.scheme.expiry_looked_on == timezone.localdate(first)
    old = (near.at + timedelta(days=790)).replace(day=1, hour=4) - timedelta(days=60)
    for minute in range(3):
        lapsing.run(old + timedelta(minutes=minute))
    assert told.count() == TimeNotice.objects.filter(community=near.here).count() == 1


def test_totals_of_few_times_are_not_told_and_the_pot_is_last_month_s(near, two):
    elder, tenant = two
    for number in range(9):
        exchange.join(near.here, agrees=True, name=f"纸{number}", at_desk=True, **near.by("worker"))
    exchange.confirm_help(wrote(near, elder, "elder", tenant, 120), **near.by("tenant"))
    exchange.give_to_pot(elder, minutes=90, **near.by("elder"))
    near.scheme.pot.refresh_from_db()
    now = totals_of(near.scheme, near.here, near.today)
    assert (now.told, now.members, now.times, now.minutes, now.pot) == (True, 11, None, None, 0)
    next_month = (near.today.replace(day=1) + timedelta(days=32)).replace(day=1)
    assert totals_of(near.scheme, near.here, next_month).pot == 60


def test_words_are_seen_first_and_can_be_taken_away(near):
    wish = met(near)
    assert (wish.public_told, wish.told_shown) == ("", False)
    wishes.thank_wish(wish, thanks="谢谢您", **near.by("tenant"))
    wishes.show_wish_words(wish, told="换好了", thanks="谢谢您", **near.by("worker"))
    assert (wish.public_told, wish.public_thanks) == ("换好了", "谢谢您")
    wishes.show_wish_words(wish, told="换好了", **near.by("worker"))
    assert wish.public_thanks == ""
    wishes.end_wish(wish, reason="许愿的人搬走了", **near.by("worker"))
    assert not wish.is_shown
    desk = met(near, key="representative")
    wishes.withdraw_wish(desk, **near.by("representative"))
    assert not desk.is_shown


def test_a_wish_that_was_met_is_forgotten_without_thanks_and_one_nobody_took_up_ends(near):
    wish = met(near)
    waits = wished(near, key="representative")
    wishes.publish_wish(waits, title="想换一只灯泡", **near.by("worker"))
    back = wished(near, key="representative", words="再想要一个")
    wishes.give_wish_back(back, reason="请说小一点", **near.by("worker"))
    lapsing.run(near.at + timedelta(days=31))
    wish.refresh_from_db()
    assert (wish.state, wish.words, wish.account_id, wish.told) == ("thanked", "", None, "")
    claim = WishClaim.objects.get(community=near.here, wish=wish)
    assert (claim.contact, claim.account_id) == ("", None)
    assert not wish.steps.exclude(account=None).exists()
    lapsing.run(near.at + timedelta(days=180))
    assert Wish.objects.filter(community=near.here, state="ended").count() == 0
    lapsing.run(near.at + timedelta(days=181))
    lapsing.run(near.at + timedelta(days=220))
    for each in (waits, back):
        each.refresh_from_db()
        assert (each.state, each.words, each.answer, each.account_id) == ("ended", "", "", None)
        assert not each.steps.exclude(reason="").exists()


def test_a_refused_wish_loses_why_as_well_and_a_met_one_does_not_count_as_open(near):
    for _each in range(3):
        met(near)
    wish = wished(near)
    wishes.refuse_wish(wish, reason="要按规定办", way_on="请找物业", **near.by("worker"))
    lapsing.run(near.at + timedelta(days=31))
    wish.refresh_from_db()
    assert (wish.answer, wish.way_on, wish.account_id) == ("", "", None)
    assert all(each.given == {} and each.reason == "" for each in wish.steps.all())


def test_whoever_let_a_claim_go_stands_in_no_step_and_no_book(near):
    wish = wished(near)
    wishes.publish_wish(wish, title="想换一只灯泡", **near.by("worker"))
    wishes.claim_wish(wish, who="resident", contact="楼下", **near.by("elder"))
    wishes.release_wish(wish, **near.by("elder"))
    elder = near.who("elder").account
    assert not WishStep.objects.filter(community=near.here, account=elder).exists()
    assert not Entry.objects.filter(account=elder, action__endswith="_wish").exists()


def test_a_child_meets_nobody_before_the_guardian_agrees(near):
    said = {"whose": "child", "sort": "outing", "consents": False, "guardian_agrees": True}
    refused("guardian_meets", lambda: wished(near, **said))
    assert wished(near, **said, guardian_meets=True).guardian_meets
    assert wished(near, **{**said, "sort": "thing"}).pk


def test_what_was_lent_is_deleted_when_it_is_over_and_no_party_judges(near, setting):
    appoint(near.here, account=setting.accounts["elder"], post="worker", since=near.today,
            by=the_operator(), at=near.at)  # fmt: skip
    note = lending.put_up_note(near.here, side="offer", sort="thing", title="电钻",
                               contact="楼下", **near.by("elder"))  # fmt: skip
    loan = lending.answer_note(note, contact="微信", **near.by("tenant"))
    lending.agree_to_lend(loan, **near.by("elder"))
    out = {"due_on": near.today, "before": "完好"}
    refused("out_after_agreed", lambda: lending.hand_over(
        loan, out_on=near.today.replace(year=1990, day=1), **out, **near.by("tenant")))  # fmt: skip
    lending.hand_over(loan, out_on=near.today, **out, **near.by("tenant"))
    report = lending.report_note(note, words="有点晃", **near.by("tenant"))
    refused("not_a_party", lambda: lending.answer_report(
        report, answer="没事", **near.by("elder")))  # fmt: skip
    refused("not_a_party", lambda: lending.take_down_note(
        note, reason="不合适", **near.by("elder")))  # fmt: skip
    twin = NoteReport.objects.get(community=near.here)
    lending.answer_report(report, answer="拧紧了", **near.by("worker"))
    refused("report_open", lambda: lending.answer_report(
        twin, answer="又一次", **near.by("worker")))  # fmt: skip
    lending.withdraw_note(note, **near.by("elder"))
    note.refresh_from_db()
    loan.refresh_from_db()
    assert (note.contact, loan.owner_contact) == ("", "楼下")
    lapsing.run(near.at + timedelta(days=31))
    assert not NoteReport.objects.filter(community=near.here).exists()
    back = near.at + timedelta(days=32)
    lending.give_back(loan, back_on=near.today, after="完好", **near.by("tenant", back))
    assert (loan.contact, loan.owner_contact) == ("", "")
    lapsing.run(back + timedelta(days=31))
    lapsing.run(back + timedelta(days=31, minutes=1))
    note.refresh_from_db()
    loan.refresh_from_db()
    assert note.forgotten_on
    assert loan.forgotten_on
    assert (loan.before, loan.after) == ("", "")


def test_a_person_who_is_forgotten_leaves_nothing_among_neighbours(near, two, setting):
    elder, tenant = two
    account = setting.accounts["elder"]
    exchange.confirm_help(wrote(near, elder, "elder", tenant), **near.by("tenant"))
    wished(near, key="elder")
    met(near)
    claimed = wished(near)
    wishes.publish_wish(claimed, title="想换一只灯泡", **near.by("worker"))
    wishes.claim_wish(claimed, who="resident", contact="楼下", **near.by("elder"))
    note = lending.put_up_note(near.here, side="offer", sort="thing", title="电钻",
                               contact="楼下", **near.by("elder"))  # fmt: skip
    loan = lending.answer_note(note, contact="微信", **near.by("tenant"))
    lending.agree_to_lend(loan, **near.by("elder"))
    lending.report_note(note, words="有点晃", **near.by("elder"))
    blank_neighbours(account.person, near.at)
    for model in (Wish, WishClaim, NeighbourNote, Loan, NoteReport, TimeMember):
        rows = model.objects.filter(community=near.here, account=account)
        assert not rows.exists(), model
    elder.refresh_from_db()
    assert (elder.left_on, balance_now(elder.held)) == (near.today, 0)
    claimed.refresh_from_db()
    loan.refresh_from_db()
    assert (claimed.state, loan.state, loan.owner_contact) == ("published", "declined", "")
