"""What is told of a vote, to whom, and how long: few are not told, candidates have agreed and are
named by two, a committee sees its own estate, and what is settled goes."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from linli.core.access.actions import appoint
from linli.core.audit.actor import the_operator
from linli.core.people.models import Person
from linli.governance.property import due_votes
from linli.governance.property.actions import papers, rosters, vote_results, votes
from linli.governance.property.models import (
    Estate,
    Owner,
    OwnerPaper,
    OwnersVote,
    Resolution,
    RosterObjection,
    VoteMatter,
)
from linli.governance.property.tests.votes.test_votes import refused
from linli.governance.property.tests.votes.voting import FOR
from linli.governance.property.vote_named import draft_result, names_told
from linli.lib.identity.ids import new_id
from linli.mechanisms.ballot.actions import cast
from linli.mechanisms.ballot.models import Mark, NamedPaper, Option
from linli.mechanisms.publication.models import Posting

NAMES = ["赵一凡", "钱二柱"]
CHOSEN = {"1": {"marks": {"1": "for", "2": "against"}}}


@pytest.fixture
def url(setting):
    return lambda name, *args: reverse(f"property:{name}", args=[setting.community.code, *args])


@pytest.fixture
def director(small):
    return lambda act, *args, **given: act(*args, by=small.by("director"), at=small.at, **given)


def elected(small, director, numbers=range(1, 9)):
    vote = small.draft()
    director(votes.ask_owners, vote, kind="committee", title="选举业主委员会", text="",
             options=NAMES, agreed_on=small.at.date())  # fmt: skip
    vote.refresh_from_db()
    vote = small.notice(vote)
    small.at = vote.opens_at
    vote = director(votes.open_vote, vote)
    papers.deliver_papers(vote, numbers=range(1, 11), way="hand", on=small.at.date(),
                          by=small.by("worker"), at=small.at)  # fmt: skip
    for number in numbers:
        small.hand_in(vote, number, CHOSEN)
    return small.close_and_count(vote)


def test_figures_of_few_are_told_to_nobody_and_the_polls_page_leads_to_the_room(
    small, sign_in, url, setting
):
    elder = small.by("elder")
    person = Person.objects.get(community=setting.community, pk=elder.person)
    owner = rosters.Owner.objects.filter(community=setting.community).order_by("id")[4]
    rosters.tie_owner(owner, person=person, by=small.by("worker"), at=small.at)
    vote = small.open("other")
    cast(vote.poll, pattern=FOR, by=elder, at=small.at)
    own = OwnerPaper.objects.get(community=setting.community, vote=vote, owner=owner).number
    for number in [each for each in range(1, 11) if each != own][:7]:
        small.hand_in(vote, number, FOR)
    vote = small.close_and_count(vote)
    poll = reverse("ballot:poll", args=[setting.community.code, vote.poll_id])
    client = sign_in("worker")
    answer = client.get(poll)
    assert (answer.status_code, answer.url) == (302, url("owners_vote", vote.pk))
    assert client.get(f"{poll}?format=json").status_code == 302
    vote = vote_results.publish_vote(vote, by=small.by("director"), at=small.at)
    for key, name in (
        ("worker", "vote_desk"),
        ("supervisor", "vote_desk"),
        ("elder", "owners_vote"),
    ):
        page = sign_in(key).get(url(name, vote.pk)).content.decode()
        assert "只公布结果，不公布票数" in page
        assert "正好 1/2 不算超过" not in page
    client = sign_in("worker")
    for name in ("vote_papers", "vote_sheet", "print_votes"):
        assert client.get(url(name, vote.pk)).status_code == 404


def test_candidates_have_agreed_and_two_name_them_until_the_result_comes_down(
    small, sign_in, url, director
):
    vote = small.draft()
    asked = {"kind": "committee", "title": "选举业主委员会", "text": "", "options": NAMES}
    refused("property.candidates_agreed", director, votes.ask_owners, vote, **asked)
    ahead = {**asked, "agreed_on": small.at.date() + timedelta(days=1)}
    refused("property.candidates_agreed", director, votes.ask_owners, vote, **ahead)
    known = Person.objects.filter(community=vote.community_id).first()
    offer = {**asked, "kind": "manager", "options": [known.name]}
    refused("property.vote_words", director, votes.ask_owners, vote, **offer)
    director(votes.void_vote, vote, reason="重来")
    vote = elected(small, director)
    client = sign_in("tenant")
    assert NAMES[0] in client.get(url("owners_vote", vote.pk)).content.decode()
    refused("property.result_prepared", director, vote_results.publish_vote, vote)
    vote = director(vote_results.prepare_result, vote)
    assert draft_result(vote).template == "property.vote_result_named"
    refused("publication.seen_by_two", director, vote_results.publish_vote, vote)
    assert client.get(url("owners_vote", vote.pk)).status_code == 200
    vote = vote_results.publish_vote(vote, by=small.by("worker"), at=small.at)
    posting = Posting.objects.get(
        community=vote.community_id, template="property.vote_result_named"
    )
    assert posting.state == "posted"
    assert due_votes.run(small.at)["forgotten_candidates"] == 0
    assert due_votes.run(small.at + timedelta(days=62))["forgotten_candidates"] == 1
    page = client.get(url("owners_vote", vote.pk)).content.decode()
    assert NAMES[0] not in page
    assert "候选人 1" in page
    assert not Option.objects.filter(community=vote.community_id, title__in=NAMES).exists()
    assert due_votes.run(small.at + timedelta(days=62))["forgotten_candidates"] == 0


def test_a_void_vote_names_nobody_and_goes_after_a_year(small, sign_in, url, director):
    vote = elected(small, director)
    director(vote_results.prepare_result, vote)
    vote = OwnersVote.objects.get(community=vote.community_id, pk=vote.pk)
    vote = director(votes.void_vote, vote, reason="程序有误")
    assert draft_result(vote) is None
    assert NAMES[0] not in sign_in("tenant").get(url("owners_vote", vote.pk)).content.decode()
    assert due_votes.run(small.at + timedelta(days=365))["forgotten_papers"] == 0
    assert NamedPaper.objects.filter(community=vote.community_id).count() == 8
    assert due_votes.run(small.at + timedelta(days=366))["forgotten_papers"] == 1
    here = {"community": vote.community_id}
    for model in (NamedPaper, OwnerPaper, Mark):
        assert not model.objects.filter(**here).exists()
    assert not VoteMatter.objects.get(vote=vote, **here).agreed_on


def test_how_each_voted_goes_when_the_year_to_challenge_is_over(small, director):
    vote = small.open("other")
    for number in range(1, 9):
        small.hand_in(vote, number, FOR)
    vote = director(vote_results.publish_vote, small.close_and_count(vote))
    last = vote.published_on.replace(year=vote.published_on.year + 1)
    days = (last - small.at.date()).days
    assert due_votes.run(small.at + timedelta(days=days))["forgotten_papers"] == 0
    assert due_votes.run(small.at + timedelta(days=days + 1))["forgotten_papers"] == 1
    assert not vote.papers.exists()
    assert not vote.electorate.electors.filter(person__isnull=False).exists()
    assert Resolution.objects.get(community=vote.community_id).by == "assembly"


def test_the_clock_opens_a_vote_at_its_moment_and_a_part_decides_for_itself(
    small, setting, director
):
    from linli.core.places.queries import dwellings_under

    building = next(iter(dwellings_under(setting.new))).parent.parent
    small.estate.units.update(sharing=building)
    vote = small.notice(small.draft("use_fund", place=building))
    assert due_votes.run(vote.opens_at - timedelta(minutes=1))["opened"] == 0
    assert due_votes.run(vote.opens_at)["opened"] == 1
    small.at = vote.opens_at
    vote.refresh_from_db()
    assert vote.state == "open"
    papers.deliver_papers(vote, numbers=range(1, 11), way="hand", on=small.at.date(),
                          by=small.by("worker"), at=small.at)  # fmt: skip
    for number in range(1, 9):
        small.hand_in(vote, number, FOR)
    vote = director(vote_results.publish_vote, small.close_and_count(vote))
    assert Resolution.objects.get(community=vote.community_id).by == "part"


def test_a_paper_that_came_in_time_is_entered_after_the_close_with_its_reason(
    small, sign_in, url, director
):
    vote = small.open("other")
    for number in range(1, 8):
        small.hand_in(vote, number, FOR)
    small.at = vote.closes_at
    row = small.paper(vote, 8)
    on = small.at.date()

    def back(**given):
        return papers.take_paper_back(
            small.paper(vote, 8), seen=row.version, by=small.by("worker"), at=small.at, **given
        )

    late = {"late_for": "截止时开箱取出"}
    refused("property.vote_reason", back, on=on)
    vote = director(votes.close_vote, vote)
    refused("property.vote_reason", back, on=on)
    small.at += timedelta(days=1)
    refused("property.paper_in_time", back, on=on + timedelta(days=1), **late)
    page = sign_in("worker").get(url("take_paper_back", row.pk)).content.decode()
    assert "为什么现在才登记" in page
    assert back(on=on, **late).late_for == "截止时开箱取出"
    for key in ("worker", "director"):
        paper = small.paper(vote, 8)
        refused("property.paper_void_known", papers.type_paper, paper, pattern=FOR,
                void_for="随便写的一个很长的原因", seen=paper.version, by=small.by(key),
                at=small.at)  # fmt: skip
        papers.type_paper(paper, pattern=FOR, seen=paper.version, by=small.by(key), at=small.at)
    vote = director(vote_results.count_vote, vote)
    assert vote.outcome["part"]["heads"] == 8
    row = small.paper(vote, 9)
    refused("property.vote_in_state", papers.take_paper_back, row, on=on, seen=row.version,
            by=small.by("worker"), at=small.at, **late)  # fmt: skip


def test_a_committee_watches_its_own_estate_alone_and_only_a_government_vote_is_exported(
    small, setting, sign_in, url
):
    appoint(
        setting.new, account=setting.accounts["tenant"], post="owners_committee",
        since=small.at.date(), by=the_operator(), at=small.at,
    )  # fmt: skip
    other = Estate.objects.create(
        community=setting.community, name="翠湖新村", place=setting.old, since=date(2020, 1, 1)
    )
    hidden = votes.draft_vote(
        other, given={"title": "那边的表决", "scope": "estate"}, by=small.by("worker"), at=small.at
    )
    vote = small.draft("other", title="这边的表决")
    client = sign_in("tenant")
    page = client.get(url("votes_desk"))
    assert page.status_code == 200
    assert "这边的表决" in page.content.decode()
    for gone in ("那边的表决", "翠湖新村"):
        assert gone not in page.content.decode()
    assert client.get(url("vote_desk", vote.pk)).status_code == 200
    assert client.get(url("vote_desk", hidden.pk)).status_code == 404
    refused("property.vote_elsewhere", vote_results.note_export, small.notice(vote),
            by=small.by("worker"), at=small.at)  # fmt: skip
    made = small.draft("rebuild", method="government")
    refused("property.vote_in_state", vote_results.note_export, made, by=small.by("worker"),
            at=small.at)  # fmt: skip
    client = sign_in("worker")
    assert client.post(url("export_vote", small.notice(made).pk)).status_code == 200


def test_a_version_of_five_thousand_digits_is_no_version(small, sign_in, url):
    client, long = sign_in("worker"), "9" * 5000
    vote = small.open("other")
    row = small.paper(vote, 1)
    papers.take_paper_back(
        row, on=small.at.date(), seen=row.version, by=small.by("worker"), at=small.at
    )
    given = {"seen": long, "q1": "for", "once": new_id()}
    assert client.post(url("type_paper", row.pk), given).status_code == 200
    assert client.post(url("move_vote", vote.pk, "close"), {"seen": long}).status_code == 404
    far = {"numbers": "9999999", "way": "hand", "on": small.at.date(), "once": new_id()}
    assert client.post(url("deliver_papers", vote.pk), far).status_code == 422


def test_an_owner_reads_the_area_and_the_keeper_whose_unit_is_objected_to(small, sign_in, url):
    elder = small.by("elder")
    person = Person.objects.get(community=small.estate.community_id, pk=elder.person)
    owner = rosters.Owner.objects.filter(community=small.estate.community_id).order_by("id")[4]
    rosters.tie_owner(owner, person=person, by=small.by("worker"), at=small.at)
    owner.refresh_from_db()
    rosters.object_to_roster(owner, words="面积不对", by=elder, at=small.at)
    label = owner.ownerships.get().unit.label
    assert "100.00" in sign_in("elder").get(url("own_units")).content.decode()
    assert label in sign_in("worker").get(url("roster_objections")).content.decode()


def test_every_objection_can_be_reached_however_many_there_are(small, client, setting):
    owner = Owner.objects.filter(community=setting.community).first()
    for number in range(51):
        RosterObjection.objects.create(
            community=setting.community, owner=owner, words=f"面积第{number:03}次",
            sent_at=small.at + timedelta(minutes=number),
        )  # fmt: skip
    client.force_login(setting.accounts["worker"], "linli.core.access.sign_in.AccountBackend")
    first = client.get(reverse("property:roster_objections", args=[setting.community.code]))
    assert "面积第000次" in first.content.decode()
    assert "面积第050次" not in first.content.decode()
    after = {"after": first.context["page"].after}
    assert "面积第050次" in client.get(first.request["PATH_INFO"], after).content.decode()


def test_names_of_a_vote_nobody_ends_are_hidden_as_a_result_would_come_down_and_go_in_a_year(
    small, sign_in, url, director
):
    vote = small.draft()
    asked = {"kind": "committee", "title": "选举业主委员会", "text": "", "options": NAMES}
    director(votes.ask_owners, vote, **asked, agreed_on=small.at.date())
    left = small.draft()
    director(votes.ask_owners, left, **asked, agreed_on=small.at.date())
    vote.refresh_from_db()
    vote = small.notice(vote)
    assert not names_told(vote, vote.closes_at + timedelta(days=60))
    assert names_told(vote, vote.closes_at + timedelta(days=59))
    due_votes.run(vote.closes_at)
    here = {"community": vote.community_id}
    assert due_votes.run(small.at + timedelta(days=365))["forgotten_candidates"] == 0
    over = vote.closes_at + timedelta(days=365)
    assert due_votes.run(over)["forgotten_candidates"] == 2
    assert due_votes.run(over)["forgotten_candidates"] == 0
    for matter in VoteMatter.objects.filter(**here):
        assert matter.options == ["候选人 1", "候选人 2"]
    assert not Option.objects.filter(**here, title__in=NAMES).exists()
    left.refresh_from_db()
    refused("property.candidates_agreed", small.notice, left)


def test_what_is_longer_than_a_paper_has_room_for_is_refused_and_said(small, sign_in, url):
    vote, long = small.draft(), "甲" * 121
    given = {"kind": "manager", "title": "选聘物业", "text": "", "by": small.by("worker")}
    refused("property.vote_option_long", votes.ask_owners, vote, options=[long], at=small.at,
            **given)  # fmt: skip
    said = {
        "kind": "manager",
        "title": "选聘物业",
        "options": f"示范物业\n{long}",
        "once": new_id(),
    }
    answer = sign_in("worker").post(url("ask_owners", vote.pk), said)
    assert answer.status_code == 422
    assert "120" in str(answer.context["form"].errors["options"])
