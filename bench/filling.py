"""A community with very many matters: rows as the acts would have left them, put in by bulk.

Outside every clocked part. Five years; one in a hundred was never finished; what is done is
mostly published. The first thousand are made one by one, the rest multiplied from them.
"""

import random
import secrets
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from importlib import resources
from typing import Any

from django.db import transaction
from django.utils import timezone

from bench.copying import multiply
from linli.core.access.models import Account, Body
from linli.core.audit.models import Entry
from linli.core.clocks import rules as clock_rules
from linli.core.clocks.models import Clock, ClockPause
from linli.core.clocks.queries import work_calendar
from linli.core.places.models import Place
from linli.core.places.queries import public_places
from linli.lib.calendar import Running, Unit, WorkCalendar, local_day
from linli.lib.identity.receipt import receipt_from
from linli.mechanisms.publication.models import Posting, PostingVersion
from linli.mechanisms.publication.renditions import freeze
from linli.mechanisms.publication.rules import digest
from linli.service.matters.actions.publishing import public_fields
from linli.service.matters.actions.raising import RECEIPT_BYTES, spot
from linli.service.matters.models import Kind, Matter, MatterStep, Rating, Remark
from linli.service.matters.postings import PUBLIC_MATTER
from linli.service.matters.queries import kinds_of

SPAN = timedelta(days=5 * 365)
MADE = 1_000
ROWS_OF = (
    Matter, MatterStep, Remark, Rating, Clock, ClockPause, Posting, PostingVersion, Entry
)  # fmt: skip
UP_FOR = timedelta(days=365)


@dataclass
class Rows:
    """What one chunk of matters leaves behind, by model."""

    of: dict[type[Any], list[Any]] = field(default_factory=dict)

    def add(self, row: Any) -> None:
        self.of.setdefault(type(row), []).append(row)

    def write(self) -> None:
        with transaction.atomic():
            for model in ROWS_OF:
                rows = self.of.get(model, [])
                if rows:
                    model._default_manager.bulk_create(rows, batch_size=MADE)


