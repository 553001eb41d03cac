"""The limits of an application: the numbers of its day and place, and the clocks made of them."""

from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

from linli.core.audit.door import Act
from linli.core.clocks import actions as clocks
from linli.core.clocks.queries import work_calendar
from linli.core.places.models import Place
from linli.core.places.queries import jurisdictions_of
from linli.lib.calendar import SHANGHAI, Unit, local_day, period_end
from linli.lib.law import Parameter
from linli.lib.law.packs import in_force, parameter
from linli.service.catalogue.applications import rules
from linli.service.catalogue.applications.flows import REMEDIES
from linli.service.catalogue.applications.models import ApplicationHelp
from linli.service.catalogue.applications.paths import Path


def laid_down(name: str, community: Place, on: date) -> Parameter:
    """The row of `assistance.<name>` that holds in this community on that day."""
    return parameter(f"assistance.{name}", on, jurisdictions_of(community))


def number(name: str, community: Place, on: date) -> int:
    """Its number."""
    return int(laid_down(name, community, on).value)


def limit_of(path: Path, name: str, community: Place, on: date) -> Parameter | None:
    """The limit the scheme names for that step; None where nobody has laid one down here."""
    rule = path.limits.get(name)
    return in_force(rule, on, jurisdictions_of(community)) if rule else None


def limits_here(path: Path, community: Place, on: date) -> list[tuple[str, Parameter]]:
    """Every limit of the scheme that holds here, by step."""
    found = {name: limit_of(path, name, community, on) for name in path.limits}
    if not rules.longer_by(found.get("decide"), found.get("special")):
        found.pop("special", None)  # another place's longer limit is not this one's
    return [(name, limit) for name, limit in found.items() if limit is not None]


def longer_here(help: ApplicationHelp, on: date) -> int:
    """By how much its decision may be prolonged here; 0 where the place names nothing."""
    limit = limit_of(help.path, "decide", help.community, on)
    return rules.longer_by(limit, limit_of(help.path, "special", help.community, on))


def start_clock(act: Act, help: ApplicationHelp, name: str, limit: Parameter) -> None:
    """Starts one of its clocks from the day of the act. A review in months is due on its day; a
    remedy's months, like its days, do not end on a day of rest (CC 203)."""
    length, unit, began = int(limit.value), limit.unit, local_day(act.at)
    face = help.face()
    rolls = parameter("calendar.weekend_rolls", began, jurisdictions_of(help.community))
    if unit == "months":
        due = rules.review_due(began, length)
        if name in REMEDIES:
            due = period_end(
                began,
                months=length,
                weekend_rolls=bool(rolls.value),
                calendar=work_calendar(help.community_id),
            )
        length, unit = (due - began).days, Unit.FIXED
    clocks.start(
        act,
        help,
        name,
        length=length,
        unit=unit,
        rule=limit.rule,
        title=face.title,
        url_name=face.url_name,
        url_args=face.url_args,
        holder=face.holder,
        weekend_rolls=bool(rolls.value),
        private=True,
    )


def start_limits(act: Act, help: ApplicationHelp, *names: str) -> set[str]:
    """Starts those of the scheme's clocks that are laid down here; says which."""
    started = set()
    for name in names:
        limit = limit_of(help.path, name, help.community, local_day(act.at))
        if limit is not None:
            start_clock(act, help, name, limit)
            started.add(name)
    return started


def start_laid_down(act: Act, help: ApplicationHelp, name: str, rule: str) -> None:
    """Starts a clock by the number of `assistance.<rule>`."""
    start_clock(act, help, name, laid_down(rule, help.community, local_day(act.at)))


def on_day(act: Act, on: date, since: datetime) -> Act:
    """The same act on the day the office named: clocks count from what it said, not from when it
    was written down. Never before `since`, the moment of the last change."""
    if on == local_day(act.at):
        return act
    return replace(act, at=max(since, datetime.combine(on, time(12), SHANGHAI)))


def forward_limit(help: ApplicationHelp, on: date) -> Any:
    """How soon it is to be forwarded: our promise, or in an emergency the same day."""
    limit = laid_down("forward_target", help.community, on)
    return replace(limit, value=1, unit="fixed") if help.urgent else limit
