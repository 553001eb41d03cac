import json
import re
from datetime import date, datetime

import pytest
import time_machine
from django.urls import reverse
from hypothesis import HealthCheck, given, settings, strategies as st

from linli.core.access.models import Account
from linli.core.clocks.tests.cast import at, make_holder
from linli.mechanisms.publication.models import Posting
from linli.mechanisms.publication.tests.notices import AID, NEWS, ROLL

pytestmark = pytest.mark.django_db

ILLNESS, IDENTITY = "尿毒症", "11010519491231002X"


@pytest.fixture(autouse=True)
def on_the_second_of_march():
    with time_machine.travel(at(3, 2), tick=False) as travel:
        yield travel


def _url(name, community, *more):
    return reverse(f"publication:{name}", args=[community.code, *more])


def _read(client, url, status=200, **headers):
    response = client.get(url, headers=headers)
    assert response.status_code == status
    return response.content.decode()


def _everywhere(client, community, notice):
    """Everything anybody can get of a notice: pages with their source, sheets, data, text."""
    return {
        "list": _read(client, _url("notices", community)),
        "list data": _read(client, _url("notices_data", community)),
        "page": _read(client, _url("notice", community, notice.pk)),
        "data": _read(client, _url("notice_data", community, notice.pk)),
        "A4 sheet": _read(client, _url("sheet", community, notice.pk)),
        "A3 sheet": _read(client, _url("sheet", community, notice.pk) + "?size=A3"),
        "text": _read(client, _url("text", community, notice.pk)),
    }


def _aid(publish, owner, worker, director):
    fields = {"name": "张三", "members": 3, "amount": 120000}
    draft = publish.draft(owner, by=worker, at=at(3, 2), template=AID, fields=fields)
    return publish.release(draft, by=director, at=at(3, 2), on=date(2026, 3, 2))


def test_a_notice_reads_the_same_on_the_page_the_sheet_as_data_and_as_text(
    posted, client, community
):
    notice = posted(at(3, 2))
    found = _everywhere(client, community, notice)
    for where, text in found.items():
        assert "楼道灯修好了" in text, where
    for where in ("page", "A4 sheet", "A3 sheet", "text"):
        assert "3号楼楼道灯已全部换新。" in found[where], where
        assert "¥360.00" in found[where], where
    data = json.loads(found["data"])
    assert data["number"] == "2026-0001"
    assert [field["key"] for field in data["fields"]] == ["title", "body", "cost"]
    assert datetime.fromisoformat(data["comes_down_at"]) == at(3, 18, 0)
    assert "2026年3月17日" in found["page"]
    assert f'href="{_url("notice_data", community, notice.pk)}"' in found["page"]
    assert f'href="{_url("notices_data", community)}"' in found["list"]


def test_an_aid_notice_tells_name_members_and_amount_and_nothing_else(
    publish, owner, worker, director, client, community
):
    notice = _aid(publish, owner, worker, director)
    # A record with more than the template lists, however it came into the row.
    row = Posting.objects.filter(community=community, pk=notice.pk)
    row.update(fields={**notice.fields, "illness": ILLNESS, "identity": IDENTITY})
    for where, text in _everywhere(client, community, notice).items():
        assert ILLNESS not in text, where
        assert IDENTITY not in text, where
    assert "张三" not in _read(client, _url("notices", community))
    assert "张三" not in _read(client, _url("notices_data", community))
    assert "张三" in _read(client, _url("sheet", community, notice.pk))


secrets = st.text(alphabet="abcdefghjkmnpqrstvwxyz0123456789", min_size=12, max_size=20)
keys = st.from_regex(r"[a-z][a-z_]{3,12}", fullmatch=True)


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.dictionaries(keys, secrets, min_size=1, max_size=4),
    st.sampled_from([NEWS, ROLL]),
    st.booleans(),
)
def test_no_unlisted_key_or_value_finds_a_way_out(
    publish, owner, worker, client, community, unlisted, template, nested
):
    listed = {
        NEWS: {"title": "楼道灯修好了", "body": "已全部换新。"},
        ROLL: {"rows": [{"team": "巡逻队", "hours": 12}]},
    }[template]
    taken = {field.key for field in template.fields} | {"team", "hours"}
    unlisted = {f"zz{key}": value for key, value in unlisted.items() if key not in taken}
    notice = publish.post(
        owner, by=worker, at=at(3, 2), template=template, fields=listed, on=date(2026, 3, 2)
    )
    fields = {**listed, **unlisted}
    if nested and template is ROLL:
        fields["rows"] = [{**listed["rows"][0], **unlisted}]
    rows = Posting.objects.filter(community=community, pk=notice.pk)
    rows.update(fields=fields, owner_kind="zzkind.Secret", snapshot={"zzkey": "zzvalue"})
    for where, text in _everywhere(client, community, notice).items():
        for key, value in {**unlisted, "zzkind": "zzkey", "zzvalue": str(owner.pk)}.items():
            assert value not in text, (where, key)
            assert key not in text, (where, key)
    rows.delete()


def test_what_was_typed_is_never_markup(posted, client, community):
    nasty = "<script>alert(1)</script><b onclick=x>"
    notice = posted(at(3, 2), fields={"title": nasty, "body": f"甲\n\n{nasty}"})
    for where, text in _everywhere(client, community, notice).items():
        if where.endswith("data") or where == "text":
            continue  # not markup at all, and served as what they are
        assert "<script>alert" not in text, where
        assert "onclick=x>" not in text, where


