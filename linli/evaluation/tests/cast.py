"""Accounts that hold posts, and a room with facts of its own."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from linli.core.access.models import Account, Holding
from linli.evaluation.sources import Source
from linli.lib.facts import Fact, FactKind
from linli.lib.identity.ids import new_id

AT = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
DAY = date(2026, 11, 23)


def _kind(kind, title, *standard, stock=False):
    return FactKind(kind, title, "evaluation:records", "indicator", standard, stock)


KINDS = (
    _kind("matters.raised", "收到的诉求", "S2.2"),
    _kind("matters.answered", "答复的诉求"),
    _kind("matters.answer_days", "答复用的工作日"),
    _kind("matters.reopened", "重新办理"),
    _kind("matters.rated", "评价", "S3.4"),
    _kind("matters.benefit", "解决了的诉求"),
    _kind("matters.overdue", "到期未答复", stock=True),
    FactKind("people.residents", "常住居民", stock=True),
    FactKind("places.households", "户数", stock=True),
)


@dataclass
class Room:
    """Facts as a test lays them down: events by their day, stocks told at the end of what is
    asked for. Facts are kept by community code."""

    facts: list[Fact] = field(default_factory=list)
    stocks: list[tuple[str, str, int]] = field(default_factory=list)
    asked: list[tuple[date, date]] = field(default_factory=list)

    def add(self, community, on, kind, part=1, whole=None, *, times=1, **given):
        """The same fact `times` times, each with a record of its own."""
        for _time in range(times):
            record = given.get("record", new_id())
            self.facts.append(
                Fact(community.code, on, kind, part, whole, **{**given, "record": record})
            )

    def stock(self, community, kind, part):
        """A stock that stands at `part` whenever it is asked for."""
        self.stocks.append((community.code, kind, part))

    def rows(self, community, since, until):
        """As an app's `facts.rows`."""
        self.asked.append((since, until))
        for fact in self.facts:
            if fact.community == community.code and since <= fact.on <= until:
                yield fact
        for code, kind, part in self.stocks:
            if code == community.code:
                yield Fact(code, until, kind, part, record=UUID(int=part))

    def as_source(self):
        """As the evaluation finds an app."""
        return Source("made.up", KINDS, self.rows)


def make_account(place, post, label="张晓兰"):
    """An account that holds a post at a place."""
    account = Account(label=label, created_at=AT)
    account.username = account.pk.hex
    account.save(force_insert=True)
    Holding.objects.create(account=account, post=post, place=place, since=DAY - timedelta(days=300))
    return account


def busy_months(room, community, *, months=range(1, 12), a_month=30, year=2026):
    """An ordinary desk: so many matters a month, most answered in time, some rated."""
    for month in months:
        for each in range(a_month):
            on = date(year, month, 1 + each % 22)
            given = {"record": new_id(), "standard": "S5.3" if each % 3 else "S3.1"}
            room.add(community, on, "matters.raised", **given)
            room.add(community, on, "matters.answered", int(each % 10 > 0), 1, **given)
            room.add(community, on, "matters.answer_days", each % 7, **given)
            room.add(community, on, "matters.reopened", int(each % 15 == 0), 1, **given)
            person = f"person{each % 25}"
            room.add(community, on, "matters.benefit", person=person, household=person, **given)
            if each % 2:
                room.add(community, on, "matters.rated", int(each % 5 > 0), 1, **given)
    room.stock(community, "people.residents", 900)
    room.stock(community, "places.households", 300)
