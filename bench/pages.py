"""Pages of communities with a thousand, ten thousand and a hundred thousand matters.

The three stand in one database and are measured in turn, page by page, so that whatever else
the machine does weighs on all of them alike. The smallest is also measured before the others
are filled: what it costs alone.
"""

import time
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from bench.instances import durable_settings, look_through, open_instance, server_version
from bench.measure import is_quick, sample_of, say, tell_result

SIZES = (1_000, 10_000, 100_000)
RUNS = 15


@dataclass
class Town:
    """One community to be filled, and who looks at it."""

    size: int
    community: Any
    worker: Any
    filler: Any


def main() -> None:
    """Measures and tells the parent."""
    open_instance()
    from django.utils import timezone

    now = timezone.now()
    towns = _found(SIZES[:2] if is_quick() else SIZES, now)
    result: dict[str, Any] = {"server": server_version(), "durable": durable_settings()}
    reckoned = {}
    for number, town in enumerate(towns):
        began = time.perf_counter()
        town.filler.fill(town.size)
        look_through()
        say(f"{town.size} matters in {time.perf_counter() - began:.0f} s")
        reckoned[str(town.size)] = _reckon(town, now)
        if number == 0:
            result["alone"] = _measure([town], now)[str(town.size)]
    result["sizes"] = _measure(towns, now)
    for town in towns:
        result["sizes"][str(town.size)] |= reckoned[str(town.size)] | _counts(town.community)
    tell_result(result)


def _found(sizes: tuple[int, ...], now: datetime) -> list[Town]:
    """The invented community of the demo, and neighbours of it built alike."""
    from django.utils import timezone

    from bench.filling import Filler
    from linli.core.access.actions import appoint
    from linli.core.audit.actor import the_operator
    from linli.core.places.actions import BuildingPlan, add_place, build_compound
    from linli.service.matters.actions import seed_kinds
    from linli.web.demo.cast import gather

    setting = gather(now, small=False)
    worker, by = setting.accounts["worker"], the_operator()
    towns = []
    for number, size in enumerate(sizes):
        community = setting.community
        if number:
            community = add_place(
                setting.street, kind="community", name=f"南湖第{number}社区", ur_code="111",
                code=f"990101001{100 + number}", by=by, at=now,
            )  # fmt: skip
            seed_kinds(community, by=by, at=now)
            buildings = [
                BuildingPlan.numbered(f"{n}号楼", entrances=3, floors=6, per_floor=2)
                for n in range(1, 28)
            ]
            build_compound(community, name="南湖新村", buildings=buildings, by=by, at=now)
            appoint(
                community,
                account=worker,
                post="worker",
                since=timezone.localdate(now),
                body=None,
                by=by,
                at=now,
            )
        filler = Filler(community, worker, setting.bodies["property"], now)
        towns.append(Town(size, community, worker, filler))
    return towns


def _reckon(town: Town, now: datetime) -> dict[str, Any]:
    """Has the figures of the six standards reckoned, as a job does at night."""
    from django.utils import timezone

    from linli.core.audit.actor import the_clock
    from linli.evaluation.actions import reckon
    from linli.evaluation.outcome import reckon_community
    from linli.evaluation.periods import plan_span

    began, on = time.perf_counter(), timezone.localdate(now)
    outcome = reckon_community(town.community, plan_span(on, since_year=on.year - 1))
    reckon(town.community, outcome=outcome, by=the_clock(), at=now)
    return {"reckoned": time.perf_counter() - began, "facts": outcome.facts}


def _measure(towns: list[Town], now: datetime) -> dict[str, Any]:
    """Every page of every community, in turn; by size and page."""
    from django.test import Client

    anyone, worker = Client(SERVER_NAME="127.0.0.1"), Client(SERVER_NAME="127.0.0.1")
    worker.force_login(towns[0].worker, "linli.core.access.sign_in.AccountBackend")
    visits = {str(town.size): _addresses(town, worker, anyone) for town in towns}
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


def _addresses(town: Town, worker: Any, anyone: Any) -> dict[str, tuple[Any, str]]:
    home, matter = f"/c/{town.community.code}", _newest_closed(town.community)
    queue, public = f"{home}/desk/matters/", f"{home}/matters/"
    back = _middle(town.community)
    return {
        "queue": (worker, queue),
        "queue-overdue": (worker, f"{queue}?show=overdue"),
        "queue-all": (worker, f"{queue}?show=all"),
        "public-list": (anyone, public),
        "matter": (worker, f"{queue}{matter.pk}/"),
        "follow": (anyone, f"{public}receipt/{matter.receipt}/"),
        "six-standards": (anyone, f"{home}/standards/"),
        "queue-mine": (worker, f"{queue}?show=mine"),
        "queue-new": (worker, f"{queue}?show=new"),
        "queue-to-publish": (worker, f"{queue}?show=look"),
        "queue-answered": (worker, f"{queue}?show=answered"),
        "queue-kind": (worker, f"{queue}?show=all&kind={matter.kind.code}"),
        "queue-all-half-way": (worker, f"{queue}?show=all&after={back}"),
        "public-open": (anyone, f"{public}?show=open"),
        "public-done": (anyone, f"{public}?show=done"),
        "public-kind": (anyone, f"{public}?kind={matter.kind.code}"),
        "home": (anyone, f"{home}/"),
        "desk": (worker, f"{home}/desk/"),
        "merge": (worker, f"{queue}{matter.pk}/merge/"),
        "repeated-places": (worker, f"{queue}patterns/"),
    }


def look_at(client: Any, address: str) -> dict[str, Any]:
    """Bytes and queries of a page; it has been drawn twice then, so templates are compiled."""
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


def _newest_closed(community: Any) -> Any:
    """The newest matter whose life is complete."""
    from linli.service.matters.models import Matter

    closed = Matter.objects.filter(community=community, state="closed", body__isnull=True)
    return closed.select_related("kind").order_by("-raised_at").first()


def _middle(community: Any) -> str:
    """The cursor of a page in the middle of everything."""
    from linli.service.matters.models import Matter
    from linli.service.matters.views import cursors

    matters = Matter.objects.filter(community=community).order_by("-raised_at", "id")
    middle = matters[matters.count() // 2]
    return cursors.write((middle.raised_at, middle.pk))


def _counts(community: Any) -> dict[str, int]:
    from linli.service.matters.flows import OPEN
    from linli.service.matters.models import Matter

    matters = Matter.objects.filter(community=community)
    return {
        "open": matters.filter(state__in=OPEN).count(),
        "published": matters.filter(published_at__isnull=False).count(),
    }


if __name__ == "__main__":
    main()
