"""What hangs on the board and lies in the letterbox says what is proposed; the desk sees where each
paper is, and a table before it is taken in."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from linli.governance.property.actions import papers, rosters
from linli.governance.property.models import Owner, OwnersVote, RosterTable
from linli.governance.property.queries import votes
from linli.governance.property.queries.rosters import places_of
from linli.governance.property.tests.test_pages import read, send
from linli.governance.property.tests.votes.voting import FOR, HEADING, Compound
from linli.governance.property.vote_shown import needs_of
from linli.lib.identity.ids import new_id
from linli.mechanisms.publication.queries import postings_of


@pytest.fixture
def url(setting):
    return lambda name, *args: reverse(f"property:{name}", args=[setting.community.code, *args])


PLAN = "总价三万元以内，三家比价"


def drafted(small, client, url):
    vote = small.draft()
    for said in (
        {"kind": "manager", "title": "选哪家物业", "text": PLAN, "options": "甲物业\n乙物业"},
        {"kind": "committee", "title": "选业主委员会", "options": "周一鸣\n吴二妹", "agreed": "on",
         "agreed_on": small.at.date()},
    ):  # fmt: skip
        assert send(client, url("ask_owners", vote.pk), **said).status_code == 200
    return OwnersVote.objects.get(community=vote.community_id, pk=vote.pk)


def test_notice_ballot_and_page_carry_what_is_proposed(small, sign_in, url):
    client = sign_in("worker")
    vote = drafted(small, client, url)
    for name in ("ask_owners", "change_vote"):
        assert url(name, vote.pk) in read(client.get(url("notice_vote", vote.pk)))
    vote = small.notice(vote)
    fields = postings_of(vote).get().fields
    assert PLAN in fields["plan"]
    assert "甲物业" in fields["plan"]
    assert "周一鸣" not in str(fields), "candidates stand on the page, which goes"
    ballot = read(client.get(url("print_votes", vote.pk)))
    for words in (PLAN, "甲物业", "周一鸣", small.estate.name, "只投一次", "赞成"):
        assert words in ballot, words
    public = read(client.get(url("owners_vote", vote.pk)))
    assert PLAN in public
    assert "<details" not in public.split("<main")[1].split("</main")[0]


def test_the_desk_sees_where_papers_are(small, sign_in, url):
    client = sign_in("worker")
    noticed = small.notice(small.draft("covenant"))
    for numbers, count in (("1-7", 7), ("1-99", 3)):
        page = send(
            client, url("deliver_papers", noticed.pk), numbers=numbers, way="hand",
            on=small.at.date(),
        )  # fmt: skip
        assert f"记下送达 {count} 张" in read(page)
    vote = small.open("manager")
    for number in (1, 2):
        paper = small.paper(vote, number)
        papers.take_paper_back(
            paper, on=small.at.date(), seen=paper.version, by=small.by("worker"), at=small.at
        )
    paper = small.paper(vote, 1)
    papers.type_paper(paper, pattern=FOR, seen=paper.version, by=small.by("worker"), at=small.at)
    waiting = read(client.get(f"{url('vote_papers', vote.pk)}?show=waiting"))
    assert "您录过了，等另一位" in waiting
    assert url("type_paper", paper.pk) not in waiting
    assert url("type_paper", small.paper(vote, 2).pk) in waiting
    assert "第一次是您录的" in read(client.get(url("type_paper", paper.pk)))
    other = read(sign_in("director").get(f"{url('vote_papers', vote.pk)}?show=waiting"))
    assert "录第二次" in other
    assert "网上投的" in read(client.get(url("vote_desk", vote.pk)))


def test_a_table_is_seen_row_by_row_before_it_is_taken_in(small, sign_in, url):
    client = sign_in("worker")

    def bring(content):
        given = {"file": SimpleUploadedFile("名册.csv", content.encode()), "once": new_id()}
        return read(client.post(url("bring_roster", small.estate.pk), given, follow=True))

    page = bring(HEADING + "99号楼1单元201,戊五,,88.5,个人,\n")
    for words in ("99号楼1单元201", "戊五", "88.5", "没有找到"):
        assert words in page, words
    bad = bring(HEADING + "B1室,戊五、戊六,,88.5,个人,\n")
    assert "业主一栏写了几个人" in bad
    assert "不能存入" in bad
    assert (
        RosterTable.objects.filter(community=small.estate.community_id, state="read").count() == 2
    )
    roster = read(client.get(url("roster", small.estate.pk)))
    assert roster.count("有一份表格读过") == 1


def test_places_are_offered_in_order_each_with_its_building(small, sign_in, url):
    form = sign_in("worker").get(url("draft_vote", small.estate.pk)).context["form"]
    labels = [label for key, label in form.fields["place"].choices if key]
    rows = list(places_of(small.estate))
    assert labels == [row.name_inside for row in rows]
    assert len(set(labels)) == len(labels), "no two entrances read alike"
    assert [row.position for row in rows] == sorted(row.position for row in rows)


def test_the_receipt_of_a_named_ballot_does_not_promise_what_is_not_so(setting, at, sign_in):
    place = Compound(setting, at - timedelta(days=16), units=4, investor=0)
    owner = Owner.objects.filter(community=setting.community).order_by("id")[1]
    elder = setting.accounts["elder"].person
    rosters.tie_owner(owner, person=elder, by=place.by("worker"), at=place.at)
    vote = place.open("covenant", about="前年议过，这次定下来。")
    paper, done = (
        reverse(f"ballot:{name}", args=[setting.community.code, vote.poll_id])
        for name in ("cast", "done")
    )
    client = sign_in("elder")
    asked = client.get(reverse("ballot:paper", args=[setting.community.code, vote.poll_id]))
    plan = read(asked)
    for told in (
        "方案全文",
        "前年议过，这次定下来。",
        needs_of("covenant"),
        reverse("property:owners_vote", args=[setting.community.code, vote.pk]),
    ):
        assert told in plan, "whoever votes on a screen reads what is put to the vote"
    field = next(iter(asked.context["form"].fields))
    page = client.post(paper, {field: "for", "once": new_id()}, follow=True)
    said = read(client.get(done))
    assert page.status_code == 200
    assert "已投入票箱" in said
    assert "查不出怎么投" not in said
    desk = read(sign_in("worker").get(reverse(
        "property:vote_desk", args=[setting.community.code, vote.pk]
    )))  # fmt: skip
    assert votes.progress_of(vote).screen == 1
    assert "网上投的" in desk
