"""Two sheets that differ, asked to be put right, answered, settled or reported upward."""

from dataclasses import replace
from datetime import date

import pytest

from linli.core.audit.door import Act
from linli.core.clocks.models import Clock
from linli.governance.oversight.actions import inspections as acts
from linli.governance.oversight.models import Inspection, Shortcoming
from linli.governance.oversight.postings import FINDING
from linli.governance.oversight.queries import sheets
from linli.lib.law import Refused
from linli.mechanisms.publication.actions import correct, post
from linli.mechanisms.publication.models import Posting

pytestmark = pytest.mark.django_db


@pytest.fixture
def raised(setting, by):
    """Something that was found, without sheets."""

    def find(**more):
        given = {
            "looked_at": "board", "title": "公开栏没有更新", "grounds": "四月八日看公开栏，仍是二月的表。",
            "found_on": date(2026, 4, 8), **more,
        }  # fmt: skip
        return acts.raise_shortcoming(
            setting.community, found=acts.Found(**given), **by("supervisor")
        )

    return find


@pytest.fixture
def sheet(setting, raised, by):
    """A notice that was corrected: two versions hang in the record."""
    found = raised()
    act = Act("test", by("supervisor")["by"], by("supervisor")["at"], found)
    fields = {
        "title": "三月收支", "looked_at": "账目", "found_on": date(2026, 4, 1),
        "grounds": "收入一万二千元", "outcome": "无",
    }  # fmt: skip
    posting = post(act, FINDING, found, fields, date(2026, 4, 8))
    correct(act, posting, {**fields, "grounds": "收入一万二千五百元"}, "数字有误")
    return Posting.objects.get(community=setting.community, pk=posting.pk)


def test_the_course_of_what_was_found(setting, raised, by, visit, url):
    found = raised()
    with pytest.raises(Refused):
        acts.answer_shortcoming(found, answer="改了", **by("worker"))
    acts.ask_correction(found, reason="请更新公开栏", **by("supervisor"))
    clock = Clock.objects.get(community=setting.community, owner=found.pk)
    assert (clock.holder_post, clock.length, clock.unit) == ("director", 10, "working_days")
    assert found.limit == clock.last_day
    with pytest.raises(Refused):
        acts.settle(found, reason="看过", **by("worker"))
    acts.answer_shortcoming(found, answer="已经更换。", **by("worker", 1))
    clock.refresh_from_db()
    assert clock.state == "met"
    with pytest.raises(Refused, match="limit_ahead"):
        acts.send_back(found, reason="没有换", limit=date(2026, 4, 8), **by("supervisor", 2))
    found.refresh_from_db()
    acts.send_back(found, reason="没有换", limit=date(2026, 4, 20), **by("supervisor", 2))
    acts.answer_shortcoming(found, answer="这次换了。", **by("worker", 3))
    with pytest.raises(Refused, match="settled_first"):
        acts.publish_shortcoming(found, **by("supervisor", 3))
    acts.settle(found, reason="四月十一日看过，已换。", **by("supervisor", 3))
    posting = acts.publish_shortcoming(found, **by("supervisor", 3))
    found.refresh_from_db()
    assert found.posting_id == posting.pk
    with pytest.raises(Refused, match="published_once"):
        acts.publish_shortcoming(found, **by("supervisor", 3))
    page = visit("director").get(url("shortcoming", found.pk)).content.decode()
    assert "这次换了。" in page
    assert visit("elder").get(url("shortcoming", found.pk)).status_code == 404


def test_what_is_not_put_right_is_reported_with_a_letter(setting, raised, by, visit, url):
    found = raised()
    acts.ask_correction(found, reason="请更新", **by("supervisor"))
    assert visit("supervisor").get(url("found_letter", found.pk)).status_code == 404
    acts.report_up(
        found, addressee="湖滨街道办事处", reason="过了期限没有答复。", **by("supervisor", 20)
    )
    letter = visit("supervisor").get(url("found_letter", found.pk)).content.decode()
    assert "湖滨街道办事处" in letter
    assert "第三十六条" in letter
    dropped = raised(title="第二件")
    acts.drop_shortcoming(dropped, reason="看错了", **by("supervisor"))
    assert dropped.state == "dropped"


