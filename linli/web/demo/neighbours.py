"""The street's other communities, which run elsewhere: what they send upward, and the answers.

Their figures are invented, between the goalposts of each indicator; the files are real ones, signed
by keys that nobody else has, and come in through the street's own acts.
"""

import base64
import hashlib
import random
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from fractions import Fraction
from math import sqrt
from typing import Any

from linli.core.audit.actor import the_operator
from linli.core.places.actions import add_place
from linli.core.places.models import Place
from linli.evaluation.definitions import SCALES, Indicator, catalogue
from linli.evaluation.periods import Period, period_of
from linli.evaluation.returns import actions
from linli.evaluation.returns.keys import fingerprint, public_half
from linli.evaluation.returns.lines import HIDDEN, TOLD, Line
from linli.evaluation.returns.outgoing import travels
from linli.evaluation.returns.packing import pack_return
from linli.evaluation.returns.queries import flags_of
from linli.evaluation.returns.rules import BLOCKING
from linli.lib.calendar import local_day
from linli.web.demo.cast import Setting

NAMES = ("南湖社区", "北桥社区", "柳荫社区", "石桥社区")
FIRST_CODE = 3
"""The last figures of the first one's code; two communities are there already."""
SEED = 44
_FEW = 10


def play_neighbours(setting: Setting, at: datetime) -> None:
    """Five files come: one is sent back for a month that stands twice in it and comes again, one
    is taken with a question open, three are taken as they are."""
    founded = at - timedelta(days=365)
    others = [setting.neighbour, *_found(setting.street, founded)]
    for number, community in enumerate(others):
        _Neighbour(setting, community, at, random.Random(SEED + number)).send(doubled=number == 1)


def report_upward(setting: Setting, at: datetime) -> None:
    """The demo's own community sends its year as well, and the street takes it."""
    on = local_day(at)
    director: dict[str, Any] = {"by": setting.actor("director", on), "at": at}
    sent = actions.send(
        setting.community, office=setting.street, period=period_of("year", on), **director
    )
    officer: dict[str, Any] = {"by": setting.actor("street", on), "at": at}
    row = actions.receive(setting.street, content=bytes(sent.body), **officer)
    _answer(setting, row, officer)


def _found(street: Place, at: datetime) -> list[Place]:
    by = the_operator()
    return [
        add_place(
            street,
            kind="community",
            name=name,
            code=f"{street.code[:9]}{FIRST_CODE + number:03d}",
            ur_code="111",
            by=by,
            at=at,
        )
        for number, name in enumerate(NAMES)
    ]


def _answer(setting: Setting, row: Any, officer: dict[str, Any]) -> Any:
    flags = flags_of(row)
    if any(flag.kind in BLOCKING for flag in flags):
        return actions.answer(
            setting.street,
            return_id=row.pk,
            state="sent_back",
            reason="有一个月的数与全年对不上，像是同一个月算了两次；请核对后再报。",
            **officer,
        )
    reason = "数先采用；列出的几处请说明。" if flags else ""
    state = "questions" if flags else "accepted"
    return actions.answer(setting.street, return_id=row.pk, state=state, reason=reason, **officer)


