"""Raising a matter page by page, with and without mistakes; and a worker typing one in."""

import html
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from linli.core.files.models import StoredFile
from linli.lib.identity.ids import new_id
from linli.lib.identity.receipt import parse_receipt
from linli.service.matters.models import Matter
from linli.service.matters.queries import kinds_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def said(setting):
    """What somebody fills in; every field can be said otherwise."""

    def filled(code="stair_light", **more):
        kind = kinds_of(setting.community).get(code=code)
        return {
            "kind": str(kind.pk),
            "text": "三楼到四楼的灯不亮了，晚上看不清台阶。",
            "place": str(setting.stair.pk),
            "where": "三楼到四楼之间",
            "wanted": "",
            "contact_name": "",
            "contact_phone": "",
            "lat": "",
            "lon": "",
            "tag": "",
            **more,
        }

    return filled


@pytest.fixture
def here(setting):
    """All matters of the community."""
    return lambda: list(Matter.objects.filter(community=setting.community).order_by("id"))


def hidden_fields(page):
    """What the second page carries along, as a browser without scripts would send it."""
    form = page[page.index('enctype="multipart/form-data"') :]
    found = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', form)
    return {name: html.unescape(value) for name, value in found}


def carried(response):
    """The fields of the check page's own form, taken from the form itself."""
    form = response.context["form"]
    return {field.name: field.value() or "" for field in form.hidden_fields()}


def test_two_pages_and_a_receipt(client, url, said, here):
    first = client.get(url("new"))
    assert "data-emergency-words" in first.text
    check = client.post(url("new"), said())
    assert check.status_code == 200
    assert here() == []
    assert "由居委会受理" in check.text
    assert "5 个工作日" in check.text
    assert "翠湖新村 › 1号楼 › 2单元" in check.text

    done = client.post(url("check"), carried(check))
    (matter,) = here()
    assert done.status_code == 302
    assert done["Location"] == url("follow", receipt=matter.receipt)
    page = client.get(done["Location"])
    assert matter.receipt in page.text
    assert "收到了" in page.text
    assert (matter.channel, matter.sender_id, matter.state) == ("web", None, "received")
    assert matter.title == "三楼到四楼的灯不亮了，晚上看不清台阶"


def test_the_second_page_carries_all_that_was_said_on_the_first(client, url, said):
    check = client.post(url("new"), said(wanted="换声控灯", contact_name="王秀兰"))
    fields = hidden_fields(check.text)
    assert fields["wanted"] == "换声控灯"
    assert fields["contact_name"] == "王秀兰"
    assert fields["text"] == said()["text"]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("我是王秀兰，住501室。三楼的灯不亮！快来", "三楼的灯不亮"),
        ("我住501，电话13812345678", "楼道灯、公共照明"),
        ("楼道灯坏了", "楼道灯坏了"),
        ("灯" * 50, "灯" * 39 + "…"),
    ],
)
def test_the_title_names_nobody(client, url, said, here, text, title):
    fields = carried(client.post(url("new"), said(text=text, contact_name="王秀兰")))
    client.post(url("check"), fields)
    assert here()[0].title == title


def test_who_is_signed_in_finds_it_again_among_their_own(visit, url, said, here, setting):
    browser = visit("elder")
    browser.post(url("check"), carried(browser.post(url("new"), said())))
    (matter,) = here()
    assert matter.sender_id == setting.accounts["elder"].pk
    assert matter.title in browser.get(url("mine")).text
    assert matter.title not in visit("tenant").get(url("mine")).text


def test_the_stair_s_tag_fills_in_the_place(client, url, said, here, setting):
    arrived = client.get(f"/q/{setting.tag.code}/")
    way = f"{url('new')}?tag={setting.tag.code}"
    assert arrived["Location"] == way
    page = client.get(way)
    assert "您扫的是“翠湖新村 › 1号楼 › 2单元”的码" in page.text
    assert f'<option value="{setting.stair.pk}" selected>' in page.text
    client.post(url("check"), carried(client.post(url("new"), said(tag=setting.tag.code))))
    assert here()[0].channel == "tag"


def test_the_tag_of_another_community_fills_in_nothing(client, url, setting):
    page = client.get(f"{url('new', community=setting.neighbour)}?tag={setting.tag.code}")
    assert page.status_code == 200
    assert "您扫的是" not in page.text


