"""What everybody is told of a hazard: the desk looks first and takes back at once; a reporter is
never shown; nobody's name slips through."""

from datetime import timedelta

import pytest
from django.utils import timezone

from linli.core.access.models import Body
from linli.core.audit.actor import NOBODY
from linli.core.audit.models import Entry
from linli.core.files.queries import files_of
from linli.core.people.models import Person
from linli.lib.identity.ids import new_id
from linli.lib.law import Refused
from linli.safety.hazards.actions import finding, limits, mending, rounds, telling
from linli.safety.hazards.actions.finding import Seen, Shots
from linli.safety.hazards.actions.rounds import Looked
from linli.safety.hazards.facts import rows
from linli.safety.hazards.models import Hazard
from linli.safety.hazards.queries.hazards import shown_to_all

pytestmark = pytest.mark.django_db
WHY = Shots(none_for="夜里看不清")
WORDS = "堆了三包装修垃圾"


def refused(rule):
    return pytest.raises(Refused, match=rule)


@pytest.fixture
def body(setting):
    return Body.objects.get(
        community=setting.community, pk=setting.accounts["manager"].holdings.get().body_id
    )


@pytest.fixture
def walked(setting, lane, by, picture):
    """A hazard the representative of residents found on a round, with a photograph."""
    looked = Looked(lane, "hazard", what=WORDS, shots=Shots([picture()], clear=True))
    rounds.check_point(lane, looked=looked, **by("representative"))
    return Hazard.objects.get(community=setting.community)


def in_state(state, find, by):
    """A hazard in one of the open states."""
    hazard = find(what=WORDS)
    if state in ("owed", "mended"):
        mending.assign(hazard, post="worker", **by("worker"))
    if state == "forwarded":
        mending.forward(hazard, authority="fire", words="通道被占", **by("worker"))
    if state == "mended":
        mending.mend(hazard, how="清走了", shots=WHY, **by("worker"))
    assert hazard.state == state
    return hazard


def visibilities(row):
    return [each.visibility for each in files_of(row, "photo")]


def test_what_is_found_on_a_round_is_kind_and_place_until_the_desk_has_read_it(
    setting, walked, lane, pages, by
):
    pages_of_all = ("hazards/", "hazards.json", f"hazards/{walked.pk}/", f"hazards/at/{lane.tag}/")
    for page in pages_of_all:
        told = pages().get(page).content.decode()
        assert walked.number in told or str(walked.pk) in told, page
        assert WORDS not in told, page
    assert visibilities(walked) == ["staff"]
    worker, base = pages("worker"), f"desk/hazards/{walked.pk}/"
    assert "大家只看得到类别和地方" in worker.get(base).content.decode()
    assert WORDS in worker.get(f"{base}assign/").content.decode()
    assert pages("representative").post(f"{base}tell/", seen=walked.version).status_code == 404
    assert worker.post(f"{base}tell/").status_code == 409  # drawn from no version
    assert worker.post(f"{base}tell/", seen="9" * 5000).status_code == 409
    assert worker.post(f"{base}tell/", seen=walked.version).status_code == 302
    for page in pages_of_all:
        assert WORDS in pages().get(page).content.decode(), page


def test_the_tick_of_the_next_step_also_tells(walked, by):
    mending.assign(walked, post="worker", **by("worker"))
    assert not walked.told
    mending.forward(walked, authority="fire", words="通道被占", tell=True, **by("worker"))
    assert walked.told


@pytest.mark.parametrize("state", ["noted", "owed", "forwarded", "mended"])
def test_in_every_open_state_words_are_written_anew_hidden_and_all_of_it_dismissed(
    state, setting, find, by, pages, picture, today
):
    hazard = in_state(state, find, by)
    with refused("hazards.names_nobody"):
        telling.reword(hazard, what="王阿姨堆的", where="", reason="改写", **by("worker"))
    hazard.refresh_from_db()
    telling.reword(hazard, what="堆了杂物", where="北门", reason="写得太细", **by("worker"))
    page = f"hazards/{hazard.pk}/"
    assert "堆了杂物" in pages().get(page).content.decode()
    telling.hide(hazard, reason="还要再看", **by("worker"))
    assert "堆了杂物" not in pages().get(page).content.decode()
    finding.dismiss(hazard, reason="是临时卸货", **by("worker"))
    assert pages().get(page).status_code == 404
    steps = list(hazard.steps.values_list("move", "reason"))[-3:]
    assert steps == [("reword", "写得太细"), ("hide", "还要再看"), ("dismiss", "是临时卸货")]
    assert not shown_to_all(setting.community).exists()


def test_a_closed_one_is_written_anew_and_hidden_too(find, by):
    hazard = in_state("mended", find, by)
    mending.look_again(hazard, good=True, **by("director"))
    telling.reword(hazard, what="堆了杂物", where="", reason="写得太细", **by("worker"))
    telling.hide(hazard, reason="不再公开", **by("worker"))
    assert (hazard.state, hazard.told) == ("closed", False)
    with refused("flow.move_open"):
        finding.dismiss(hazard, reason="没有", **by("worker"))


