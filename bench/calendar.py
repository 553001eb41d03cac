"""The desk's home of a worker with very many open clocks, in a street of twenty communities.

Three of the twenty are looked at: there the worker has two hundred, two thousand and twenty
thousand open clocks. In the others colleagues have as many as in the fullest, so that the table
is as large as a street's is. The pages are measured in turn.
"""

import random
import time
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any

from bench.instances import durable_settings, look_through, open_instance, server_version
from bench.measure import is_quick, sample_of, say, tell_result

SIZES = (200, 2_000, 20_000)
COMMUNITIES = 20
RUNS = 15
SEED = 20261128


def main() -> None:
    """Measures and tells the parent."""
    open_instance()
    from django.utils import timezone

    now, quick = timezone.now(), is_quick()
    elsewhere = 1_000 if quick else SIZES[-1]
    setting, towns = _found(now)
    began = time.perf_counter()
    for number, town in enumerate(towns):
        if number < len(SIZES):
            _fill(town, SIZES[number], now, account=setting.accounts["worker"].pk)
        else:
            _fill(town, elsewhere, now, account=setting.accounts["outsider"].pk)
    look_through()
    rows = sum(SIZES) + elsewhere * (COMMUNITIES - len(SIZES))
    say(f"{rows} open clocks in {time.perf_counter() - began:.0f} s")
    result = {
        "server": server_version(),
        "durable": durable_settings(),
        "rows": rows,
        "sizes": _measure(setting, towns[: len(SIZES)], now, runs=7 if quick else RUNS),
    }
    tell_result(result)


def _found(now: datetime) -> tuple[Any, list[Any]]:
    """The invented community of the demo, and neighbours in the same street where the worker has
    a post too."""
    from django.utils import timezone

    from linli.core.access.actions import appoint
    from linli.core.audit.actor import the_clock, the_operator
    from linli.core.clocks.actions import make_turns
    from linli.core.places.actions import add_place
    from linli.web.demo.cast import gather

    setting, by = gather(now), the_operator()
    towns = [setting.community]
    for number in range(1, COMMUNITIES):
        town = add_place(
            setting.street, kind="community", name=f"南湖第{number}社区", ur_code="111",
            code=f"990101001{100 + number}", by=by, at=now,
        )  # fmt: skip
        appoint(
            town, account=setting.accounts["worker"], post="worker",
            since=timezone.localdate(now), by=by, at=now,
        )  # fmt: skip
        towns.append(town)
    for town in towns:
        make_turns(town, by=the_clock(), at=now)
    return setting, towns


def _fill(town: Any, count: int, now: datetime, *, account: Any) -> None:
    """Open clocks of one account, due from a month ago to two months ahead, some standing still;
    as many again of a colleague, and a few for the whole post."""
    from linli.core.clocks.models import Clock
    from linli.lib.identity.ids import new_id

    chance = random.Random(SEED)
    other = _colleague(town, now)
    clocks = []
    for number in range(count * 2):
        stands = number % 40 == 0
        due = now + timedelta(minutes=chance.randint(-43_200, 86_400))
        post = number % 100 == 1
        holder = account if number % 2 == 0 else other
        clocks.append(
            Clock(
                community=town,
                owner_kind="matters.Matter",
                owner=new_id(),
                name="promise",
                unit="working_days",
                length=5,
                started_at=now - timedelta(days=40),
                due_at=None if stands else due,
                state="paused" if stands else "running",
                waiting=stands,
                holder_account_id=None if post else holder,
                holder_post="worker" if post else "",
                title="楼道灯、公共照明",
                title_en="Stair and public lighting",
                url_name="matters:queue",
            )
        )
    Clock.objects.bulk_create(clocks, batch_size=500)


def _colleague(town: Any, now: datetime) -> Any:
    from linli.core.access.actions import open_account

    login = f"+86199{int(town.code[-5:]):08d}"
    return open_account(label="同事", login=login, password=f"bench-{town.code}", at=now).pk


def _measure(setting: Any, towns: list[Any], now: datetime, *, runs: int) -> dict[str, Any]:
    """Every page of the three communities, in turn; by size and page."""
    from django.test import Client

    worker = Client(SERVER_NAME="127.0.0.1")
    worker.force_login(setting.accounts["worker"], "linli.core.access.sign_in.AccountBackend")
    sizes = dict(zip(map(str, SIZES), towns, strict=True))
    visits = {size: _addresses(town, now) for size, town in sizes.items()}
    found: dict[str, Any] = {
        size: {page: _look_at(worker, address) for page, address in pages.items()}
        for size, pages in visits.items()
    }
    taken: Mapping[tuple[str, str], list[float]] = defaultdict(list)
    for _number in range(runs):
        for page in next(iter(visits.values())):
            for size, pages in visits.items():
                began = time.perf_counter()
                worker.get(pages[page])
                taken[size, page].append(time.perf_counter() - began)
    for (size, page), seconds in taken.items():
        found[size][page]["time"] = asdict(sample_of(seconds))
    for size, of_page in found.items():
        told = (
            f"{n} {1000 * p['time']['median']:.0f} ms {p['queries']}q" for n, p in of_page.items()
        )
        say(f"{size}: {', '.join(told)}")
    return {size: {"pages": of_page} for size, of_page in found.items()}


def _addresses(town: Any, now: datetime) -> dict[str, str]:
    desk = f"/c/{town.code}/desk"
    return {
        "home": f"{desk}/",
        "home-everybody": f"{desk}/?whose=all",
        "due": f"{desk}/due/",
        "month": f"{desk}/calendar/{now.year}/{now.month}/",
        "duties": f"{desk}/duties/",
    }


def _look_at(client: Any, address: str) -> dict[str, Any]:
    """Bytes and queries of a page; it has been drawn once before, so templates are compiled."""
    from django.db import connection

    asked: list[str] = []

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        asked.append(sql)
        return execute(sql, params, many, context)

    response = client.get(address)
    if response.status_code != 200:
        raise SystemExit(f"{address}: {response.status_code}")
    with connection.execute_wrapper(note):
        client.get(address)
    return {"queries": len(asked), "bytes": len(response.content)}


if __name__ == "__main__":
    main()
