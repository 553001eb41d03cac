"""The community looks at itself: every register is asked once, and what it said is kept."""

from typing import Any

from linli.core.audit.door import Act, action
from linli.core.pages.bilingual import in_both
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.stewardship.planning.models import Diagnosis
from linli.stewardship.planning.queries import diagnosis as _core  # noqa: F401 (its sections)
from linli.stewardship.planning.sources import sections


@action("planning.diagnose", needs="planning.diagnose")
def diagnose(act: Act, community: Place) -> Diagnosis:
    """Makes the diagnosis of today. Nothing in it can be typed, and it is never changed: the next
    one stands beside it."""
    on = local_day(act.at)
    parts: list[dict[str, Any]] = [
        {
            "key": section.key,
            "title": in_both(section.title),
            "says": in_both(section.says),
            "lines": [line.kept() for line in section.read(community, on)],
        }
        for section in sections()
    ]
    gaps = sum(line["gap"] for part in parts for line in part["lines"])
    act.note(gaps=gaps)
    return Diagnosis.objects.create(
        community=community,
        year=on.year,
        on=on,
        made_at=act.at,
        made_by_id=act.by.account,
        content={"sections": parts},
    )
