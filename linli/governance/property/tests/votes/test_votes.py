"""A vote through its acts: notice, papers, screen, count, result."""

from datetime import timedelta

import pytest

from linli.core.pages.sentences import sentence
from linli.governance.property.actions import papers, rosters, vote_results, votes
from linli.governance.property.models import Owner, OwnersVote, Unit
from linli.governance.property.queries.votes import own_content, own_papers
from linli.governance.property.rules.heads import Weight
from linli.governance.property.tests.votes.voting import AGAINST, FOR
from linli.governance.property.vote_shown import judged, silence_of, too_few
from linli.lib.law import Refused
from linli.mechanisms.ballot.actions import cast
from linli.mechanisms.ballot.models import NamedPaper
from linli.mechanisms.publication.models import Posting


def refused(rule, door, *args, **given):
    with pytest.raises(Refused) as error:
        door(*args, **given)
    assert error.value.finding.rule == rule
    assert sentence(error.value.finding).text


def test_notice_fourteen_days_before_is_refused_and_the_roll_is_frozen_at_fifteen(small):
    vote = small.draft("other")
    refused("property.vote_noticed", small.notice, vote, days=14)
    vote = small.notice(vote)
    assert (vote.state, vote.units, vote.heads, vote.area) == ("noticed", 12, 10, 120_000)
    assert vote.electorate.base == "owners"
    assert vote.electorate.size == 10
    first = small.paper(vote, 1)
    assert first.label == "0001室等3处"
    assert "投资人" not in first.elector.name
    unit = Unit.objects.get(community=vote.community_id, label="0012室")
    rosters.pass_unit(
        unit, buyer=rosters.Buyer(name="新业主"), on=small.at.date(), by=small.by("worker"),
        at=small.at,
    )  # fmt: skip
    assert OwnersVote.objects.get(community=vote.community_id, pk=vote.pk).heads == 10


def test_the_fund_is_asked_of_those_who_share_the_cost_before_any_notice(small):
    rule, worker = "property.vote_fund_scope", {"by": small.by("worker"), "at": small.at}
    whole = small.draft("other")
    asked = {"kind": "use_fund", "title": "同意用维修资金吗", "text": "修屋面"}
    refused(rule, votes.ask_owners, whole, **asked, **worker)
    assert whole.matters.count() == 1
    fund = small.draft("use_fund")
    given = {"title": "表决", "scope": "estate"}
    refused(rule, votes.change_vote, fund, given=given, seen=fund.version, **worker)
    fund.refresh_from_db()
    assert small.notice(fund).scope == "sharing"


def test_paper_and_screen_are_counted_together_and_one_owner_has_one(small):
    owner = Owner.objects.filter(community=small.estate.community_id).order_by("id")[4]
    elder = small.by("elder")
    from linli.core.people.models import Person

    person = Person.objects.get(community=small.estate.community_id, pk=elder.person)
    rosters.tie_owner(owner, person=person, by=small.by("worker"), at=small.at)
    vote = small.open("other", "raise_fund")
    paper = own_papers(vote, elder).get()
    both = {"1": {"marks": {"0": "for"}}, "2": {"marks": {"0": "for"}}}
    cast(vote.poll, pattern=both, by=elder, at=small.at)
    refused(
        "ballot.one_paper", papers.take_paper_back, paper, on=small.at.date(), seen=paper.version,
        by=small.by("worker"), at=small.at,
    )  # fmt: skip
    others = [n for n in range(1, 11) if n != paper.number]
    for number in others[:6]:
        small.hand_in(vote, number, both)
    one = small.hand_in(vote, others[6], AGAINST)
    void = small.hand_in(vote, others[7], {}, void_for="unsigned")
    assert void.void_for == "unsigned"
    assert own_content(paper).content == both
    refused(
        "property.paper_waits", papers.type_paper, one, pattern=FOR, seen=one.version,
        by=small.by("worker"), at=small.at,
    )  # fmt: skip
    vote = small.close_and_count(vote)
    plain, special = judged(vote)
    assert plain.counts.part == Weight(8, 100_000)
    assert plain.counts.agree == Weight(7, 90_000)
    assert plain.takes_part
    assert plain.passed
    assert special.passed
    assert (vote.outcome["paper"], vote.outcome["screen"]) == (8, 1)
    assert silence_of(vote).numbers["heads"] == 1
    assert too_few(vote)
    vote = vote_results.publish_vote(vote, by=small.by("director"), at=small.at)
    assert own_content(paper).content == both
    told = Posting.objects.filter(community=vote.community_id).order_by("-posted_at").first()
    assert "票数" in str(told.fields)
    assert "赞成" not in str(told.fields)
    refused(
        "access.permitted", vote_results.forget_papers, vote, by=small.by("director"), at=small.at
    )


