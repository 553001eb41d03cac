"""What the desk asks of a register of three thousand and of twenty thousand: how many, who lives
on a staircase, in a home. Two communities of one database, page by page in turn, so that whatever
else the machine does weighs on both alike."""

import time
from collections import defaultdict
from dataclasses import asdict, dataclass
from typing import Any

from bench.filled_register import build_homes, put_in
from bench.instances import durable_settings, look_through, open_instance, server_version
from bench.invented_register import invent
from bench.measure import is_quick, sample_of, say, tell_result

SIZES = (3_000, 20_000)
RUNS = 9


@dataclass
class Town:
    """A community with its register, who looks, and who is looked at."""

    size: int
    community: Any
    client: Any
    persons: list[Any]
    homes: list[Any]


def main() -> None:
    """Measures and tells the parent."""
    open_instance()
    from django.utils import timezone

    from linli.web.demo.cast import gather

    now = timezone.now()
    setting = gather(now)
    towns = [
        _fill(size, community, setting.accounts[who], now)
        for size, community, who in zip(
            (600, 3_000) if is_quick() else SIZES,
            (setting.neighbour, setting.community),
            ("outsider", "worker"),
            strict=True,
        )
    ]
    look_through()
    result = {"server": server_version(), "durable": durable_settings()}
    tell_result(result | {"sizes": _measure(towns)})


def _fill(size: int, community: Any, account: Any, now: Any) -> Town:
    from django.test import Client
    from django.utils import timezone

    register = invent(size, 0, size)
    homes = build_homes(community, max(row.home for row in register.rows) + 1, now=now)
    since = timezone.localdate(now).replace(month=1, day=1)
    persons = put_in(community, register, homes, since=since)
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(account, "linli.core.access.sign_in.AccountBackend")
    say(f"{len(persons)} people")
    return Town(size, community, client, persons, homes)


def _addresses(town: Town) -> dict[str, tuple[str, dict[str, str] | None]]:
    """Each page with what is sent to it, where something is."""
    from linli.core.places.models import Place

    home = Place.objects.select_related("parent").get(pk=town.homes[3])
    assert home.parent is not None
    stair = home.parent_id
    at = f"/c/{town.community.code}/desk/people"
    numbered = next(person for person in town.persons if person.id_number)
    days = "on=2026-11-23&then=2026-03-01"
    asked = f"{at}/questions/?tie=living"
    alone = {"age_from": "80", "tie": "living", "alone": "dwelling", "place": str(stair)}
    alone["on"] = "2026-11-23"
    return {
        "80 and more alone on a staircase, two days":
            (f"{asked}&age_from=80&alone=dwelling&place={stair}&{days}", None),
        "80 and more alone, two days": (f"{asked}&age_from=80&alone=dwelling&{days}", None),
        "60 and more, two days": (f"{asked}&age_from=60&{days}", None),
        "living here, registered elsewhere": (f"{asked}&apart=living_only&{days}", None),
        "the list of those on the staircase": (f"{at}/questions/list/", alone),
        "staircase, room by room": (f"{at}/stairs/{stair}/", None),
        "building, room by room": (f"{at}/stairs/{home.parent.parent_id}/", None),
        "home": (f"{at}/places/{home.pk}/", None),
        "person": (f"{at}/{town.persons[7].pk}/", None),
        "search by name": (f"{at}/", {"q": town.persons[7].name}),
        "search by number": (f"{at}/", {"q": numbered.id_number}),
        "register": (f"{at}/", None),
    }  # fmt: skip


def _measure(towns: list[Town]) -> dict[str, Any]:
    pages = {town.size: _addresses(town) for town in towns}
    found: dict[int, dict[str, Any]] = {
        town.size: {page: _look_at(town, *visit) for page, visit in pages[town.size].items()}
        for town in towns
    }
    taken: dict[tuple[int, str], list[float]] = defaultdict(list)
    for _number in range(RUNS):
        for page in pages[towns[0].size]:
            for town in towns:
                began = time.perf_counter()
                _get(town, *pages[town.size][page])
                taken[town.size, page].append(time.perf_counter() - began)
    for (size, page), seconds in taken.items():
        found[size][page]["time"] = asdict(sample_of(seconds))
    for size, of_page in found.items():
        say(f"{size}: " + ", ".join(
            f"{page} {1000 * told['time']['median']:.0f} ms {told['queries']}q"
            for page, told in of_page.items()
        ))  # fmt: skip
    return {str(size): of_page for size, of_page in found.items()}


def _get(town: Town, address: str, sent: dict[str, str] | None) -> Any:
    return town.client.get(address) if sent is None else town.client.post(address, sent)


def _look_at(town: Town, address: str, sent: dict[str, str] | None) -> dict[str, Any]:
    """Queries of a page, once its templates are compiled and its look is written down."""
    from django.db import connection

    asked: list[str] = []

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        asked.append(sql)
        return execute(sql, params, many, context)

    response = _get(town, address, sent)
    if response.status_code != 200:
        raise SystemExit(f"{address}: {response.status_code}")
    with connection.execute_wrapper(note):
        _get(town, address, sent)
    return {"queries": len(asked), "bytes": len(response.content)}


if __name__ == "__main__":
    main()
