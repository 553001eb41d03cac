"""What those who lead hear of a list, what stands at a door, and what whoever asked reads of it."""

from uuid import uuid4

import pytest
from django.utils import timezone

from linli.core.audit.models import Entry
from linli.core.messages.kinds import say_message
from linli.core.messages.models import Message
from linli.safety.emergencies.actions import asking, cards
from linli.safety.emergencies.actions.cards import Carded

pytestmark = pytest.mark.django_db
NUMBER = "19900000003"


@pytest.fixture
def heard(setting, actor, django_capture_on_commit_callbacks):
    """What the worker's inbox says of something done, word by word, and where it leads."""

    def said(do):
        mine = Message.objects.filter(
            community=setting.community.pk, account=actor("worker").account
        ).order_by("pk")
        before = set(mine.values_list("pk", flat=True))
        with django_capture_on_commit_callbacks(execute=True):
            do()
        return [
            (*say_message(each.kind, each.values), each.url) for each in mine.exclude(pk__in=before)
        ]

    return said


@pytest.fixture
def asks(home, actor, later):
    """The elder asks for their own home."""

    def asked(night):
        carded = Carded(home("elder"), "王阿姨", ["carry"], phone=NUMBER, agreed=True)
        return asking.ask_help(night, carded=carded, by=actor("elder"), at=later(minutes=3))

    return asked


def test_those_who_lead_hear_that_somebody_asks_in_the_words_that_are_delivered(
    flood, asks, heard, actor, later, setting, pages
):
    night = flood()
    ((subject, body, url),) = heard(lambda: asks(night))
    assert subject == "暴雨内涝：有人要求帮助"
    assert "名单" in body
    assert url.endswith(f"/desk/emergencies/incidents/{night.pk}/")
    (door,) = night.doors.all()
    ((subject, body, _url),) = heard(
        lambda: asking.take_back_help(door, by=actor("elder"), at=later(minutes=4))
    )
    assert subject == "暴雨内涝：有人撤回了求助"
    assert "看还要去哪几户" in body
    elder = actor("elder")
    told = Message.objects.filter(community=setting.community.pk, subject=night.pk)
    assert not told.filter(account=elder.account).exists()
    for each in told:  # the incident, and nobody
        assert each.values == {"incident": "暴雨内涝"}
    book = Entry.objects.filter(community=setting.community.pk, action="emergencies.call_leaders")
    assert {(row.account, row.subject, row.about) for row in book} == {(None, night.pk, None)}


def test_a_card_put_down_or_taken_back_while_it_runs_is_heard_too(
    flood, put, heard, actor, later, asks
):
    night = flood()
    ((subject, *_more),) = heard(lambda: put(when=later(minutes=1)))
    assert subject == "暴雨内涝：有人要求帮助"
    card = night.doors.get().card
    ((subject, *_more),) = heard(
        lambda: cards.withdraw_card(card, by=actor("elder"), at=later(minutes=2))
    )
    assert subject == "暴雨内涝：有人撤回了求助"
    asks(night)
    assert heard(lambda: put(when=later(minutes=5))) == []  # the same door: heard of before


def test_nobody_hears_of_a_list_of_which_the_incident_is_over(flood, asks, heard, actor, later):
    from linli.safety.emergencies.actions import incident

    night = flood()
    door = asks(night)
    incident.end(night, by=actor("director"), at=later(minutes=5))
    door.refresh_from_db()
    take_back = {"by": actor("elder"), "at": later(minutes=6)}
    assert heard(lambda: asking.take_back_help(door, **take_back)) == []


def test_without_the_tick_the_summary_names_it_shortly_and_any_help_may_be_asked_for(
    flood, pages, home
):
    night, elder = flood(when=timezone.now()), pages("elder")
    sent = {"once": str(uuid4()), "needs": ["other"], "dwelling": home("elder").pk, "name": "王"}
    page = f"emergencies/now/{night.pk}/"
    html = elder.post(page, **sent).content.decode()
    summary = html[html.index("data-error-summary") :]
    summary = summary[: summary.index("</ul>")]
    assert "我单独同意" in summary
    assert "敏感信息" not in summary
    assert html.count("要什么帮助属于敏感信息") == 1  # said once, by the tick
    assert elder.post(page, **sent, agreed="on").status_code == 302
    assert night.doors.get().need_words == ["别的，请来人"]


def test_at_a_door_stands_what_is_needed_and_a_number_to_ring(flood, asks, pages):
    door = asks(flood())
    html = pages("worker").get(f"desk/emergencies/doors/{door.pk}/").content.decode()
    assert "要人抬、背下楼" in html
    assert f'href="tel:{NUMBER}"' in html
    assert html.index("王阿姨") < html.index("敲开了，在家平安")


def test_who_asked_reads_all_that_was_sent_and_is_offered_what_is_there(flood, asks, put, pages):
    night, elder = flood(), pages("elder")
    asks(night)
    html = elder.get("emergencies/").content.decode()
    assert "看写了什么、撤回" in html
    assert "改或撤回" not in html
    own = elder.get("emergencies/mine/")
    assert own["Cache-Control"] == "no-store"
    for words in ("王阿姨", NUMBER, "要人抬、背下楼"):
        assert words in own.content.decode()
    assert "王阿姨" not in pages("tenant").get("emergencies/mine/").content.decode()
    put()
    assert "看写了什么、改或撤回" in elder.get("emergencies/").content.decode()


def test_the_supervisor_opens_the_review_from_the_list(flood, pages):
    night, supervisor = flood(), pages("supervisor")
    html = supervisor.get("desk/emergencies/").content.decode()
    assert f"incidents/{night.pk}/review/" in html
    assert f'incidents/{night.pk}/"' not in html
    assert supervisor.get(f"desk/emergencies/incidents/{night.pk}/review/").status_code == 200
    assert "desk/emergencies/" in supervisor.get("desk/").content.decode()
