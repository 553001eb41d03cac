"""The pages of roster and votes: who sees what, and how much they ask of the database."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from linli.core.audit.models import Entry
from linli.governance.property.actions import rosters as acts
from linli.governance.property.models import Owner, Ownership, OwnersVote, RosterTable, Unit
from linli.governance.property.tests.votes.voting import FOR, HEADING, table_of
from linli.lib.identity.ids import new_id


@pytest.fixture
def url(setting):
    return lambda name, *args: reverse(f"property:{name}", args=[setting.community.code, *args])


def test_a_vote_from_the_desk_to_the_owner_and_nobody_sees_anothers_paper(small, sign_in, url):
    from linli.core.people.models import Person

    elder = Person.objects.get(community=small.estate.community_id, pk=small.by("elder").person)
    owner = Owner.objects.filter(community=small.estate.community_id).order_by("id")[4]
    acts.tie_owner(owner, person=elder, by=small.by("worker"), at=small.at)
    client = sign_in("worker")
    for name in ("votes_desk", "roster_objections"):
        assert client.get(url(name)).status_code == 200
    said = {"title": "选聘物业", "scope": "estate", "method": "here", "once": new_id()}
    answer = client.post(url("draft_vote", small.estate.pk), said)
    assert answer.status_code == 302, answer.content.decode()
    vote = OwnersVote.objects.get(community=small.estate.community_id)
    page = client.get(url("vote_desk", vote.pk)).content.decode()
    assert url("ask_owners", vote.pk) in page
    assert url("notice_vote", vote.pk) not in page, "nothing to give notice of yet"
    assert url("change_vote", vote.pk) in client.get(url("ask_owners", vote.pk)).content.decode()
    asked = {"kind": "manager", "title": "同意续聘吗", "text": "方案", "once": new_id()}
    assert client.post(url("ask_owners", vote.pk), asked).status_code == 302
    vote.refresh_from_db()
    assert url("notice_vote", vote.pk) in client.get(url("vote_desk", vote.pk)).content.decode()
    vote = small.notice(vote)
    small.hand_over = vote
    for name in ("vote_desk", "vote_papers", "vote_sheet", "print_votes", "notice_vote"):
        page = client.get(url(name, vote.pk))
        assert page.status_code == 200
        assert "投资人" not in page.content.decode()
    small.at = vote.opens_at
    from linli.governance.property.actions import papers, vote_results, votes

    vote = votes.open_vote(vote, by=small.by("director"), at=small.at)
    papers.deliver_papers(
        vote, numbers=range(1, 11), way="hand", on=small.at.date(), by=small.by("worker"),
        at=small.at,
    )  # fmt: skip
    number = vote.papers.get(owner=owner).number
    for each in range(1, 11):
        small.hand_in(vote, each, FOR)
    vote = small.close_and_count(vote)
    vote = vote_results.publish_vote(vote, by=small.by("director"), at=small.at)
    assert number
    assert "正好 1/2 不算超过" in client.get(url("vote_desk", vote.pk)).content.decode()
    client = sign_in("elder")
    mine = client.get(url("owners_vote", vote.pk)).content.decode()
    assert "我的一票" in mine
    assert "正好 1/2 不算超过" in mine
    own = client.get(url("own_units")).content.decode()
    assert "业主名册里关于您的内容" in own
    words = {"words": "面积写错了", "once": new_id()}
    assert client.post(url("object_to_roster", owner.pk), words).status_code == 302
    other = Owner.objects.filter(community=small.estate.community_id).order_by("id")[5]
    assert client.get(url("object_to_roster", other.pk)).status_code == 404
    for name, args in (("roster", [small.estate.pk]), ("vote_papers", [vote.pk])):
        assert client.get(url(name, *args)).status_code == 404
    client = sign_in("tenant")
    page = client.get(url("owners_vote", vote.pk)).content.decode()
    assert "我的一票" not in page
    assert client.get(url("owners_votes")).status_code == 200


def test_a_table_is_looked_at_first_and_taken_in_whole_or_not(small, sign_in, url):
    client = sign_in("worker")

    def bring(content, name="名册.csv"):
        file = SimpleUploadedFile(name, content)
        given = {"file": file, "once": new_id()}
        answer = client.post(url("bring_roster", small.estate.pk), given)
        assert answer.status_code == 302
        return client.get(answer.url).content.decode(), answer.url

    before = Unit.objects.filter(community=small.estate.community_id).count()
    bad = (
        HEADING + "A1室,甲,,100,个人,1\nA1室,乙,,90,个人,2\nA3室,丙,,,个人,3\n"
        "A4室,丁,,一百,个人,4\nA5室,,,80,个人,5\n0001室,投资人,,99,个人,6\n"
    )
    page, _where = bring(bad.encode("gb18030"))
    for told in ("第 2 行也是", "没有面积", "不是数字", "不能为空", "已有这一处"):
        assert told in page, told
    assert "文件不完整" in bring(b"PK\x03\x04 torn", "x.xlsx")[0]
    many = (HEADING + "".join(f"L{n},甲,,9,个人,{n}\n" for n in range(20_001))).encode()
    assert "一次最多" in bring(many)[0]
    assert Unit.objects.filter(community=small.estate.community_id).count() == before
    page, where = bring((HEADING + "B1室,甲,,100.25,个人,\nB2室,甲,,80,个人,\n").encode())
    assert "业主 2 人" in page
    day = small.at.date().isoformat()
    once = new_id()
    for _twice in range(2):
        client.post(where, {"since": day, "once": once})
    assert Unit.objects.filter(community=small.estate.community_id).count() == before + 2
    table = RosterTable.objects.filter(community=small.estate.community_id, state="taken").last()
    assert table.content == ""


def test_the_roster_is_opened_on_the_record_passed_on_and_bounded(
    small, sign_in, url, django_assert_max_num_queries
):
    small.take_in(table_of(400)[:0] + table_of(400).replace("室".encode(), "号".encode()))
    client = sign_in("worker")
    with django_assert_max_num_queries(25):
        assert client.get(url("roster", small.estate.pk)).status_code == 200
    assert Entry.objects.filter(
        community=small.estate.community_id, action="property.open_roster"
    ).exists()
    unit = Unit.objects.get(community=small.estate.community_id, label="0012室")
    held = Ownership.objects.get(community=unit.community_id, unit=unit, until__isnull=True)
    given = {"name": "新来的", "kind": "person", "joint": 2, "on": small.at.date().isoformat(),
             "seen": held.pk, "once": new_id()}  # fmt: skip
    assert client.post(url("pass_unit", unit.pk), given).status_code == 302
    given["once"] = new_id()
    assert client.post(url("pass_unit", unit.pk), given).status_code in (403, 404, 409)
    given = {"area": "99.50", "area_from": "survey", "use": "home", "once": new_id()}
    assert client.post(url("change_unit", unit.pk), given).status_code == 302
    unit.refresh_from_db()
    assert unit.area == 9_950
    given = {"label": "C1室", "area": "55", "area_from": "register", "use": "shop", "name": "某店",
             "kind": "firm", "joint": 1, "on": small.at.date().isoformat(),
             "once": new_id()}  # fmt: skip
    answer = client.post(url("add_unit", small.estate.pk), given)
    assert answer.status_code == 302, answer.content.decode()[:3000]