class Filler:
    """Fills one community, which has no matters yet."""

    def __init__(self, community: Place, worker: Account, body: Body, now: datetime) -> None:
        self._community, self._worker, self._body, self._now = community, worker, body, now
        self._chance = random.Random(20261123)
        self._script = _lines()
        self._kinds: dict[str, Kind] = {kind.code: kind for kind in kinds_of(community)}
        self._stairs = [place for place in public_places(community) if place.kind == "entrance"]
        self._calendar = work_calendar(community.pk)
        self._serials: dict[int, int] = {}

    def fill(self, count: int) -> None:
        """Adds so many matters (whole thousands), evenly over the whole span."""
        rows = Rows()
        for _number in range(MADE):
            self._live(rows)
        rows.write()
        if count > MADE:
            copies = count // MADE - 1
            multiply(ROWS_OF, self._community, copies, apart=SPAN / count)

    def _live(self, rows: Rows) -> None:
        chance = self._chance
        line = chance.choice(self._script)
        stair = chance.choice(self._stairs)
        raised_at = self._now - chance.random() * SPAN
        matter = Matter(
            community=self._community,
            receipt=receipt_from(secrets.token_bytes(RECEIPT_BYTES)),
            kind=self._kinds[line["kind"]],
            title=line["title"],
            text=line["text"],
            wanted=line.get("wanted", ""),
            channel=chance.choice(("tag", "web", "phone", "walk_in", "paper")),
            place=stair,
            where=line.get("where", ""),
            spot=spot(stair, ""),
            raised_at=raised_at,
            recorded_at=raised_at,
            sender=self._worker if chance.random() < 0.01 else None,
            handling=self._kinds[line["kind"]].handling or "assist",
            state="received",
            state_since=raised_at,
        )
        rows.add(matter)
        self._step(rows, matter, "raise", "", "received", raised_at)
        self._remark(rows, matter, "raised", matter.text, raised_at)
        takes = timedelta(
            days=chance.choice((1, 2, 2, 3, 4, 5, 7, 9, 14)) * (0.5 + chance.random())
        )
        if chance.random() < 0.01:
            takes = 2 * SPAN  # nobody ever came back to it
        accepted_at = raised_at + timedelta(hours=1 + 30 * chance.random())
        if accepted_at < self._now:
            self._step(rows, matter, "accept", "received", "in_hand", accepted_at)
            matter.assignee = self._worker if chance.random() < 0.5 else None
        if raised_at + takes < self._now:
            self._finish(rows, matter, line, raised_at + takes)
        elif matter.state == "in_hand":
            self._leave_open(rows, matter)
        self._clocks(rows, matter)
        share = 0.8 if matter.answered_at else 0.3
        if matter.state in ("answered", "closed", "in_hand") and chance.random() < share:
            self._publish(rows, matter, line, (matter.answered_at or accepted_at))

    def _finish(self, rows: Rows, matter: Matter, line: dict[str, Any], at: datetime) -> None:
        fate = self._chance.random()
        if fate < 0.04:
            self._step(rows, matter, "decline", matter.state, "declined", at)
            matter.answer, matter.answered_at = "这件事由市政部门负责。", at
            return
        if fate < 0.06:
            self._step(rows, matter, "withdraw", matter.state, "withdrawn", at)
            return
        self._step(rows, matter, "answer", matter.state, "answered", at)
        self._remark(rows, matter, "answer", line["answer"], at)
        matter.answer, matter.answered_at, matter.responded_at = line["answer"], at, at
        if self._chance.random() < 0.4:
            score = self._chance.choices(("good", "fair", "poor"), (75, 15, 10))[0]
            on = min(local_day(at) + timedelta(days=2), local_day(self._now))
            rows.add(Rating(community=self._community, matter=matter, round=0, score=score, on=on))
        over = at + timedelta(days=32)
        if over < self._now:
            self._step(rows, matter, "close", "answered", "closed", over)
            matter.closed_at = over

    def _leave_open(self, rows: Rows, matter: Matter) -> None:
        where = self._chance.random()
        at = matter.state_since + timedelta(minutes=20)
        if where < 0.3 and at < self._now:
            self._step(rows, matter, "forward", "in_hand", "forwarded", at)
            matter.body = self._body
        elif where < 0.4 and at < self._now:
            self._step(rows, matter, "ask", "in_hand", "asked", at)
            self._remark(rows, matter, "question", "请补充一下具体在几楼。", at)

    def _step(
        self, rows: Rows, matter: Matter, move: str, before: str, after: str, at: datetime
    ) -> None:
        rows.add(
            MatterStep(
                community=self._community,
                case=matter,
                version=matter.version + 1,
                move=move,
                from_state=before,
                to_state=after,
                at=at,
                account=None if move == "raise" else self._worker,
                post="" if move == "raise" else "worker",
                public=True,
            )
        )
        rows.add(
            Entry(
                community=self._community.pk,
                at=at,
                action=f"matters.{move}",
                channel="desk",
                subject_kind="matters.Matter",
                subject=matter.pk,
                note={"move": move, "from_state": before, "to_state": after},
            )
        )
        matter.state, matter.state_since, matter.version = after, at, matter.version + 1

    def _remark(self, rows: Rows, matter: Matter, said: str, text: str, at: datetime) -> None:
        rows.add(
            Remark(
                community=self._community,
                matter=matter,
                at=at,
                said=said,
                text=text,
                seen_by="sender",
            )
        )

    def _clocks(self, rows: Rows, matter: Matter) -> None:
        on = local_day(matter.raised_at)
        for name, days in (("promise", matter.kind.promise_days or 5), ("limit", 15)):
            due_at, warn_at = _schedule(self._calendar, on, days)
            clock = Clock(
                community=self._community, owner_kind="matters.Matter", owner=matter.pk, name=name,
                unit="working_days", length=days, rule=f"matters.{name}",
                started_at=matter.raised_at, due_at=due_at, warn_at=warn_at,
                holder_account=matter.assignee, holder_post="" if matter.assignee else "worker",
                title=matter.kind.title, url_name="matters:show",
                url_args={
                    "community_code": self._community.code, "matter_id": str(matter.pk)
                },
            )  # fmt: skip
            if matter.state == "withdrawn":
                clock.state, clock.settled_at = "dropped", matter.state_since
            elif matter.answered_at:
                clock.settled_at = matter.answered_at
                clock.state = "met" if matter.answered_at < due_at else "missed"
            elif due_at <= self._now:
                clock.state = "missed"
            elif matter.state == "asked":
                clock.state, clock.due_at, clock.warn_at = "paused", None, None
                rows.add(
                    ClockPause(
                        community=self._community,
                        clock=clock,
                        paused_at=matter.state_since,
                        reason="请补充一下具体在几楼。",
                    )
                )
            rows.add(clock)

    def _publish(self, rows: Rows, matter: Matter, line: dict[str, Any], at: datetime) -> None:
        matter.public_title, matter.public_text = line["title"], line["text"]
        matter.public_place = matter.place.stairs_name if matter.place else ""
        matter.public_answer = line["answer"] if matter.answered_at else ""
        matter.published_at = at
        year = local_day(at).year
        self._serials[year] = self._serials.get(year, 0) + 1
        posting = Posting(
            community=self._community, template=PUBLIC_MATTER.name,
            category=PUBLIC_MATTER.category.name, owner_kind="matters.Matter", owner=matter.pk,
            fields=public_fields(matter), issuer=f"{self._community.name}居民委员会",
            state="posted", year=year, serial=self._serials[year], posted_at=at, listed_at=at,
            comes_down_at=at + UP_FOR, version=1, prepared_by=self._worker,
        )  # fmt: skip
        posting.snapshot = freeze(posting, PUBLIC_MATTER, self._community)
        posting.sha256 = digest(posting.snapshot)
        if posting.comes_down_at is not None and posting.comes_down_at <= self._now:
            posting.state, posting.listed_at = "expired", None
            posting.ended_at = posting.comes_down_at
        rows.add(posting)
        rows.add(
            PostingVersion(
                community=self._community,
                posting=posting,
                version=1,
                at=at,
                account=self._worker,
                fields=posting.fields,
                sha256=posting.sha256,
            )
        )


