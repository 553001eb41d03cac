"""The demo's round is played through real acts, to a bench that stands."""

from datetime import timedelta

import pytest
from django.utils import timezone

from linli.core.access.actions import appoint
from linli.core.audit.actor import the_operator
from linli.governance.budgeting.models import Idea, Project, Round
from linli.stewardship.funds.models import Request
from linli.web.demo.budgeting import play_budgeting
from linli.web.demo.cast import gather
from linli.web.demo.money import PEOPLES, open_the_books, source_of
from tests.remembered import remember


@pytest.fixture
def setting(db):
    """The cast as of today."""
    return remember(timezone.localdate(), lambda: gather(timezone.now()))


def test_the_demo_s_round_ends_with_an_accepted_bench(setting):
    appoint(
        setting.community, account=setting.accounts["representative"], post="committee_member",
        since=timezone.localdate() - timedelta(days=200), by=the_operator(), at=timezone.now(),
    )  # fmt: skip
    open_the_books(setting, timezone.now())
    play_budgeting(setting, timezone.now())
    round_ = Round.objects.get(community=setting.community)
    assert round_.state == "decided"
    ideas = Idea.objects.filter(community=setting.community)
    assert sorted(ideas.values_list("state", flat=True)) == ["passed"] * 5 + ["refused"]
    bench = Project.objects.get(community=setting.community, position=1)
    assert bench.state == "accepted"
    paid = Request.objects.get(community=setting.community, source=source_of(setting, PEOPLES))
    assert (paid.state, paid.paid_fen) == ("settled", 930_000)
