"""The numbers the navigator needs and only the place can say: entered by the director, confirmed
by a second person. Some are left unsaid, as in most places at first."""

from datetime import datetime

from linli.core.local_law.actions import Given, confirm, enter
from linli.core.places.queries import jurisdictions_of
from linli.lib.calendar import local_day
from linli.lib.law.packs import ParameterValue
from linli.web.demo.cast import Setting

_LINE = "示范市关于公布最低生活保障标准的通知"
_ELDERS = "示范市老年人福利补贴办法"
SAID: tuple[tuple[str, ParameterValue, str, str], ...] = (
    ("assistance.living_line", 85000, _LINE, "1"),
    ("assistance.savings_line", 2040000, _LINE, "3"),
    ("assistance.old_age_from", 80, _ELDERS, "2"),
    ("assistance.elder_care_subsidy", True, _ELDERS, "5"),
)
"""Rule, number (money in fen), the invented document, its article."""


def lay_down_lines(setting: Setting, at: datetime, but: tuple[str, ...] = ()) -> None:
    """On the last day of the year that ends at `at`, through the real acts; all `but` those."""
    community, on = setting.community, local_day(at)
    own, wider, *_rest = jurisdictions_of(community)
    for rule, value, source, article in SAID:
        if rule in but:
            continue
        given = Given(
            jurisdiction=own,
            issuer=wider,
            rule=rule,
            value=value,
            in_force_from=on,
            in_force_to=None,
            status="verified",
            source=source,
            article=article,
            signed="周明华",
            declares=True,
        )
        entered = enter(community, given=given, by=setting.actor("director", on), at=at)
        confirm(community, value=entered, by=setting.actor("supervisor", on), at=at)
