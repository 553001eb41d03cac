"""A roster taken in, beside openpyxl reading the same file alone; and planted faults found."""

import time
from collections.abc import Callable
from dataclasses import asdict
from io import BytesIO
from typing import Any

from bench.instances import durable_settings, look_through, open_instance, server_version
from bench.measure import is_quick, sample_of, say, tell_result

ROWS, BUILDINGS = 20_000, 10
PEOPLE, SHEETS, FAULTS = 3_000, 4, 60
RUNS = 3


def main() -> None:
    """Measures and tells the parent."""
    open_instance()
    rows = 2_000 if is_quick() else ROWS
    found: dict[str, Any] = {"server": server_version(), "durable": durable_settings()}
    found |= _speed(rows)
    found["faults"] = _faults()
    tell_result(found)


def _speed(rows: int) -> dict[str, Any]:
    """Each step in turn, so that whatever else the machine does weighs on all of them."""
    from linli.core.people.tests.faulty_rosters import a_roster, plant

    names = [f"{number}号楼" for number in range(1, BUILDINGS + 1)]
    content = plant(a_roster(names, rows), FAULTS).workbook()
    taken: dict[str, list[float]] = {"openpyxl": [], "look": [], "whole": [], "again": []}
    for _number in range(RUNS):
        community = _community(names)
        look_through()
        taken["openpyxl"].append(_seconds(lambda: _openpyxl_alone(content)))
        preview: list[Any] = []
        look = _seconds(lambda: preview.append(_look(community, content)))  # noqa: B023
        write = _seconds(lambda: _take_in(community, preview[0], rows))  # noqa: B023
        taken["look"].append(look)
        taken["whole"].append(look + write)
        taken["again"].append(_seconds(lambda: _look(community, content)))  # noqa: B023
        say(f"{rows} rows: looked at in {look:.1f} s, taken in in {write:.1f} s")
    rates = {
        name: asdict(sample_of([rows / each for each in seconds]))
        for name, seconds in taken.items()
    }
    return {"rows": rows, "seconds": asdict(sample_of(taken["whole"])), **rates}


def _faults() -> dict[str, Any]:
    """How many of the planted faults are told in their cell, and what else is said."""
    from linli.core.people.tests.faulty_rosters import FAULTS as KINDS, a_roster, plant

    names = [f"{number}号楼" for number in range(1, SHEETS + 1)]
    roster = plant(a_roster(names, PEOPLE), FAULTS)
    problems = _look(_community(names), roster.workbook()).problems
    told = {(p.sheet, p.cell, p.code.removesuffix("_elsewhere")) for p in problems}
    planted = {(fault.sheet, fault.cell, fault.kind) for fault in roster.planted}
    return {
        "people": PEOPLE,
        "sheets": SHEETS,
        "kinds": len(KINDS),
        "planted": len(planted),
        "found": len(planted & told),
        "false": len(problems) - len(planted & told),
    }


def _community(buildings: list[str]) -> Any:
    from django.core.management import call_command

    from linli.core.people.tests.faulty_rosters import plans
    from linli.core.places.actions import build_compound
    from linli.core.places.tests.town import a_community, by_operator

    call_command("flush", interactive=False, verbosity=0)
    community = a_community()
    by_operator(build_compound, community, name="云杉里", buildings=plans(buildings))
    return community


def _openpyxl_alone(content: bytes) -> int:
    """Every cell of every sheet as a value, and nothing done with it."""
    from openpyxl import load_workbook

    book = load_workbook(BytesIO(content), read_only=True)
    return sum(len(row) for sheet in book for row in sheet.iter_rows(values_only=True))


def _look(community: Any, content: bytes) -> Any:
    from django.utils import timezone

    from linli.core.people.roster.preview import Options, preview_roster

    on = timezone.localdate()
    return preview_roster(community, content, "roster.xlsx", options=Options(), on=on)


def _take_in(community: Any, preview: Any, rows: int) -> None:
    from django.utils import timezone

    from linli.core.audit.actor import the_operator
    from linli.core.people.actions import commit_roster, keep_preview
    from linli.core.people.roster.preview import Options

    by, at = the_operator(), timezone.now()
    batch = keep_preview(community, by=by, at=at, preview=preview, options=Options())
    done = commit_roster(batch, by=by, at=at, reading=preview.reading)
    if done.counts["new"] != rows - FAULTS:
        raise SystemExit(f"not all rows were taken in: {done.counts}")


def _seconds(work: Callable[[], Any]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
