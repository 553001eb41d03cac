"""The directory: fresh by telephone, hidden after a year, nobody's place for sale."""

import pytest
from django.db import IntegrityError, transaction

from linli.lib.law import Refused
from linli.service.catalogue.actions import providers as actions
from linli.service.catalogue.models import Provider, ProviderCheck
from linli.service.catalogue.queries import providers as queries
from linli.service.catalogue.rules.openings import Hours
from linli.service.catalogue.tests.guiding import ALL_DAY, PROVIDER

pytestmark = pytest.mark.django_db


@pytest.fixture
def entered(setting, actor, at):
    """An entry the worker made so many days ago."""

    def enter(when=None, hours=ALL_DAY, **more):
        return actions.enter_provider(
            setting.community,
            given={**PROVIDER, **more},
            hours=hours,
            by=actor("worker"),
            at=when or at,
        )

    return enter


@pytest.mark.parametrize(
    ("more", "rule"),
    [
        ({"phone": "13800138000"}, "catalogue.number_agreed"),
        ({"price_basis": ""}, "catalogue.price_published"),
        ({"price_unit": ""}, "catalogue.price_published"),
        ({"by_phone_only": True}, "catalogue.no_address"),
    ],
)
def test_what_may_not_be_listed_is_refused(entered, more, rule):
    with pytest.raises(Refused, match=rule):
        entered(**more)


def test_of_one_listed_by_telephone_alone_no_address_can_be_kept(entered, visit, url, setting):
    shelter = entered(title="妇女儿童之家", by_phone_only=True, where="", price_class="free")
    page = visit().get(url("provider", provider_id=shelter.pk)).content.decode()
    assert "不公开地址" in page
    rows = Provider.objects.filter(community=setting.community, pk=shelter.pk)
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.update(where="秘密路 1 号")
    services = visit().get(url("hsds_services"), {"full": "true"}).json()["contents"]
    assert next(x for x in services if x["name"] == shelter.title)["service_at_locations"] == []


def test_stale_at_180_days_is_marked_and_after_a_year_residents_see_it_no_more(
    entered, at, days, visit, url
):
    entered(when=at - days(179), title="新近")
    stale = entered(when=at - days(180), title="旧的")
    hidden = entered(when=at - days(366), title="很久")
    page = visit().get(url("providers")).content.decode()
    assert "新近" in page
    assert page.count("该核实了") == 1
    assert "很久" not in page
    assert "不收费排名" in page
    assert visit().get(url("provider", provider_id=hidden.pk)).status_code == 404
    desk = visit("worker").get(url("provider_desk")).content.decode()
    assert "居民看不到" in desk
    assert "2 家" in desk
    assert visit().get(url("provider", provider_id=stale.pk)).status_code == 200


def test_one_round_by_telephone_empties_the_list(entered, at, days, visit, url, setting, actor):
    rows = [entered(when=at - days(200 + n), title=f"第{n}家") for n in range(4)]
    worker = visit("worker")
    results = ["confirmed", "changed", "not_reached", "gone"]
    for result in results:
        page = worker.get(url("provider_round"), follow=True)
        here = page.redirect_chain[-1][0]
        # The number to ring, what to say, and the longest unasked first.
        text = page.content.decode()
        assert "0990-5550011" in text
        assert "您好，这里是" in text
        provider = Provider.objects.get(community=setting.community, pk=here.split("/")[-3])
        assert provider.title == f"第{3 - results.index(result)}家"
        form = {"result": result, "seen": provider.version}
        if result == "changed":
            assert worker.post(here, form).status_code == 409  # nothing new was filled in
            form |= {"phone": "0990-5550099", "price_yuan": "45"}
        assert worker.post(here, form).status_code == 302
    assert "这一轮打完了" in worker.get(url("provider_round")).content.decode()
    assert queries.to_ring(setting.community, at) == []
    changed = rows[2]
    changed.refresh_from_db(from_queryset=Provider.objects.filter(community=setting.community))
    assert (changed.phone, changed.price_fen) == ("0990-5550099", 4500)
    check = ProviderCheck.objects.get(community=setting.community, provider=changed)
    assert {"field": "price_fen", "old": 4000, "new": 4500} in check.changes
    # Who did not answer is rung again tomorrow.
    assert [each.title for each in queries.to_ring(setting.community, at + days(1))] == ["第1家"]
    assert rows[0].pk not in {each.provider.pk for each in queries.everybody(setting.community, at)}


def test_two_who_ring_at_once_do_not_overwrite_each_other(entered, actor, at):
    row = entered()
    actions.check_provider(row, result="confirmed", seen=1, by=actor("worker"), at=at)
    with pytest.raises(Refused, match="provider_unchanged"):
        actions.check_provider(row, result="gone", seen=1, by=actor("director"), at=at)


def test_an_old_mobile_is_kept_masked_and_a_new_one_needs_its_owner(
    entered, actor, at, on, setting
):
    row = entered(phone="13800138000", agreed_on=on)
    given = {"result": "changed", "seen": 1, "by": actor("worker"), "at": at}
    changes = {"phone": "13900139000", "agreed_on": None}
    with pytest.raises(Refused, match="number_agreed"):
        actions.check_provider(row, given=changes, **given)
    actions.check_provider(row, given={"phone": "0990-5550012", "agreed_on": None}, **given)
    kept = str(ProviderCheck.objects.get(community=setting.community).changes)
    assert "13800138000" not in kept


def test_the_forms_of_the_desk_enter_and_change_with_hours(visit, url, setting, entered):
    worker = visit("worker")
    form = {
        "title": "老张修鞋", "kind": "shop", "offers": "修鞋", "phone": "0990-5550020",
        "where": "北门", "step_free": "yes", "price_class": "free", "kind_1": "workdays",
        "opens_1": "09:00", "closes_1": "17:00",
    }  # fmt: skip
    assert worker.post(url("new_provider"), form).status_code == 302
    row = Provider.objects.get(community=setting.community)
    assert "工作日 09:00–17:00" in visit().get(url("provider", provider_id=row.pk)).content.decode()
    assert worker.post(url("new_provider"), form).status_code == 409  # the same name twice
    edit = url("edit_provider", provider_id=row.pk)
    assert worker.post(edit, {**form, "closes_1": "18:00"}).status_code == 302
    assert "以前的核实" in worker.get(edit).content.decode()
    assert visit("elder").get(edit).status_code == 404


def test_nobodys_place_in_the_list_is_for_sale(entered, setting, at):
    for title in ("张记", "安心", "李姐"):
        entered(title=title, hours=Hours())
    assert [x.provider.title for x in queries.directory(setting.community, at)] == [
        "安心", "李姐", "张记",
    ]  # fmt: skip
    assert not {f.name for f in Provider._meta.get_fields()} & {"rank", "weight", "sponsored"}
