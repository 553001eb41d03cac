"""Somebody with a worker's password, on a browser of their own: no address of the room shows them
a name, a home or a word, and its holder and the other handlers hear of it.

Every address there is, with the real ids of a case of each sort; a new one is walked by itself.
"""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from linli.core.access.tests.browsers import know_browsers
from linli.core.messages.models import Message
from linli.core.people.keys import KeyRing
from linli.core.people.queries import dwellings_of
from linli.lib.identity.ids import new_closed_id
from linli.mechanisms.rounds.declaration import kind_named
from linli.mechanisms.rounds.models import Round, Stop
from linli.service.casework.actions import ask, care, children
from linli.service.casework.models import Case, Release
from linli.service.casework.queries import care as visiting
from linli.service.casework.rounds import KIND, may_visit
from linli.service.casework.tests.conftest import WORDS
from linli.service.casework.tests.observing import client_of
from linli.service.casework.urls import urlpatterns

pytestmark = pytest.mark.django_db

SHOWN = {
    "mine", "new", "my_cases", "care_day", "child_report", "enter", "take_over", "consultations",
    "announce_consultation", "veterans", "child_files",
}  # fmt: skip
"""What a browser that is not known may be shown: that there is a room, what it is for, and, to
whoever handles one, that there is something."""


@pytest.fixture
def full(house):
    """The worker's: a visit that may go along, a report of a child, a closed case somebody wants
    to read. Gives the ids the addresses take, and what must not be read."""
    now = timezone.now()
    by, today = {"by": house.actor("worker", now), "at": now}, timezone.localdate(now)
    case = house.open("elder_care", at=now)
    told = {"phone": "0990-5550001", "contact_name": "小王", "contact_phone": "0990-5550002"}
    agreed = care.Agreed("weekly", "in_person", today, {}, told)
    care.begin_care(case, agreed=agreed, consented=True, first_on=today, **by)
    plan = visiting.plan_of(case)
    care.choose_offline(case, plan=plan, offline=True, **by)
    visit = visiting.visits_of(plan)[0]
    report = children.report_child(house.community, authority="police", **by)
    children.write_child_report(report, noticed_at=now, words="听见孩子哭", **by)
    closed = house.open(called="李先生", person=None, at=now)
    Case.objects.filter(community=house.community, pk=closed.pk).update(
        state=Case.CLOSED, closed_at=now, destroy_on=today + timedelta(days=900)
    )
    closed.refresh_from_db()
    release = ask(closed, what=Release.READING, reason="李先生的律师要看", **by)
    home = dwellings_of(house.community, [house.person.pk], today)[house.person.pk].name_inside
    secrets = (
        "王阿姨",
        house.person.name,
        "李先生",
        "听见孩子哭",
        "0990-5550",
        "小王",
        home,
        WORDS,
    )
    rows = {"visit_id": visit.pk, "report_id": report.pk, "release_id": release.pk}
    return [case, closed], rows, secrets


def addresses(house, case, rows):
    for pattern in urlpatterns:
        names = list(pattern.pattern.converters)
        more = {"case_id": case.pk, "sheet": "intake", "way": "phone", "key": "who_guards"}
        given = {name: (rows | more).get(name, case.pk) for name in names}
        here = {"community_code": house.community.code, **given}
        yield pattern.name, reverse(f"casework:{pattern.name}", kwargs=here)


def test_no_address_shows_a_thing_to_an_unknown_browser(
    house, full, django_capture_on_commit_callbacks
):
    cases, rows, secrets = full
    client, again = client_of(house, "worker"), reverse("account_reauthenticate")
    asked = set()
    with django_capture_on_commit_callbacks(execute=True):
        for case in cases:
            for name, address in addresses(house, case, rows):
                for answer in (client.get(address), client.post(address, {"granted": "yes"})):
                    html = answer.content.decode()
                    assert not [one for one in secrets if one in html], name
                    if answer.status_code == 302 and answer["Location"].startswith(again):
                        asked.add(name)
                    elif answer.status_code == 200:
                        assert name in SHOWN, name
    assert {"care_along", "care_visit", "care_try", "child_afterwards", "closed", "decide"} <= asked
    told = Message.objects.filter(community=house.community, account=house.account("worker"))
    assert told.filter(kind="access.strange_browser").count() == 1
    assert not Release.objects.filter(granted=True, community=house.community).exists()


def test_a_browser_is_known_to_the_account_that_proved_itself_alone(house, full):
    _cases, rows, secrets = full
    client = client_of(house, "worker")
    page = reverse("casework:care_along", args=[house.community.code])
    client.get(page)
    client.post(reverse("account_reauthenticate"), {"password": "linli-2026"})
    html = client.get(page).content.decode()
    assert secrets[6] in html
    assert secrets[6] in client.get(page).content.decode()
    client.force_login(house.account("colleague"), "linli.core.access.sign_in.AccountBackend")
    visit = reverse("casework:care_visit", args=[house.community.code, rows["visit_id"]])
    assert client.get(visit).status_code == 302, "on the same browser she is asked herself"
    fresh = Client(headers={"Cookie": "linli_known=forged"})
    fresh.force_login(house.account("worker"), "linli.core.access.sign_in.AccountBackend")
    assert fresh.get(page).status_code == 302


def test_a_hit_and_a_miss_open_as_many_sealed_fields(house, full, monkeypatch):
    """Not the time, which no test can hold still: what takes it. A stranger's hit opens none."""
    know_browsers(monkeypatch)
    cases, rows, _secrets = full
    opened, real = [], KeyRing.open
    monkeypatch.setattr(KeyRing, "open", lambda *given: opened.append(1) or real(*given))
    client_of(house, "worker").get(reverse("casework:mine", args=[house.community.code]))
    assert opened, "a handler's list does open some"
    for who in ("third", "director"):
        client = client_of(house, who)
        for name in ("case", "enter", "closed", "care_visit", "child_afterwards", "decide"):
            counts = []
            for key in (None, new_closed_id()):
                given = {"case_id": cases[0].pk} | rows
                wanted = {
                    part: key or given[part]
                    for each in urlpatterns
                    if each.name == name
                    for part in each.pattern.converters
                }
                here = {"community_code": house.community.code, **wanted}
                opened.clear()
                client.get(reverse(f"casework:{name}", kwargs=here))
                counts.append(len(opened))
            assert counts[0] == counts[1], (who, name, counts)


def test_who_may_go_to_the_doors_of_a_round_is_asked_once(house, full):
    _cases, rows, _secrets = full
    kind = kind_named(KIND)
    assert kind.fits is may_visit
    round_ = Round(community=house.community, kind=KIND, day=timezone.localdate())
    asked = []
    for many in (1, 5):
        stops = [Stop(community=house.community, round=round_, ref=rows["visit_id"])] * many
        with CaptureQueriesContext(connection) as captured:
            assert may_visit(stops, house.account("worker"))
            assert not may_visit(stops, house.account("third"))
        asked.append(len(captured))
    assert asked == [2, 2]