def test_what_is_missing_is_said_all_at_once_with_what_was_typed(client, url, said, here):
    response = client.post(url("new"), said(text="", place="", where="", contact_phone="12"))
    assert response.status_code == 422
    assert "data-error-summary" in response.text
    for field in ("text", "place", "contact_phone"):
        assert response.context["form"].errors[field], field
    assert here() == []


def test_a_place_of_the_next_community_cannot_be_chosen(client, url, said, setting):
    response = client.post(url("new"), said(place=str(setting.neighbour.pk)))
    assert response.status_code == 422
    assert "place" in response.context["form"].errors


def test_going_back_keeps_every_word(client, url, said):
    check = client.post(url("new"), said(contact_phone="199-0000-0003"))
    again = client.post(url("new"), {**check.context["carried"], "edit": "1"})
    assert again.status_code == 200
    assert said()["text"] in again.text
    assert "199-0000-0003" in again.text
    assert "field-wrong" not in again.text


@pytest.mark.parametrize(
    ("text", "number"), [("厨房着火了", "119"), ("老人晕倒了", "120"), ("有人持刀", "110")]
)
def test_words_of_danger_stop_the_form_and_show_the_number(client, url, said, here, text, number):
    check = client.post(url("new"), said(text=text))
    assert f'href="tel:{number}"' in check.text
    assert "没有人一直守着" in check.text
    stopped = client.post(url("check"), carried(check))
    assert stopped.status_code == 200
    assert f'href="tel:{number}"' in stopped.text
    assert here() == []


def test_who_says_that_the_danger_is_over_goes_on(client, url, said, here):
    check = client.post(url("new"), said(text="刚才厨房着火了，已经扑灭"))
    stopped = client.post(url("check"), carried(check))
    done = client.post(url("check"), {**carried(stopped), "not_emergency": "on"})
    assert done.status_code == 302
    assert len(here()) == 1


def test_a_form_sent_twice_leads_to_the_one_receipt(client, url, said, here):
    fields = carried(client.post(url("new"), said()))
    first, second = (client.post(url("check"), fields) for _time in range(2))
    assert first["Location"] == second["Location"]
    assert len(here()) == 1


def test_photos_come_along_shrunk_and_only_the_sender_and_staff_see_them(
    client, url, said, here, photo, visit, setting
):
    fields = carried(client.post(url("new"), said()))
    done = client.post(url("check"), {**fields, "photos": [photo(), photo("b.jpg")]})
    (matter,) = here()
    files = StoredFile.objects.filter(community=setting.community, owner=matter.pk)
    assert [file.kind for file in files] == ["photo", "photo"]
    page = client.get(done["Location"]).text
    lent = re.findall(r'<img src="([^"]*)"', page)
    assert len(lent) == 2
    assert client.get(html.unescape(lent[0])).status_code == 200
    bare = f"/files/{files[0].pk}/{files[0].shown_name}"
    assert client.get(bare).status_code == 302, "without the receipt's page: sign in"
    for key, status in {"worker": 200, "manager": 404, "outsider": 404, "street": 404}.items():
        assert visit(key).get(bare).status_code == status, key


def test_a_pdf_that_calls_itself_a_photo_is_refused_and_nothing_is_raised(
    client, url, said, here, setting
):
    fields = carried(client.post(url("new"), said()))
    fake = SimpleUploadedFile("photo.jpg", b"%PDF-1.7\n%\xe2\xe3\n1 0 obj\n<<>>\n", "image/jpeg")
    response = client.post(url("check"), {**fields, "photos": [fake]})
    assert response.status_code == 422
    assert "PDF" in str(response.context["form"].errors["photos"])
    assert fields["text"] in response.text, "what was written is still there"
    assert here() == []
    assert not StoredFile.objects.filter(community=setting.community).exists()


def test_a_refused_photo_is_left_out_only_where_its_sender_says_so(client, url, said, here, photo):
    fields = carried(client.post(url("new"), said()))
    fake = SimpleUploadedFile("photo.jpg", b"%PDF-1.7\n%\xe2\xe3\n1 0 obj\n<<>>\n", "image/jpeg")
    page = client.post(url("check"), {**fields, "photos": [fake]}).text
    again = hidden_fields(page)
    assert again["photos_refused"] == "1"
    assert 'name="photos_without"' in page
    undecided = client.post(url("check"), again)
    assert undecided.status_code == 422
    assert "刚才选的照片没有收进来" in undecided.text
    assert hidden_fields(undecided.text)["photos_refused"] == "1", "and it goes on asking"
    assert here() == []
    client.post(url("check"), {**again, "photos_without": "1"})
    assert len(here()) == 1


