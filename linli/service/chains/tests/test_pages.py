"""The pages of a list: pasted, looked at, set right, taken out."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.utils import timezone
from openpyxl import load_workbook

from linli.lib.chains import read_chain
from linli.service.chains import facts
from linli.service.chains.models import Chain, Line
from linli.service.chains.queries import rows_of
from linli.service.chains.tests.conftest import LIST


def text(response) -> str:
    return response.content.decode()


def test_a_text_is_pasted_and_shown_row_by_row(sign_in, url, community):
    client = sign_in("worker")
    form = client.get(url("list")).context["form"]
    once = form["once"].value()
    response = client.post(url("list"), {"text": LIST, "kind": "order", "once": once})
    chain = Chain.objects.get(community=community)
    assert response["Location"] == url("show", chain.pk)
    page = text(client.get(url("show", chain.pk)))
    assert "王阿姨" in page
    assert "7 盘" in page
    assert page.count("没对上") >= 2
    assert "周六团鸡蛋" in text(client.get(url("list")))


def test_what_is_no_list_and_an_unknown_building_are_said_at_the_field(sign_in, url, community):
    client = sign_in("worker")
    once = client.get(url("list")).context["form"]["once"].value()
    given = {"kind": "order", "once": once}
    refused = client.post(url("list"), {"text": "你好", **given})
    assert refused.status_code == 422
    assert "请从群里复制整段接龙" in text(refused)
    unknown = client.post(url("list"), {"text": LIST, "where": "99号楼", **given})
    assert "本社区没有这个小区或楼栋" in text(unknown)
    assert not Chain.objects.filter(community=community).exists()


def test_a_line_is_matched_by_hand(sign_in, url, chain, dwelling):
    client = sign_in("worker")
    third = rows_of(chain)[2]
    address = url("line", chain.pk, third.pk)
    assert "9-9-999" in text(client.get(address))
    given = {"name": "赵", "quantities": "鸡蛋3盘", "note": "", "counts": "on"}
    wrong = client.post(address, {"address": "8-8-888", **given})
    assert "本社区没有这套住房" in text(wrong)
    client.post(address, {"address": "2-2-301", **given})
    third.refresh_from_db()
    assert third.dwelling == dwelling("2号楼", "2单元", "301")
    assert third.quantities == [["3", "盘", "鸡蛋"]]


def test_of_several_dwellings_one_is_chosen(sign_in, url, open_list, dwelling):
    chain = open_list("1. 1-101 王 2份")  # two staircases of the building have such a door
    (line,) = rows_of(chain)
    assert line.dwelling is None
    client = sign_in("worker")
    assert "有 2 套都像" in text(client.get(url("show", chain.pk)))
    page = text(client.get(url("line", chain.pk, line.pk)))
    assert str(dwelling().pk) in page
    home = dwelling("1号楼", "2单元", "101")
    client.post(url("line", chain.pk, line.pk), {"home": str(home.pk), "counts": "on"})
    line.refresh_from_db()
    assert line.dwelling == home


def test_a_name_on_the_register_is_offered_and_never_taken(
    sign_in, url, open_list, resident, dwelling
):
    resident("陈建国", home=dwelling(door="301"))
    chain = open_list("1. 1-1-102 王 1份\n2. 陈建国 1份")
    line = rows_of(chain)[1]
    assert line.dwelling is None
    page = text(sign_in("worker").get(url("line", chain.pk, line.pk)))
    assert str(dwelling(door="301").pk) in page


def test_it_goes_out_as_a_message_that_reads_back_the_same(sign_in, url, chain):
    client = sign_in("worker")
    written = client.get(url("message", chain.pk)).context["text"]
    read = read_chain(written)
    assert [(e.hint, e.name) for e in read.entries] == [
        (line.hint, line.name) for line in rows_of(chain)
    ]
    assert written.endswith("5. ")
    stairs = client.get(url("message", chain.pk, order="stairs")).context["text"]
    assert "【" in stairs
    assert "没有对上住房" in stairs


def test_it_goes_out_as_a_sheet_and_as_tables(sign_in, url, chain):
    client = sign_in("worker")
    sheet = text(client.get(url("sheet", chain.pk)))
    assert sheet.index("1号楼") < sheet.index("2号楼") < sheet.index("没有对上住房")
    assert sheet.count("tick-box") == 4
    book = load_workbook(BytesIO(client.get(url("workbook", chain.pk)).content))
    assert [cell.value for cell in book.active[2]][1:4] == ["101", "王阿姨", "2盘"]
    csv = client.get(url("table", chain.pk)).content.decode("utf-8-sig")
    assert csv.count("\n") == 5


def test_it_is_added_to_pasted_again_closed_opened_and_deleted(sign_in, url, chain, community):
    client = sign_in("worker")
    client.post(url("add", chain.pk), {"address": "1-1-301", "name": "吴", "quantities": "1盘"})
    assert Line.objects.filter(community=community).count() == 5
    client.post(url("again", chain.pk), {"text": LIST})
    assert "吴" in text(client.get(url("show", chain.pk)))
    client.post(url("close", chain.pk))
    assert "重新打开" in text(client.get(url("show", chain.pk)))
    assert client.post(url("again", chain.pk), {"text": LIST}).status_code == 422
    client.post(url("reopen", chain.pk))
    client.post(url("close", chain.pk))
    client.post(url("forget", chain.pk))
    assert client.get(url("show", chain.pk)).status_code == 404


@pytest.mark.parametrize("post", ["mediator", "supervisor", "registrar", ""])
def test_others_do_not_see_it(sign_in, url, chain, post):
    client = sign_in(post)
    for name in ("show", "sheet", "message", "workbook", "table"):
        assert client.get(url(name, chain.pk)).status_code == 404


def test_what_a_colleague_changed_meanwhile_is_not_overwritten(sign_in, url, chain):
    client = sign_in("worker")
    third = rows_of(chain)[2]
    address, again = url("line", chain.pk, third.pk), url("again", chain.pk)
    seen = client.get(address).context["form"]["seen"].value()
    whole = client.get(again).context["form"]["seen"].value()
    given = {"address": "2-2-301", "quantities": "3盘", "note": "", "counts": "on"}
    client.post(address, {**given, "name": "赵大姐", "seen": seen})
    late = client.post(address, {**given, "name": "赵先生", "seen": seen})
    assert (late.status_code, "有人改过" in text(late)) == (409, True)
    assert rows_of(chain)[2].name == "赵大姐"
    stale = client.post(again, {"text": LIST, "seen": whole})
    assert stale.status_code == 422
    assert "周六团鸡蛋" in text(stale)
    whole = stale.context["form"]["seen"].value()
    assert client.post(again, {"text": LIST, "seen": whole}).status_code == 302
    gone = client.get(address, follow=True)
    assert "这一条已经不在" in text(gone)


def test_what_was_served_counts_when_the_list_is_long_gone(sign_in, url, chain, community):
    client = sign_in("worker")
    for name in ("close", "reopen", "close"):
        client.post(url(name, chain.pk))
    client.post(url("forget", chain.pk))
    today = timezone.localdate()
    found = [(fact.kind, fact.part) for fact in facts.rows(community, today, today)]
    assert found == [("chains.served", 1), ("chains.entries", 4), ("chains.homes", 2)]
    assert list(facts.rows(community, today - timedelta(days=9), today - timedelta(days=1))) == []
