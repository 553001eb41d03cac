"""Ways by which somebody who does not handle a case could infer that there is one.

Two tables. OVER: what an observer sees of the house, looked at before there is any case and again
when there are some (one full of work, overdue, referred, exported, opened strangely; one closed;
one of each other kind with what hangs on it): not a letter may differ. AT: what an observer sees
at the very address of a case and of what hangs on it, beside an address that never was: the same
answer, headers and all, after the same questions to the database. Both are observed once, in one
transaction that is taken back.
"""

from dataclasses import dataclass, field
from datetime import timedelta
from uuid import UUID

import pytest
from django.apps import apps
from django.db import connection, transaction
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from linli.core.access.tests.browsers import mark_known
from linli.core.audit.closed import closed_models
from linli.core.audit.door import ACTIONS
from linli.core.audit.models import Entry
from linli.core.clocks import due as clocks_due
from linli.core.clocks.actions import name_stand_in
from linli.core.clocks.models import Clock
from linli.core.messages.models import Message
from linli.core.people.actions import appoint_agent
from linli.lib.calendar import local_day
from linli.lib.identity.ids import new_closed_id
from linli.service.casework.actions import (
    agree,
    ask,
    decide,
    end_case,
    look,
    refer,
    suspect,
)
from linli.service.casework.tests.caring import care_for
from linli.service.casework.tests.conftest import INTAKE, NOON, WORDS, House, people_the_house
from linli.service.casework.tests.every_kind import SAID, hold_the_posts, one_of_each_kind
from linli.service.casework.tests.observing import client_of, plain, shape, taken_back, unlike
from linli.service.casework.tests.ways import OVER, PAGES, SEEING

pytestmark = pytest.mark.django_db


SECRET = ("王阿姨", "夜里睡不着", WORDS, "示范医院", "药费付不起", *SAID)


# Who knocks at the address of a case; every address of the room is tried, and each way of asking.
KNOCKING = ("director", "supervisor", "third", "street", "outsider", "tenant", "representative")


WAYS = {
    "GET": lambda client, address: client.get(address),
    "POST": lambda client, address: client.post(address, {"granted": "yes"}),
    "HEAD": lambda client, address: client.head(address),
    "OPTIONS": lambda client, address: client.options(address),
    "a fragment": lambda client, address: client.get(address, headers={"HX-Request": "true"}),
    "in English": lambda client, address: client.get(address, headers={"Accept-Language": "en"}),
    "as data": lambda client, address: client.get(address.rstrip("/") + ".json"),
    "what changed since": lambda client, address: client.get(
        address, headers={"If-Modified-Since": "Mon, 01 Jan 2024 00:00:00 GMT"}
    ),
}


@dataclass
class Seen:
    """What was observed: over the house before and after, and at each address twice."""

    before: dict = field(default_factory=dict)
    after: dict = field(default_factory=dict)
    at: dict = field(default_factory=dict)
    leaks: list = field(default_factory=list)


def work_on_cases(house):
    """All that could leave a trace; and an elder's case and a day-care register beside them."""
    worker, colleague = house.actor("worker"), house.actor("colleague")
    past = NOON - timedelta(days=60)
    case = house.open(at=past, reason="夜里睡不着")
    house.write(case, "intake", INTAKE, at=past)
    yes = agree(
        case,
        words="同意转到示范医院",
        how="paper",
        by_whom="本人",
        given_on=past.date(),
        by=worker,
        at=past,
        once=new_closed_id(),
    )
    sent = [("情况", "夜里睡不着")]
    refer(case, to="示范医院", purpose="睡眠门诊", sent=sent, agreement=yes, by=worker, at=past)
    row = ask(case, what="copy", reason="律师要看一份", by=worker, at=NOON)
    decide(case, release=row, granted=True, by=colleague, at=NOON)
    look(case, purpose="contact", words=WORDS, by=worker, at=NOON)
    suspect(case, strange=("hours",), by=worker, at=NOON)
    lead = house.open("hardship", at=past)
    house.write(lead, "found", {"how": "self", "seen": "药费付不起"}, at=past)
    end_case(lead, ending="reported", by=worker, at=NOON)
    care_for(house)
    return [case, *one_of_each_kind(house, past)]


@pytest.fixture(scope="module")
def seen(django_db_setup, django_db_blocker):
    """Both worlds, observed once."""
    from django.core import mail

    from linli.web.demo.cast import gather

    found = Seen()
    with django_db_blocker.unblock(), transaction.atomic():
        at = timezone.now()
        house = people_the_house(House(gather(at)))
        hold_the_posts(house)
        representative = house.setting.accounts["representative"].person
        appoint_agent(
            house.person,
            agent=representative,
            kind="mandate",
            scope="everything",
            since=local_day(NOON) - timedelta(days=9),
            paper="委托书",
            by=house.actor("director"),
            at=NOON,
        )
        name_stand_in(
            house.community,
            absent=house.account("worker"),
            stand_in=house.account("mediator"),
            since=timezone.localdate(),
            until=timezone.localdate() + timedelta(days=3),
            reason="休假",
            by=house.actor("worker"),
            at=NOON,
        )
        clocks_due.run(NOON)
        found.before = {name: way(house) for name, way in (OVER | SEEING).items()}
        with TestCase.captureOnCommitCallbacks(execute=True):
            worked = work_on_cases(house)
            clocks_due.run(NOON)
        found.after = {name: way(house) for name, way in (OVER | SEEING).items()}
        knock_everywhere(house, worked, found)
        look_for_words(house, found, mail)
        transaction.set_rollback(True)
    return found


