"""Two at once, for real: a slip counts once, a wish is claimed once."""

import pytest
from django.utils import timezone

from linli.core.clocks.tests.together import shared_database, together
from linli.lib.law import Refused
from linli.service.volunteering.actions import cheques, exchange, wishes
from linli.service.volunteering.models import TimeDeed, WishClaim
from linli.service.volunteering.queries.exchange import balance_now, scheme_of
from linli.service.volunteering.queries.wishes import wish_for
from linli.service.volunteering.tests.neighbours import Neighbours

pytestmark = pytest.mark.django_db(transaction=True)


def refusals(results):
    unexpected = [
        each for each in results if isinstance(each, Exception) and not isinstance(each, Refused)
    ]
    assert not unexpected, unexpected
    return [each.finding.rule for each in results if isinstance(each, Refused)]


def test_one_slip_typed_twice_at_once_counts_once_and_one_wish_is_claimed_once(setting, tmp_path):
    near = Neighbours(setting, timezone.now().replace(hour=4))
    scheme = near.switched_on()
    elder, tenant = near.joined("elder", "tenant")
    (slip,) = cheques.print_cheques(tenant, slips=1, minutes=30, **near.by("tenant"))
    wish = wishes.make_wish(near.here, whose="elder", sort="hand", words="想学手机", consents=True,
                            at_desk=True, **near.by("worker"))  # fmt: skip
    wishes.publish_wish(wish, title="想学用手机", **near.by("worker"))
    typed = {"code": slip.code, "giver": elder.number, "on": near.today, "purpose": "phone"}
    claimers = [near.by("elder"), near.by("representative")]
    with shared_database(tmp_path):
        schemes = [scheme_of(near.here) for _each in range(2)]
        seen = [wish_for(each["by"], near.here, wish.pk) for each in claimers]
        slips = together(
            [lambda each=each: cheques.type_cheque(each, **typed, **near.by("worker"))
             for each in schemes]
        )  # fmt: skip
        claims = together(
            [
                lambda row=row, by=by: wishes.claim_wish(row, who="resident", contact="楼下", **by)
                for row, by in zip(seen, claimers, strict=True)
            ]
        )
        held = balance_now(elder.held)
        entered = TimeDeed.objects.filter(community=near.here, kind="cheque").count()
        claimed = WishClaim.objects.filter(community=near.here).count()
    assert refusals(slips) == ["volunteering.slip_used"]
    assert len(refusals(claims)) == 1
    assert (held, entered, claimed) == (30, 1, 1)
    assert scheme.book_id == exchange.scheme_of(near.here).book_id
