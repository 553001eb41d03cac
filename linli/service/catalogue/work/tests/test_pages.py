"""The board, the owner's card, the desk: what each shows to whom, walked by hand."""

from datetime import timedelta

import pytest
from django.utils import timezone

from linli.core.audit.models import ClosedEntry
from linli.core.people.models import Person
from linli.service.catalogue.work import actions
from linli.service.catalogue.work.models import Employer, JobCard, JobOpening, Release
from linli.service.catalogue.work.tests.conftest import CARD, EMPLOYER, OPENING

pytestmark = pytest.mark.django_db


def test_the_board_says_what_where_pay_and_until_when_and_its_order(up, visit, url, at):
    row = up(title="早餐店帮工", title_en="Breakfast help")
    up(title="保洁", kind="public", times="day", employer=row.employer)
    page = visit().get(url("openings"))
    text = page.content.decode()
    for said in ("早餐店帮工", "2000 到 2400 元／月", "0990-5550041", "不能花钱往前排", "起不再显示",
                 url("application_scheme", scheme="employment_aid"), "openings.json"):  # fmt: skip
        assert said in text, said
    rows = visit().get(url("openings_twin")).json()["openings"]
    assert {each["title"] for each in rows} == {"早餐店帮工", "保洁"}
    assert "早餐店帮工" not in visit().get(url("openings"), {"kind": "public"}).content.decode()
    found = visit().post(url("openings"), {"q": "包包子"}).content.decode()
    assert "早餐店帮工" in found
    one = visit().get(url("opening", opening_id=row.pk)).content.decode()
    for said in ("翠湖新村南门", "手脚干净", "打电话 0990-5550040", "tel:0990-5550041", "先交钱"):
        assert said in one, said
    sheet = visit().get(url("openings_sheet"), {"paper": "a3", "large": 1}).content.decode()
    assert "work-sheet-a3 work-sheet-large" in sheet
    assert "保洁" in sheet
    JobOpening.objects.filter(community=row.community_id).update(
        posted_on=timezone.localdate(at) - timedelta(days=9), expires_on=timezone.localdate(at)
    )
    assert visit().get(url("opening", opening_id=row.pk)).status_code == 404
    assert visit().get(url("openings_twin")).json()["openings"] == []


