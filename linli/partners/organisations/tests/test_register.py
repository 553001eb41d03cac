"""Bodies and offices over time: who held what on which day, what is vacant, what ends."""

from datetime import timedelta

import pytest

from linli.core.access import organs
from linli.core.clocks.models import Clock
from linli.lib.law import Refused
from linli.lib.tellers import Tellers
from linli.partners.organisations import actions, due
from linli.partners.organisations.models import Organisation, Term
from linli.partners.organisations.queries.gaps import gaps_of
from linli.partners.organisations.queries.holders import held_by_title, holders_on
from linli.partners.organisations.queries.register import (
    branches_on,
    ending_on,
    lines_of_work,
    vacancies_on,
)
from linli.partners.organisations.tests.conftest import FOUNDED

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def tasks(setting, name):
    return Clock.objects.filter(
        community=setting.community, name=name, settled_at__isnull=True
    ).count()


def refused(rule, act, *given, **more):
    with pytest.raises(Refused) as error:
        act(*given, **more)
    assert error.value.finding.rule == rule
    return error.value.finding


def test_who_held_an_office_is_known_for_every_day(setting, add, office, seat, actor, at, today):
    post = office(add())
    since, until = today - 400 * DAY, today - 30 * DAY
    first = seat(post, "甲示范", since)
    refused("organisations.has_seat", seat, post, "乙示范")
    actions.end_term(first, until=until, ended_for="resigned", by=actor("worker"), at=at)
    seat(post, "乙示范", until + DAY)
    for on, name in (
        (since - DAY, []), (since, ["甲示范"]), (until - DAY, ["甲示范"]), (until, []),
        (until + DAY, ["乙示范"]), (today, ["乙示范"]),
    ):  # fmt: skip
        assert [each.name for each in held_by_title(setting.community, "治保主任", on)] == name
    again = actions.end_term
    refused("organisations.still_held", again, first, until=until, ended_for="resigned",
            by=actor("worker"), at=at)  # fmt: skip


def test_a_vacancy_is_a_task_until_it_is_filled(setting, add, office, seat, actor, at, today):
    post = office(add(), seats=2)
    assert tasks(setting, "organisation_vacancy") == 1
    seat(post, "甲示范")
    assert [each.empty for each in vacancies_on(setting.community, today)] == [1]
    assert tasks(setting, "organisation_vacancy") == 1
    second = seat(post, "乙示范")
    assert not vacancies_on(setting.community, today)
    assert tasks(setting, "organisation_vacancy") == 0
    actions.end_term(second, until=today, ended_for="moved", by=actor("worker"), at=at)
    assert tasks(setting, "organisation_vacancy") == 1
    actions.end_office(post, until=today, by=actor("worker"), at=at)
    assert tasks(setting, "organisation_vacancy") == 0


def test_an_ending_term_is_a_task_ninety_days_before(setting, add, actor, at, today):
    add("妇女之家", term_ends=today + 91 * DAY)
    assert tasks(setting, "organisation_term_ends") == 0
    assert due.run(at)["listed"] == 0
    tomorrow = at + DAY
    assert due.run(tomorrow)["listed"] == 1
    assert due.run(tomorrow)["listed"] == 0  # safe to run twice
    assert tasks(setting, "organisation_term_ends") == 1
    [body] = ending_on(setting.community, today + DAY)
    given = {"term_ends": today + 800 * DAY}
    actions.alter(body, given=given, seen=body.version, by=actor("worker"), at=tomorrow)
    assert tasks(setting, "organisation_term_ends") == 0


def test_a_whole_term_is_judged_together(setting, add, office, actor, at, today):
    body = add("东湖居委会", "residents_committee")
    for title, seats in (("主任", 1), ("副主任", 1), ("委员", 3)):
        office(body, title, seats)
    body.refresh_from_db()
    posts = {post.title: post for post in body.offices.all()}
    names = ["主任甲", "副主任乙", "委员丙", "委员丁", "委员戊"]

    def enter(count=5, women=1, kin=()):
        chosen = [
            actions.Chosen(posts[name[:-1]], name, today - DAY, "elected", "选举结果",
                           woman=n < women, asked_kin=True)
            for n, name in enumerate(names[:count])
        ]  # fmt: skip
        return actions.enter_whole_term(
            body, chosen=chosen, kin=kin, ends=today + 1000 * DAY, seen=body.version,
            by=actor("director"), at=at,
        )  # fmt: skip

    assert "rcl2025.8" in refused("elections.size_allowed", enter, 4).cites
    assert "rcl2025.8" in refused("elections.has_woman", enter, women=0).cites
    kin = refused("elections.without_kin", enter, kin=[("主任甲", "委员丁")])
    assert kin.cites == ("rcl2025.8", "civil_code.1045")
    assert not Term.objects.filter(community=setting.community).exists()
    assert len(enter()) == 5
    assert tasks(setting, "organisation_vacancy") == 0
    refused("flow.fresh", enter)  # it was entered a moment ago