def test_two_type_each_paper_and_differing_it_is_typed_anew(small):
    vote = small.open("other")
    paper = small.paper(vote, 2)
    papers.take_paper_back(
        paper, on=small.at.date(), seen=paper.version, by=small.by("worker"), at=small.at
    )

    def type_in(key, pattern):
        row = small.paper(vote, 2)
        return papers.type_paper(
            row, pattern=pattern, seen=row.version, by=small.by(key), at=small.at
        )

    type_in("worker", FOR)
    refused("property.paper_another_hand", type_in, "worker", FOR)
    type_in("director", AGAINST)
    assert small.paper(vote, 2).first is None
    assert not NamedPaper.objects.filter(community=vote.community_id).exists()
    type_in("worker", FOR)
    type_in("director", FOR)
    row = small.paper(vote, 2)
    assert row.entered_at
    papers.correct_paper(
        row, reason="录错了一项", seen=row.version, by=small.by("worker"), at=small.at
    )
    small.at = vote.closes_at
    vote = votes.close_vote(vote, by=small.by("director"), at=small.at)
    refused(
        "property.papers_entered", vote_results.count_vote, vote, by=small.by("director"),
        at=small.at,
    )  # fmt: skip
    type_in("director", AGAINST)
    type_in("worker", AGAINST)
    assert NamedPaper.objects.get(community=vote.community_id).content == AGAINST
    row = small.paper(vote, 2)
    refused(
        "property.vote_in_state", papers.correct_paper, row, reason="再改", seen=row.version,
        by=small.by("worker"), at=small.at,
    )  # fmt: skip
    vote = vote_results.count_vote(vote, by=small.by("director"), at=small.at)
    assert not judged(vote)[0].takes_part


def test_a_frozen_area_is_put_right_with_its_reason_and_moments_are_kept(small):
    vote = small.notice(small.draft("other"))
    paper = small.paper(vote, 1)
    papers.amend_roll(
        paper, area=40_000, reason="登记簿上是四百平方米", seen=paper.version,
        by=small.by("director"), at=small.at,
    )  # fmt: skip
    vote.refresh_from_db()
    assert (vote.area, vote.electorate.versions.count()) == (130_000, 2)
    refused("property.vote_opens", votes.open_vote, vote, by=small.by("director"), at=small.at)
    refused("access.permitted", votes.open_vote, vote, by=small.by("elder"), at=small.at)
    small.at = vote.opens_at
    vote = votes.open_vote(vote, by=small.by("director"), at=small.at)
    refused("property.vote_closes", votes.close_vote, vote, by=small.by("director"), at=small.at)
    vote = votes.void_vote(vote, reason="方案要改", by=small.by("director"), at=small.at)
    assert vote.poll.state == "void"


def test_a_government_system_is_prepared_for_and_its_totals_are_judged(small):
    vote = small.notice(small.draft("rebuild", method="government"))
    assert vote.poll is None
    outcome = {
        "all": {"heads": 10, "area": 120_000}, "part": {"heads": 8, "area": 80_000},
        "void": {"heads": 0, "area": 0}, "silent": {"heads": 0, "area": 0}, "paper": 0, "screen": 0,
        "matters": [[[{"heads": 6, "area": 60_000}, {"heads": 2, "area": 20_000},
                      {"heads": 0, "area": 0}]]],
    }  # fmt: skip
    given = {"by": small.by("director"), "at": vote.closes_at}
    refused("property.vote_document", vote_results.enter_totals, vote, outcome=outcome,
            document_no=" ", **given)  # fmt: skip
    bad = {**outcome, "part": {"heads": 7, "area": 80_000}}
    refused("property.vote_adds_up", vote_results.enter_totals, vote, outcome=bad,
            document_no="示表决〔2026〕3 号", **given)  # fmt: skip
    vote = vote_results.enter_totals(
        vote, outcome=outcome, document_no="示表决〔2026〕3 号", **given
    )
    assert judged(vote)[0].passed
    assert vote.closes_at > vote.opens_at + timedelta(days=1)
