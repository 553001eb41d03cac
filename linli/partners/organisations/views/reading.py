"""What a delegate wrote, in one line with its days, for whoever looks before everybody reads it."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from linli.core.pages.wording import tell_day
from linli.partners.organisations.models import Need, Offer, Pledge, Project


def in_full(row: Offer | Need | Pledge | Project) -> str:
    """All of it that everybody will read."""
    return " · ".join(str(part) for part in (row.title, row.about, *_more(row)) if part)


def _more(row: Any) -> list[Any]:
    if isinstance(row, Pledge):
        return [
            _told(_("答应在 %(day)s 以前做到"), row.due_on),
            _told(_("%(day)s 做到"), row.delivered_on),
            row.delivered_how,
        ]
    if isinstance(row, Offer):
        return [row.times, row.conditions, _told(_("到 %(day)s 为止"), row.until)]
    if isinstance(row, Need):
        return [_told(_("最好在 %(day)s 以前"), row.wanted_by)]
    return [row.outcome]


def _told(words: str, on: date | None) -> str:
    return words % {"day": tell_day(on)} if on else ""
