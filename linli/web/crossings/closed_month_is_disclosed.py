"""A month that was closed fills what the disclosure catalogue waits for: the accounts, and the
donations with their use.

The funds room keeps the books, the disclosure room what is posted. Rows come from the books; who
checks and posts them stays as it is. What was typed by hand before may not carry over to what the
books say: then the month is closed all the same, and a worker is told to fill the item in by hand.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from linli.core.audit.door import Act, crosses, may
from linli.governance.oversight.actions.disclosure import Content, prepare_item
from linli.governance.oversight.models import Disclosure
from linli.governance.oversight.queries.disclosure import line_on
from linli.lib.calendar import local_day
from linli.lib.law import Refused
from linli.stewardship.funds.models import Month
from linli.stewardship.funds.queries.posted import Told, gifts, movements, opening_of
from linli.stewardship.funds.rules.months import last_of

LINES = ("accounts", "donations")
OPEN = ("awaited", "returned")
LONGEST = {"accounts": {"what": 80}, "donations": {"what": 60, "purpose": 80, "used_for": 120}}


@crosses("funds.close_month")
def closed_month_is_disclosed(act: Act, row: Month) -> None:
    """Prepares what waits and ends with the month that was closed."""
    if not may("oversight.prepare", act.by, row):
        return
    waiting = Disclosure.objects.filter(
        community=row.community_id, line__in=LINES, state__in=OPEN, until=last_of(row.month)
    )
    for item in waiting.select_related("community"):
        on = local_day(act.at)
        if line_on(item.community, item.line, on).kind not in LINES:
            continue  # another room speaks for it
        content = content_from_books(item.community, item.line, item.since, item.until)
        try:
            with transaction.atomic():
                prepare_item(item, content=content, by=act.by, at=act.at)
        except Refused:
            act.tell("funds.not_disclosed", post="worker", month=f"{row.month:%Y-%m}")


def content_from_books(community: Any, line: str, since: date, until: date) -> Content:
    """The rows of a line as the books have them; nothing where nothing moved."""
    if line == "accounts":
        rows = [_cut(line, each) for each in movements(community, since, until)]
        return Content(rows=rows, opening=opening_of(community, since), nothing=not rows)
    rows = [_cut(line, each) for each in gifts(community, since, until)]
    return Content(rows=rows, nothing=not rows)


def _cut(line: str, told: Told) -> Mapping[str, Any]:
    longest = LONGEST[line]
    return {key: value[: longest[key]] if key in longest else value for key, value in told.items()}
