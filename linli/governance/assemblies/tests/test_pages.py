"""The round of a meeting on its pages, as those who open them see it."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from linli.governance.assemblies import actions
from linli.governance.assemblies.models import Assembly, Resolution, Version
from linli.governance.assemblies.queries import topics_of

pytestmark = pytest.mark.django_db
PUBLIC = ("coming", "resolutions", "petitions", "groups")
DESK = (
    "meetings",
    "plan",
    "representatives",
    "figure",
    "resolutions_desk",
    "documents_desk",
    "authorise",
    "choose",
    "committee",
)


@pytest.fixture
def now(monkeypatch, at):
    """The pages of the test are opened in its own time."""
    shown = {"at": at}
    monkeypatch.setattr(timezone, "now", lambda: shown["at"])

    def move(moment):
        shown["at"] = moment

    return move


def test_everybody_reads_what_is_public(representatives, visit, url, now):
    for name in PUBLIC:
        assert visit().get(url(name)).status_code == 200, name
        assert visit().get(url(f"{name}_data")).status_code == 200, name
    for kind in ("charter", "covenant"):
        assert visit().get(url("document", kind=kind)).status_code == 200
    assert visit().get(url("document", kind="other")).status_code == 404


def test_the_desk_is_the_committees(representatives, visit, url, now):
    for name in DESK:
        assert visit("director").get(url(name)).status_code == 200, name
        for key in ("elder", "tenant", "outsider", "street", "manager", "representative"):
            assert visit(key).get(url(name)).status_code == 404, (key, name)


def test_a_meeting_goes_through_on_its_pages(representatives, visit, url, now, at):
    worker, director = visit("worker"), visit("director")
    worker.post(
        url("plan"),
        {
            "body": "representatives_meeting",
            "title": "四月会议",
            "day": "2026-04-20",
            "hour": "19:00",
            "venue": "社区活动室",
        },
    )
    assembly = Assembly.objects.get(community=representatives[0].community_id)
    here = {"assembly_id": assembly.pk}
    topic = {"title": "楼道照明", "decides": "on", "matter": "other", "way": "hands"}
    assert worker.post(url("add_topic", **here), topic).status_code == 302
    assert worker.get(url("meeting", **here)).status_code == 200
    assert worker.get(url("call", **here)).status_code == 404  # the director calls
    assert visit().get(url("public_meeting", **here)).status_code == 404  # nobody knows yet
    assert director.post(url("call", **here), {"urgent_reason": ""}).status_code == 302
    assert "四月会议" in visit().get(url("coming")).content.decode()
    assert "楼道照明" in visit().get(url("public_meeting", **here)).content.decode()
    now(at + timedelta(days=12, hours=10))
    assembly = Assembly.objects.select_related("gathering").get(
        community=assembly.community_id, pk=assembly.pk
    )
    door = f"/c/990101001001/desk/gatherings/{assembly.gathering_id}/check-in/"
    assert director.post(url("open", **here), {"chair": "周明华"}).status_code == 409
    for expected in assembly.gathering.expected.all():
        worker.post(door, {"expected": expected.pk})
    assert director.post(url("open", **here), {"chair": "周明华"}).status_code == 302
    (topic,) = topics_of(assembly)
    page = worker.get(url("decide", topic_id=topic.pk)).content.decode()
    assert 'name="votes_for"' in page
    assert "value=" not in page.split('name="votes_for"')[1].split(">")[0]
    vote = {"votes_for": 5, "votes_against": 1, "abstained": 0, "text": "四月底前换好。"}
    worker.post(url("decide", topic_id=topic.pk), vote)
    worker.post(url("close", **here), {})
    resolution = Resolution.objects.get(community=assembly.community_id)
    for name in ("resolution", "resolution_data"):
        assert "楼道照明" in visit().get(url(name, resolution_id=resolution.pk)).content.decode()
    desk = {"resolution_id": resolution.pk}
    worker.post(url("begin", **desk))
    worker.post(url("report", **desk), {"words": "灯具已到货。"})
    worker.post(url("carry_out", **desk), {"words": "全部换好。"})
    said = visit().get(url("resolution", **desk)).content.decode()
    assert "灯具已到货。" in said
    assert "已落实" in said
    assert worker.get(url("resolution_desk", **desk)).status_code == 200
    assert worker.get(url("meeting", **here)).status_code == 200
    assert director.get(url("meeting_of", gathering_id=assembly.gathering_id)).status_code == 302


def test_only_those_with_a_part_in_it_read_what_was_said(
    plan, call, meet, visit, url, now, actor, at
):
    from linli.mechanisms.gathering import actions as floor

    assembly = meet(call(plan()))
    speech = floor.ask_to_speak(
        assembly.gathering,
        attendance=assembly.gathering.attendances.first(),
        by=actor("worker"),
        at=assembly.gathering.starts_at,
    )
    floor.record_speech(
        speech, gist="三单元先换", by=actor("worker"), at=assembly.gathering.starts_at
    )
    page = url("public_meeting", assembly_id=assembly.pk)
    for key in ("supervisor", "representative", "worker"):
        assert "三单元先换" in visit(key).get(page).content.decode(), key
    for key in ("visitor", "elder", "tenant"):
        assert "三单元先换" not in visit(key).get(page).content.decode(), key


def test_a_representative_sees_counts_and_no_file(representatives, visit, url, now):
    page = visit("representative").get(url("my_group"))
    said = page.content.decode()
    assert page.status_code == 200
    assert "王秀兰" not in said
    visit("representative").post(url("channel"), {"shown_as": "李老师", "channel": "周三晚上"})
    visit("representative").post(
        url("report_back"), {"on": "2026-04-08", "heard": "12", "said": "都赞成"}
    )
    assert "都赞成" in visit("representative").get(url("my_group")).content.decode()
    public = visit().get(url("groups")).content.decode()
    assert "李老师" in public
    assert "李建国" not in public
    assert visit("elder").get(url("my_group")).status_code == 404


def test_two_versions_stand_side_by_side(setting, visit, url, now, actor, at):
    by = actor("worker")
    first = actions.draft_version(
        setting.community, kind="covenant", text="爱护楼道。\n节约用水。", by=by, at=at
    )
    Version.objects.filter(community=setting.community, pk=first.pk).update(
        state="in_force", adopted_on=date(2026, 1, 2), filed_on=date(2026, 1, 3)
    )
    second = actions.draft_version(
        setting.community,
        kind="covenant",
        text="爱护楼道，不堆杂物。\n节约用水。\n文明养犬。",
        by=by,
        at=at,
    )
    page = url("compare", version_id=second.pk)
    assert visit().get(page).status_code == 404  # a draft nobody has been shown
    said = visit("worker").get(page).content.decode()
    assert "<ins>，不堆杂物</ins>" in said
    assert "<ins>文明养犬。</ins>" in said
    assert visit("worker").get(url("version_desk", version_id=second.pk)).status_code == 200
