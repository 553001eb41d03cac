"""A compound of 300 units: an investor with twenty and the developer with twelve unsold are one
head each, so 270 heads. Every question comes out one head or a square decimetre below, at, or above
what the law asks; every paper went through its acts."""

from contextlib import contextmanager

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from linli.core.people.models import Person
from linli.governance.property.actions import papers, roster_tables, rosters, vote_results
from linli.governance.property.models import Owner, OwnersVote, Resolution
from linli.governance.property.postings import RESULT
from linli.governance.property.queries.roster_table import read_roster
from linli.governance.property.queries.votes import own_content, own_papers
from linli.governance.property.rules.heads import Weight
from linli.governance.property.tests.votes.voting import Compound
from linli.governance.property.vote_shown import judged
from linli.lib.tables.tests.workbooks import xlsx
from linli.mechanisms.ballot.actions import cast
from linli.mechanisms.publication.models import Posting

INVESTOR, UNSOLD, OTHERS = 20, 12, 268
ALL = Weight(270, 2_895_000)
"""Twenty of 70 square metres, twelve of 62.50, 268 of 100 or about."""
NEED = Weight(180, 1_930_000)
"""Two thirds of both, exactly."""
ODD = {1: "150.00", 2: "50.00", 3: "100.01", 4: "99.99", 5: "75.00", 6: "125.00"}
"""Of the others by number; together they are six of a hundred."""
INV = 0
QUESTIONS = (
    # kind, who is for it (the investor is 0), heads, area, whether it carries
    ("covenant", (INV, *range(7, 96)), 90, 1_030_000, False),  # half the heads
    ("covenant", (INV, *range(7, 97)), 91, 1_040_000, True),
    ("manager", (2, *range(7, 103)), 97, 965_000, False),  # half the area
    ("manager", (2, 3, *range(7, 102)), 97, 965_001, True),
    ("raise_fund", (INV, *range(7, 140)), 134, 1_470_000, False),
    ("raise_fund", (INV, *range(7, 141)), 135, 1_480_000, True),  # three quarters of the heads
    ("common_use", (4, 5, *range(7, 150)), 145, 1_447_499, False),
    ("common_use", (5, *range(7, 151)), 145, 1_447_500, True),  # three quarters of the area
    ("rebuild", (3, 5, *range(7, 150)), 145, 1_447_501, True),
)
ON_SCREEN = {"elder": 7, "representative": 8, "tenant": 9}


def roster():
    """The table of a firm: a title, buildings merged over their rows, a total at the end."""
    rows = [["东湖花园业主名册"], ["房号", "业主", "业主编号", "登记面积（㎡）", "业主类别"]]
    rows += [[f"甲{n:03}", "湖畔投资", "T", "70㎡", "单位"] for n in range(1, INVESTOR + 1)]
    rows += [[f"乙{n:03}", f"业主{n}", n, ODD.get(n, "100"), "个人"] for n in range(1, OTHERS + 1)]
    rows += [[f"丙{n:03}", "示范置业", "", 62.5, "建设单位"] for n in range(1, UNSOLD + 1)]
    return xlsx([*rows, ["合计", None, None, 28_950.0]], merged=("A1:E1",))


class Estate300(Compound):
    """The compound with its papers by who handed them in."""

    def take_in(self, content, filename="名册.xlsx"):
        read = read_roster(self.estate, roster(), filename)
        assert not read.faults, read.faults[:3]
        given = {"by": self.by("worker"), "at": self.at}
        table = roster_tables.keep_table(self.estate, table=read, filename=filename, **given)
        return roster_tables.take_in(table, since=self.at.date(), **given)

    def by(self, key):
        """Posts do not change within a vote, so each of the cast is looked up once."""
        known = self.__dict__.setdefault("actors", {})
        if key not in known:
            known[key] = super().by(key)
        return known[key]

    def tie(self, key, number):
        """That owner is somebody of the register, before the notice."""
        person = Person.objects.get(
            community=self.setting.community, pk=self.setting.accounts[key].person_id
        )
        owner = Owner.objects.get(community=self.setting.community, code=str(number))
        rosters.tie_owner(owner, person=person, by=self.by("worker"), at=self.at)

    def back(self, vote, who):
        """Their paper comes back and is typed by two; whose stands on the line decides."""
        paper, pattern = self.papers[who], marks(who)
        by, at = {key: self.by(key) for key in ("worker", "director")}, self.at
        papers.take_paper_back(paper, on=at.date(), seen=paper.version, by=by["worker"], at=at)
        for number, key in enumerate(("worker", "director"), 1):
            papers.type_paper(
                paper, pattern=pattern, seen=paper.version + number, by=by[key], at=at
            )


