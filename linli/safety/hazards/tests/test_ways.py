"""Every link a page of the desk offers opens for whoever sees it; what ends without a successor;
points taken out of plans."""

import re
from datetime import timedelta

import pytest

from linli.core.audit.models import Entry
from linli.lib.identity.ids import new_id
from linli.lib.law import Refused
from linli.safety.hazards import due
from linli.safety.hazards.actions import fire, found, limits, meeting, points, police, rounds
from linli.safety.hazards.actions.rounds import Looked, Planned
from linli.safety.hazards.models import FoundThing, Hazard
from linli.safety.hazards.queries import standing
from linli.safety.hazards.queries.points import rounds_done, rounds_due

pytestmark = pytest.mark.django_db


def refused(rule):
    return pytest.raises(Refused, match=rule)


@pytest.fixture
def plan(setting, lane, add_point, by, today):
    kit = add_point("消防栓", "fire_kit")
    planned = Planned("周巡查", "week", today, today + timedelta(days=20), "worker", [lane, kit])
    return rounds.plan_rounds(setting.community, planned=planned, **by("worker"))


@pytest.fixture
def furnished(setting, plan, find, by, today, at):
    """A desk with one of everything."""
    ours = setting.community
    find()
    fire.name_fire_keeper(ours, office="副主任", office_phone="0838-0001", paper="1 号文",
                          since=today, **by("director"))  # fmt: skip
    fire.adopt_covenant(ours, text="不占通道。", adopted_on=today, adopted_by="居民会议",
                        **by("worker"))  # fmt: skip
    police.set_police_office(ours, station="示范派出所", room="一楼", office_phone="0838-0002",
                             hours="周三", offers="", **by("worker"))  # fmt: skip
    found.take_in_found(ours, thing="钥匙", where="北门", found_on=today, marks="红绳",
                        finder="保安室", **by("worker"))  # fmt: skip
    return called(setting, by, at)


def called(setting, by, at):
    return meeting.call_meeting(
        setting.community, title="社区安全例会", venue="警务室", starts_at=at + timedelta(days=1),
        agenda=["消防通道"], called_by="居委会", **by("worker"),
    )  # fmt: skip


ENTRIES = {
    "representative": ("rounds/", "new/"),
    "manager": ("rounds/", "new/", "owed/"),
    "supervisor": ("", "rounds/", "points/", "fire/", "police/"),
    "worker": ("", "rounds/", "points/", "fire/", "police/", "found/"),
    "director": ("", "police/"),
}


@pytest.mark.parametrize("who", list(ENTRIES))
def test_no_link_of_the_desk_leads_to_nothing(who, setting, furnished, pages):
    client = pages(who)
    here = re.escape(f"/c/{setting.community.code}/")
    waiting = [f"/c/{setting.community.code}/desk/hazards/{page}" for page in ENTRIES[who]]
    seen = set()
    while waiting:
        address = waiting.pop()
        if address in seen:
            continue
        seen.add(address)
        answered = client.get(address)
        assert answered.status_code == 200, (who, address)
        main = answered.content.decode().partition("<main")[2]
        links = re.findall(rf'href="({here}(?:desk/)?hazards/[^"#?]*)"', main)
        waiting += [each for each in links if each not in seen]
    assert len(seen) > len(ENTRIES[who])


def test_a_walker_notes_a_hazard_and_lands_on_a_page(setting, plan, pages):
    walker = pages("representative")
    assert "desk/hazards/rounds/" in walker.get("hazards/").content.decode()
    assert "desk/hazards/rounds/" not in pages("elder").get("hazards/").content.decode()
    given = {"what": "井盖松了", "kind": "manhole", "none_for": "夜里", "once": new_id()}
    sent = walker.post("desk/hazards/new/", **given)
    assert sent.status_code == 302
    assert walker.get(sent["Location"]).status_code == 200
    hazard = Hazard.objects.get(community=setting.community)
    assert (hazard.told, hazard.state) == (False, "noted")


def test_a_meeting_is_called_off_with_a_reason_and_long_lines_are_not_cut(
    setting, furnished, by, at, pages
):
    base = f"desk/hazards/meetings/{furnished.gathering_id}/"
    worker = pages("worker")
    assert worker.get(f"{base}cancel/").status_code == 200
    gone = worker.post(f"{base}cancel/", reason="当天停电", once=new_id())
    assert gone.status_code == 302
    assert "当天停电" in pages().get("hazards/police/").content.decode()
    furnished.gathering.refresh_from_db()
    assert furnished.gathering.state == "cancelled"
    with refused("hazards.agenda_short"):
        meeting.call_meeting(
            setting.community, title="例会", venue="警务室", starts_at=at + timedelta(days=1),
            agenda=["长" * 121], called_by="居委会", **by("worker"),
        )  # fmt: skip