def addresses_of(house, case):
    """Every address of the room that names a case, with its real ids and with none."""
    from linli.service.casework.urls import urlpatterns

    rows = {
        "case_id": case.pk,
        "agreement_id": case.agreements.get().pk,
        "referral_id": case.referrals.get().pk,
        "handler_id": case.handlers.filter(role="second").get().pk,
        "release_id": case.releases.get().pk,
        "sheet": "intake",
        "name": "run",
        "form": "docx",
    }
    clock = Clock.objects.get(community=house.community, owner=case.pk, settled_at__isnull=True)
    for pattern in urlpatterns:
        names = list(pattern.pattern.converters)
        if names:
            given = {name: rows.get(name, case.pk) for name in names}
            never = {
                name: new_closed_id() if isinstance(value, UUID) else value
                for name, value in given.items()
            }
            here = {"community_code": house.community.code}
            name = f"casework:{pattern.name}"
            yield (
                pattern.name,
                reverse(name, kwargs=here | given),
                reverse(name, kwargs=here | never),
            )
    for name in ("clocks:clock", "clocks:open"):
        yield (
            name,
            reverse(name, args=[house.community.code, clock.pk]),
            reverse(name, args=[house.community.code, new_closed_id()]),
        )
    message = Message.objects.filter(kind="messages.closed").across_communities("a test").first()
    yield (
        "messages:open",
        reverse("messages:open", args=[message.pk]),
        reverse("messages:open", args=[new_closed_id()]),
    )


def kind_addresses_of(house, case):
    """The address of another kind's case and of its panels, each beside one that never was."""
    never = new_closed_id()
    panels = [each.url_name for each in case.declared.panels if each.given is None]
    for name in ("casework:case", *panels):
        yield (
            f"{case.kind}: {name.split(':')[1]}",
            reverse(name, args=[house.community.code, case.pk]),
            reverse(name, args=[house.community.code, never]),
        )


NEAREST = "third"
THOROUGH = ("director", NEAREST)
"""They try every address, the nearest in both ways; the case itself in each way there is."""


AT_THE_DOOR = ("case", "enter", "closed", "my_case", "take_over")


def knock_everywhere(house, worked, found):
    first, *others = worked
    addresses = list(addresses_of(house, first))
    for case in others:
        addresses += kind_addresses_of(house, case)
    for key in KNOCKING:
        client = client_of(house, key)
        mark_known(client, house.account(key))  # else some are asked who they are, and see less
        for name, real, never in addresses:
            for way in _ways(key, name):
                found.at[key, name, way] = [
                    _knocked(client, WAYS[way], address) for address in (real, never)
                ]


def _ways(key, name):
    if ": " in name:  # another kind's: for who holds every post and handles none of them
        return ["GET"] if key == NEAREST else []
    if key in THOROUGH:
        some = ["GET", "POST"] if key == NEAREST else ["GET"]
        return list(WAYS) if name == "case" else some
    return ["GET"] if name in AT_THE_DOOR else []


def _knocked(client, knock, address):
    with taken_back(), CaptureQueriesContext(connection) as captured:
        answer = knock(client, address)
    code, headers, text = plain(answer)
    for part in address.rstrip("/").split("/"):
        if len(part) == 36:
            text = text.replace(part, "…")
            headers = [(name, value.replace(part, "…")) for name, value in headers]
    return (code, headers, text), shape(captured)


def look_for_words(house, found, mail):
    """Words of a case in any column of any table, in letters, in entries of the book."""
    for model in apps.get_models():
        for values in model._base_manager.values_list():
            text = str(values)
            if any(word in text for word in SECRET):
                found.leaks.append(model._meta.label)
    for model in closed_models():
        if model._meta.app_label == "casework":
            for values in model._base_manager.values_list():
                if house.person.pk.hex in str(values).replace("-", ""):
                    found.leaks.append(f"whose: {model._meta.label}")
            for (key,) in model._base_manager.values_list("pk"):
                if key.version != 4:
                    found.leaks.append(f"when: {model._meta.label}")
    found.leaks += [letter.subject for letter in mail.outbox if "个案" in str(letter.body)]
    found.leaks += [
        f"book: {action}"
        for action in Entry.objects.values_list("action", flat=True)
        if action.startswith("casework")
    ]


@pytest.mark.parametrize("way", OVER)
def test_nothing_over_the_house_differs(seen, way):
    assert unlike(seen.before[way], seen.after[way]) == ""
    if way in PAGES:
        assert seen.after[way][0] in (200, 302), seen.after[way][0]


@pytest.mark.parametrize("way", SEEING)
def test_who_may_know_sees_it(seen, way):
    assert seen.before[way] != seen.after[way]


@pytest.mark.parametrize("who", KNOCKING)
def test_at_the_case_a_stranger_gets_what_an_id_that_never_was_gets(seen, who):
    knocks = {key: pair for key, pair in seen.at.items() if key[0] == who}
    assert len(knocks) >= len(AT_THE_DOOR)
    for key, (real, never) in knocks.items():
        assert unlike(real[0], never[0]) == "", key
        assert real[1] == never[1], key
        assert real[0][0] in (404, 405, 302), key


def test_no_word_of_a_case_stands_anywhere_in_the_clear(seen):
    assert seen.leaks == []


def test_the_table_is_long_enough():
    assert len(OVER) + len(KNOCKING) >= 40
    assert {"casework.open", "casework.suspect"} <= ACTIONS.keys()
