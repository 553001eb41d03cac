"""A hazard from found to closed: owner, limit, evidence, another hand; and never about a person."""

from datetime import timedelta

import pytest
from django.apps import apps

from linli.core.access.models import Body
from linli.core.audit.actor import NOBODY
from linli.core.audit.door import Replayed
from linli.core.clocks.queries import clocks_of
from linli.core.files.queries import files_of
from linli.core.people.models import Person
from linli.lib.identity.ids import new_id
from linli.lib.law import Refused
from linli.safety.hazards.actions import finding, mending, rounds, telling
from linli.safety.hazards.actions.finding import Seen, Shots
from linli.safety.hazards.actions.rounds import Looked, Planned
from linli.safety.hazards.facts import rows
from linli.safety.hazards.models import Check, Hazard
from linli.safety.hazards.queries.hazards import overdue, owed_by, shown_to_all

pytestmark = pytest.mark.django_db
WHY = Shots(none_for="夜里看不清")


def refused(rule):
    return pytest.raises(Refused, match=rule)


@pytest.fixture
def property_body(setting):
    """The body the manager of the cast acts for."""
    return Body.objects.get(
        community=setting.community, pk=setting.accounts["manager"].holdings.get().body_id
    )


def test_a_blocked_lane_is_cleared_in_a_day_by_its_owner_and_looked_at_by_another(
    setting, find, by, at, today, property_body, picture, actor
):
    hazard = find(shots=Shots([picture()], clear=True))
    assert files_of(hazard, "photo").get().visibility == "public"
    mending.assign(hazard, body=property_body, **by("worker"))
    assert hazard.due_on == today + timedelta(days=1)
    assert list(owed_by(actor("manager"), setting.community)) == [hazard]
    clock = next(each for each in clocks_of(hazard) if each.name == "limit")
    assert clock.due_at.date() >= hazard.due_on
    with refused("hazards.evidence"):
        mending.mend(hazard, how="清走了", shots=Shots(), **by("manager"))
    mending.mend(hazard, how="清走了杂物", shots=Shots([picture()], True), **by("manager"))
    mending.look_again(hazard, good=True, **by("worker"))
    hazard.refresh_from_db()
    assert (hazard.state, hazard.closed_on) == ("closed", today)
    fixed = [each.part for each in rows(setting.community, today, today + timedelta(days=2))
             if each.kind == "hazards.due"]  # fmt: skip
    assert fixed == [1]


def test_who_mended_it_cannot_close_it_and_what_fails_goes_back_by_the_same_day(find, by, today):
    hazard = find(kind="gas", serious=True)
    mending.assign(hazard, post="worker", **by("director"))
    due = hazard.due_on
    assert due == today + timedelta(days=3)
    mending.mend(hazard, how="换了阀门", shots=WHY, **by("worker"))
    with refused("hazards.another_hand"):
        mending.look_again(hazard, good=True, **by("worker"))
    mending.look_again(hazard, good=False, reason="还有气味", **by("director"))
    assert (hazard.state, hazard.due_on) == ("owed", due)
    mending.mend(hazard, how="整段换新", shots=WHY, **by("worker"))
    mending.look_again(hazard, good=True, **by("director"))
    assert list(hazard.mendings.values_list("good", flat=True)) == [False, True]


def test_an_owner_is_one_and_a_manager_mends_only_what_is_theirs(find, by, property_body):
    hazard = find(kind="lift")
    with refused("hazards.one_owner"):
        mending.assign(hazard, **by("worker"))
    with refused("hazards.one_owner"):
        mending.assign(hazard, body=property_body, post="worker", **by("worker"))
    mending.assign(hazard, post="director", **by("worker"))
    with refused("access.permitted"):
        mending.mend(hazard, how="修好了", shots=WHY, **by("manager"))
    mending.hand_over(hazard, body=property_body, reason="由物业管", **by("worker"))
    mending.mend(hazard, how="修好了", shots=WHY, **by("manager"))


def test_what_is_beyond_the_community_goes_to_the_authority_with_the_place_only(find, by):
    hazard = find(kind="gas", what="调压箱门锈穿")
    handing = mending.forward(hazard, authority="gas", words="北门调压箱门锈穿", **by("worker"))
    assert handing.words == "北门调压箱门锈穿"
    assert "answer" in {each.name for each in clocks_of(hazard) if each.is_open}
    mending.mend(hazard, how="燃气公司换了箱门", shots=WHY, **by("worker"))
    handing.refresh_from_db()
    assert handing.reply == "燃气公司换了箱门"
    mending.look_again(hazard, good=False, reason="还没锁", **by("director"))
    assert hazard.state == "forwarded"
    mending.take_back(hazard, reason="说归物业", **by("worker"))
    mending.assign(hazard, post="worker", **by("worker"))