def test_a_smaller_photo_in_its_stead_is_choice_enough(client, url, said, here, photo):
    fields = carried(client.post(url("new"), said()))
    client.post(url("check"), {**fields, "photos_refused": "1", "photos": [photo()]})
    assert len(here()) == 1


def test_the_second_page_reloaded_leads_back_to_the_first(client, url):
    response = client.get(url("check"))
    assert (response.status_code, response["Location"]) == (302, url("new"))


def test_seven_photos_are_too_many_and_the_second_page_says_so(client, url, said, here, photo):
    fields = carried(client.post(url("new"), said()))
    response = client.post(url("check"), {**fields, "photos": [photo() for _n in range(7)]})
    assert response.status_code == 422
    assert "最多 6 张" in response.text
    assert here() == []


def test_words_spoilt_on_the_second_page_go_back_to_the_first(client, url, said, here):
    fields = carried(client.post(url("new"), said()))
    response = client.post(url("check"), {**fields, "text": ""})
    assert response.status_code == 422
    assert "data-error-summary" in response.text
    assert 'name="kind"' in response.text
    assert here() == []


def test_before_sending_one_reads_what_others_will_see(client, url, said):
    text = "我是王秀兰，住501室，电话13812345678，灯不亮。"
    check = client.post(url("new"), said(text=text, contact_name="王秀兰"))
    public = check.context["preview"].public_text
    assert "灯不亮" in public
    for secret in ("王秀兰", "501", "13812345678"):
        assert secret not in public
    assert "姓名、电话和门牌不公开" in check.text


def test_while_typing_only_what_is_public_already_is_offered_as_the_same(
    client, url, said, report, published
):
    report(title="没公开的", text="三楼到四楼的灯不亮了，还没公开")
    published(report(), title="三楼灯不亮", text="三楼到四楼的灯不亮了，晚上看不清台阶。")
    typed = {key: said()[key] for key in ("kind", "text", "place", "where")}
    found = client.post(url("near"), typed, headers={"HX-Request": "true"})
    assert "三楼灯不亮" in found.text
    assert "没公开的" not in found.text
    assert "<html" not in found.text
    nothing = client.post(url("near"), {"text": "灯"}, headers={"HX-Request": "true"})
    assert "三楼灯不亮" not in nothing.text


def test_what_is_typed_never_stands_in_an_address(client, url):
    assert client.get(url("near")).status_code == 405
    page = client.get(url("new")).text
    assert f'hx-post="{url("near")}"' in page
    assert "hx-get" not in page


def test_a_worker_types_in_a_call_and_reads_out_the_receipt(visit, url, said, here):
    browser = visit("worker")
    page = browser.get(url("type_in"))
    assert page.status_code == 200
    given = {**said(), "channel": "phone", "raised_at": "2026-01-05T09:30", "once": str(new_id())}
    done = browser.post(url("type_in"), given)
    (matter,) = here()
    assert (matter.channel, matter.sender_id) == ("phone", None)
    assert timezone.localtime(matter.raised_at).strftime("%F %R") == "2026-01-05 09:30"
    shown = browser.get(done["Location"])
    assert matter.receipt in shown.text
    again = browser.post(url("type_in"), given)
    assert again["Location"] == done["Location"]
    assert len(here()) == 1


def test_a_call_from_the_future_is_refused_with_the_reason(visit, url, said, here):
    given = {**said(), "channel": "phone", "raised_at": "2999-01-05T09:30", "once": str(new_id())}
    response = visit("worker").post(url("type_in"), given)
    assert response.status_code == 409
    assert "这不可能" in response.text
    assert here() == []


def test_a_call_without_a_kind_is_shown_again_with_its_words(visit, url, said):
    given = {**said(), "kind": "", "channel": "walk_in", "once": str(new_id())}
    response = visit("worker").post(url("type_in"), given)
    assert response.status_code == 422
    assert said()["text"] in response.text


def test_every_receipt_is_one_that_can_be_read_over_the_telephone(report):
    receipts = {report().receipt for _time in range(5)}
    assert len(receipts) == 5
    assert {parse_receipt(receipt.lower().replace("-", " ")) for receipt in receipts} == receipts
