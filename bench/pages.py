"""Pages at a thousand, ten thousand and a hundred thousand matters in one community."""

import time
from dataclasses import asdict
from datetime import datetime
from typing import Any

from bench.instances import durable_settings, look_through, open_instance, server_version
from bench.measure import is_quick, say, tell_result, time_runs

SIZES = (1_000, 10_000, 100_000)
RUNS = 15


def main() -> None:
    """Measures and tells the parent."""
    open_instance()
    from django.utils import timezone

    from bench.filling import Filler
    from linli.evaluation.actions import reckon
    from linli.evaluation.outcome import reckon_community
    from linli.evaluation.periods import plan_span
    from linli.core.audit.actor import the_clock
    from linli.web.demo.cast import gather

    now = timezone.now()
    setting = gather(now, small=False)
    community = setting.community
    filler = Filler(community, setting.accounts["worker"], setting.bodies["property"], now)
    result: dict[str, Any] = {
        "server": server_version(), "durable": durable_settings(), "sizes": {}
    }  # fmt: skip
    for size in SIZES[:2] if is_quick() else SIZES:
        began = time.perf_counter()
        filler.fill(size)
        look_through()
        say(f"filled up to {size} in {time.perf_counter() - began:.0f} s")
        began = time.perf_counter()
        on = timezone.localdate(now)
        outcome = reckon_community(community, plan_span(on, since_year=on.year - 1))
        reckon(community, outcome=outcome, by=the_clock(), at=now)
        reckoned = time.perf_counter() - began
        pages = _measure(setting, now)
        result["sizes"][str(size)] = {
            "pages": pages, "reckoned": reckoned, "facts": outcome.facts, **_counts(community)
        }  # fmt: skip
        say(f"{size}: " + ", ".join(f"{n} {1000 * p['time']['median']:.0f} ms/{p['queries']}q"
                                    for n, p in pages.items()))  # fmt: skip
    tell_result(result)


def _measure(setting: Any, now: datetime) -> dict[str, Any]:
    from django.test import Client

    from linli.core.access.queries import actor_for
    from django.utils import timezone

    home = f"/c/{setting.community.code}"
    worker, anyone = Client(SERVER_NAME="127.0.0.1"), Client(SERVER_NAME="127.0.0.1")
    worker.force_login(setting.accounts["worker"], "linli.core.access.sign_in.AccountBackend")
    matter = _newest(setting.community)
    actor = actor_for(setting.accounts["worker"], timezone.localdate(now))
    queue, public = f"{home}/desk/matters/", f"{home}/matters/"
    addresses = {
        "queue": (worker, queue),
        "queue-overdue": (worker, f"{queue}?show=overdue"),
        "queue-all": (worker, f"{queue}?show=all"),
        "public-list": (anyone, public),
        "matter": (worker, f"{queue}{matter.pk}/"),
        "follow": (anyone, f"{public}receipt/{matter.receipt}/"),
        "six-standards": (anyone, f"{home}/standards/"),
        "desk": (worker, f"{home}/desk/"),
        "queue-mine": (worker, f"{queue}?show=mine"),
        "queue-new": (worker, f"{queue}?show=new"),
        "queue-to-publish": (worker, f"{queue}?show=look"),
        "queue-answered": (worker, f"{queue}?show=answered"),
        "queue-all-far-back": (worker, f"{queue}?show=all&after={_far_back(setting, actor, now)}"),
        "public-open": (anyone, f"{public}?show=open"),
        "public-done": (anyone, f"{public}?show=done"),
        "public-kind": (anyone, f"{public}?kind={matter.kind.code}"),
        "merge": (worker, f"{queue}{matter.pk}/merge/"),
        "repeated-places": (worker, f"{queue}patterns/"),
    }
    return {name: _one(*where) for name, where in addresses.items()}


def _one(client: Any, address: str) -> dict[str, Any]:
    from django.db import connection

    asked = 0

    def count(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        nonlocal asked
        asked += 1
        return execute(sql, params, many, context)

    response = client.get(address)
    if response.status_code != 200:
        raise SystemExit(f"{address}: {response.status_code}")
    with connection.execute_wrapper(count):
        client.get(address)
    return {
        "time": asdict(time_runs(lambda: client.get(address), RUNS)),
        "queries": asked,
        "bytes": len(response.content),
    }


def _newest(community: Any) -> Any:
    """The newest matter that is being worked on and is public."""
    from linli.service.matters.models import Matter

    matters = Matter.objects.filter(community=community, published_at__isnull=False)
    return matters.filter(state="closed").select_related("kind").order_by("-raised_at").first()


def _far_back(setting: Any, actor: Any, now: datetime) -> str:
    """The cursor of a page in the middle of everything."""
    from linli.service.matters.models import Matter
    from linli.service.matters.views import cursors

    matters = Matter.objects.filter(community=setting.community).order_by("-raised_at", "id")
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
