"""What the committee does and does not do, for everybody."""

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, public
from linli.core.pages.answer import answer
from linli.lib.law import cite
from linli.lib.law.citations import Status
from linli.partners.intake.models import Item
from linli.partners.intake.queries import Part, list_parts
from linli.partners.intake.rules import NEVER
from linli.partners.intake.words import NEVER as NEVER_TITLES


@public
@require_safe
def show_list(request: Visit) -> HttpResponse:
    """The list in force today, by nature; what is flagged stands flagged."""
    today = timezone.localdate()
    parts = list_parts(request.community, today)
    context = {
        "parts": parts,
        "does_not": [item for part in parts for item in part.items if item.does_not],
        "never": never_lines(),
        "today": today,
    }
    return answer(request, "intake/list.html", context, json=lambda: _as_data(parts, today))


def never_lines() -> list[dict[str, Any]]:
    """What may never be passed on to a community, each with the rule it stands on."""
    titles = dict(NEVER_TITLES)
    return [
        {
            "title": titles[name],
            "citations": [cite(key) for key in cites],
            "to_verify": any(cite(key).status is Status.TO_VERIFY for key in cites),
        }
        for name, cites in NEVER.items()
    ]


def _as_data(parts: list[Part], today: date) -> dict[str, Any]:
    return {
        "on": today,
        "items": [_item(item) for part in parts for item in part.items],
        "never": [
            {
                "title": str(line["title"]),
                "cites": [each.key for each in line["citations"]],
                "status": "to_verify" if line["to_verify"] else "verified",
            }
            for line in never_lines()
        ],
    }


def _item(item: Item) -> dict[str, Any]:
    return {
        "id": item.pk,
        "title": item.name,
        "nature": item.nature,
        "does": item.does_told,
        "does_not": item.does_not_told or None,
        "office": item.office_told or None,
        "cites": item.cites,
        "document": item.paper_told or None,
        "document_status": item.paper_status if item.paper else None,
        "money": item.money or None,
        "amount_fen": item.fen,
        "per": item.per or None,
        "payer": item.payer or None,
        "forms": item.form_names or None,
        "frequency": item.frequency,
        "since": item.since,
        "until": item.until,
        "lacks": [found.rule for found in item.flags],
    }
