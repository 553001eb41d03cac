"""B30: nobody approves what they asked for; money with a purpose pays for nothing else; the sheet
everybody reads is the ledger."""

import pytest
from django.db import IntegrityError, transaction

from linli.stewardship.funds import actions, books
from linli.stewardship.funds.models import Request
from linli.stewardship.funds.queries.sheet import SIDES, sheet_of
from linli.stewardship.funds.tests.conftest import *
from linli.stewardship.funds.tests.test_money import first_of, refused

ROW, ROOM, PAGES = "B30", "stewardship/funds", ("funds:month", "funds:home")
pytestmark = pytest.mark.django_db


def test_b30_nobody_approves_what_they_asked_for(source, ask, actor, at):
    own = ask(source(), by="director")
    refused("funds.another_hand", actions.approve, own, by=actor("director"), at=at)
    with pytest.raises(IntegrityError), transaction.atomic():
        Request.objects.filter(community=own.community_id, pk=own.pk).update(
            seconded_by=own.asked_by_id
        )


def test_b30_money_with_a_purpose_pays_for_nothing_else(source, ask):
    gift = source("donation", "重阳捐款", "elders", restricted=True, purpose_told="给老人办重阳节")
    refused("funds.for_its_purpose", ask, gift, what="添置健身器材", purpose="facilities")
