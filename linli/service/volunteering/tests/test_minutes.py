"""Minutes among neighbours: switched on by residents, both hands, limits, slips, the pot."""

from datetime import timedelta

import pytest
from django.utils import timezone

from linli.lib.law import Refused
from linli.mechanisms.ledger.queries import differences
from linli.service.volunteering import lapsing
from linli.service.volunteering.actions import cheques, clearing, exchange
from linli.service.volunteering.models import TimeCheque, TimeMember, TimeNotice
from linli.service.volunteering.queries.clearing import reconciled
from linli.service.volunteering.queries.exchange import balance_now, totals_of
from linli.service.volunteering.tests.neighbours import Neighbours

pytestmark = pytest.mark.django_db


@pytest.fixture
def at():
    return timezone.now().replace(hour=4)


@pytest.fixture
def near(setting, at):
    return Neighbours(setting, at)


def refused(rule, do):
    with pytest.raises(Refused) as caught:
        do()
    assert caught.value.finding.rule == f"volunteering.{rule}", caught.value.finding
    return caught.value.finding


def helped(near, giver, receiver, minutes=60, purpose="company", at=None):
    """The receiver confirms what the giver wrote down."""
    key = {each.account_id: key for key, each in near.accounts.items()}
    deed = exchange.write_help(
        giver, gave=True, other=receiver.number, minutes=minutes, on=near.today, purpose=purpose,
        **near.by(key[giver.account_id], at),
    )  # fmt: skip
    return exchange.confirm_help(deed, **near.by(key[receiver.account_id], at))


@pytest.fixture
def three(near):
    near.scheme = near.switched_on()
    keys = ("elder", "tenant", "representative")
    near.accounts = dict(zip(keys, near.joined(*keys), strict=True))
    return near.accounts


def test_it_is_off_until_residents_decide_and_off_again_closes_new_entries(near):
    refused("exchange_on", lambda: near.joined("elder"))
    refused(
        "exchange_decided",
        lambda: exchange.switch_on(near.here, reference=" ", decided_on=near.today,
                                   **near.by("director")),
    )  # fmt: skip
    with pytest.raises(Refused):
        exchange.switch_on(near.here, reference="决议", decided_on=near.today, **near.by("worker"))
    scheme = near.switched_on()
    elder, tenant = near.joined("elder", "tenant")
    near.accounts = {"elder": elder, "tenant": tenant}
    helped(near, elder, tenant)
    exchange.switch_off(
        scheme, reference="居民会议决议", decided_on=near.today, **near.by("director")
    )
    refused("exchange_on", lambda: exchange.give_time(elder, to=tenant.number, minutes=15,
                                                      **near.by("elder")))  # fmt: skip
    assert (balance_now(elder.held), balance_now(tenant.held)) == (60, -60)
    assert scheme.decisions.count() == 2


def test_help_needs_both_hands_and_a_neighbour_s_purpose(near, three):
    elder, tenant, _third = three.values()
    write = {"gave": True, "other": tenant.number, "minutes": 60, "on": near.today}
    finding = refused(
        "not_statutory",
        lambda: exchange.write_help(elder, purpose="elder_care", **write, **near.by("elder")),
    )
    assert finding.cites == ("volunteering.25", "volunteering.40")
    deed = exchange.write_help(elder, purpose="walk", **write, **near.by("elder"))
    assert balance_now(elder.held) == 0
    with pytest.raises(Refused):
        exchange.confirm_help(deed, **near.by("elder"))
    exchange.confirm_help(deed, **near.by("tenant"))
    refused("deed_waits", lambda: exchange.confirm_help(deed, **near.by("tenant")))
    assert (balance_now(elder.held), balance_now(tenant.held)) == (60, -60)
    other = exchange.write_help(elder, purpose="walk", **write, **near.by("elder"))
    exchange.decline_help(other, **near.by("tenant"))
    assert balance_now(elder.held) == 60


