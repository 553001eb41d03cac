"""A secret vote among those present: on phones and on paper, into one box."""

from datetime import timedelta

import pytest
from django.urls import reverse

from linli.core.access.models import Account
from linli.core.audit.actor import Actor
from linli.core.clocks.tests.cast import make_account
from linli.governance.assemblies import actions
from linli.governance.assemblies.models import Topic
from linli.governance.assemblies.queries import topics_of
from linli.governance.assemblies.queries.secret import votes_of
from linli.governance.assemblies.tests.test_pages import now
from linli.lib.law import Refused
from linli.mechanisms.ballot import actions as ballot
from linli.mechanisms.ballot.models import Mark
from linli.mechanisms.ballot.queries.counts import count_of
from linli.mechanisms.ballot.queries.polls import participation
from linli.mechanisms.gathering import actions as door
from linli.mechanisms.gathering.models import Decision

pytestmark = pytest.mark.django_db
__all__ = ["now"]
YES, NO = ({"1": {"marks": {"0": said}}} for said in ("for", "against"))
BACKEND = "linli.core.access.sign_in.AccountBackend"


def refused(rule):
    return pytest.raises(Refused, match=rule)


class Meeting:
    """Six belong to it; five came, of whom the director and 冯雪 have no account of a person;
    褚志强, who has one, comes late."""

    def __init__(self, assembly, accounts, by):
        self.assembly, self.accounts, self.by = assembly, accounts, by
        self.at = assembly.gathering.starts_at + timedelta(minutes=10)

    @property
    def topic(self):
        return (
            Topic.objects.select_related("poll__electorate", "assembly__gathering", "community")
            .select_related("assembly__community", "item")
            .get(community=self.assembly.community_id, assembly=self.assembly, order=1)
        )

    def do(self, act, **given):
        return act(self.topic, by=self.by, at=self.at, **given)

    def cast(self, name, pattern):
        account = self.accounts[name]
        who = Actor(account=account.pk, person=account.person_id)
        return ballot.cast(self.topic.poll, pattern=pattern, by=who, at=self.at)

    def here(self, name):
        return self.assembly.gathering.attendances.get(name=name).pk

    def come(self, name):
        expected = self.assembly.gathering.expected.get(name=name)
        return door.check_in(self.assembly.gathering, expected=expected, by=self.by, at=self.at)

    def close(self, votes_for=0, votes_against=0, abstained=0, void=0):
        return self.do(
            actions.close_vote,
            votes_for=votes_for,
            votes_against=votes_against,
            abstained=abstained,
            void=void,
        )


@pytest.fixture
def meeting(plan, call, setting, actor):
    assembly = call(plan({"title": "楼道照明", "way": "secret"}, {"title": "停车"}))
    gathering = assembly.gathering
    accounts = {"李建国": setting.accounts["representative"]}
    for name in ("郑玉梅", "吴海涛", "褚志强"):
        accounts[name] = make_account(name)
        person = gathering.expected.get(name=name).person
        Account.objects.filter(pk=accounts[name].pk).update(person=person)
        accounts[name].refresh_from_db()
    for expected in gathering.expected.exclude(name="褚志强"):
        door.check_in(gathering, expected=expected, by=actor("worker"), at=gathering.starts_at)
    actions.open_assembly(assembly, chair="周明华", by=actor("director"), at=gathering.starts_at)
    return Meeting(assembly, accounts, actor("worker"))


def test_those_present_vote_and_the_law_judges_the_count(meeting):
    meeting.do(actions.open_vote)
    poll = meeting.topic.poll
    assert (poll.electorate.base, poll.electorate.size) == ("members", 5)
    for name in ("李建国", "郑玉梅"):
        meeting.cast(name, YES)
    meeting.cast("吴海涛", NO)
    meeting.close(votes_for=1, abstained=1)
    votes = votes_of(meeting.topic)
    assert (votes.present, votes.votes_for, votes.votes_against, votes.abstained) == (5, 3, 1, 1)
    decision = meeting.do(actions.decide_by_vote, text="五月底前换好。")
    assert (decision.way, decision.present, decision.adopted) == ("secret", 5, True)
    assert decision.finding["rule"] == "assemblies.carried"
    assert not Mark.objects.filter(community=poll.community_id, poll=poll).exists()
    poll.refresh_from_db()
    assert participation(poll) == 5


def test_half_of_those_present_does_not_carry_though_it_is_most_of_the_papers(meeting):
    meeting.do(actions.open_vote)
    for name in ("李建国", "郑玉梅"):
        meeting.cast(name, YES)
    meeting.close(void=1)
    decision = meeting.do(actions.decide_by_vote, text="没有通过。")
    assert (decision.votes_for, decision.present, decision.adopted) == (2, 5, False)


def test_nothing_is_known_before_the_close(meeting):
    meeting.do(actions.open_vote)
    meeting.cast("李建国", YES)
    assert votes_of(meeting.topic) is None
    assert participation(meeting.topic.poll) is None
    with refused("ballot.in_state"):
        count_of(meeting.topic.poll)
    with refused("assemblies.vote_over"):
        meeting.do(actions.decide_by_vote, text="通过。")


def test_nobody_votes_on_paper_and_by_phone(meeting):
    meeting.do(actions.open_vote, on_paper={meeting.here("李建国")})
    with refused("ballot.one_paper"):
        meeting.cast("李建国", YES)
    meeting.cast("郑玉梅", YES)
    with refused("ballot.one_paper"):
        meeting.do(actions.give_paper, attendance=meeting.here("郑玉梅"))


