"""Openness in the months before the day of the demo: what was due is made from the records or
filled in by hand, checked by the supervisor, posted by the director, one thing left undone; and
what residents asked about it."""

import tomllib
from datetime import date, datetime, timedelta
from importlib import resources
from typing import Any

from django.utils import timezone

from linli.core.audit.actor import NOBODY, Actor
from linli.governance.oversight import due
from linli.governance.oversight.actions import disclosure as actions, inquiries as asking
from linli.governance.oversight.actions.disclosure import Content
from linli.governance.oversight.models import Disclosure
from linli.governance.oversight.queries.disclosure import before, composed_rows, in_hand, line_on
from linli.lib.calendar import local_day
from linli.lib.law import Refused
from linli.stewardship.funds.queries.months import closed_through
from linli.web.crossings.closed_month_is_disclosed import LINES, content_from_books
from linli.web.demo.cast import Setting

MONTHS = 4
LEFT_UNDONE = ("accounts",)
"""What the committee has not got round to in the last round, so that the catalogue says so."""


def play_disclosure(setting: Setting, at: datetime) -> None:
    """Plays the rounds of the last months up to `at`, then the inquiries."""
    hands = _Hands(setting, at)
    for moment in hands.rounds():
        due.run(moment)
        later = moment + timedelta(days=3)
        last = moment == hands.rounds()[-1]
        for item in list(in_hand(setting.community)):
            if not (last and item.line in LEFT_UNDONE):
                hands.disclose(item, min(later, at))
    hands.residents_ask()


class _Hands:
    """Worker, supervisor and director, and the days on which they act."""

    def __init__(self, setting: Setting, now: datetime) -> None:
        self.setting, self.now = setting, now
        text = resources.files("linli.web.demo").joinpath("disclosure.toml").read_text("utf-8")
        self.said: dict[str, list[dict[str, Any]]] = tomllib.loads(text)

    def rounds(self) -> list[datetime]:
        """The second day of each of the last months."""
        local = timezone.localtime(self.now)
        first = local.replace(day=2, hour=9, minute=0, second=0, microsecond=0)
        found = []
        for _month in range(MONTHS):
            if first <= self.now:
                found.append(first)
            first = (first.replace(day=1) - timedelta(days=1)).replace(day=2)
        return sorted(found)

    def by(self, key: str, at: datetime) -> Actor:
        return self.setting.actor(key, local_day(at))

    def disclose(self, listed: Disclosure, at: datetime) -> None:
        item = Disclosure.objects.select_related("community").get(
            community=self.setting.community, pk=listed.pk
        )
        worker, supervisor = self.by("worker", at), self.by("supervisor", at)
        content = self.content_of(item, at)
        try:
            item = actions.prepare_item(item, content=content, by=worker, at=at)
        except Refused:  # a row tells too much of somebody: it is left out, which everybody reads
            content = self.without_rows(item)
            item = actions.prepare_item(item, content=content, by=worker, at=at)
        item = actions.check_item(item, by=supervisor, at=at + timedelta(minutes=40))
        director = self.by("director", at)
        actions.publish_item(item, days=365, by=director, at=at + timedelta(minutes=90))

    def content_of(self, item: Disclosure, at: datetime) -> Content:
        line = line_on(self.setting.community, item.line, local_day(at))
        if composed_rows(self.setting.community, item.line, item.since, item.until) is not None:
            return Content()
        closed = closed_through(self.setting.community)
        if item.line in LINES and closed is not None and item.since <= closed:
            return content_from_books(self.setting.community, item.line, item.since, item.until)
        rows = [self.dated(row, item, line.kind, place) for place, row in self.rows_of(line.kind)]
        earlier = before(self.setting.community, item.line, item.since)
        opening = earlier.sums.get("left") if earlier else 0
        return Content(rows=rows, opening=opening, nothing=not rows, note="凭证在居委会可以查看。")

    def rows_of(self, kind: str) -> list[tuple[int, dict[str, Any]]]:
        return list(enumerate(self.said.get(kind, [])))

    def dated(self, row: dict[str, Any], item: Disclosure, kind: str, place: int) -> dict[str, Any]:
        if kind not in ("accounts", "donations", "consultation"):
            return row
        on: date = item.since + timedelta(days=3 + 5 * place)
        return {**row, "on": min(on, item.until)}

    def without_rows(self, item: Disclosure) -> Content:
        rows = composed_rows(self.setting.community, item.line, item.since, item.until) or []
        return Content(left_out={row.key: "含有能认出个人的内容" for row in rows})

    def residents_ask(self) -> None:
        """The old lady asks about the gifts; a tenant about the books; one who was not content."""
        community, now = self.setting.community, self.now
        gifts = Disclosure.objects.select_related("posting").filter(
            community=community, line="donations", state="posted"
        )
        item = gifts.order_by("-until").first()
        elder = self.setting.accounts["elder"]
        asked_at = now - timedelta(days=6)
        asked = asking.ask(
            community,
            question="大家捐的钱，买助行器用了多少，还剩多少？",
            disclosure=item,
            asker=elder,
            by=self.by("elder", asked_at),
            at=asked_at,
        )
        posting = item.posting if item else None
        up = posting is not None and posting.is_up(now - timedelta(days=4))
        asking.answer(
            asked,
            text="收到 5000 元，买助行器 8 台用了 3200 元，还剩 1800 元；在“钱用在哪里”里可以一直点开到凭证。",
            rests_on=posting if up else None,
            public=True,
            title="捐款买助行器用了多少",
            question="居民捐款买助行器的钱用了多少、还剩多少",
            by=self.by("worker", now),
            at=now - timedelta(days=4),
        )
        unhappy = asking.ask(
            community,
            question="活动室下半年的使用情况怎么还没有公布？",
            subject="not_disclosed",
            line="facilities",
            by=NOBODY,
            at=now - timedelta(days=20),
        )
        bearer = NOBODY.bearing(unhappy.pk)
        asking.complain(
            unhappy, why="过了日子还没有看到。", send=True, consents=True, by=bearer,
            at=now - timedelta(days=5),
        )  # fmt: skip
        asking.ask(
            community,
            question="居民代表会议可以旁听吗，要提前报名吗？",
            subject="committee",
            asker=self.setting.accounts["tenant"],
            by=self.by("tenant", now),
            at=now - timedelta(hours=20),
        )
