"""Help is needed now: a resident asks while an incident lasts, and nobody else learns of it."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from linli.core.access.models import Body
from linli.core.audit.models import ClosedEntry, Entry
from linli.core.people.models import Person
from linli.lib.law import Refused
from linli.safety.emergencies.actions import asking, cards, destroying, incident
from linli.safety.emergencies.actions.cards import Carded
from linli.safety.emergencies.actions.forgetting import drop_cards
from linli.safety.emergencies.models import CardLook, Door, HelpCard

pytestmark = pytest.mark.django_db
PHONE = "0990-5550001"


@pytest.fixture
def committee(setting):
    """The committee's own telephone, as everybody may ring it."""
    rows = Body.objects.filter(community=setting.community, kind="residents_committee")
    rows.update(office_phone=PHONE)


@pytest.fixture
def ask(actor, home, later):
    """Somebody of the cast asks for their own home."""

    def asked(night, who="elder", **more):
        given = {"dwelling": home(who), "name": "老王", "needs": ["carry"], "agreed": True}
        carded = Carded(**{**given, **more})
        return asking.ask_help(night, carded=carded, by=actor(who), at=later(minutes=3))

    return asked


def test_a_resident_asks_in_one_short_form_and_only_the_keepers_read_it(
    flood, pages, committee, setting, home, told, actor, later
):
    night, elder = flood(when=timezone.now()), pages("elder")
    public = elder.get("emergencies/").content.decode()
    assert f"emergencies/now/{night.pk}/" in public
    form = elder.get(f"emergencies/now/{night.pk}/").content.decode()
    assert f'value="{home("elder").pk}" selected' in form  # nothing to look for in a hurry
    assert "单独同意" in form
    assert PHONE in form
    assert "到那天还没结束，或者延期，会晚于这一天" in form
    sent = {"once": str(uuid4()), "needs": ["carry"], "dwelling": home("elder").pk,
            "name": "王阿姨", "phone": "19900000003"}  # fmt: skip
    assert elder.post(f"emergencies/now/{night.pk}/", **sent).status_code == 422  # no consent
    assert not night.doors.exists()
    for _twice in range(2):
        done = elder.post(f"emergencies/now/{night.pk}/", **sent, agreed="on")
        assert done.status_code == 302
    (door,) = night.doors.all()
    assert (door.name, door.need_words, door.how) == ("王阿姨", ["要人抬、背下楼"], "self")
    assert actor("worker").account in told("emergencies.asked_now")
    assert not Entry.objects.filter(account=actor("elder").account).exists()
    assert "您已经在名单上" in elder.get("emergencies/").content.decode()
    assert elder.get("emergencies/")["Cache-Control"] == "no-store"
    for who in (None, "tenant", "outsider"):
        html = pages(who).get("emergencies/").content.decode()
        assert "王阿姨" not in html
        assert "您已经在名单上" not in html
    for who in ("tenant", "outsider", "supervisor"):
        path = f"desk/emergencies/incidents/{night.pk}/"
        assert pages(who).get(path).status_code in (302, 404)
    assert (
        "王阿姨" in pages("worker").get(f"desk/emergencies/incidents/{night.pk}/").content.decode()
    )


def test_without_an_account_the_telephone_stands_first(flood, pages, committee):
    night = flood()
    html = pages().get("emergencies/").content.decode()
    assert html.index(f"tel:{PHONE}") < html.index("登录后求助")
    assert f"now/{night.pk}/" not in html
    assert pages().get(f"emergencies/now/{night.pk}/").status_code == 302
    assert pages("outsider").get(f"emergencies/now/{night.pk}/").status_code == 404
    outsider = pages("outsider").get("emergencies/").content.decode()
    assert f"tel:{PHONE}" in outsider
    assert f"now/{night.pk}/" not in outsider


def test_who_has_a_card_is_told_that_they_are_on_the_list(put, flood, pages, ask, tenant_card):
    put()
    night, elder = flood(), pages("elder")
    html = elder.get("emergencies/").content.decode()
    assert "您已经在名单上" in html
    assert "填求助卡" not in html
    assert f"now/{night.pk}/" not in html
    assert elder.get(f"emergencies/now/{night.pk}/").status_code == 302
    with pytest.raises(Refused, match="listed_once"):
        ask(night)


@pytest.fixture
def tenant_card(put, home):
    """Somebody else's card, which makes nobody else be on the list."""
    return put("tenant", dwelling=home("tenant"))


def test_only_for_ones_own_home_and_while_it_runs(flood, ask, home, pages, actor, later):
    night = flood()
    with pytest.raises(Refused, match="card_own_home"):
        ask(night, dwelling=home("tenant"))
    with pytest.raises(Refused, match="desk_types"):
        ask(night, how="spoken")
    with pytest.raises(Refused, match="card_consented"):
        ask(night, agreed=False)
    incident.end(night, by=actor("director"), at=later(minutes=2))
    with pytest.raises(Refused, match="incident_running"):
        ask(night)
    assert pages("elder").get(f"emergencies/now/{night.pk}/").status_code == 404


def test_who_asked_reads_who_opened_it_and_takes_it_back_at_once(
    flood, ask, pages, actor, setting, later
):
    night = flood()
    door = ask(night)
    for _again in range(2):
        incident.look_at_list(night, by=actor("worker"), at=later(minutes=5))
    (look,) = CardLook.objects.filter(community=setting.community)
    assert (look.door, look.why) == (door, "incident")
    elder = pages("elder")
    own = elder.get("emergencies/mine/").content.decode()
    assert "突发事件中上门" in own
    back = f"emergencies/mine/asked/{door.pk}/"
    assert pages("tenant").get(back).status_code == 404
    assert elder.get(back).status_code == 200
    assert night.doors.exists()  # asked first
    assert elder.post(back, once=str(uuid4())).status_code == 302
    assert not Door.objects.filter(community=setting.community).exists()
    assert not CardLook.objects.filter(community=setting.community).exists()
    (left,) = ClosedEntry.objects.filter(subject=door.pk)
    assert (left.action, left.account) == ("emergencies.take_back_help", None)


