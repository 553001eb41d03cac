"""Whoever only reads at the desk is offered nothing that would be refused."""

import re

import pytest
from django.urls import reverse
from django.utils import timezone

from linli.web.demo.emergencies import play_emergencies
from linli.web.demo.hazards import play_hazards
from linli.web.demo.organisations import play_organisations
from linli.web.demo.party import play_party

pytestmark = pytest.mark.django_db
LINK = re.compile(r'(?:href|action)="(/[^"#?]*)')


def test_no_page_that_opens_for_the_supervisor_leads_to_a_closed_door(sign_in, setting):
    at = timezone.now()
    for play in (play_organisations, play_party, play_hazards, play_emergencies):
        play(setting, at)
    client, here = sign_in("supervisor"), f"/c/{setting.community.code}/"

    def links(address):
        _frame, _main, text = client.get(address).content.decode().partition("<main")
        return {link for link in LINK.findall(text) if link.startswith(f"{here}desk/")}

    start = reverse("desk", args=[setting.community.code])
    ways = sorted(links(start))
    pages = {way: links(way) for way in ways}
    # One row of each list besides: what can be done about it.
    pages |= {rows: links(rows) for rows in {sorted(each)[0] for each in pages.values() if each}}
    closed = [
        f"{page} → {link}"
        for page, each in pages.items()
        for link in sorted(each)
        if client.get(link).status_code == 404
    ]
    assert len(ways) > 5
    assert not closed, "\n".join(closed)
