"""The director keeps the catalogue: more often, by other hands, or with lines of its own."""

from collections.abc import Sequence
from typing import Any

from linli.core.audit.door import Act, action
from linli.core.places.models import Place
from linli.governance.oversight import rules
from linli.governance.oversight.lines import Line, shipped_lines
from linli.governance.oversight.models import CatalogueLine
from linli.lib.calendar import local_day
from linli.lib.identity.redact import redact
from linli.lib.law import Finding, Refused, require


@action("oversight.keep_line", needs="oversight.keep_catalogue")
def keep_line(
    act: Act,
    community: Place,
    *,
    line: Line,
    every: str,
    day: int,
    preparer: str,
    checker: str,
    channels: Sequence[str],
    ground: str = "promise",
    source: str = "",
) -> CatalogueLine:
    """Sets how often a line is disclosed and by whose hands, never less often than it must be.
    The board is not one of the choices: the law asks for it."""
    require(rules.often_enough(every, line.slowest))
    on = local_day(act.at)
    _close(community, line.key, on)
    row = _row_of(community, line.key, on) or CatalogueLine(
        community=community, key=line.key, since=on
    )
    row.shipped = line.key in shipped_lines()
    row.title, row.title_en, row.holds = line.title, line.title_en, line.holds
    row.every, row.day, row.ground = every, day, ground
    row.source, row.preparer, row.checker = source.strip(), preparer, checker
    row.channels = ["board", *(each for each in channels if each != "board")]
    require(_public_words(row.title, row.holds, row.source))
    row.save()
    act.note(item=line.titles)
    return row


@action("oversight.add_line", needs="oversight.keep_catalogue")
def add_line(act: Act, community: Place, *, key: str, title: str, holds: str, **given: Any) -> Any:
    """Puts a matter of the community's own on the catalogue, beside what the law asks for."""
    taken = key in shipped_lines() or CatalogueLine.objects.filter(community=community, key=key)
    if taken:
        raise Refused(Finding(False, "oversight.line_once", numbers={"title": title}))
    require(_public_words(title, holds, given.get("source", "")))
    channels = ["board", *(each for each in given.pop("channels", ()) if each != "board")]
    row = CatalogueLine.objects.create(
        community=community,
        key=key,
        title=title,
        holds=holds,
        channels=channels,
        since=local_day(act.at),
        **given,
    )
    act.note(item=row.titles)
    return row


@action("oversight.end_line", needs="oversight.keep_catalogue")
def end_line(act: Act, line: CatalogueLine) -> CatalogueLine:
    """Takes a line of the community's own off the catalogue, or lets a shipped one be as it was.
    What was disclosed stays."""
    on = local_day(act.at)
    act.note(item=line.titles)
    if line.since < on:
        line.until = on
        line.save(update_fields=["until"])
    else:
        line.delete()
    return line


def _close(community: Place, key: str, on: Any) -> None:
    CatalogueLine.objects.filter(
        community=community, key=key, until__isnull=True, since__lt=on
    ).update(until=on)


def _row_of(community: Place, key: str, on: Any) -> CatalogueLine | None:
    found: CatalogueLine | None = CatalogueLine.objects.filter(
        community=community, key=key, since=on, until__isnull=True
    ).first()
    return found


def _public_words(*words: str) -> Finding:
    clean = all(redact(each).text == each for each in words)
    return Finding(clean, "oversight.public_words", cites=("pipl.25",))