def test_what_has_come_down_is_gone_from_every_page_and_says_when(
    posted, client, community, on_the_second_of_march
):
    notice = posted(at(3, 2))
    on_the_second_of_march.move_to(at(3, 18, 0))
    assert "楼道灯" not in _read(client, _url("notices", community))
    assert "楼道灯" not in _read(client, _url("notices_data", community))
    page = _read(client, _url("notice", community, notice.pk), 410)
    assert "楼道灯" not in page
    assert "公示期满" in page
    data = json.loads(_read(client, _url("notice_data", community, notice.pk), 410))
    assert data["number"] == "2026-0001"
    assert "fields" not in data
    _read(client, _url("sheet", community, notice.pk), 404)
    _read(client, _url("text", community, notice.pk), 404)


def test_what_names_persons_asks_search_engines_and_caches_to_stay_away(
    publish, posted, owner, worker, director, client, community
):
    aid = _aid(publish, owner, worker, director)
    for name in ("notice", "notice_data", "sheet", "text"):
        response = client.get(_url(name, community, aid.pk))
        assert response["X-Robots-Tag"] == "noindex, noarchive", name
        assert response["Cache-Control"] == "no-store", name
    assert 'name="robots"' in _read(client, _url("notice", community, aid.pk))
    news = posted(at(3, 2))
    assert "X-Robots-Tag" not in client.get(_url("notice", community, news.pk))


def test_the_sheet_names_its_paper_and_carries_a_code_that_leads_to_the_page(
    posted, client, community
):
    notice = posted(at(3, 2))
    small = _read(client, _url("sheet", community, notice.pk))
    large = _read(client, _url("sheet", community, notice.pk) + "?size=A3")
    assert "sheet-a3.css" not in small
    assert "sheet-a3.css" in large
    assert "qr-code" in small
    assert "翠湖社区居民委员会" in small
    assert _read(client, _url("text", community, notice.pk)).endswith(
        _url("notice", community, notice.pk)
    )


def test_a_correction_is_shown_with_its_reason_and_not_what_it_said_before(
    publish, posted, worker, client, community
):
    notice = posted(at(3, 2))
    publish.correct(
        notice,
        by=worker,
        at=at(3, 2),
        fields={"title": "楼道灯修好了", "body": "5号楼楼道灯已换新。"},
        reason="楼号写错了",
    )
    page = _read(client, _url("notice", community, notice.pk))
    assert "楼号写错了" in page
    assert "3号楼" not in page
    assert "已更正" in _read(client, _url("notices", community))
    assert "已更正" in _read(client, _url("sheet", community, notice.pk))


def test_the_list_answers_a_filter_with_the_list_alone_and_pages_on(posted, client, community):
    for _ in range(31):
        posted(at(3, 2))
    part = _read(client, _url("notices", community), **{"HX-Request": "true"})
    assert "<html" not in part
    assert part.count("楼道灯修好了") == 30
    older = re.search(r'href="(\?[^"]*after=[^"]+)"', part)[1].replace("&amp;", "&")
    assert _read(client, _url("notices", community) + older).count("楼道灯修好了") == 1
    none = _read(client, _url("notices", community) + "?category=test_help")
    assert "现在没有正在公示的内容" in none
    assert "居务公告" not in _read(client, _url("notices", community) + "?category=nonsense")


def test_notices_of_another_community_are_not_found_here(posted, client, community):
    from linli.core.clocks.tests.cast import make_community

    elsewhere = make_community("110101001002", "望江社区")
    notice = posted(at(3, 2))
    _read(client, _url("notice", elsewhere, notice.pk), 404)
    assert "楼道灯" not in _read(client, _url("notices", elsewhere))


def _sign_in(client, actor):
    account = Account.objects.get(pk=actor.account)
    client.force_login(account, backend="linli.core.access.sign_in.AccountBackend")
    return client


def test_the_desk_takes_a_notice_down_from_its_page(posted, client, community, worker):
    notice = posted(at(3, 2))
    url = _url("withdraw", community, notice.pk)
    assert url not in _read(client, _url("notice", community, notice.pk))
    _sign_in(client, worker)
    assert url in _read(client, _url("notice", community, notice.pk))
    assert client.post(url, {"ground": ""}).status_code == 302
    assert client.post(url, {"ground": "privacy"}).status_code == 302
    page = _read(client, _url("notice", community, notice.pk), 410)
    assert "公开了不该公开的个人信息" in page


def test_an_outsider_and_a_visitor_cannot_take_a_notice_down(posted, client, community):
    from linli.core.clocks.tests.cast import make_community

    notice = posted(at(3, 2))
    url = _url("withdraw", community, notice.pk)
    assert client.post(url, {"ground": "privacy"}).status_code == 302  # to the way in
    outsider = make_holder(make_community("110101001002", "望江社区"), "director", "外人")
    assert _sign_in(client, outsider).post(url, {"ground": "privacy"}).status_code == 404
    _read(client, _url("notice", community, notice.pk))


def test_the_page_costs_the_same_however_much_is_up(
    posted, client, community, django_assert_max_num_queries
):
    posted(at(3, 2))
    client.get(_url("notices", community))
    for _ in range(20):
        posted(at(3, 2))
    with django_assert_max_num_queries(4):
        client.get(_url("notices", community))