@lru_cache(maxsize=10_000)
def _schedule(calendar: WorkCalendar, on: date, days: int) -> tuple[datetime, datetime]:
    planned = clock_rules.schedule(Running(on, days, Unit.WORKING_DAYS, (), 0, True), calendar)
    assert planned.due_at is not None
    assert planned.warn_at is not None
    return planned.due_at, planned.warn_at


def _lines() -> list[dict[str, Any]]:
    text = resources.files("linli.web.demo").joinpath("year.toml").read_text("utf-8")
    lines: list[dict[str, Any]] = tomllib.loads(text)["matter"]
    return lines


def rows_of_table(count: int, now: datetime) -> Iterator[list[str]]:
    """A table of matters as another system would hand it over, with its headings; each row has
    a key of its own."""
    chance, lines = random.Random(1), _lines()
    yield [
        "工单编号",
        "诉求类型",
        "标题",
        "内容",
        "地址",
        "提出时间",
        "答复时间",
        "答复内容",
        "状态",
    ]
    start = timezone.make_naive(now) - timedelta(days=3 * 365)
    start = datetime.combine(start.date(), time(8))
    for number in range(count):
        line = chance.choice(lines)
        raised = start + timedelta(minutes=chance.randrange(1_000 * 24 * 60))
        done = raised + timedelta(hours=chance.randrange(2, 300))
        where = f"翠湖新村{chance.randrange(1, 13)}号楼{chance.randrange(1, 4)}单元"
        yield [
            f"R{number:08d}", line["kind"], line["title"], line["text"], where,
            f"{raised:%Y-%m-%d %H:%M}", f"{done:%Y-%m-%d %H:%M}", line["answer"], "已办结",
        ]  # fmt: skip
