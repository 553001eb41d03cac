"""B40: the vectors of the Civil Code's article 278 pass to the unit, by
area and by heads; and the residents' committee hears of every resolution (物业管理条例 20)."""

import pytest
from django.utils import timezone

from linli.core.messages.models import Message
from linli.governance.property.actions.vote_results import publish_vote
from linli.governance.property.rules import heads, majorities
from linli.governance.property.rules.heads import Weight
from linli.governance.property.rules.majorities import Counts, Shares
from linli.governance.property.tests.votes.test_rules import compound
from linli.governance.property.tests.votes.voting import AGAINST, FOR, Compound
from linli.governance.property.vote_shown import judged
from linli.lib.calendar import SHANGHAI

ROW = "B40"
ROOM = "governance/property"
PAGES = ("property:owners_votes", "property:owners_vote", "property:vote_desk")


@pytest.fixture
def at():
    return timezone.now().astimezone(SHANGHAI).replace(hour=9, minute=0, second=0, microsecond=0)


def test_b40_vector_six_of_the_builders_notes():
    base = heads.base(compound(300, 20)).numbers
    assert base["heads"] == 281
    assert majorities.at_least(281, Shares().takes_part) == 188
    part = Weight(188, 2_000_000)
    for kind, agree, passes in (
        ("raise_fund", Weight(141, 1_500_000), True),
        ("raise_fund", Weight(140, 1_500_000), False),
        ("raise_fund", Weight(141, 1_499_999), False),
        ("use_fund", Weight(94, 1_000_000), False),
        ("use_fund", Weight(95, 1_000_000), False),
        ("use_fund", Weight(95, 1_000_001), True),
    ):
        counts = Counts(Weight(281, 3_000_000), part, agree)
        assert majorities.takes_part(counts, Shares().takes_part)
        assert bool(majorities.carries(kind, counts, Shares())) is passes


def test_b40_a_vote_at_the_edge_is_counted_and_the_committee_hears_of_it(
    setting, at, django_capture_on_commit_callbacks
):
    place = Compound(setting, at, units=12, investor=3)
    vote = place.open("raise_fund")
    for number in range(1, 9):  # heads 8 of 10, area 10 of 12
        place.hand_in(vote, number, FOR if number <= 6 else AGAINST)
    vote = place.close_and_count(vote)
    (result,) = judged(vote)
    assert (result.counts.part, result.counts.agree) == (Weight(8, 100_000), Weight(6, 80_000))
    assert result.passed  # exactly three quarters of the heads
    with django_capture_on_commit_callbacks(execute=True):
        publish_vote(vote, by=place.by("worker"), at=place.at)
    told = Message.objects.filter(
        community=setting.community, kind="property.vote_resolved",
        account=setting.accounts["director"],
    )  # fmt: skip
    assert told.exists()
