"""A branch that promised a wish hears how it ended, whichever way that was."""

import pytest
from django.utils import timezone

from linli.core.access.actions import appoint
from linli.core.audit.actor import the_clock, the_operator
from linli.partners.party.actions import branches
from linli.partners.party.actions.wishes import take_wish
from linli.partners.party.models import WishTaken
from linli.service.volunteering.actions import wishes

pytestmark = pytest.mark.django_db


@pytest.fixture
def taken(setting):
    """A branch's promise of a published wish, and that wish."""
    at = timezone.now()
    on = timezone.localdate(at)
    appoint(
        setting.community, account=setting.accounts["representative"], post="party_secretary",
        since=on, by=the_operator(), at=at,
    )  # fmt: skip
    secretary = {"by": setting.actor("representative", on), "at": at}
    worker = {"by": setting.actor("worker", on), "at": at}
    branch = branches.found_branch(
        setting.community, kind="branch", name="东湖第一党支部", place=setting.new,
        office="支部书记，周三下午", counted_from=on, **secretary,
    )  # fmt: skip
    wish = wishes.make_wish(
        setting.community, whose="child", sort="thing", words="想看《海底两万里》",
        guardian_agrees=True, guardian="刘洋", name="小宇", at_desk=True, **worker,
    )  # fmt: skip
    wishes.publish_wish(wish, title="想要一本《海底两万里》", **worker)
    return take_wish(branch, wish=wish.pk, **secretary), wish


def test_the_wish_is_claimed_under_the_branch(taken):
    promise, wish = taken
    wish.refresh_from_db()
    assert wish.state == "claimed"
    assert wish.claim.shown_as == promise.branch.name


def test_a_wish_that_ran_out_lets_the_branch_go_and_its_words_with_it(taken):
    promise, wish = taken
    wish.refresh_from_db()
    wishes.run_out_wish(wish, by=the_clock(), at=timezone.now())
    rows = WishTaken.objects.filter(community=wish.community_id, wish=wish.pk)
    assert not rows.filter(let_go_on__isnull=True, met_on__isnull=True).exists()
    assert not rows.filter(title=promise.title).exists()
