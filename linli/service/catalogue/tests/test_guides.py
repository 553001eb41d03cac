"""A guide from the draft to the day it is no longer offered, as residents and workers meet it."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from linli.lib.law import Refused
from linli.service.catalogue.actions import guides as actions
from linli.service.catalogue.models import Guide, GuideVersion
from linli.service.catalogue.queries import guides as queries
from linli.service.catalogue.rules.openings import Hours
from linli.service.catalogue.tests.guiding import ALL_DAY, LOCAL, OWN, PRICED

pytestmark = pytest.mark.django_db


@pytest.fixture
def drafted(setting, actor, at):
    """A draft by the worker: adopted, or one's own where no key is given."""

    def draft(key="repair_day", when=None, hours=ALL_DAY, **more):
        given = {**(LOCAL if key else OWN), **more}
        return actions.draft_guide(
            setting.community, key=key, given=given, hours=hours, by=actor("worker"), at=when or at
        )

    return draft


@pytest.fixture
def live(drafted, actor, at):
    """The same, published by the director."""

    def publish(key="repair_day", when=None, **more):
        draft = drafted(key, when=when, **more)
        seen = draft.stamp
        return actions.publish_guide(draft, seen=seen, by=actor("director"), at=when or at)

    return publish


def publish(draft, by, at):
    return actions.publish_guide(draft, seen=draft.stamp, by=by, at=at)


def test_what_names_a_price_is_published_by_another_and_the_rest_by_whoever(
    drafted, actor, at, setting
):
    free = publish(drafted(), actor("worker"), at)
    assert free.state == "live"
    priced = drafted("", **PRICED)
    with pytest.raises(Refused, match="two_for_a_price"):
        publish(priced, actor("worker"), at)
    assert publish(priced, actor("director"), at).state == "live"
    rows = GuideVersion.objects.filter(community=setting.community, pk=priced.pk)
    # Whoever writes the row: the database wants two as well.
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.update(published_by=setting.accounts["worker"])


@pytest.mark.parametrize(
    ("key", "more", "rule"),
    [
        ("legal_aid", PRICED, "catalogue.statutory_free"),
        ("", {**PRICED, "price_basis": ""}, "catalogue.price_published"),
        ("", {**PRICED, "price_class": "paid"}, "catalogue.provider_named"),
        ("", {"who": ""}, "catalogue.guide_whole"),
        ("", {"where": "", "phone": ""}, "catalogue.guide_whole"),
        ("", {"phone": "13800138000"}, "catalogue.number_agreed"),
    ],
)
def test_what_may_not_go_live_is_refused_with_its_reason(drafted, actor, at, key, more, rule):
    with pytest.raises(Refused, match=rule):
        publish(drafted(key, **more), actor("director"), at)


def test_a_national_guide_says_what_the_community_has_not_entered(live, visit, url):
    live("legal_aid", where="", phone="", hours=Hours(), step_free="unknown")
    page = visit().get(url("guide", key="legal_aid")).content.decode()
    for said in ("本社区还没填", "0990-5550001", "12348", "还没去看过", "不收钱", "待核对", "七天"):
        assert said in page, said
    assert "居委会不从中得到任何收入" in page
    english = visit().get(url("guide", key="legal_aid"), headers={"accept-language": "en"})
    assert "Who cannot pay a lawyer" in english.content.decode()


def test_what_was_in_force_when_is_kept_and_a_second_version_begins_the_day_after(
    live, actor, at, days, visit, url, setting
):
    first = live(when=at - days(10))
    guide = first.guide
    given = {**LOCAL, "where": "二号楼门厅"}
    draft = actions.redraft_guide(guide, given=given, hours=ALL_DAY, by=actor("worker"), at=at)
    # Until it is published, residents read the first.
    assert "社区服务站一楼" in visit().get(url("guide", key=guide.key)).content.decode()
    assert visit().get(url("guide_version", key=guide.key, number=2)).status_code == 404
    second = publish(draft, actor("director"), at)
    first.refresh_from_db(from_queryset=GuideVersion.objects.filter(community=setting.community))
    assert (first.state, second.number) == ("past", 2)
    assert first.in_force_to == second.in_force_from - timedelta(days=1)
    page = visit().get(url("guide_version", key=guide.key, number=1)).content.decode()
    assert "社区服务站一楼" in page
    assert "二号楼门厅" in visit().get(url("guide", key=guide.key)).content.decode()


def test_nothing_else_is_published_than_what_was_seen(drafted, actor, at, days):
    draft = drafted(when=at - days(1))
    seen = draft.stamp
    actions.redraft_guide(draft.guide, given=LOCAL, hours=ALL_DAY, by=actor("worker"), at=at)
    with pytest.raises(Refused, match="guide_unchanged"):
        actions.publish_guide(draft, seen=seen, by=actor("director"), at=at)


def test_a_retired_guide_keeps_its_address_and_says_where_to_go(live, actor, at, visit, url):
    gone, other = live(), live("home_help")
    with pytest.raises(Refused, match="guide_leads_on"):
        actions.retire_guide(gone.guide, go_to=None, words=" ", by=actor("worker"), at=at)
    retire = {"go_to": other.guide, "words": "", "by": actor("worker"), "at": at}
    actions.retire_guide(gone.guide, **retire)
    page = visit().get(url("guide", key="repair_day"))
    assert page.status_code == 200
    assert url("guide", key="home_help") in page.content.decode()
    assert url("guide", key="repair_day") not in visit().get(url("guides")).content.decode()
    # Offered again, it is back at the same address.
    again = actions.redraft_guide(gone.guide, given=LOCAL, hours=ALL_DAY, by=actor("worker"), at=at)
    publish(again, actor("director"), at)
    assert "不再提供" not in visit().get(url("guide", key="repair_day")).content.decode()