def test_the_desk_rings_drafts_is_refused_publishes_and_rings_again(visit, url, cast):
    worker, place = visit("worker"), cast.community
    employer = {**EMPLOYER, "agreed_on": "", "how": "phone", "number": ""}
    refused = worker.post(url("new_employer"), employer)
    assert refused.status_code == 409
    assert "不算核实" in refused.content.decode()
    worker.post(url("new_employer"), {**employer, "number": "114"})
    row = Employer.objects.get(community=place)
    assert "114" in worker.get(url("employer", employer_id=row.pk)).content.decode()
    call = {**employer, "number": "114", "result": "confirmed", "seen": row.version}
    assert worker.post(url("employer", employer_id=row.pk), call).status_code == 302
    assert "湖滨早餐店" in worker.get(url("employers")).content.decode()
    draft = {key: value for key, value in OPENING.items() if value is not None}
    draft |= {"employer": str(row.pk), "pay_yuan": "", "asks": "只招女性"}
    del draft["pay_fen"], draft["pay_most_fen"]
    made = worker.post(url("new_opening"), draft)
    opening = JobOpening.objects.get(community=place)
    assert made.url == url("opening_desk", opening_id=opening.pk)
    soon = timezone.localdate() + timedelta(days=5)
    put_up = {"expires_on": soon.isoformat(), "seen": opening.version}
    publish = url("publish_opening", opening_id=opening.pk)
    page = worker.post(publish, put_up)
    assert page.status_code == 409
    assert "没有写工钱" in page.content.decode()
    JobOpening.objects.filter(community=place, pk=opening.pk).update(where="", hours="")
    page = worker.post(publish, put_up)
    assert "还没写：在哪里、几点到几点、工钱。" in page.content.decode()
    edit = url("edit_opening", opening_id=opening.pk)
    assert worker.get(edit).status_code == 200
    worker.post(edit, {**draft, "pay_yuan": "21.5", "pay_per": "hour", "seen": opening.version})
    put_up["seen"] += 1
    page = worker.post(publish, put_up)
    text = page.content.decode()
    assert page.status_code == 409
    assert "只招女" in text
    assert "employment_promotion.27" in text
    assert worker.post(publish, {**put_up, "looked": "on"}).status_code == 302
    shown = worker.get(url("opening_desk", opening_id=opening.pk)).content.decode()
    assert "21.50 元／小时" in shown
    assert "说法由谁看过" in shown
    assert url("ring_opening", opening_id=opening.pk) in worker.get(
        url("opening_lines")
    ).content.decode()  # fmt: skip
    ring = {"answer": "filled", "expires_on": "", "seen": put_up["seen"] + 1}
    assert "还招吗" in worker.get(url("ring_opening", opening_id=opening.pk)).content.decode()
    assert worker.post(url("ring_opening", opening_id=opening.pk), ring).status_code == 302
    over = worker.get(url("opening_lines"), {"show": "over"}).content.decode()
    assert "招满了" in over
    again = worker.get(url("new_opening"), {"from": str(opening.pk)}).content.decode()
    assert "包包子" in again
    second = worker.post(url("new_opening"), {**draft, "title": "错的"})
    row = JobOpening.objects.get(community=place, state="draft")
    assert second.url == url("opening_desk", opening_id=row.pk)
    worker.post(url("discard_opening", opening_id=row.pk), {"seen": row.version})
    assert not JobOpening.objects.filter(community=place, state="draft").exists()


def test_she_writes_ticks_takes_back_and_destroys_on_her_phone(up, visit, url, cast):
    opening, mine, place = up(), visit("elder"), cast.community
    assert "您没有求职卡" in mine.get(url("my_job_card")).content.decode()
    assert mine.post(url("write_job_card"), {"reach": "phone"}).status_code == 422
    assert mine.post(url("write_job_card"), CARD).status_code == 302
    page = mine.get(url("my_job_card"))
    text = page.content.decode()
    assert page["Cache-Control"] == "no-store"
    for said in ("食堂做过十年", "早餐店帮工", "没有告诉过任何单位", "没有人打开过"):
        assert said in text, said
    release = url("release_job_card", opening_id=opening.pk)
    form = mine.get(release).content.decode()
    assert "食堂做过十年" in form
    assert "checked" not in form
    assert mine.post(release, {"fields_told": ["phone"]}).status_code == 302
    row = Release.objects.get(community=place)
    withdraw = url("withdraw_release", release_id=row.pk)
    assert visit("tenant").post(withdraw).status_code == 404
    mine.post(withdraw)
    assert not Release.objects.filter(community=place).exists()
    mine.post(url("keep_job_card"))
    assert "改于" not in mine.get(url("my_job_card")).content.decode()
    anew = {**CARD, "seen": JobCard.objects.get(community=place).version}
    mine.post(url("write_job_card"), anew)
    text = mine.get(url("my_job_card")).content.decode()
    assert "改于" in text
    assert "不要了，删除" in text
    assert "找不回来" in mine.get(url("destroy_job_card")).content.decode()
    mine.post(url("destroy_job_card"))
    assert not JobCard.objects.filter(community=place).exists()
    assert "您没有求职卡" in mine.get(url("my_job_card")).content.decode()
    for page in ("release_job_card", "destroy_job_card"):
        parts = {"opening_id": opening.pk} if page.startswith("release") else {}
        assert mine.get(url(page, **parts)).status_code == 404


