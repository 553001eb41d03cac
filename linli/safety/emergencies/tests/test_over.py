"""Once it is over, what is on paper is still typed in, until it is destroyed with the rest; what
has no way back is asked once more; two at one door read of each other."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone, translation

from linli.core.audit.sentences import sentence_of
from linli.core.pages.sentences import sentence
from linli.lib.law import Refused
from linli.safety.emergencies.actions import asking, contacts, destroying, doors, incident, places
from linli.safety.emergencies.actions.cards import Carded
from linli.safety.emergencies.actions.contacts import Listed
from linli.safety.emergencies.actions.doors import Ticked
from linli.safety.emergencies.actions.saying import in_words
from linli.safety.emergencies.models import CallTest, Contact, Door, DoorTick, HeadCount, LogLine
from linli.safety.emergencies.queries.incident import filled
from linli.safety.emergencies.rules import ending

DESK = "desk/emergencies/"
HALL = {"title": "社区礼堂", "where": "居委会一楼", "capacity": 120}


@pytest.fixture
def over(put, flood, actor, later):
    """A night that is over, with its list."""
    put()
    night = flood()
    incident.add_task(night, title="关配电房总闸", by=actor("worker"), at=later(minutes=1))
    incident.end(night, by=actor("director"), at=later(minutes=2))
    return night


@pytest.mark.django_db
def test_paper_is_typed_in_after_the_end_and_destroyed_with_the_rest(
    over, actor, later, setting, other_home
):
    worker = {"by": actor("worker"), "at": later(minutes=5)}
    hall = places.list_shelter(setting.community, given=HALL, **worker)
    (door,) = over.doors.all()
    assert doors.tick_from_paper(over, ticked=[Ticked(door.pk, 1, "moved")], **worker) == []
    doors.tick(door, state="home", **worker)
    asked = Carded(other_home, "老李", ["arm"], how="spoken", agreed=True)
    asking.ask_help(over, carded=asked, **worker)
    incident.write_log(over, words="三楼有人被困", when=later(minutes=1), **worker)
    incident.count_heads(over, shelter=hall, heads=9, when=later(minutes=1), **worker)
    with pytest.raises(Refused, match="log_moment"):
        incident.count_heads(over, shelter=hall, heads=9, when=later(hours=-1), **worker)
    incident.set_task(over.tasks.get(), state="done", **worker)
    destroying.ask_destroy(over, by=actor("director"), at=later(minutes=6))
    proof = destroying.destroy(over, by=actor("worker"), at=later(minutes=7))
    assert proof.counts == {"doors": 2, "ticks": 2, "lines": 1}
    for model in (Door, DoorTick, LogLine):
        assert not model.objects.filter(community=setting.community).exists()
    late = {"by": actor("worker"), "at": later(minutes=8)}
    for act, more in (
        (doors.tick_from_paper, {"ticked": []}),
        (incident.write_log, {"words": "补记"}),
        (asking.ask_help, {"carded": asked}),
        (incident.count_heads, {"shelter": hall, "heads": 1}),
    ):
        with pytest.raises(Refused, match="list_stands"):
            act(over, **more, **late)
    assert HeadCount.objects.filter(community=setting.community).count() == 1


@pytest.mark.django_db
def test_after_the_end_nobody_is_told_or_sent_anywhere_and_residents_ask_no_more(
    over, actor, later, home
):
    worker = {"by": actor("worker"), "at": later(minutes=5)}
    for act, more in (
        (incident.tell_residents, {"title": "请上楼", "words": "不去车库。"}),
        (incident.add_task, {"title": "关闸"}),
        (incident.widen, {"places": []}),
    ):
        with pytest.raises(Refused, match="incident_running"):
            act(over, **more, **worker)
    own = Carded(home("elder"), "老王", ["carry"], agreed=True)
    with pytest.raises(Refused, match="incident_running"):
        asking.ask_help(over, carded=own, by=actor("elder"), at=later(minutes=5))


@pytest.mark.django_db
def test_the_end_is_asked_about_with_what_is_still_open(put, flood, pages, actor, later):
    put()
    night = flood()
    incident.add_task(night, title="关配电房总闸", by=actor("worker"), at=later())
    one = f"{DESK}incidents/{night.pk}/"
    pages("worker").get(f"{one}pack/")
    director = pages("director")
    html = director.get(f"{one}sure/end/").content.decode()
    for words in ("还有 1 户没有去", "关配电房总闸", "还没有录入纸上的勾"):
        assert words in html
    night.refresh_from_db()
    assert night.is_running
    assert director.post(f"{one}press/end/").status_code == 404
    assert director.post(f"{one}sure/end/", once=str(uuid4())).status_code == 302
    html = pages("worker").get(one).content.decode()
    for there in ("paper/", "add/log/", "add/ask/", f"doors/{night.doors.get().pk}/"):
        assert f"{there}" in html
        page = f"{DESK}{there}" if there.startswith("doors/") else f"{one}{there}"
        assert pages("worker").get(page).status_code == 200
    for gone in ("add/notice/", "add/task/", "add/widen/", "sure/end/"):
        assert gone not in html
        refused = pages("worker").get(f"{one}{gone}")
        assert refused.status_code == 409
        assert "改了可以再办一次" not in refused.content.decode()


@pytest.mark.django_db
def test_two_at_one_door_read_what_the_other_ticked(put, flood, pages, actor, later):
    put()
    night = flood()
    (door,) = night.doors.all()
    at = timezone.now()
    doors.tick(door, state="moved", by=actor("director"), at=at)
    sent = {"once": str(uuid4()), "seen": "1", "state": "nobody", "shelter": ""}
    worker = pages("worker")
    shown = worker.post(f"{DESK}doors/{door.pk}/", **sent)
    assert shown.status_code == 409
    html = shown.content.decode()
    assert "已转移到亲友处" in html
    assert f"{timezone.localtime(at):%H:%M}" in html
    assert 'name="seen" value="2"' in html
    sent |= {"once": str(uuid4()), "seen": "2"}
    assert worker.post(f"{DESK}doors/{door.pk}/", **sent).status_code == 302
    door.refresh_from_db()
    assert door.state == "nobody"


@pytest.mark.django_db
def test_a_home_is_typed_as_people_say_it_and_never_guessed(flood, pages, other_home):
    night = flood()
    address = f"{DESK}incidents/{night.pk}/add/ask/"
    worker = pages("worker")
    assert worker.get(address).content.decode().count("<option") == 0
    sent = {"once": str(uuid4()), "name": "老李", "needs": ["arm"], "agreed": "on"}
    assert worker.post(address, dwelling="99-9-999", **sent).status_code == 422
    assert not night.doors.exists()
    assert worker.post(address, dwelling=other_home.name_inside, **sent).status_code == 302
    assert night.doors.get().door == str(other_home.pk)


@pytest.mark.django_db
def test_a_line_or_a_test_goes_only_after_it_was_asked_about(setting, actor, pages, at):
    given = Listed("lead", "带班主任", name="周", phone="199 0000 0001")
    line = contacts.list_contact(setting.community, listed=given, by=actor("worker"), at=at)
    worker, address = pages("worker"), f"{DESK}rows/contact/{line.pk}/withdraw/"
    html = worker.get(f"{DESK}tree/").content.decode()
    assert 'href="tel:19900000001"' in html
    assert f'action="/c/{setting.community.code}/{address}"' not in html
    assert worker.post(f"{DESK}tree/test/begin/").status_code == 302
    assert worker.get(f"{DESK}tree/test/drop/").status_code == 200
    tests = CallTest.objects.filter(community=setting.community)
    assert tests.exists()
    assert worker.post(f"{DESK}tree/test/drop/", once=str(uuid4())).status_code == 302
    assert not tests.exists()
    assert "带班主任" in worker.get(address).content.decode()
    rows = Contact.objects.filter(community=setting.community, withdrawn_at__isnull=True)
    assert rows.exists()
    assert worker.post(address, once=str(uuid4())).status_code == 302
    assert not rows.exists()
    assert worker.get(address).status_code == 404


@pytest.mark.django_db
def test_the_screen_leads_to_the_calls_and_tells_of_a_shelter_too_full(
    put, flood, pages, actor, later, setting
):
    put()
    night = flood()
    worker = {"by": actor("worker"), "at": later(minutes=5)}
    hall = places.list_shelter(setting.community, given=HALL, **worker)
    incident.count_heads(night, shelter=hall, heads=120, **worker)
    assert [each.crowded for each in filled(night)] == [False]
    incident.count_heads(night, shelter=hall, heads=130, by=worker["by"], at=later(minutes=6))
    html = pages("worker").get(f"{DESK}incidents/{night.pk}/").content.decode()
    assert "超员" in html
    for there in (f"{DESK}tree/", f"{DESK}places/", "tel:19900000003"):
        assert there in html


def test_drills_stand_on_no_article_since_none_sets_a_number():
    few = ending.drills_held(1, least=2)
    assert few.cites == ()
    assert "本地定的" in sentence(few).text


def test_the_book_writes_days_as_its_reader_does():
    note = {"incident": "暴雨内涝", "until": in_words(timezone.localdate() - timedelta(days=1))}
    assert "-" not in sentence_of("emergencies.begin", note)
    with translation.override("en"):
        assert "年" not in sentence_of("emergencies.begin", {**note, "incident": "Flood"})