def test_a_public_photograph_is_gone_at_once_and_only_what_was_seen_is_shown(
    find, by, body, picture, pages
):
    hazard = find(shots=Shots([picture(), picture("2.png")], clear=True))
    first, second = files_of(hazard, "photo")
    address = f"/files/{first.pk}/{first.shown_name}"
    worker, base = pages("worker"), f"desk/hazards/{hazard.pk}/"
    assert visibilities(hazard) == ["public", "public"]
    assert "认得出人，删除" in worker.get(base).content.decode()
    remove = f"{base}photos/remove/?photo={first.pk}"
    assert worker.get(remove).status_code == 200
    assert worker.post(remove, once=new_id()).status_code == 302
    first.refresh_from_db()
    assert first.deleted_at is not None
    assert pages().get(address).status_code in (404, 410)
    assert list(files_of(hazard, "photo")) == [second]
    mending.assign(hazard, body=body, **by("worker"))
    mending.mend(hazard, how="清走了", shots=Shots([picture()], True), **by("manager"))
    mended = hazard.mendings.get()
    assert visibilities(mended) == ["staff"]
    assert pages("manager").get(base).status_code == 200
    for said in ({"photo": str(new_id())}, {}):
        assert worker.post(f"{base}photos/show/", **said).status_code == 409
    assert worker.post(f"{base}photos/show/", photo="x").status_code == 404
    assert visibilities(mended) == ["staff"]
    worker.post(f"{base}photos/show/", photo=str(files_of(mended).get().pk))
    assert visibilities(mended) == ["public"]
    finding.dismiss(hazard, reason="是临时卸货", **by("worker"))
    assert (visibilities(mended), visibilities(hazard)) == (["staff"], ["staff"])
    with refused("hazards.photos_of_hazard"):
        telling.show_photos(hazard, photos=[second.pk], **by("worker"))


def test_hiding_takes_photographs_away_too(find, by, picture):
    hazard = find(shots=Shots([picture()], clear=True))
    telling.hide(hazard, reason="有人认得出", **by("worker"))
    assert visibilities(hazard) == ["staff"]


def test_names_of_two_characters_are_refused_where_they_are_no_words(setting, find, at):
    for name in ("顾岚", "安全", "李小明"):
        Person.objects.create(
            community=setting.community, name=name, registered_at=at, changed_at=at
        )
    for words in ("顾岚在楼道充电", "顾 岚的车", "李小明堆的杂物"):
        with refused("hazards.names_nobody"):
            find(what=words)
    assert find(what="安全出口锁了").told
    Person.objects.create(community=setting.neighbour, name="贺岑", registered_at=at, changed_at=at)
    assert find(what="贺岑路口积水").told  # of the next community: no affair of ours


def test_a_reporter_is_never_shown_also_where_they_hold_a_post(
    setting, lane, by, body, pages, actor
):
    seen = Seen("fire_lane", "停了一辆车", lane.place, lane, source="resident")
    hazard = finding.report(setting.community, seen=seen, **by("manager"))
    step, entry = hazard.steps.get(), Entry.objects.get(subject=hazard.pk)
    assert (hazard.account_id, step.account_id, step.post) == (None, None, "")
    assert (entry.account, entry.post) == (None, "")
    finding.confirm(hazard, serious=False, tell=True, **by("worker"))
    mending.assign(hazard, body=body, **by("worker"))
    label = setting.accounts["worker"].label
    base = f"desk/hazards/{hazard.pk}/"
    assert label in pages("director").get(base).content.decode()
    assert label not in pages("manager").get(base).content.decode()
    note = pages().get("hazards/report/").content.decode()
    assert "没有回执" in note


def test_not_even_the_post_of_who_found_it_is_public(walked, pages):
    told = pages().get(f"hazards/{walked.pk}/").content.decode()
    assert "发现了隐患" in told
    assert "居民代表" not in told


def test_an_hour_takes_so_many_reports_wherever_they_are_and_of_whomever(
    setting, lane, add_point, at, monkeypatch, picture
):
    monkeypatch.setattr(limits, "reports_most", lambda _community, _on: 2)
    other = add_point("消防栓", "fire_kit", setting.old)

    def tell(point, when):
        seen = Seen(point.kind, "看得到危险", point.place, point, source="resident")
        return finding.report(setting.community, seen=seen, by=NOBODY, at=when)

    tell(lane, at)
    tell(other, at + timedelta(minutes=30))
    with refused("hazards.reports_enough"):
        tell(other, at + timedelta(minutes=59))
    tell(lane, at + timedelta(minutes=61))
    three = Seen("fire_lane", "停了车", lane.place, lane, shots=Shots([picture()] * 3))
    with refused("hazards.report_photos"):
        finding.report(setting.community, seen=three, by=NOBODY, at=at + timedelta(hours=3))


def test_what_was_late_stays_late_through_the_authority_and_a_dismissal(
    setting, find, by, at, today
):
    then = at - timedelta(days=20)
    given, dismissed = find(when=then), find(when=then)
    for hazard in (given, dismissed):
        mending.assign(hazard, post="worker", **by("worker", then))
    due = given.due_on
    mending.forward(given, authority="fire", words="通道被占", **by("worker"))
    mending.take_back(given, reason="说归社区", **by("worker"))
    mending.assign(given, post="worker", **by("worker"))
    assert given.due_on == due
    finding.dismiss(dismissed, reason="是临时卸货", **by("worker"))
    assert dismissed.due_on == due
    told = [each.part for each in rows(setting.community, due, due) if each.kind == "hazards.due"]
    assert told == [0, 0]
    fresh = find()
    mending.assign(fresh, post="worker", **by("worker"))
    finding.dismiss(fresh, reason="没有", **by("worker"))
    assert fresh.due_on is None


def test_the_desk_says_what_is_overdue(find, by, at, pages):
    hazard = find(what="晚上停满了车", when=at - timedelta(days=20))
    mending.assign(hazard, post="worker", **by("worker", at - timedelta(days=20)))
    find(what="楼道灯坏了", kind="power", when=timezone.now())
    told = pages("worker").get("desk/hazards/").content.decode()
    late, rest = told.split("在办的", 1)
    assert "晚上停满了车" in late
    assert "晚上停满了车" not in rest
    assert "楼道灯坏了" in rest