def marks(who):
    """How that owner marks each question."""
    return {
        str(place): {"marks": {"0": "for" if who in agree else "against"}}
        for place, (_kind, agree, *_rest) in enumerate(QUESTIONS, 1)
    }


@contextmanager
def supposed():
    """What follows is played and taken back."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def too_few(place, vote):
    """What it would come to now: who took part; nothing of it carries."""
    now = OwnersVote.objects.get(community=vote.community_id, pk=vote.pk)
    counted = place.close_and_count(now)
    place.at = vote.opens_at
    for each in judged(counted):
        assert not each.takes_part
        assert not each.passed
    return judged(counted)[0].counts.part


@pytest.fixture
def opened(setting, at):
    """The vote on its first day, every paper delivered."""
    place = Estate300(setting, at)
    for key, number in ON_SCREEN.items():
        place.tie(key, number)
    vote = place.open(*(each[0] for each in QUESTIONS))
    place.papers = {}
    for paper in vote.papers.select_related("owner"):
        code = paper.owner.code
        place.papers[INV if code == "T" else int(code) if code else "developer"] = paper
    return place, vote


def test_300_units_one_investor_both_votes_at_every_edge(opened, setting):
    place, vote = opened
    assert Weight(vote.heads, vote.area) == ALL
    assert (vote.units, place.papers[INV].units, place.papers["developer"].units) == (300, 20, 12)
    for key, number in ON_SCREEN.items():
        cast(vote.poll, pattern=marks(number), by=place.by(key), at=place.at)
    screen = set(ON_SCREEN.values())
    for who in (INV, *range(1, 178)):
        if who not in screen:
            place.back(vote, who)
    with supposed():  # one head too few, with area enough
        place.back(vote, "developer")
        assert too_few(place, vote) == Weight(179, 1_985_000)
    place.back(vote, 178)
    place.back(vote, 179)
    with supposed():  # a square decimetre too few, with heads enough
        one = place.paper(vote, place.papers[150].number)
        papers.amend_roll(
            one, area=9_999, reason="登记簿上少一平方分米", seen=one.version,
            by=place.by("director"), at=place.at,
        )  # fmt: skip
        assert too_few(place, vote) == NEED - Weight(0, 1)
    vote = place.close_and_count(vote)
    results = judged(vote)
    for each, (kind, _agree, heads, area, carries) in zip(results, QUESTIONS, strict=True):
        assert each.counts.part == NEED
        assert each.takes_part
        assert (each.matter.kind, each.counts.agree) == (kind, Weight(heads, area))
        assert each.passed is carries, (kind, heads, area)
        assert each.counts.agree + each.counts.against == NEED
    assert (vote.outcome["paper"], vote.outcome["screen"]) == (177, 3)
    vote = vote_results.publish_vote(vote, by=place.by("director"), at=place.at)
    _told(vote, results, place, setting)


def _told(vote, results, place, setting):
    """Everybody reads both majorities with their working; each owner the own paper alone."""
    posting = Posting.objects.get(community=vote.community_id, template=RESULT.name)
    lines = posting.fields["matters"]
    assert [row["result"] for row in lines] == [
        "通过" if carries else "没有通过" for *_rest, carries in QUESTIONS
    ]
    for words in ("180", "19,300.00", "135", "14,475.00"):
        assert words in lines[5]["working"], words
    address = reverse("property:owners_vote", args=[setting.community.code, vote.pk])
    said = Client().get(address).content.decode()
    for words in ("270", "28,950.00", "19,300.00", "9,650.01", "14,475.01", "14,474.99"):
        assert words in said, words
    assert "湖畔投资" not in said
    mine = own_papers(vote, place.by("elder")).get()
    assert mine.number == place.papers[7].number
    assert own_content(mine).content["1"]["marks"]["0"] == "for"
    assert not own_papers(vote, place.by("supervisor")).exists()
    carried = Resolution.objects.filter(community=vote.community_id)
    assert carried.count() == sum(each.passed for each in results) == 5


def test_the_use_of_the_fund_at_exactly_half_of_both_fails_and_one_more_carries(small):
    vote = small.open("use_fund", "use_fund", title="维修资金")
    for number in range(2, 10):  # eight of ten heads, two thirds of the area exactly
        said = {str(place): {"marks": {"0": "for" if number < first else "against"}}
                for place, first in ((1, 6), (2, 7))}  # fmt: skip
        small.hand_in(vote, number, said)
    half, more = judged(small.close_and_count(vote))
    assert half.takes_part
    assert (half.counts.part, half.counts.agree) == (Weight(8, 80_000), Weight(4, 40_000))
    assert (half.passed, more.passed) == (False, True)