def test_a_finding_that_tells_of_a_person_is_not_published(raised, by):
    found = raised(grounds="居民电话 13800138000 反映")
    acts.ask_correction(found, reason="请更新", **by("supervisor"))
    acts.report_up(found, addressee="街道", reason="没有答复", **by("supervisor", 1))
    with pytest.raises(Refused, match="without_private_numbers"):
        acts.publish_shortcoming(found, **by("supervisor", 1))


def test_an_inspection_is_planned_and_concluded_once(setting, raised, by, visit, url):
    inspection = acts.plan_inspection(
        setting.community, looked_at="ledger", title="一季度账目", planned_for=date(2026, 4, 9),
        **by("supervisor"),
    )  # fmt: skip
    with pytest.raises(Refused, match="has_happened"):
        acts.record_inspection(
            inspection, looked_on=date(2026, 4, 9), result="账实相符", **by("supervisor")
        )
    later = by("supervisor", 1)
    acts.record_inspection(inspection, looked_on=date(2026, 4, 9), result="账实相符", **later)
    stale = Inspection.objects.get(community=setting.community, pk=inspection.pk)
    stale.state = "planned"
    for act, more in ((acts.drop_inspection, {}),):
        with pytest.raises(Refused, match="still_planned"):
            act(stale, **more, **later)
    assert "账实相符" in visit("director").get(url("inspection", inspection.pk)).content.decode()


def test_two_sheets_that_differ_are_written_down_with_both_digests(setting, sheet, visit, url):
    browser = visit("supervisor")
    assert browser.get(url("sheets")).status_code == 200
    assert browser.get(url("sheets"), {"posting": str(sheet.pk)}).status_code == 302
    where = url("compare", sheet.pk)
    same = browser.get(where, {"one": "2", "other": "2"}).content.decode()
    assert "选的是同一份" in same
    page = browser.get(where, {"one": "1", "other": "2"}).content.decode()
    assert "收入一万二千五百元" in page
    sent = {
        "looked_at": "posting", "title": "两版不一致", "grounds": "第一版和第二版收入不同",
        "found_on": "2026-04-08", "write": "1",
    }  # fmt: skip
    done = browser.post(f"{where}?one=1&other=2", sent)
    assert done.status_code == 302
    found = Shortcoming.objects.get(community=setting.community, title="两版不一致")
    versions = list(sheets.versions_in(sheet))
    assert [side["sha256"] for side in found.sides] == [each.sha256 for each in versions]
    assert [each["field"] for each in found.differs] == ["依据"]


def test_the_web_is_held_against_the_board_as_it_was_read(setting, sheet, visit, url):
    browser = visit("supervisor")
    where = f"{url('compare', sheet.pk)}?one=2&other=board"
    begun = browser.get(where).content.decode()
    assert "收入一万二千五百元" in begun  # begun with what the web says
    read = {
        "board_title": "三月收支", "board_looked_at": "账目", "board_found_on": "2026-04-01",
        "board_grounds": "收入一万三千元", "board_outcome": "无",
    }  # fmt: skip
    page = browser.post(where, read).content.decode()
    assert "收入一万三千元" in page
    sent = {
        **read, "write": "1", "looked_at": "board", "title": "公开栏和网上不一致",
        "grounds": "照公开栏抄录", "found_on": "2026-04-08",
    }  # fmt: skip
    assert browser.post(where, sent).status_code == 302
    found = Shortcoming.objects.get(community=setting.community, title="公开栏和网上不一致")
    assert [side["kind"] for side in found.sides] == ["web", "board"]
    assert found.sides[0]["sha256"] != found.sides[1]["sha256"]
    alike = {**read, "board_grounds": "收入一万二千五百元"}
    assert "两份一致" in browser.post(where, alike).content.decode()


def test_of_a_notice_that_names_persons_only_the_fields_are_kept(sheet):
    posting, template = sheets.posting_in(sheet.community_id, sheet.pk)
    one, other = (sheets.sheet_of(posting, template, each) for each in sheets.versions_in(posting))
    shown = sheets.compare(template, one, other)
    assert shown[0]["one"]
    hidden = sheets.compare(template, replace(one, hidden=True), other)
    assert hidden == [{"field": "依据", "one": "", "other": ""}]
