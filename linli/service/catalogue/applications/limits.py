"""The limits of an application: the numbers of its day and place, and the clocks made of them."""

from dataclasses import replace
from datetime import date, datetime, time

from linli.core.audit.door import Act
from linli.core.clocks import actions as clocks
from linli.core.clocks.queries import work_calendar
from linli.core.places.laid_down import laid_down, weekend_rolls
from linli.core.places.models import Place
from linli.core.places.queries import jurisdictions_of
from linli.lib.calendar import SHANGHAI, Unit, local_day, period_end
from linli.lib.law import Parameter
from linli.lib.law.packs import in_force
from linli.service.catalogue.applications import rules
from linli.service.catalogue.applications.flows import REMEDIES
from linli.service.catalogue.applications.models import ApplicationHelp
from linli.service.catalogue.applications.paths import Path


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


def start_clock(
    act: Act, help: ApplicationHelp, name: str, limit: Parameter, *, quiet: bool = False
) -> None:
    """Starts one of its clocks from the day of the act. A review in months is due on its day; a
    remedy's months, like its days, do not end on a day of rest (CC 203). `quiet`: nobody is told
    when it breaks, because nobody here has to do anything or because we tell them ourselves."""
    length, unit, began = int(limit.value), limit.unit, local_day(act.at)
    face = help.face()
    rolls = weekend_rolls(help.community, began)
    if unit == "months":
        due = rules.review_due(began, length)
        if name in REMEDIES:
            due = period_end(
                began,
                months=length,
                weekend_rolls=rolls,
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
        weekend_rolls=rolls,
        private=True,
        quiet=quiet,
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
    start_clock(act, help, name, laid_down(f"assistance.{rule}", help.community, local_day(act.at)))


def on_day(act: Act, on: date, since: datetime) -> Act:
    """The same act on the day the office named: clocks count from what it said, not from when it
    was written down. Never before `since`, the moment of the last change."""
    if on == local_day(act.at):
        return act
    return replace(act, at=max(since, datetime.combine(on, time(12), SHANGHAI)))


def start_forward(act: Act, help: ApplicationHelp) -> None:
    """The clock of our promise to forward, from the moment it was asked for. An emergency has
    hours, and whoever must hear of it is told by an alarm (`alarming.py`)."""
    since = replace(act, at=help.opened_at)
    name = "urgent_forward_within" if help.urgent else "forward_target"
    limit = laid_down(f"assistance.{name}", help.community, local_day(help.opened_at))
    start_clock(since, help, "forward", limit, quiet=help.urgent)


def at_end_of(act: Act, on: date) -> Act:
    """The same act in the last moment of a day, for what that day still counted."""
    return replace(act, at=datetime.combine(on, time.max, SHANGHAI))
