"""Where somebody who does not handle a case may look for one, and those who may know of it."""

import re
from datetime import timedelta
from functools import partial

import pytest
from click.testing import CliRunner
from django.apps import apps
from django.test import Client
from django.utils import timezone

from linli.core.audit.closed import closed_models
from linli.core.audit.models import Entry, Submission
from linli.core.audit.queries import entries_about
from linli.core.clocks.actions import make_feed
from linli.core.clocks.queries.sharing import items_of, leavers_with_items
from linli.core.files.filing import all_series
from linli.core.local_law.effects import open_cases
from linli.core.people.actions import forget_person
from linli.core.people.queries.persons import search_persons
from linli.lib.calendar import local_day
from linli.lib.law import Refused
from linli.service.casework.tests.conftest import NOON
from linli.service.casework.tests.observing import client_of, page, plain, taken_back

# What an observer may look at: who, and the address (c: the community's code; p: the person's id).
PAGES = {
    "visitor: home": ("visitor", "/c/{c}/"),
    "visitor: disclosure": ("visitor", "/c/{c}/disclosure.json"),
    "visitor: supervision as data": ("visitor", "/c/{c}/oversight/supervision.json"),
    "visitor: the feed of notices": ("visitor", "/c/{c}/notices/feed.atom"),
    "visitor: six standards": ("visitor", "/c/{c}/standards/"),
    "visitor: open records": ("visitor", "/c/{c}/archive/"),
    "visitor: what is kept about anybody": ("visitor", "/privacy/"),
    "director: today": ("director", "/c/{c}/desk/"),
    "director: everybody's due": ("director", "/c/{c}/desk/due/?whose=all"),
    "director: the month": ("director", "/c/{c}/desk/calendar/{year}/{month}/"),
    "director: the wall": ("director", "/c/{c}/desk/calendar/{year}/wall/"),
    "director: the duties": ("director", "/c/{c}/desk/duties/"),
    "director: hand over": ("director", "/c/{c}/desk/due/hand-over/"),
    "director: hand over a worker's": ("director", "/c/{c}/desk/due/hand-over/?of={worker}"),
    "director: stand-ins": ("director", "/c/{c}/desk/stand-ins/"),
    "director: cases": ("director", "/c/{c}/desk/cases/"),
    "holder of the post: veterans": ("third", "/c/{c}/desk/veterans/"),
    "holder of the post: children's files": ("third", "/c/{c}/desk/children/files/"),
    "visitor: consultation days": ("visitor", "/c/{c}/consultations/"),
    "director: search by name": ("director", "/c/{c}/desk/people/?q=王秀兰"),
    "director: the person's page": ("director", "/c/{c}/desk/people/{p}/"),
    "director: doubles": ("director", "/c/{c}/desk/people/doubles/"),
    "director: how many": ("director", "/c/{c}/desk/people/questions/"),
    "director: archive items": ("director", "/c/{c}/desk/archive/items/"),
    "director: looks at records": ("director", "/c/{c}/desk/archive/looks/"),
    "director: jobs": ("director", "/jobs/"),
    "director: inbox": ("director", "/inbox/"),
    "director: posts": ("director", "/c/{c}/desk/posts/"),
    "director: burden": ("director", "/c/{c}/desk/intake/burden.json"),
    "director: disclosure desk": ("director", "/c/{c}/desk/disclosure/"),
    "director: local law": ("director", "/c/{c}/desk/law/new/casework.lead_step/"),
    "director: matters": ("director", "/c/{c}/desk/matters/?show=all"),
    "supervisor: acts of the committee": (
        "supervisor",
        "/c/{c}/desk/oversight/supervision/acts/",
    ),
    "supervisor: posts": ("supervisor", "/c/{c}/desk/posts/"),
    "street: its page": ("street", "/street/{s}/"),
    "another worker: today": ("third", "/c/{c}/desk/"),
    "another worker: cases": ("third", "/c/{c}/desk/cases/"),
    "another worker: the person's page": ("third", "/c/{c}/desk/people/{p}/"),
    "another worker: inbox": ("third", "/inbox/"),
    "stand-in of the lead: today": ("mediator", "/c/{c}/desk/"),
    "stand-in of the lead: due": ("mediator", "/c/{c}/desk/due/"),
    "neighbour: home": ("tenant", "/c/{c}/"),
    "neighbour: my cases": ("tenant", "/c/{c}/my-cases/"),
    "agent: the principal's record": ("representative", "/me/record/for/{p}/"),
    "agent: my cases": ("representative", "/c/{c}/my-cases/"),
    "agent: what is confidential": ("representative", "/me/record/looks/?show=closed"),
    "manager: today": ("manager", "/c/{c}/desk/"),
}


