"""The archive of communities with a thousand, ten thousand and a million items.

The three stand in one database and are measured in turn, page by page, so that whatever else the
machine does weighs on all of them alike.
"""

import time
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from typing import Any

from bench.instances import durable_settings, look_through, open_instance, server_version
from bench.measure import is_quick, sample_of, say, tell_result
from bench.pages import look_at

SIZES = (1_000, 10_000, 1_000_000)
RUNS, AT_ONCE = 15, 20_000
PARTS = (
    ("matters", "matters.closed", "short", "institution"),
    ("disclosure", "publication.postings", "long", "open"),
    ("correspondence", "intake.letters", "long", "institution"),
    ("meetings", "assemblies.meetings", "permanent", "open"),
)
WORDS = ("楼道灯报修", "居务公开", "复函", "居民代表会议", "漏水", "财务公开", "通知", "决议")
RARE = "一九九九年的那一件"


@dataclass
class Town:
    """One community to be filled."""

    size: int
    community: Any


def main() -> None:
    """Measures and tells the parent."""
    open_instance()
    from django.utils import timezone

    now = timezone.now()
    towns, worker = _found(SIZES[:2] if is_quick() else SIZES, now)
    result: dict[str, Any] = {"server": server_version(), "durable": durable_settings()}
    for town in towns:
        began = time.perf_counter()
        _fill(town, now)
        say(f"{town.size} items in {time.perf_counter() - began:.0f} s")
    look_through()
    result["sizes"] = _measure(towns, worker)
    tell_result(result)


def _found(sizes: tuple[int, ...], now: datetime) -> tuple[list[Town], Any]:
    """The invented community of the demo, and neighbours of it with the same worker."""
    from django.utils import timezone

    from linli.core.access.actions import appoint
    from linli.core.audit.actor import the_operator
    from linli.core.places.actions import add_place
    from linli.web.demo.cast import gather

    setting = gather(now)
    worker, by = setting.accounts["worker"], the_operator()
    towns = [Town(sizes[0], setting.community)]
    for number, size in enumerate(sizes[1:], 1):
        community = add_place(
            setting.street, kind="community", name=f"南湖第{number}社区", ur_code="111",
            code=f"990101001{100 + number}", by=by, at=now,
        )  # fmt: skip
        since = timezone.localdate(now)
        appoint(community, account=worker, post="worker", since=since, body=None, by=by, at=now)
        towns.append(Town(size, community))
    return towns, worker


def _fill(town: Town, now: datetime) -> None:
    """Five years of items, the oldest first, as bulk rows: filing itself is not measured here."""
    from django.db import transaction

    from linli.governance.archive.models import Item

    made = _items(town, now)
    for _batch in range(0, town.size, AT_ONCE):
        rows = [row for row, _number in zip(made, range(AT_ONCE), strict=False)]
        with transaction.atomic():
            Item.objects.bulk_create(rows, batch_size=500)


def _items(town: Town, now: datetime) -> Iterator[Any]:
    from linli.governance.archive.models import Item
    from linli.governance.archive.rules.filing import kept_until
    from linli.lib.identity.ids import new_id

    years = {"short": 10, "long": 30, "permanent": None}
    each_year, apart = -(-town.size // 5), timedelta(days=5 * 365) / town.size
    for number in range(town.size):
        part, line, term, access = PARTS[number % len(PARTS)]
        year = now.year - 5 + number // each_year
        title = RARE if number == 0 else f"{WORDS[number % len(WORDS)]}第{number}件"
        yield Item(
            id=new_id(),
            community=town.community,
            category="WS",
            part=part,
            line=line,
            year=year,
            term=term,
            serial=number + 1,
            title=title,
            on=date(year, 1 + number % 12, 1),
            sha256="0" * 64,
            access=access,
            keep_until=kept_until(year, years[term]),
            filed_at=now - timedelta(days=5 * 365) + number * apart,
        )


def _measure(towns: list[Town], worker: Any) -> dict[str, Any]:
    """Every page of every community, in turn; by size and page."""
    from django.test import Client

    anyone, desk = Client(SERVER_NAME="127.0.0.1"), Client(SERVER_NAME="127.0.0.1")
    desk.force_login(worker, "linli.core.access.sign_in.AccountBackend")
    visits = {str(town.size): _addresses(town, desk, anyone) for town in towns}
    found: dict[str, Any] = {
        size: {page: look_at(*visit) for page, visit in pages.items()}
        for size, pages in visits.items()
    }
    taken: Mapping[tuple[str, str], list[float]] = defaultdict(list)
    for _number in range(RUNS):
        for page in next(iter(visits.values())):
            for size, pages in visits.items():
                client, address = pages[page]
                began = time.perf_counter()
                client.get(address)
                taken[size, page].append(time.perf_counter() - began)
    for (size, page), seconds in taken.items():
        found[size][page]["time"] = asdict(sample_of(seconds))
    for size, of_page in found.items():
        told = (
            f"{n} {1000 * p['time']['median']:.0f} ms {p['queries']}q" for n, p in of_page.items()
        )
        say(f"{size}: {', '.join(told)}")
    return {size: {"pages": of_page} for size, of_page in found.items()}


def _addresses(town: Town, desk: Any, anyone: Any) -> dict[str, tuple[Any, str]]:
    from linli.core.pages import cursors
    from linli.governance.archive.models import Item

    home = f"/c/{town.community.code}"
    items = f"{home}/desk/archive/items/"
    rows = Item.objects.filter(community=town.community).order_by("-filed_at", "-id")
    middle, newest = rows[town.size // 2], rows[0]
    back = cursors.write((middle.filed_at, middle.pk))
    return {
        "list": (desk, items),
        "list-half-way": (desk, f"{items}?after={back}"),
        "class": (desk, f"{items}?part=correspondence"),
        "year": (desk, f"{items}?year={middle.year}"),
        "class-of-year": (desk, f"{items}?part=meetings&year={middle.year}"),
        "search-common": (desk, f"{items}?q=漏水"),
        "search-rare": (desk, f"{items}?q={RARE}"),
        "search-number": (desk, f"{items}?q={newest.number}"),
        "item": (desk, f"{items}{newest.pk}/"),
        "inventory": (desk, f"{home}/desk/archive/inventory/?year={middle.year}&term=long"),
        "open-list": (anyone, f"{home}/archive/"),
        "open-class": (anyone, f"{home}/archive/?part=meetings"),
        "open-search": (anyone, f"{home}/archive/?q=决议"),
        "overview": (desk, f"{home}/desk/archive/"),
        "appraisals": (desk, f"{home}/desk/archive/appraisals/"),
    }


if __name__ == "__main__":
    main()