def test_who_comes_after_the_opening_votes_on_paper_and_counts_as_present(meeting):
    meeting.do(actions.open_vote)
    late = meeting.come("褚志强")
    with refused("ballot.on_the_roll"):
        meeting.cast("褚志强", YES)
    meeting.do(actions.give_paper, attendance=late.pk)
    with refused("ballot.one_paper"):
        meeting.do(actions.give_paper, attendance=late.pk)
    meeting.close(votes_for=3)
    assert (votes_of(meeting.topic).present, votes_of(meeting.topic).votes_for) == (6, 3)


def test_who_comes_late_and_takes_no_paper_is_present_all_the_same(meeting):
    meeting.do(actions.open_vote)
    meeting.come("褚志强")
    meeting.close()
    assert votes_of(meeting.topic).present == 6


def test_no_more_papers_than_were_handed_out(meeting):
    meeting.do(actions.open_vote)
    with refused("ballot.not_more_than_issued"):
        meeting.close(votes_for=3)
    assert meeting.topic.poll.state == "open"


def test_a_running_vote_is_neither_typed_in_nor_put_off(meeting):
    meeting.do(actions.open_vote)
    counts = {"votes_for": 5, "votes_against": 0, "abstained": 0}
    with refused("assemblies.no_vote_runs"):
        meeting.do(actions.decide_topic, text="通过。", **counts)
    with refused("assemblies.no_vote_runs"):
        meeting.do(actions.put_off_topic, reason="再议")
    with refused("assemblies.voted_once"):
        meeting.do(actions.open_vote)


def test_a_vote_broken_off_can_be_typed_in_or_opened_anew_but_not_one_that_is_over(meeting):
    meeting.do(actions.open_vote)
    meeting.cast("李建国", NO)
    meeting.do(actions.void_vote)
    meeting.do(actions.open_vote)
    meeting.cast("李建国", YES)
    meeting.close()
    with refused("assemblies.vote_runs"):
        meeting.do(actions.void_vote)
    assert votes_of(meeting.topic).papers == 1


def test_hands_are_not_voted_on_phones(meeting):
    _secret, hands = topics_of(meeting.assembly)
    hands.assembly = meeting.assembly
    with refused("assemblies.secret_way"):
        actions.open_vote(hands, by=meeting.by, at=meeting.at)


def test_without_a_phone_in_the_room_papers_are_typed_in_as_ever(meeting):
    everybody = set(meeting.assembly.gathering.attendances.values_list("pk", flat=True))
    with refused("assemblies.somebody_by_phone"):
        meeting.do(actions.open_vote, on_paper=everybody)
    counts = {"votes_for": 4, "votes_against": 1, "abstained": 0}
    assert meeting.do(actions.decide_topic, text="通过。", **counts).adopted


def test_only_the_desk_runs_it(meeting, actor):
    with refused("access.permitted"):
        actions.open_vote(meeting.topic, by=actor("representative"), at=meeting.at)


def test_it_goes_through_on_the_pages(meeting, visit, url, now, client):
    now(meeting.at)
    worker, representative = visit("worker"), visit("representative")
    here = {"topic_id": meeting.topic.pk}
    public = url("public_meeting", assembly_id=meeting.assembly.pk)
    desk = url("meeting", assembly_id=meeting.assembly.pk)
    assert url("open_vote", **here) in worker.get(desk).content.decode()
    assert "冯雪" not in worker.get(url("open_vote", **here)).content.decode()  # paper anyway
    assert representative.get(url("open_vote", **here)).status_code == 404
    assert worker.post(url("open_vote", **here), {}).status_code == 302
    code, poll = meeting.assembly.community.code, meeting.topic.poll
    paper = reverse("ballot:paper", kwargs={"community_code": code, "poll": poll.pk})
    assert paper in representative.get(public).content.decode()
    assert paper not in visit().get(public).content.decode()
    assert representative.get(paper).status_code == 200
    meeting.come("褚志强")
    client.force_login(meeting.accounts["褚志强"], BACKEND)
    said = client.get(public).content.decode()
    assert "投票开始时您还没有签到" in said
    assert "纸票" in said
    assert client.get(paper).status_code == 409
    late = {"attendance": meeting.here("褚志强")}
    assert worker.get(url("give_paper", **here)).status_code == 200
    assert worker.post(url("give_paper", **here), late).status_code == 302
    meeting.cast("李建国", YES)
    assert "现在投票" not in representative.get(public).content.decode()
    assert worker.get(url("void_vote", **here)).status_code == 200
    assert worker.get(url("decide_by_vote", **here)).status_code == 404
    page = worker.get(url("close_vote", **here)).content.decode()
    assert "3 张" in page
    papers = {"votes_for": 3, "votes_against": 0, "abstained": 0, "void": 0}
    assert worker.post(url("close_vote", **here), {**papers, "votes_for": 4}).status_code == 409
    assert worker.post(url("close_vote", **here), papers).status_code == 302
    assert "在场 6 人：赞成 4，反对 0，弃权 0" in worker.get(desk).content.decode()
    assert "赞成 4" in worker.get(url("decide_by_vote", **here)).content.decode()
    done = worker.post(url("decide_by_vote", **here), {"text": "照此办理。"})
    assert done.status_code == 302
    assert Decision.objects.get(community=meeting.assembly.community_id).votes_for == 4
    assert "在场 6：赞成 4" in visit().get(public).content.decode()