def test_limits_are_exact_and_a_gift_makes_nobody_owe(near, three):
    elder, tenant, third = three.values()
    helped(near, elder, tenant, 480)
    helped(near, elder, tenant, 120)
    finding = refused("within_limits", lambda: helped(near, third, tenant, 15))
    assert (finding.numbers["then"], finding.numbers["least"]) == (-615, -600)
    refused("minutes_covered", lambda: exchange.give_time(third, to=tenant.number, minutes=15,
                                                          **near.by("representative")))  # fmt: skip
    exchange.give_time(elder, to=tenant.number, minutes=300, **near.by("elder"))
    exchange.give_to_pot(elder, minutes=60, **near.by("elder"))
    exchange.grant_time(near.scheme, to=third.number, minutes=45, **near.by("worker"))
    refused("minutes_covered", lambda: exchange.grant_time(near.scheme, to=third.number, minutes=30,
                                                           **near.by("worker")))  # fmt: skip
    held = [balance_now(each.held) for each in (elder, tenant, third)]
    assert held == [240, -300, 45]
    assert balance_now(near.scheme.pot) == 15


def test_what_was_wrong_is_taken_back_once_by_another_hand(near, three):
    elder, tenant, _third = three.values()
    deed = helped(near, elder, tenant)
    with pytest.raises(Refused):
        exchange.take_deed_back(deed, reason="记错了", **near.by("elder"))
    exchange.take_deed_back(deed, reason="记错了人", **near.by("worker"))
    refused(
        "deed_reversible", lambda: exchange.take_deed_back(deed, reason="再来", **near.by("worker"))
    )
    assert (balance_now(elder.held), balance_now(tenant.held)) == (0, 0)
    assert not list(differences([near.scheme.book]))


def test_a_slip_counts_once_and_a_lost_one_never(near, three):
    elder, tenant, _third = three.values()
    slips = cheques.print_cheques(tenant, slips=3, minutes=30, **near.by("tenant"))
    assert [each.number for each in slips] == [1, 2, 3]
    typed = {"giver": elder.number, "on": near.today, "purpose": "errand"}
    with pytest.raises(Refused):
        cheques.type_cheque(near.scheme, code=slips[0].code, **typed, **near.by("tenant"))
    cheques.type_cheque(near.scheme, code=slips[0].code.lower(), **typed, **near.by("worker"))
    refused("slip_used", lambda: cheques.type_cheque(near.scheme, code=slips[0].code, **typed,
                                                     **near.by("worker")))  # fmt: skip
    cheques.void_cheque(slips[1], **near.by("tenant"))
    refused("slip_void", lambda: cheques.type_cheque(near.scheme, code=slips[1].code, **typed,
                                                     **near.by("worker")))  # fmt: skip
    refused("slip_found", lambda: cheques.type_cheque(near.scheme, code="0000-0000-0000", **typed,
                                                      **near.by("worker")))  # fmt: skip
    assert balance_now(elder.held) == 30


def test_whoever_leaves_owes_nobody_anything_and_is_named_nowhere(near, three):
    elder, tenant, _third = three.values()
    helped(near, elder, tenant, 60)
    exchange.give_to_pot(elder, minutes=15, **near.by("elder"))
    slips = cheques.print_cheques(tenant, slips=1, minutes=30, **near.by("tenant"))
    exchange.leave(tenant, **near.by("tenant"))
    assert balance_now(tenant.held) == 0
    assert balance_now(near.scheme.pot) == 0
    assert balance_now(near.scheme.let_go) == -45
    assert TimeCheque.objects.get(community=near.here, pk=slips[0].pk).state == "void"
    exchange.leave(elder, **near.by("elder"))
    assert balance_now(near.scheme.pot) == 45
    (again,) = near.joined("tenant")
    assert again.number == 4