def test_a_passer_by_reports_without_a_name_and_nothing_shows_before_somebody_looked(
    setting, lane, by, at, picture
):
    seen = Seen("fire_lane", "停了一辆面包车", lane.place, lane, source="resident",
                shots=Shots([picture()], clear=True))  # fmt: skip
    key = new_id()
    hazard = finding.report(setting.community, seen=seen, by=NOBODY, at=at, once=key)
    with pytest.raises(Replayed):
        finding.report(setting.community, seen=seen, by=NOBODY, at=at, once=key)
    assert hazard.account_id is None
    assert files_of(hazard).get().visibility == "staff"
    assert not shown_to_all(setting.community).exists()
    finding.confirm(hazard, serious=True, **by("worker"))
    telling.show_photos(hazard, photos=[files_of(hazard).get().pk], **by("worker"))
    assert shown_to_all(setting.community).get() == hazard
    assert files_of(hazard).get().visibility == "public"


def test_words_about_somebody_are_refused_and_no_row_leads_to_a_person(setting, find):
    for words in ("王秀兰家的车堵了通道", "打 13800000000 找车主", "3栋2单元501室门口堆放"):
        with refused("hazards.names_nobody"):
            find(what=words)
    for model in apps.get_app_config("hazards").get_models():
        names = {field.name for field in model._meta.get_fields()
                 if field.is_relation and field.related_model is Person}  # fmt: skip
        assert not names, model
    assert not hasattr(Hazard, "person")
    assert not hasattr(Check, "person")


def test_a_round_is_done_when_every_point_was_looked_at_and_a_hazard_opens(
    setting, add_point, by, today, at
):
    lane, kit = add_point(), add_point("消防栓", "fire_kit")
    plan = rounds.plan_rounds(
        setting.community,
        planned=Planned("周巡查", "week", today, today + timedelta(days=13), "worker", [lane, kit]),
        **by("worker"),
    )
    first, second = plan.rounds.all()
    with refused("hazards.failed_is_hazard"):
        rounds.check_point(lane, looked=Looked(lane, "ok", [("有占用", False)]), **by("worker"))
    with refused("hazards.said"):
        rounds.check_point(lane, looked=Looked(lane, "hazard", shots=WHY), **by("worker"))
    looked = Looked(lane, "hazard", [("没有占用", False)], what="通道停了车", shots=WHY)
    check = rounds.check_point(lane, looked=looked, **by("representative"))
    assert check.round == first
    hazard = Hazard.objects.get(community=setting.community)
    assert (hazard.check_seen, hazard.source, hazard.point) == (check, "round", lane)
    first.refresh_from_db()
    assert first.done_on is None
    rounds.type_in_round(first, on=today, lines=[Looked(kit, "ok")], **by("worker"))
    first.refresh_from_db()
    assert first.done_on == today
    known = Looked(lane, "hazard", same_as=hazard)
    rounds.check_point(lane, looked=known, **by("worker"))
    assert Hazard.objects.filter(community=setting.community).count() == 1
    told = {(each.kind, each.part) for each in rows(setting.community, today, today)}
    assert {("hazards.rounds", 1), ("hazards.found", 1), ("hazards.fire_checked", 0)} <= told
    rounds.end_plan(plan, **by("worker"))
    assert list(plan.rounds.all()) == [first]
    assert second.pk


def test_what_is_late_is_told_until_it_is_closed(setting, find, by, at, today):
    then = at - timedelta(days=20)
    hazard = find(kind="lift", when=then)
    mending.assign(hazard, post="worker", **by("director", then))
    assert list(overdue(setting.community, today)) == [hazard]
    mending.mend(hazard, how="修好了", shots=WHY, **by("worker"))
    mending.look_again(hazard, good=True, **by("director"))
    assert not overdue(setting.community, today).exists()
    assert [each.part for each in rows(setting.community, then.date(), today)
            if each.kind == "hazards.due"] == [0]  # fmt: skip


def test_the_next_community_sees_nothing(setting, find, by, lane, pages):
    hazard = find()
    with refused("access.permitted"):
        mending.assign(hazard, post="worker", **by("outsider"))
    assert pages("outsider").get(f"desk/hazards/{hazard.pk}/").status_code == 404
