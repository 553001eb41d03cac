"""Who is told by name and who only by office; kin of a whole term; groups beside each other."""

from datetime import timedelta

import pytest

from linli.core.access import organs
from linli.lib.law import Refused
from linli.lib.tellers import Tellers
from linli.partners.organisations import actions
from linli.partners.organisations.models import Term
from linli.partners.organisations.queries.holders import (
    history_of,
    holders_on,
    offices_held_by,
)
from linli.partners.organisations.rules.terms import names_told
from linli.partners.organisations.tests.test_pages import read, send

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def test_a_choir_and_a_branch_tell_an_office_and_no_name_without_consent(
    url, visit, add, office, seat, actor, at, today
):
    choir = add("东湖合唱队", "social_organisation")
    branch = add("东湖第一党支部", "party_organisation")
    group = add("东湖第一居民小组", "residents_group")
    seat(office(choir, "队长"), "甲示范")
    seat(office(branch, "支部书记"), "乙示范")
    seat(office(group, "组长"), "丙示范")
    agreed = seat(office(choir, "指挥"), "丁示范", shows_name=True)
    anybody, worker = visit(), visit("worker")
    day = {"on": today.isoformat()}
    pages = [url("show", body.pk) for body in (choir, branch, group)]
    pages += [url("show_data", body.pk) for body in (choir, branch, group)]
    pages += [url("list"), url("list_data")]
    pages += [f"{url('who')}?office={each}&on={day['on']}" for each in ("队长", "支部书记", "组长")]
    every = "".join(read(anybody.get(page)) for page in pages)
    every += str(anybody.get(url("who_data"), {"office": "队长", **day}).json())
    assert "甲示范" not in every
    assert "乙示范" not in every
    assert "队长" in every
    assert "支部书记" in every
    assert "丙示范" in every
    assert "丁示范" in every
    assert "noindex" in read(anybody.get(url("show", choir.pk)))
    assert "noindex" in read(anybody.get(url("who")))
    assert "甲示范" in read(worker.get(url("body", choir.pk)))
    send(worker, url("hide_name", agreed.pk))
    assert "丁示范" not in read(anybody.get(url("show", choir.pk)))
    with pytest.raises(Refused, match=r"organisations.name_agreed"):
        actions.hide_name(agreed, by=actor("worker"), at=at)
    assert names_told("residents_committee", agreed=False)
    assert not names_told("property_provider", agreed=False)


def test_each_group_shows_its_own_representatives(
    monkeypatch, setting, add, office, seat, actor, at, today
):
    first, second, third = (
        add(f"第{n}居民小组", "residents_group", since=today - (900 - k) * DAY)
        for k, n in enumerate("一二三")
    )
    stood = {"since": today - 890 * DAY}
    older = seat(office(first, "组长", **stood), "旧示范", today - 800 * DAY)
    actions.end_term(
        older, until=today - 500 * DAY, ended_for="term_over", by=actor("worker"), at=at
    )
    person = setting.accounts["elder"].person_id
    since = today - 400 * DAY

    def representatives(community, on):
        for name, of, who in (("甲示范", "第一居民小组", None), ("乙示范", "第二居民小组", person)):
            yield organs.HeldOffice(
                "residents_group", "居民代表", name, since, who, of=of, expected=today
            )
        yield organs.HeldOffice("residents_group", "居民代表", "丙示范", since, person, of="第九组")

    monkeypatch.setattr(organs, "_TELLERS", Tellers(representatives))
    names = lambda body: [each.name for each in holders_on(body, today)]  # noqa: E731
    assert (names(first), names(second), names(third)) == (["甲示范"], ["乙示范"], [])
    assert [each.name for each in history_of(first, today)] == ["甲示范", "旧示范"]
    assert [each.name for each in history_of(second, today)] == ["乙示范"]
    held = offices_held_by(setting.community, person=person, on=today)
    assert {each.body for each in held} == {"第二居民小组", "第九组"}
    assert seat(
        office(third, "组长", **stood), "丁示范"
    )  # nobody tells of the third: it is kept here
    with pytest.raises(Refused, match=r"organisations.kept_here"):
        seat(office(second, "组长", **stood), "戊示范")


def test_a_whole_term_of_supervisors_asks_for_kin_on_the_committee(
    url, visit, add, office, seat, today
):
    committee = add("东湖居委会", "residents_committee")
    seat(office(committee, "主任"), "甲示范")
    watch = add("监督委员会", "supervisory_committee")
    office(watch, "监督委员", 3)
    director, page = visit("director"), url("begin_all", watch.pk)
    form = director.get(page).context["form"]
    assert "kin" not in form.fields  # no rule asks who of them are kin of each other
    base = {"lines": "监督委员 乙示范\n监督委员 丙示范", "since": today, "chosen": "elected",
            "paper": "推选纪要"}  # fmt: skip
    assert send(director, page, **base).status_code == 409  # nobody asked them
    kin = send(director, page, **base, asked_kin="on", kin_there="丙示范")
    assert kin.status_code == 409
    assert send(director, page, **base, asked_kin="on", kin_there="丁示范").status_code == 422
    assert not Term.objects.filter(office__organisation=watch, community=watch.community).exists()
    assert send(director, page, **base, asked_kin="on").status_code == 200
    assert len(holders_on(watch, today)) == 2


@pytest.mark.parametrize(
    "said",
    [
        {"phone": "13800138000"},
        {"contact": "张三 0990-5550100"},
        {"address": "找13800138000"},
        {"basis": "王阿姨说的"},
        {"name": "热线13800138000"},
    ],
)
def test_what_everybody_reads_of_a_body_reaches_no_person(add, said):
    with pytest.raises(Refused):
        add(**{"name": "又一个", **said})


def test_an_office_is_reached_by_its_own_line(add, actor, at):
    body = add("街道办", "office", phone="0990-5550100", contact="综合窗口 0990-5550101",
               address="东湖路12号3楼302室")  # fmt: skip
    assert (body.phone, body.contact) == ("0990-5550100", "综合窗口 0990-5550101")
    with pytest.raises(Refused, match=r"organisations.office_phone"):
        actions.add_line(body, what="漏水", phone="13800138000", by=actor("worker"), at=at)


def test_a_form_sent_twice_is_done_and_no_broken_page(url, visit, add, office, today):
    post, worker = office(add()), visit("worker")
    page = url("begin_term", post.pk)
    form = worker.get(page).context["form"]
    said = {
        "name": "甲示范", "since": today, "chosen": "elected", "paper": "纪要", "asked_kin": "on",
        "once": form["once"].value(),
    }  # fmt: skip
    assert worker.post(page, said).status_code == 302
    assert worker.post(page, said).status_code == 302
    assert Term.objects.filter(community=post.community_id).count() == 1


def test_leave_stays_when_whoever_stood_in_is_forgotten(take_on, actor, at, today):
    staff, cover = take_on(key="worker"), take_on("李示范")
    leave = actions.enter_leave(
        staff, since=today, until=today, cover=cover, by=actor("director"), at=at
    )
    cover.delete()
    leave.refresh_from_db()
    assert leave.cover is None


def test_forms_of_a_file_are_looks_at_it(url, visit, take_on):
    staff, director = take_on(key="worker"), visit("director")
    for name in ("alter_file", "fix_level"):
        assert director.get(url(name, staff.pk)).status_code == 200
    own = visit("worker").get(url("own"))
    assert len(own.context["looks"]) == 2


def test_a_year_that_is_none_is_read_as_this_one(url, visit):
    for year in ("²", "99999", "-1", "x"):
        assert visit().get(url("taking_part"), {"year": year}).status_code == 200