def test_what_stands_ends_without_a_successor_and_no_mobile_is_made_public(
    setting, furnished, by, today, pages
):
    ours, worker = setting.community, pages("worker")
    keeper, covenant = standing.keeper_of(ours), standing.covenant_of(ours)
    office = standing.office_of(ours)
    for address in (f"fire/keeper/{keeper.pk}", f"fire/covenant/{covenant.pk}",
                    f"police/office/{office.pk}"):  # fmt: skip
        assert worker.post(f"desk/hazards/{address}/end/", once=new_id()).status_code == 302
    assert (
        standing.keeper_of(ours) is standing.covenant_of(ours) is standing.office_of(ours) is None
    )
    with refused("hazards.still_stands"):
        fire.end_fire_keeper(keeper, **by("worker"))
    with refused("hazards.office_number"):
        fire.name_fire_keeper(ours, office="副主任", office_phone="+86 138 0000 0000",
                              paper="1 号文", since=today, **by("director"))  # fmt: skip
    typed = {"office": "副主任", "office_phone": "13800000000", "paper": "1 号文",
             "since": today.isoformat(), "once": new_id()}  # fmt: skip
    assert worker.post("desk/hazards/fire/keeper/", **typed).status_code == 422


def test_a_round_is_done_by_what_is_left_and_a_plan_without_points_ends(
    setting, plan, lane, by, at, today
):
    first, second, third = plan.rounds.all()
    kit = plan.stops.exclude(point=lane).get().point
    rounds.check_point(kit, looked=Looked(kit, "ok"), **by("worker"))
    points.withdraw_point(lane, **by("worker"))
    first.refresh_from_db()
    assert first.done_on == today
    points.withdraw_point(kit, **by("worker"))
    plan.refresh_from_db()
    assert plan.ended_at is not None
    assert list(plan.rounds.all()) == [first]
    assert rounds_due(setting.community, today) == []
    assert rounds_done(setting.community, today) == (1, 1)
    assert second.pk != third.pk


def test_what_is_sealed_of_a_found_thing_is_opened_on_its_page_and_each_look_is_written(
    setting, furnished, by, at, today, pages
):
    worker, row = pages("worker"), FoundThing.objects.get(community=setting.community)
    assert "红绳" not in worker.get("desk/hazards/found/").content.decode()
    page = f"desk/hazards/found/{row.pk}/"
    told = worker.get(page).content.decode()
    assert "红绳" in told
    assert "保安室" in told
    given = {"thing": "伞", "where": "菜场", "lost_on": today, "contact": "门口粮店"}
    lost = found.report_lost(setting.community, **given, **by("elder"))
    assert "门口粮店" not in worker.get("desk/hazards/found/").content.decode()
    assert "门口粮店" in worker.get(f"desk/hazards/lost/{lost.pk}/").content.decode()
    worker.post(f"desk/hazards/lost/{lost.pk}/end/", once=new_id())
    assert "门口粮店" not in worker.get(f"desk/hazards/lost/{lost.pk}/").content.decode()
    found.give_back_found(row, claimant="示范领取人", proof="红绳对上", **by("worker"))
    assert row.number in worker.get("desk/hazards/found/").content.decode()
    assert "示范领取人" in worker.get(page).content.decode()
    opened = Entry.objects.filter(community=setting.community.pk)
    assert opened.filter(action="hazards.open_found", subject=row.pk).count() == 2
    assert opened.filter(action="hazards.open_lost", subject=lost.pk).count() == 2
    other = found.take_in_found(setting.community, thing="伞", where="北门", found_on=today,
                                marks="", finder="", **by("worker"))  # fmt: skip
    found.pass_on_found(other, paper="回执 7 号", **by("worker"))
    assert "至少到" in worker.get(f"desk/hazards/found/{other.pk}/").content.decode()
    assert pages("manager").get(page).status_code in (403, 404)


def test_what_is_missed_has_a_cap_and_the_list_has_pages(setting, by, today, at, monkeypatch):
    monkeypatch.setattr(limits, "reports_most", lambda _community, _on: 2)
    given = {"thing": "伞", "where": "菜场", "lost_on": today, "contact": "门口粮店"}
    for _n in range(2):
        found.report_lost(setting.community, **given, **by("elder"))
    with refused("hazards.reports_enough"):
        found.report_lost(setting.community, **given, **by("elder"))
    found.report_lost(setting.community, **given, **by("elder", at + timedelta(minutes=61)))


def test_contacts_are_blanked_in_every_community(setting, by, actor, at, today, monkeypatch):
    monkeypatch.setattr(due, "AT_ONCE", 1)
    given = {"thing": "钥匙", "where": "北门", "found_on": today, "marks": "红绳", "finder": "甲处"}
    kept = found.take_in_found(setting.community, **given, **by("worker"))
    for _n in range(2):
        row = found.take_in_found(setting.community, **given, **by("worker"))
        found.pass_on_found(row, paper="回执", **by("worker"))
    there = found.take_in_found(setting.neighbour, **given, **by("outsider"))
    found.pass_on_found(there, paper="回执", **by("outsider"))
    due.run(at + timedelta(days=40))
    there.refresh_from_db()
    assert (there.marks, there.finder) == ("", "")
    kept.refresh_from_db()
    assert kept.finder == "甲处"
    for days in (190, 190, 190, 190):
        due.run(at + timedelta(days=days))
    kept.refresh_from_db()
    assert (kept.state, kept.finder, kept.marks) == ("kept", "", "红绳")
    found.give_back_found(kept, claimant="示范领取人", proof="对上", **by("worker"))
    due.run(at + timedelta(days=40))
    kept.refresh_from_db()
    assert kept.claimant == ""
