"""Pages of the desk: a paper typed in late, lessons, what each post reaches, and the clock that
finds what is lacking among many."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from linli.core.access.actions import appoint
from linli.core.audit.actor import the_operator
from linli.core.clocks.expiring import expiring
from linli.lib.law import Refused
from linli.safety.emergencies import due
from linli.safety.emergencies.actions import asking, drills, incident, supplies
from linli.safety.emergencies.actions.cards import Carded
from linli.safety.emergencies.actions.drills import Planned
from linli.safety.emergencies.actions.supplies import Stored
from linli.safety.emergencies.models import Lesson

pytestmark = pytest.mark.django_db
DESK = "desk/emergencies/"


def test_a_paper_is_typed_in_though_somebody_was_added_meanwhile(
    put, flood, pages, actor, later, other_home
):
    put()
    night = flood()
    (drawn,) = night.doors.all()
    asking.ask_help(
        night, carded=Carded(other_home, "老李", ["arm"], how="spoken", agreed=True),
        by=actor("worker"), at=later(minutes=1),
    )  # fmt: skip
    sent = {"once": str(uuid4()), f"d{drawn.pk.hex}": "home", f"v{drawn.pk.hex}": "1"}
    address = f"{DESK}incidents/{night.pk}/paper/"
    assert pages("worker").post(address, **sent).status_code == 302
    assert sorted(night.doors.values_list("state", flat=True)) == ["home", "open"]


def test_a_lesson_is_written_otherwise_taken_off_and_told_when_due(
    flood, pages, actor, setting, later
):
    night = flood()
    incident.end(night, by=actor("director"), at=later(hours=1))
    on = timezone.localdate(later())
    given = {"found": "沙袋不够", "change": "多备一百个", "due_on": on + timedelta(days=9)}
    by = {"by": actor("worker"), "at": later(hours=2)}
    lesson, twin = drills.learn(night, **given, **by), drills.learn(night, **given, **by)
    worker = actor("worker")
    ends = expiring(setting.community, on, on + timedelta(days=30), worker)
    assert [source.name for source, _each in ends] == ["emergency_lessons"] * 2
    page = pages("worker")
    sent = {**given, "once": str(uuid4()), "seen": "1", "change": "多备两百个"}
    assert page.get(f"{DESK}lessons/{lesson.pk}/alter/").status_code == 200
    assert page.post(f"{DESK}lessons/{lesson.pk}/alter/", **sent).status_code == 302
    assert page.get(f"{DESK}lessons/{twin.pk}/withdraw/").status_code == 200
    off = page.post(f"{DESK}lessons/{twin.pk}/withdraw/", once=str(uuid4()))
    assert off.status_code == 302
    html = page.get(f"{DESK}drills/").content.decode()
    assert "多备两百个" in html
    assert "多备一百个" not in html
    with pytest.raises(Refused, match="row_stands"):
        drills.settle_lesson(Lesson.objects.get(community=setting.community, pk=twin.pk), **by)
    with pytest.raises(Refused, match="row_fresh"):
        drills.alter_lesson(lesson, **given, seen=1, **by)


def test_a_lesson_is_no_longer_than_a_task_of_the_plan(pages, setting, actor, later):
    drill = drills.plan_drill(
        setting.community, planned=Planned("fire", "疏散", timezone.localdate(later()), "小区"),
        by=actor("worker"), at=later(),
    )  # fmt: skip
    drills.hold_drill(
        drill, on=timezone.localdate(later()), present=30, homes=20, minutes=9,
        by=actor("worker"), at=later(),
    )  # fmt: skip
    sent = {"found": "慢", "change": "改" * 101, "due_on": timezone.localdate(later()),
            "once": str(uuid4())}  # fmt: skip
    assert pages("worker").post(f"{DESK}lessons/drill/{drill.pk}/", **sent).status_code == 422


def test_a_member_of_the_committee_prepares_and_sees_no_list(put, flood, pages, setting, at):
    appoint(
        setting.community, account=setting.accounts["representative"], post="committee_member",
        since=timezone.localdate(at) - timedelta(days=9), by=the_operator(), at=at,
    )  # fmt: skip
    put()
    night = flood()
    member = pages("representative")
    html = member.get(DESK).content.decode()
    assert f"{DESK}incidents/{night.pk}/review/" in html
    assert f"{DESK}cards/" not in html
    for name in ("tree", "places", "store", "drills"):
        assert member.get(f"{DESK}{name}/").status_code == 200, name
    assert member.get(f"{DESK}incidents/{night.pk}/").status_code == 404


def test_what_is_lacking_is_found_among_many_in_order(setting, actor, at, told, monkeypatch):
    monkeypatch.setattr(due, "AT_ONCE", 2)
    by = {"by": actor("worker"), "at": at}
    for number in range(3):
        stored = Stored(f"绳 {number}", "根", "值班室")
        supplies.store_supply(setting.community, stored=stored, **by)
    soon = timezone.localdate(at) + timedelta(days=5)
    lacks = Stored("手电", "个", "值班室", minimum=9, expires_on=soon)
    supplies.store_supply(setting.community, stored=lacks, **by)
    assert due.run(at) == 1
    assert told("emergencies.supply_short") == ["worker"]
    assert told("emergencies.supply_expires") == ["worker"]
    assert due.run(at) == 0