def _the_book(house):
    return Entry.objects.count(), [row.action for row in entries_about(house.person.pk)]


def _searching_to_open(house):
    client = client_of(house, "third")
    address = f"/c/{house.community.code}/desk/cases/new/"
    return plain(client.post(address, {"q": "王秀兰", "find": "yes"}))


def _finding(house):
    return [person.pk for person in search_persons(house.community, "王秀兰")]


def _forgetting(house):
    with taken_back(), pytest.raises(Refused) as refusal:
        forget_person(house.person, by=house.actor("director"), at=NOON)
    return refusal.value.finding


def _command(house, *words):
    from linli.web.command.doctor import command as doctor
    from linli.web.command.keys import command as keys

    run = CliRunner().invoke({"doctor": doctor, "keys": keys}[words[0]], list(words[1:]))
    return re.sub(r"[0-9.]+ GB", "", run.output)


def _feed(house, key):
    actor = house.actor(key)
    with taken_back():
        _feed_row, token = make_feed(house.community, by=actor, at=NOON)
        return _without_stamps(
            Client().get(f"/c/{house.community.code}/feed/{token}.ics").content.decode()
        )


def _without_stamps(text):
    return re.sub(r"DTSTAMP[^\r]*", "", text)


def _left(house):
    with taken_back():
        account = house.account("worker")
        account.is_active = False
        account.save(update_fields=["is_active"])
        return leavers_with_items(house.community.pk, timezone.localdate())


def _archived(house):
    since, until = local_day(NOON) - timedelta(days=400), local_day(NOON) + timedelta(days=2)
    return [
        (series.key, [str(piece.owner) for piece in series.settled(house.community, since, until)])
        for series in all_series()
    ]


def _table_sizes(house):
    """What anybody may count: no open table grew, but inboxes of those told and replays."""
    closed = {model._meta.label for model in closed_models()} | {
        "audit.ClosedEntry",
        "audit.Submission",
        "clocks.Clock",
        "core_messages.Message",
        "core_messages.Delivery",
        "sessions.Session",
    }
    return {
        model._meta.label: model._base_manager.count()
        for model in apps.get_models()
        if model._meta.label not in closed
    }


OVER = {
    **{name: partial(page, key=key, address=address) for name, (key, address) in PAGES.items()},
    "anybody: the book": _the_book,
    "another worker: looking for whom to open a case": _searching_to_open,
    "another worker: the roster's search": _finding,
    "director: forgetting the person": _forgetting,
    "operator: linli doctor": lambda house: _command(house, "doctor"),
    "operator: linli keys reseal": lambda house: _command(house, "keys", "reseal", "--json"),
    "director: the feed": lambda house: _feed(house, "director"),
    "lead: a feed anybody may hold": lambda house: _feed(house, "worker"),
    "director: what the lead has in hand": lambda house: items_of(
        house.community, house.account("worker").pk
    ),
    "director: what a leaver leaves": _left,
    "archive: what is to be filed": _archived,
    "operator: how many rows": _table_sizes,
    "operator: local law counts open clocks": lambda house: list(
        map(str, open_cases("casework.lead_step", house.community))
    ),
    "operator: what replays name": lambda house: sorted(
        set(Submission.objects.values_list("action", flat=True)) - {""}
    ),
}


SEEING = {
    "the lead: due": lambda house: page(house, "worker", "/c/{c}/desk/due/"),
    "the second: cases": lambda house: page(house, "colleague", "/c/{c}/desk/cases/"),
    "the second: inbox": lambda house: page(house, "colleague", "/inbox/"),
    "the person: my cases": lambda house: page(house, "elder", "/c/{c}/my-cases/"),
}
"""Those who may know do see it: the comparison is not blind."""