def test_residents_find_by_life_means_price_open_and_step_free(live, visit, url):
    live()
    live("legal_aid", step_free="no", hours=Hours())
    live("", **PRICED)
    browser = visit()

    def found(**query):
        return [each["title"] for each in browser.get(url("guides_twin"), query).json()["guides"]]

    everything = found()
    # By field as in the book, not by who paid.
    assert everything[0] == "法律援助"
    assert len(everything) == 3
    assert found(life="rights") == ["法律援助"]
    assert found(field="shops", step_free="on", open_now="on", price="free") == [
        "便民服务日（修理、理发、磨刀）"
    ]
    assert "周六磨刀" not in found(price="free")
    page = browser.post(url("guides"), {"q": "修伞"}).content.decode()
    assert "便民服务日" in page
    assert "法律援助" not in page
    assert "?q=" not in page
    part = browser.get(url("guides"), {"field": "shops"}, headers={"hx-request": "true"})
    assert "<html" not in part.content.decode()


def test_a_draft_is_nobodys_to_read_but_the_desks(drafted, visit, url):
    draft = drafted("legal_aid")
    assert visit("elder").get(url("guide", key="legal_aid")).status_code == 404
    desk = url("guide_version_desk", version_id=draft.pk)
    assert visit("elder").get(desk).status_code == 404
    assert visit("worker").get(desk).status_code == 200


def test_the_desk_adopts_writes_hours_in_plain_choices_and_publishes(visit, url, setting):
    worker, director = visit("worker"), visit("director")
    assert url("adopt_guide", key="vaccination") in worker.get(url("guide_desk")).content.decode()
    form = {
        "means": ["window"], "where": "社区卫生服务站", "phone": "0990-5550009", "step_free": "yes",
        "price_class": "free", "kind_1": "weekly", "days_1": ["3"], "opens_1": "08:30",
        "closes_1": "11:30", "on_1": "2027-01-06", "why_1": "消毒",
    }  # fmt: skip
    wrong = worker.post(url("adopt_guide", key="vaccination"), {**form, "days_1": []})
    assert wrong.status_code == 409
    assert "开放时间第 1 行不对" in wrong.content.decode()
    made = worker.post(url("adopt_guide", key="vaccination"), form)
    draft = GuideVersion.objects.get(community=setting.community)
    assert made.url == url("guide_version_desk", version_id=draft.pk)
    page = worker.get(made.url).content.decode()
    assert "每周三 08:30–11:30，节假日不开" in page
    assert "消毒" in page
    # Adopted is adopted: the form says so instead of making a second.
    assert worker.post(url("adopt_guide", key="vaccination"), form).status_code == 409
    seen = {"seen": draft.stamp}
    assert director.post(url("publish_guide", version_id=draft.pk), seen).status_code == 302
    assert "周三" in visit().get(url("guide", key="vaccination")).content.decode()
    guide = Guide.objects.get(community=setting.community)
    one = director.get(url("guide_one_desk", guide_id=guide.pk)).content.decode()
    assert "第 1 版" in one
    assert worker.get(url("edit_guide", guide_id=guide.pk)).status_code == 200
    assert worker.get(url("new_guide")).status_code == 200
    assert worker.get(url("retire_guide", guide_id=guide.pk)).status_code == 200


def test_a_guide_looked_at_180_days_ago_stands_first_on_the_desk_until_confirmed(
    live, actor, at, days, setting, on
):
    old = live(when=at - days(180))
    live("legal_aid")
    first = queries.desk_lines(setting.community, on)[0]
    assert (first.guide.pk, first.stale) == (old.guide_id, True)
    actions.confirm_guide(first.live, by=actor("worker"), at=at)
    assert not any(line.stale for line in queries.desk_lines(setting.community, on))


def test_the_handbook_is_printed_from_the_same_in_large_type_and_as_pdf(live, visit, url):
    live()
    page = visit().get(url("handbook"), {"paper": "a4", "large": "1"}).content.decode()
    assert "handbook-a4 handbook-large" in page
    assert "便民服务日" in page
    pdf = visit().get(url("handbook_pdf"))
    assert pdf.status_code in (200, 404)  # where the machine can draw one
    assert pdf.status_code == 404 or pdf.content.startswith(b"%PDF")


def test_no_field_takes_a_diagnosis():
    names = {field.name for model in (Guide, GuideVersion) for field in model._meta.get_fields()}
    assert not names & {"diagnosis", "illness", "disease", "health", "condition"}


def test_the_six_say_who_serves_which_and_what_is_missing(live, visit, url):
    live("family_doctor")
    live("", title="银龄课堂", elder_have=["learning", "teaching"])
    page = visit().get(url("six")).content.decode()
    for words in ("老有所养", "老有所医", "家庭医生签约", "银龄课堂", "还没有", "不记谁用了什么"):
        assert words in page, words
    assert page.count("银龄课堂") == 2
    assert "六个老有" in visit().get(url("guides")).content.decode()