def test_a_card_filled_in_afterwards_is_the_same_door(flood, ask, put, setting):
    night = flood()
    door = ask(night)
    card = put(name="王老师")
    (kept,) = night.doors.all()
    assert (kept.pk, kept.card, kept.name) == (door.pk, card, "王老师")
    cards.withdraw_card(card, by=setting.actor("elder", timezone.localdate()), at=timezone.now())
    assert not night.doors.exists()


def test_a_card_the_desk_puts_down_for_who_asked_is_the_same_door(flood, ask, put, setting, actor):
    night = flood()
    door = ask(night)
    other = ask(night, "tenant")
    elder = Person.objects.get(community=setting.community, pk=actor("elder").person)
    card = put("worker", how="spoken", name="老王", full_name=elder.name)
    assert card.person == elder
    assert {(row.pk, row.card) for row in night.doors.all()} == {(door.pk, card), (other.pk, None)}


def test_after_the_list_is_destroyed_no_look_tells_who_was_on_it(
    put, flood, ask, actor, setting, later, pages
):
    card = put()
    cards.look_at_cards(setting.community, why="renewal", cards=[card.pk],
                        by=actor("worker"), at=later(minutes=1))  # fmt: skip
    night = flood()
    for why in ("incident", "pack"):
        incident.look_at_list(night, why=why, by=actor("worker"), at=later(minutes=5))
    assert {look.why for look in card.looks.all()} == {"renewal", "incident", "pack"}
    incident.end(night, by=actor("director"), at=later(hours=1))
    destroying.ask_destroy(night, by=actor("director"), at=later(hours=2))
    destroying.destroy(night, by=actor("worker"), at=later(hours=3))
    assert {look.why for look in card.looks.all()} == {"renewal"}
    assert "突发事件中上门" not in pages("elder").get("emergencies/mine/").content.decode()


def test_what_was_asked_goes_with_the_list_and_with_the_person(
    flood, ask, actor, setting, later, home
):
    night = flood()
    door = ask(night)
    incident.look_at_list(night, by=actor("worker"), at=later(minutes=5))
    incident.end(night, by=actor("director"), at=later(hours=1))
    destroying.ask_destroy(night, by=actor("director"), at=later(hours=2))
    proof = destroying.destroy(night, by=actor("worker"), at=later(hours=3))
    assert proof.counts["doors"] == 1
    for model in (Door, CardLook):
        assert not model.objects.filter(community=setting.community).exists()
    assert not ClosedEntry.objects.filter(subject=door.pk).exists()
    again = flood()
    ask(again)
    person = Person.objects.get(community=setting.community, pk=actor("elder").person)
    drop_cards(person, later(hours=4))
    assert not again.doors.exists()


def test_everybody_reads_where_since_when_what_to_do_and_that_it_ended(
    flood, actor, pages, setting, at, later
):
    now = timezone.now()
    night = flood(when=now - timedelta(hours=1))
    incident.tell_residents(
        night, title="往高处走", words="不下地下室", by=actor("director"), at=now
    )
    html = pages().get("emergencies/").content.decode()
    for words in (setting.old.name_inside, "从什么时候起", "区气象台橙色预警", "不下地下室"):
        assert words in html
    told = pages().get("emergencies.json").json()["now"]
    assert told[0]["places"] == [setting.old.name_inside]
    home = pages().get("").content.decode()
    assert home.index("暴雨内涝") < home.index("hero-title")
    incident.end(night, by=actor("director"), at=now)
    for path in ("", "emergencies/"):
        html = pages().get(path).content.decode()
        assert "已结束" in html
        assert "请人来帮" not in html
    night.refresh_from_db()
    type(night).objects.filter(community=setting.community).update(
        begun_at=now - timedelta(days=10), ended_at=now - timedelta(days=9)
    )
    assert "已结束" not in pages().get("emergencies/").content.decode()


def test_a_card_is_not_deleted_by_one_tap(put, pages, setting):
    card, elder = put(), pages("elder")
    withdraw = f"emergencies/mine/{card.pk}/withdraw/"
    assert (
        f'action="/c/{setting.community.code}/{withdraw}"'
        not in elder.get("emergencies/mine/").content.decode()
    )
    assert "撤回并删除" in elder.get(withdraw).content.decode()
    assert elder.post(withdraw).status_code == 422
    assert HelpCard.objects.filter(community=setting.community).exists()
    assert elder.post(withdraw, once=str(uuid4())).status_code == 302
    assert not HelpCard.objects.filter(community=setting.community).exists()


def test_the_community_and_repairs_can_be_rung(setting, actor, at, pages, committee):
    from linli.safety.emergencies.actions import contacts
    from linli.safety.emergencies.actions.contacts import Listed

    for kind, duty, phone in (("office", "区应急局", "0990-5550150"),
                              ("utility", "燃气抢修", "0990-5550201")):  # fmt: skip
        listed = Listed(kind, duty, "", "", phone, told=True)
        contacts.list_contact(setting.community, listed=listed, by=actor("worker"), at=at)
    html = pages().get("emergencies/").content.decode()
    assert html.index(PHONE) < html.index("0990-5550201") < html.index("0990-5550150")