def test_minutes_expire_into_the_pot_sixty_days_after_they_were_told(near, three):
    elder, tenant, _third = three.values()
    helped(near, elder, tenant, 120)
    settles = (near.at + timedelta(days=790)).replace(day=1, hour=4)
    too_late, in_time = settles - timedelta(days=59), settles - timedelta(days=60)
    lapsing.run(near.at)
    assert not TimeNotice.objects.filter(community=near.here).exists()
    lapsing.run(in_time)
    notice = TimeNotice.objects.get(community=near.here, member=elder)
    assert (notice.minutes, notice.settles_on) == (120, settles.date())
    exchange.give_time(elder, to=tenant.number, minutes=15, **near.by("elder", too_late))
    lapsing.run(settles - timedelta(days=1))
    assert balance_now(elder.held) == 105
    lapsing.run(settles)
    lapsing.run(settles)
    assert balance_now(elder.held) == 0
    assert balance_now(near.scheme.pot) == 105
    assert not list(differences([near.scheme.book]))


def test_two_communities_clear_inside_both_limits_and_sum_to_nothing(near, three, setting):
    elder = three["elder"]
    there = setting.neighbour
    far = {"by": setting.actor("outsider", near.today), "at": near.at}
    from linli.core.access.actions import appoint
    from linli.core.audit.actor import the_operator

    appoint(there, account=setting.accounts["outsider"], post="director", since=near.today,
            by=the_operator(), at=near.at)  # fmt: skip
    far["by"] = setting.actor("outsider", near.today)
    scheme = exchange.switch_on(there, reference="决议", decided_on=near.today, **far)
    guest = exchange.join(there, agrees=True, name="周示范", at_desk=True, **far)
    limits = {"owed_to_us": 90, "owed_by_us": 60, "agreement": "互助协议"}
    ours = clearing.agree_with_partner(near.scheme, other=there, **limits, **near.by("director"))
    ask = {"giver": elder.number, "receiver": guest.number, "on": near.today, "purpose": "repair"}
    asked = clearing.ask_clearing(ours, minutes=60, **ask, **near.by("worker"))
    theirs = clearing.agree_with_partner(
        scheme, other=near.here, owed_to_us=60, owed_by_us=75, agreement="互助协议", **far
    )
    with pytest.raises(Refused):
        clearing.confirm_clearing(theirs, clearing=asked, **near.by("worker"))
    clearing.confirm_clearing(theirs, clearing=asked, **far)
    refused("deed_waits", lambda: clearing.confirm_clearing(theirs, clearing=asked, **far))
    assert (balance_now(elder.held), balance_now(guest.held)) == (60, -60)
    more = clearing.ask_clearing(ours, minutes=30, **ask, **near.by("worker"))
    finding = refused(
        "partner_within", lambda: clearing.confirm_clearing(theirs, clearing=more, **far)
    )
    assert (finding.numbers["then_by_us"], finding.numbers["owed_by_us"]) == (90, 75)
    refused("partner_within", lambda: clearing.ask_clearing(ours, minutes=45, **ask,
                                                            **near.by("worker")))  # fmt: skip
    ours.held.refresh_from_db()
    found = reconciled(ours)
    assert (found.here, found.there, found.together) == (-60, 60, 0)
    for book in ([near.scheme.book], [scheme.book]):
        assert not list(differences(book))


def test_everybody_reads_totals_and_only_of_ten_members_or_more(near, three):
    assert not totals_of(near.scheme, near.here, near.today).told
    for number in range(6):
        exchange.join(
            near.here, agrees=True, name=f"纸上{number}", at_desk=True, **near.by("worker")
        )
    assert TimeMember.objects.filter(community=near.here).count() == 9
    assert not totals_of(near.scheme, near.here, near.today).told
    exchange.join(near.here, agrees=True, name="纸上十", at_desk=True, **near.by("worker"))
    assert totals_of(near.scheme, near.here, near.today).members == 10
