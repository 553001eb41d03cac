"""How a service card is told: whom to turn to, and where each wish leads."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from linli.core.audit.actor import Actor
from linli.core.people.queries import dwelling_of
from linli.service.catalogue import paper
from linli.service.catalogue.queries.guides import keys_offered
from linli.service.catalogue.queries.network import channel_of
from linli.service.catalogue.reminders.models import WISHES, Reminder, ServiceCard
from linli.service.catalogue.reminders.queries import to_be_asked
from linli.service.catalogue.reminders.shown import lines_of

LEADS = {
    "health": "family_doctor",
    "activities": "retirees_welcome",
    "mutual_aid": "volunteering",
    "volunteering": "volunteering",
}
"""The guide that says how to get what is wished for; where the community offers it."""
NEWCOMER = ("newcomer", "residence_permit")


@dataclass(frozen=True)
class Wish:
    """What is wished for, and the page that leads there (or none)."""

    title: Any
    url: str


def tell_card(
    card: ServiceCard, reminders: list[Reminder], actor: Actor, on: date
) -> dict[str, Any]:
    """What the page and the print of a card show."""
    community, here = card.community, {"community_code": card.community.code}
    offered = keys_offered(community)
    home = dwelling_of(card.person, on)

    def page_of(key: str) -> str:
        if key == "certification":
            return reverse("catalogue:reminders", kwargs=here)
        guide = LEADS[key]
        if guide not in offered:
            return ""
        return reverse("catalogue:guide", kwargs={**here, "key": guide})

    return {
        "card": card,
        "wishes": [Wish(WISHES[key], page_of(key)) for key in card.wished],
        "channel": channel_of(home or community, on),
        "issuer": paper.issuer_of(community, on),
        "lines": lines_of(reminders, community, on),
        "guides": [
            reverse("catalogue:guide", kwargs={**here, "key": key})
            for key in NEWCOMER
            if key in offered
        ],
        "asked": to_be_asked(card, on),
        "on": on,
    }