class _Neighbour:
    """One community that runs on a machine of its own."""

    def __init__(
        self, setting: Setting, community: Place, at: datetime, chance: random.Random
    ) -> None:
        self.setting, self.community, self.at, self.chance = setting, community, at, chance
        self.key = base64.b64encode(hashlib.sha256(community.code.encode()).digest()).decode()
        self.level = chance.uniform(0.35, 0.95)
        self.people = chance.randrange(1800, 5200)
        self.homes = round(self.people * 0.42)
        old = chance.uniform(18, 36)
        self.context = {
            "CX01": old,
            "CX02": old * 0.7,
            "CX03": old * 0.17,
            "CX04": old * 0.7 / 0.65,
            "CX09": self.homes,
            "CX10": chance.uniform(2, 9),
            "CX12": chance.uniform(60, 180),
        }

    def send(self, *, doubled: bool) -> None:
        """Its key is compared on the telephone; its file is taken in and answered."""
        officer = self._officer(3)
        public = public_half(self.key)
        actions.register_sender(
            self.setting.street,
            community=self.community,
            public_key=public,
            heard=fingerprint(public),
            **officer,
        )
        period = period_of("year", local_day(self._ago(3)))
        lines = self._lines(period)
        if doubled:
            self._arrive(period, _doubled(lines), edition=1, days=3)
        self._arrive(period, lines, edition=2 if doubled else 1, days=1 if doubled else 2)

    def _arrive(self, period: Period, lines: Sequence[Line], *, edition: int, days: int) -> None:
        street = self.setting.street
        said = {
            "community": {"code": self.community.code, "name": self.community.name},
            "office": {"code": street.code, "name": street.name},
            "period": period.key,
            "through": min(period.ends, self._through()).isoformat(),
            "edition": edition,
            "sent_at": self._ago(days).isoformat(timespec="seconds"),
            "notes": [],
        }
        content = pack_return(said, lines, with_key=self.key).content
        officer = self._officer(days)
        row = actions.receive(street, content=content, **officer)
        _answer(self.setting, row, officer)

    def _ago(self, days: int) -> datetime:
        return self.at - timedelta(days=days)

    def _through(self) -> date:
        return local_day(self._ago(3))

    def _officer(self, days: int) -> dict[str, Any]:
        at = self._ago(days)
        return {"by": self.setting.actor("street", local_day(at)), "at": at}

    def _lines(self, period: Period) -> list[Line]:
        lines: list[Line] = []
        for row in catalogue().all_in_force(period.starts):
            told = row.has_source and row.item != "income_gini"
            if travels(row) and told and "year" in row.period_kinds:
                lines += self._of(row, period)
        return lines

    def _of(self, row: Indicator, year: Period) -> list[Line]:
        if row.aggregator == "survey":
            return [self._asked(row, year.key)]
        monthly = row.every == "month" and row.adds_up
        parts = self._months(year) if monthly else 1
        cells = [self._cell(row, parts) for _part in range(parts)]
        if monthly:
            base = sum(whole for _part, whole in cells) if row.is_quotient else 1
            whole = (sum(part for part, _whole in cells), base)
            # A small month would take others with it; an invented community has none.
            months = [
                self._line(row, f"{year.key}-{number:02d}", cell)
                for number, cell in enumerate(cells, 1)
            ]
            hidden = any(line.status == HIDDEN for line in months)
            return [*([] if hidden else months), self._line(row, year.key, whole)]
        return [self._line(row, year.key, cells[0])]

    def _months(self, year: Period) -> int:
        return self._through().month if self._through() >= year.starts else 1

    def _cell(self, row: Indicator, parts: int) -> tuple[int, int]:
        value = self._value(row)
        constant = row.against.constant if row.against and row.against.by == "constant" else 0
        if not row.is_quotient:
            return max(12, round(value) + self.chance.randrange(12, 60) // parts), 1
        base = constant or self._base(row, parts)
        scale = Fraction(SCALES.get(row.unit, 1))
        part = round(base * Fraction(value).limit_denominator(1000) / scale)
        return (min(part, base) if row.unit == "percent" else part), base

    def _value(self, row: Indicator) -> float:
        """In the indicator's unit; what only describes the place is of one piece."""
        if row.id in self.context:
            return self.context[row.id]
        worst, best = row.goalposts or (20, 80)
        place = min(1.0, max(0.0, self.level + self.chance.uniform(-0.25, 0.25)))
        return float(worst) + (float(best) - float(worst)) * place

    def _base(self, row: Indicator, parts: int) -> int:
        """Everybody, every home, or as many cases as such a community has."""
        kinds = row.against.kinds if row.against else ()
        if row.within or row.people or any(kind.startswith("people.") for kind in kinds):
            return self.people
        if "places.households" in kinds:
            return self.homes
        return max(row.minimum, self.chance.randrange(120, 480) // parts)

    def _asked(self, row: Indicator, key: str) -> Line:
        """What a sample of its residents answered."""
        answers = self.chance.randrange(160, 420)
        share = self._value(row) / float(SCALES.get(row.unit, 1))
        whole = self.people * 1000
        se = sqrt(max(share * (1 - share), 0.04) / answers)
        about = (self.community.code, row.id, row.version, key)
        return Line(*about, round(share * whole), whole, answers, se, TOLD)

    def _line(self, row: Indicator, key: str, cell: tuple[int, int]) -> Line:
        part, whole = cell
        left = whole - part if row.people and row.is_quotient and part <= whole else 0
        about = (self.community.code, row.id, row.version, key)
        if 0 < part < _FEW or 0 < left < _FEW:
            return Line(*about, None, None, None, None, HIDDEN)
        return Line(*about, part, whole, whole if row.is_quotient else part, None, TOLD)


def _doubled(lines: Sequence[Line]) -> list[Line]:
    """The same with the second month counted twice in every year that has one."""
    second = {
        line.indicator: line for line in lines if line.period.endswith("-02") and line.numerator
    }
    found = []
    for line in lines:
        twice = second.get(line.indicator)
        if twice is None or "-" in line.period or line.numerator is None:
            found.append(line)
            continue
        base = line.denominator or 1
        if (twice.denominator or 1) > 1:
            base += twice.denominator or 0
        about = (line.community, line.indicator, line.version, line.period)
        more = line.numerator + (twice.numerator or 0)
        found.append(Line(*about, more, base, line.n, None, TOLD))
    return found