def test_supervisors_have_no_kin_on_the_committee(add, office, seat):
    committee = add("东湖居委会", "residents_committee")
    seat(office(committee, "主任"), "甲示范")
    watch = office(add("监督委员会", "supervisory_committee"), "监督委员", 3)
    assert "rcl2025.36" in refused("elections.may_supervise", seat, watch, "甲示范").cites
    refused("elections.may_supervise", seat, watch, "乙示范", kin_there="spouse")
    refused("organisations.kin_asked", seat, watch, "乙示范", asked_kin=False)
    assert seat(watch, "乙示范")
    assert "no_kin" not in {field.name for field in Term._meta.get_fields()}  # judged, not kept


def test_what_another_room_keeps_is_shown_and_not_typed_twice(
    monkeypatch, add, office, seat, today
):
    body = add("人民调解委员会", "mediation_committee")
    post = office(body, "调解员", 3)

    def mediators(community, on):
        yield organs.HeldOffice("mediation_committee", "主任", "丙示范", today - DAY)
        yield organs.HeldOffice("mediation_committee", "调解员", "甲示范", today - 2 * DAY)

    monkeypatch.setattr(organs, "_TELLERS", Tellers(mediators))
    assert [each.name for each in holders_on(body, today)] == ["丙示范", "甲示范"]  # as told
    refused("organisations.kept_here", seat, post, "丁示范")


def test_the_register_of_a_day_is_a_tree(setting, add, office, actor, at, today):
    committee = add("东湖居委会", "residents_committee")
    part = add(part_of=committee, subject="security")
    office(committee, "计生委员", subject="public_health")
    [root] = branches_on(setting.community, today)
    assert [each.body for each in root.parts] == [part]
    assert not branches_on(setting.community, FOUNDED - DAY)
    open_lines = {each.subject for each in lines_of_work(setting.community, today) if each.open}
    assert open_lines == {"mediation", "environment", "elders_children"}
    actions.end(part, until=today, reason="并入居委会", by=actor("worker"), at=at)
    assert not branches_on(setting.community, today)[0].parts
    assert branches_on(setting.community, today - DAY)[0].parts
    gaps = {each.key: each for each in gaps_of(setting.community, today, residents=5000)}
    assert gaps["staff"].gap
    assert (gaps["lines_of_work"].n, gaps["lines_of_work"].gap) == (4, True)
    assert gaps["vacancies"].n == 1


def test_what_is_entered_is_checked(setting, add, actor, at):
    body = add(credit_code="91110000600037341l")
    assert body.credit_code == "91110000600037341L"
    refused("organisations.code_valid", add, "别的", credit_code="123")
    refused("organisations.named_once_here", add)
    refused("organisations.words_for_all", add, "又一个", duties="找王阿姨 13900000001")
    row = Organisation.objects.get(community=setting.community, pk=body.pk)
    by = {"by": actor("worker"), "at": at}
    refused("organisations.of_this_community", actions.alter, row, given={"part_of": row},
            seen=row.version, **by)  # fmt: skip
    actions.alter(row, given={"hours": "每天"}, seen=row.version, **by)
    refused("flow.fresh", actions.alter, row, given={}, seen=0, **by)


def test_a_handover_takes_two_and_ends_with_the_last_item(setting, add, actor, at, today):
    handover = actions.open_handover(add(), on=today, by=actor("worker"), at=at)
    assert (handover.due_on - today).days == 10
    assert tasks(setting, "organisation_handover") == 1
    for item in handover.items.all():
        actions.sign_item(item, by=actor("worker"), at=at)
        refused("organisations.another_takes", actions.sign_item, item, by=actor("worker"), at=at)
        actions.sign_item(item, by=actor("director"), at=at)
    handover.refresh_from_db()
    assert handover.closed_at is not None
    assert tasks(setting, "organisation_handover") == 0
    rc = add("东湖居委会", "residents_committee")
    refused("organisations.committee_hands_over", actions.open_handover, rc, on=today,
            by=actor("worker"), at=at)  # fmt: skip