def test_only_the_employment_post_opens_a_card_and_rings_with_the_words(
    card, up, visit, url, cast, actor, at, known
):
    opening, warden, worker = up(), visit("mediator"), visit("worker")
    mine = {"by": actor("elder"), "at": at}
    row = actions.release_fields(card, opening=opening, fields=["phone"], **mine)
    one, ring = url("job_card", card_id=card.pk), url("release", release_id=row.pk)
    for address in (url("job_cards"), url("new_job_card"), one, url("releases"), ring):
        assert worker.get(address).status_code == 404
    lines = worker.get(url("opening_desk", opening_id=opening.pk)).content.decode()
    assert "王秀兰" not in lines
    assert "求职卡" not in worker.get(url("opening_lines")).content.decode().split("<main")[1]
    assert "食堂" not in warden.get(url("job_cards")).content.decode()
    assert "食堂做过十年" in warden.get(one).content.decode()
    looks = ClosedEntry.objects.filter(action="catalogue.look_at_job_card", about=card.person_id)
    assert looks.count() == 1
    own = visit("elder").get(url("my_job_card")).content.decode()
    assert "打开了求职卡" in own
    assert "看了有求职卡的人的名单" in own
    assert "王秀兰" not in warden.get(url("releases")).content.decode()
    before = warden.get(ring).content.decode()
    assert "我现在打电话" in before
    assert CARD["phone"] not in before
    warden.post(url("tell_release", release_id=row.pk))
    script = warden.get(ring).content.decode()
    assert CARD["phone"] in script
    assert "食堂" not in script
    assert "王秀兰" not in script
    assert "已经替您说过" in visit("elder").get(url("my_job_card")).content.decode()
    warden.post(url("release_not_reached", release_id=row.pk))
    warden.post(url("tell_release", release_id=row.pk))
    warden.post(url("withdraw_release_here", release_id=row.pk))
    back = warden.get(ring).content.decode()
    assert "请单位删掉" in back
    assert CARD["phone"] not in back
    warden.post(url("recall_release", release_id=row.pk))
    assert "请单位删掉于" in warden.get(ring).content.decode()
    # At the counter, on her wish.
    wish = {"consent": "spoken"}
    assert warden.post(url("job_card_keep", card_id=card.pk), wish).status_code == 302
    written = {**CARD, **wish, "can": "会缝纫", "seen": card.version + 1}
    assert warden.post(url("job_card_write", card_id=card.pk), written).status_code == 302
    given = {**wish, "fields_told": ["name"]}
    tell = url("job_card_release", card_id=card.pk, opening_id=opening.pk)
    assert warden.post(tell, given).status_code == 302
    waits = Release.objects.get(community=cast.community, recalled_on__isnull=True)
    assert waits.consent == "spoken"
    warden.post(url("job_card_destroy", card_id=card.pk))
    assert not JobCard.objects.filter(community=cast.community).exists()
    found = warden.post(url("new_job_card"), {"q": "王秀兰"}).content.decode()
    assert "王秀兰" in found
    new = {**CARD, **wish, "q": "王秀兰", "person": str(card.person_id)}
    new["once"] = "0f0e0d0c-0b0a-4909-8807-060504030201"
    assert warden.post(url("new_job_card"), new).status_code == 302
    assert JobCard.objects.get(community=cast.community).consent == "spoken"


def test_the_list_of_cards_goes_on_on_the_next_page(cast, card, visit, url, actor, at, known):
    by = {"by": actor("mediator"), "at": at, "consent": "spoken", "given": CARD}
    for number in range(50):
        row = {"name": f"甲{number}", "registered_at": at, "changed_at": at}
        other = Person.objects.create(community=cast.community, **row)
        actions.write_card(cast.community, person=other, **by)
    page = visit("mediator").get(url("job_cards"))
    assert len(page.context["rows"]) == 50
    rest = visit("mediator").get(url("job_cards"), {"after": page.context["after"]})
    shown = {each.person_id for each in (*page.context["rows"], *rest.context["rows"])}
    assert len(shown) == 51
    assert card.person_id in shown
