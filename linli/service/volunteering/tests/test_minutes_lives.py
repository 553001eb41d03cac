"""Whatever neighbours do with their minutes, in whatever order: the book holds nothing altogether,
nobody is outside the limits, and no slip counts twice."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings, strategies as st

from linli.lib.law import Refused
from linli.mechanisms.ledger.models import Account
from linli.mechanisms.ledger.queries import differences
from linli.service.volunteering import lapsing
from linli.service.volunteering.actions import cheques, clearing, exchange
from linli.service.volunteering.models import TimeCheque, TimeDeed, TimeMember
from linli.service.volunteering.queries.clearing import reconciled
from linli.service.volunteering.queries.exchange import limits_of, members_of
from linli.service.volunteering.tests.neighbours import Neighbours

pytestmark = pytest.mark.django_db

DEEDS = ("help", "help", "gift", "pot", "grant", "cheque", "type", "type", "back", "leave", "clear",
         "return", "months", "join")  # fmt: skip
LIVES = st.lists(
    st.tuples(
        st.sampled_from(DEEDS), st.integers(0, 4), st.integers(0, 4),
        st.sampled_from([15, 60, 240, 480]),
    ),
    min_size=6, max_size=14,
)  # fmt: skip


class Lives:
    """Two communities whose neighbours do what chance says."""

    def __init__(self, setting, at):
        self.near = Neighbours(setting, at)
        self.at = at
        self.scheme = self.near.switched_on()
        self.desk = {"by": self.near.who("worker")}
        self.head = {"by": self.near.who("director"), "at": at}
        self.members = [self._join(number) for number in range(3)]
        there = setting.neighbour
        from linli.core.access.actions import appoint
        from linli.core.audit.actor import the_operator

        appoint(there, account=setting.accounts["outsider"], post="director",
                since=self.near.today, by=the_operator(), at=at)  # fmt: skip
        self.far = {"by": setting.actor("outsider", self.near.today)}
        self.other = exchange.switch_on(
            there, reference="决议", decided_on=self.near.today, at=at, **self.far
        )
        self.guest = exchange.join(there, agrees=True, name="远", at_desk=True, at=at, **self.far)
        limits = {"owed_to_us": 120, "owed_by_us": 90, "agreement": "协议"}
        for deed in (("help", 0, 0, 480), ("pot", 0, 0, 60)):
            self.live(*deed)
        self.ours = clearing.agree_with_partner(self.scheme, other=there, **limits, **self.head)
        self.theirs = clearing.agree_with_partner(
            self.other, other=self.near.here, at=at, **limits, **self.far
        )

    def _join(self, number):
        return exchange.join(
            self.near.here, agrees=True, name=f"纸{number}", at_desk=True, at=self.at, **self.desk
        )

    def live(self, deed, one, two, minutes):
        first = self.members[one % len(self.members)]
        second = self.members[(one + 1 + two % (len(self.members) - 1)) % len(self.members)]
        now = {**self.desk, "at": self.at}
        on = timezone.localdate(self.at)
        match deed:
            case "join":
                self.members.append(self._join(one))
            case "help":
                made = exchange.write_help(
                    first, gave=True, other=second.number, minutes=minutes, on=on, purpose="walk",
                    **now,
                )  # fmt: skip
                exchange.confirm_help(made, **{**self.head, "at": self.at})
            case "gift":
                exchange.give_time(first, to=second.number, minutes=minutes, **now)
            case "pot":
                exchange.give_to_pot(first, minutes=minutes, **now)
            case "grant":
                exchange.grant_time(self.scheme, to=first.number, minutes=minutes, **now)
            case "cheque":
                cheques.print_cheques(first, slips=1, minutes=minutes, **now)
            case "type":
                slip = (
                    TimeCheque.objects.filter(community=self.near.here).order_by("number").first()
                )
                code = slip.code if slip else ""
                cheques.type_cheque(self.scheme, code=code, giver=second.number,
                                    on=on, purpose="errand", **now)  # fmt: skip
            case "back":
                made = TimeDeed.objects.filter(community=self.near.here, state="entered").last()
                if made is not None:
                    exchange.take_deed_back(made, reason="记错了", **now)
            case "leave":
                exchange.leave(first, **now)
            case "clear":
                asked = clearing.ask_clearing(
                    self.ours, giver=first.number, receiver=self.guest.number, minutes=minutes,
                    on=on, purpose="walk", **now,
                )  # fmt: skip
                clearing.confirm_clearing(self.theirs, clearing=asked, at=self.at, **self.far)
            case "return":
                asked = clearing.ask_clearing(
                    self.theirs, giver=self.guest.number, receiver=first.number, minutes=minutes,
                    on=on, purpose="walk", at=self.at, **self.far,
                )  # fmt: skip
                clearing.confirm_clearing(self.ours, clearing=asked, **now)
            case "months":
                for _month in range(13):
                    lapsing.run(self.at)
                    self.at += timedelta(days=31)
                    self.at = self.at.replace(day=1)

    def check(self):
        for scheme in (self.scheme, self.other):
            here = scheme.community_id
            held = Account.objects.filter(community=here, book=scheme.book)
            assert sum(held.values_list("balance", flat=True)) == 0
            limits = limits_of(scheme.community, self.near.today)
            for member in members_of(scheme):
                assert limits.least <= member.held.balance <= limits.most
            assert not list(differences([scheme.book]))
        gone = TimeMember.objects.filter(community=self.near.here, left_on__isnull=False)
        assert not gone.exclude(held__balance=0).exists()
        for partner in (self.ours, self.theirs):
            partner.held.refresh_from_db()
            assert -partner.owed_to_us <= partner.held.balance <= partner.owed_by_us
        assert reconciled(self.ours).together == 0
        used = TimeCheque.objects.filter(community=self.near.here, state="used").count()
        typed = TimeDeed.objects.filter(community=self.near.here, kind="cheque", state="entered")
        assert used == typed.count()


@settings(
    max_examples=10, deadline=None, derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
@given(deeds=LIVES)
def test_the_book_holds_nothing_and_nobody_is_outside_the_limits(setting, deeds):
    with transaction.atomic():
        lives = Lives(setting, timezone.now().replace(day=10, hour=4))
        for deed in deeds:
            try:
                with transaction.atomic():
                    lives.live(*deed)
            except Refused:
                continue
        lives.check()
        transaction.set_rollback(True)
