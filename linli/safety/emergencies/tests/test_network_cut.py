"""The whole night with the network cut: every road outside raises, and every page works."""

import re
import socket
from uuid import uuid4

import pytest

from linli.core.places.queries import dwellings_under
from linli.safety.emergencies.models import (
    CallTest,
    Certificate,
    Contact,
    Door,
    HelpCard,
    Incident,
    Shelter,
    Supply,
)

pytestmark = pytest.mark.django_db
DESK = "desk/emergencies/"
OUTSIDE = re.compile(r'(?:src|href|action)="(?:https?:)?//(?!testserver)')


@pytest.fixture(autouse=True)
def cut(monkeypatch):
    """No socket to anywhere but this machine, whatever asks for it."""
    real = socket.socket.connect

    def refuse(self, address):
        if self.family != socket.AF_UNIX and address[0] not in {"127.0.0.1", "::1", "localhost"}:
            raise AssertionError(f"the network is cut: {address}")
        return real(self, address)

    monkeypatch.setattr(socket.socket, "connect", refuse)


@pytest.fixture
def seen(pages):
    """A page that answers, and asks for nothing from any other host."""

    def opened(who, path, **more):
        response = pages(who).get(path, **more)
        assert response.status_code == 200, (path, response.status_code)
        html = response.content.decode()
        assert not OUTSIDE.search(html), path
        return html

    return opened


@pytest.fixture
def sent(pages):
    """A form that was accepted."""

    def done(key, path, /, **given):
        response = pages(key).post(path, once=str(uuid4()), **given)
        assert response.status_code == 302, (path, response.content.decode()[-3000:])

    return done


def test_the_whole_night_without_a_network(seen, sent, setting, actor, home, at, pages):
    here, new = setting.community, f"{DESK}new/"
    # Before: the tree, the map, the store, a night, a drill, a card.
    sent("worker", f"{new}contact/", kind="lead", duty="带班主任", name="周", phone="19900000001")
    lead = Contact.objects.get(community=here)
    sent("worker", f"{new}contact/", kind="officer", duty="信息员", phone="19900000002",
         caller=lead.pk, office_phone="010-12345678", told="on")  # fmt: skip
    officer = Contact.objects.get(community=here, kind="officer")
    sent("worker", f"{DESK}tree/night/", on=at.date(), first=lead.pk, second=officer.pk)
    sent("worker", f"{DESK}tree/test/begin/")
    key = _open_test(here)
    sent("worker", f"{DESK}tree/test/{key}/{lead.pk}/", result="reached")
    sent("worker", f"{DESK}tree/test/{key}/{officer.pk}/", result="wrong")
    sent("worker", f"{DESK}tree/test/end/")
    sent("worker", f"{new}risk/", kind="flood", title="地下车库入口", advice="早挪车",
         place=setting.old.pk)  # fmt: skip
    sent("worker", f"{new}shelter/", title="社区礼堂", where="居委会一楼", capacity="120",
         step_free="on", opened_by=officer.pk, lon="116.3912", lat="39.9061")  # fmt: skip
    hall = Shelter.objects.get(community=here)
    sent("worker", f"{new}supply/", title="沙袋", measure="个", where="值班室", minimum="10")
    sand = Supply.objects.get(community=here)
    sent("worker", f"{DESK}store/{sand.pk}/slip/", way="in", amount="40", on=at.date())
    sent("director", f"{DESK}store/slips/{sand.slips.get().pk}/sign/")
    sent("worker", f"{new}drill/", kind="flood", title="防汛演练", on=at.date(), where="小区")
    sent("elder", "emergencies/mine/new/", name="老王", dwelling=home("elder").pk,
         needs=["carry", "cool"], how="self", agreed="on")  # fmt: skip
    for page in ("tree", "places", "store", "drills", "cards", "pack"):
        seen("worker", f"{DESK}{page}/")
    seen("worker", f"{DESK}store/{sand.pk}/")
    html = seen(None, "emergencies/")
    assert "社区礼堂" in html
    assert "010-12345678" in html
    assert "19900000002" not in html
    assert "老王" in pages("worker").post(f"{DESK}pack/").content.decode()
    # The night.
    sent("director", f"{DESK}begin/", kind="flood", level="red", title="暴雨内涝",
         ground="市气象台红色预警", places=[setting.old.pk])  # fmt: skip
    night = Incident.objects.get(community=here)
    one = f"{DESK}incidents/{night.pk}/"
    add = f"{one}add/"
    html = seen("worker", one)
    assert "老王" in html
    assert "要人抬、背下楼" in html
    other = dwellings_under(setting.old).exclude(pk=home("elder").pk)[0]
    sent(
        "worker", f"{add}ask/", name="老李", dwelling=other.name_inside, needs=["arm"], agreed="on"
    )
    sent("worker", f"{add}task/", title="关配电房总闸", building="", who=lead.pk)
    task = night.tasks.get()
    sent("worker", f"{DESK}tasks/{task.pk}/done/")
    sent("worker", f"{add}notice/", title="请上楼", words="地下车库不要去。\n礼堂开门。")
    sent("worker", f"{add}heads/", shelter=hall.pk, heads="12")
    sent("worker", f"{add}log/", words="三单元进水", when="")
    sent("worker", f"{DESK}store/{sand.pk}/slip/", way="out", amount="15", on=at.date(),
         what="堵车库", incident=night.pk)  # fmt: skip
    elder = Door.objects.get(community=here, card__isnull=False)
    sent("worker", f"{DESK}doors/{elder.pk}/", state="shelter", shelter=hall.pk, seen="1")
    assert "请上楼" in seen(None, "emergencies/")
    assert "em-box" in seen("director", f"{one}pack/")
    asked = Door.objects.get(community=here, card__isnull=True)
    paper = {f"d{asked.pk.hex}": "moved", f"v{asked.pk.hex}": "1", f"d{elder.pk.hex}": "nobody",
             f"v{elder.pk.hex}": "1"}  # fmt: skip
    sent("worker", f"{one}paper/", **paper)
    assert set(night.doors.values_list("state", flat=True)) == {"shelter", "moved"}
    assert "老王" not in seen("elder", "emergencies/")  # the public page names nobody
    assert "突发事件中上门" in seen("elder", "emergencies/mine/")
    for who in ("supervisor", "tenant", "outsider", None):
        assert pages(who).get(one).status_code in (302, 403, 404), who
        assert pages(who).get(f"{DESK}cards/").status_code in (302, 403, 404), who
    # After.
    sent("director", f"{one}sure/end/")
    seen("director", f"{one}put-off/")
    sent("director", f"{one}press/ask_destroy/")
    assert pages("director").post(f"{one}sure/destroy/").status_code == 409
    sent("worker", f"{one}sure/destroy/")
    assert not Door.objects.filter(community=here).exists()
    html = seen("director", f"{one}review/")
    assert Certificate.objects.get(community=here).sha256 in html
    assert "老李" not in html
    assert pages("director").get(one).status_code == 302
    sent("worker", f"{DESK}lessons/incident/{night.pk}/", found="沙袋不够", change="多备一百个",
         due_on=at.date())  # fmt: skip
    seen("worker", DESK)
    sent("elder", f"emergencies/mine/{HelpCard.objects.get(community=here).pk}/withdraw/")
    assert not HelpCard.objects.filter(community=here).exists()


def _open_test(here):
    return CallTest.objects.get(community=here, ended_at__isnull=True).pk
