"""What the demo's community has laid down itself: a promise confirmed by two, and a rule of the
invented province that still waits for the second person."""

from datetime import datetime, timedelta

from linli.core.local_law.actions import Given, confirm, enter
from linli.core.places.queries import jurisdictions_of
from linli.lib.calendar import local_day
from linli.web.demo.cast import Setting


def lay_down_local_rules(setting: Setting, at: datetime) -> None:
    """On the last day of the year that ends at `at`, through the real acts."""
    community, on = setting.community, local_day(at)
    director = setting.actor("director", on)
    own, *_wider, province = jurisdictions_of(community)
    promise = Given(
        jurisdiction=own,
        issuer=own,
        rule="intake.decided_within",
        value=12,
        in_force_from=on,
        in_force_to=None,
        status="promise",
        source="居民代表会议关于准入答复期限的决定",
        article="",
        signed="周明华",
        declares=True,
    )
    kept = enter(community, given=promise, by=director, at=at)
    confirm(community, value=kept, by=setting.actor("supervisor", on), at=at)
    weekend = Given(
        jurisdiction=own,
        issuer=province,
        rule="calendar.weekend_rolls",
        value=False,
        in_force_from=on + timedelta(days=7),
        in_force_to=None,
        status="verified",
        source="示范省期间计算规定",
        article="7",
        signed="周明华",
        declares=True,
    )
    enter(community, given=weekend, by=director, at=at)
