"""A catalogue that is scored, and figures laid down for it."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

from linli.evaluation.definitions import Catalogue, read_indicators
from linli.evaluation.models import Figure
from linli.evaluation.periods import read_period
from linli.evaluation.tests.made_up import definition
from linli.evaluation.words import Words

AT = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)


def _row(name, title, group, *, version=1, since="2020-01-01", extra="", **given):
    text = definition(
        name, "ratio_of_sums", ["matters.answered"], version=version, since=since, extra=extra
    )
    row = read_indicators(text)[0]
    changed = {"direction": "higher", "goalposts": (Decimal(0), Decimal(100)), **given}
    return replace(row, title=Words(title, f"{title} en"), group=group, **changed)


def graded():
    """Three indicators of services, one of them asked of a sample; one of safety whose definition
    changed in 2026; one that waits for a source; one of context; one of the rooms' work."""
    return Catalogue(
        [
            _row("AA01", "答复", "SV", headline=True),
            _row("AA02", "重办", "SV", direction="lower", goalposts=(Decimal(40), Decimal(0))),
            _row("AA03", "满意", "SV", extra="interval = true", basis="survey"),
            _row("AA04", "巡查", "SF", every=""),
            _row("AA04", "巡查", "SF", every="", version=2, since="2026-01-01"),
            _row("AA05", "探访", "SV", awaits=Words("等“探访”", "Waits for visits")),
            _row("AA06", "老年人", "CX", direction="context", goalposts=None),
            _row("AA07", "接件", "WK"),
        ]
    )


def go_by(monkeypatch, known=None):
    """Has the pages read by that catalogue."""
    found = known or graded()
    monkeypatch.setattr("linli.evaluation.own.catalogue.catalogue", lambda: found)
    return found


def lay(community, indicator, key, top, below, *, version=1, **given):
    """A figure of a period."""
    period = read_period(key)
    return Figure.objects.create(
        community=community, indicator=indicator, version=version, period_kind=period.kind,
        starts=period.starts, ends=period.ends, numerator=top, denominator=below, n=below or 0,
        reckoned_at=AT, **given,
    )  # fmt: skip


def lay_two_years(community):
    """Services fell since the year before, most of all because answers came late."""
    lay(community, "AA01", "2025", 900, 1000)
    lay(community, "AA01", "2026", 400, 800)
    lay(community, "AA02", "2025", 200, 1000)
    lay(community, "AA02", "2026", 80, 800)
    lay(community, "AA03", "2026", 60, 100, low=0.5, high=0.7)
    lay(community, "AA04", "2025", 50, 100)
    lay(community, "AA04", "2026", 50, 100, version=2)
    lay(community, "AA06", "2026", 180, 900)
    return date(2026, 11, 23)
