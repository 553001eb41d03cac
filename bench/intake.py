"""Matters accepted a second, durable, from eight clients at once, beside bare inserts."""

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from bench.instances import durable_settings, open_instance, server_version
from bench.measure import is_quick, percentile, sample_of, say, tell_result

PROCESSES, THREADS = 2, 4
ROUNDS, SECONDS = 5, 8.0
TEXT = "三楼到四楼之间的灯坏了好几天，晚上上楼看不清台阶，老人不敢下楼。"


def main() -> None:
    """Measures and tells the parent."""
    open_instance()
    from django.utils import timezone

    from linli.core.places.queries import public_places
    from linli.service.matters.models import Matter
    from linli.service.matters.queries import kinds_of
    from linli.web.demo.cast import gather

    community = gather(timezone.now(), small=False).community
    stair = next(each for each in public_places(community) if each.kind == "entrance")
    kind = kinds_of(community).get(code="stair_light")
    port = free_port()
    told = {
        "port": port, "path": f"/c/{community.code}/matters/new/check/", "text": TEXT,
        "matter_kind": str(kind.pk), "place": str(stair.pk), "threads": THREADS,
    }  # fmt: skip
    with _serving(port):
        _round("http", told | {"seconds": 2.0})  # the first ones compile templates
        told |= _row_like_ours()
        there = Matter.objects.filter(community=community).count()
        found = _rounds(told)
        kept = Matter.objects.filter(community=community).count() - there
        with _working():
            found["http_and_worker"] = _several("http", told)
    accepted = found["http"]["accepted"] + found["act"]["accepted"]
    if kept != accepted:
        raise SystemExit(f"{accepted} were accepted, and {kept} are there")
    found |= {"server": server_version(), "durable": durable_settings(), "kept": kept}
    tell_result(found)


def _rounds(told: dict[str, Any]) -> dict[str, Any]:
    """The kinds in turn, so that whatever else the machine does weighs on all of them."""
    from bench import bare

    taken: dict[str, list[dict[str, Any]]] = {"http": [], "act": [], "bare": [], "bare_alone": []}
    for _number in range(2 if is_quick() else ROUNDS):
        taken["http"].append(_round("http", told))
        taken["act"].append(_round("act", told))
        bare.make_table("bench_rows", "matters_matter")
        taken["bare"].append(_round("bare", told))
        bare.make_table("bench_rows", "matters_matter")
        taken["bare_alone"].append(_round("bare", told | {"threads": 1}, processes=1))
    bare.drop_table("bench_rows")
    return {kind: _together(rounds) for kind, rounds in taken.items()}


def _several(kind: str, told: dict[str, Any]) -> dict[str, Any]:
    return _together([_round(kind, told) for _number in range(2 if is_quick() else ROUNDS)])


def _round(kind: str, told: dict[str, Any], *, processes: int = PROCESSES) -> dict[str, Any]:
    """All clients at once, for some seconds; how many were accepted, and what each took."""
    seconds = told.get("seconds") or (3.0 if is_quick() else SECONDS)
    order = json.dumps(told | {"kind": kind, "seconds": seconds})
    running = [
        subprocess.Popen(
            [sys.executable, "-m", "bench.clients", order],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _number in range(processes)
    ]
    for each in running:
        if each.stdout is None or each.stdout.readline() != "ready\n":
            raise SystemExit(f"a client of {kind} did not start")
    begin = f"{time.time() + 0.5}\n"
    answers = [json.loads(told_by) for told_by in _begin(running, begin)]
    taken = [second for each in answers for second in each["taken"]]
    troubles: Counter[str] = Counter()
    for each in answers:
        troubles.update(each["troubles"])
    say(f"{kind}: {len(taken) / seconds:.0f}/s, p99 {1000 * percentile(taken, 0.99):.0f} ms"
        + (f", {dict(troubles)}" if troubles else ""))  # fmt: skip
    return {"rate": len(taken) / seconds, "taken": taken, "troubles": sum(troubles.values())}


def _begin(running: list[subprocess.Popen[str]], when: str) -> list[str]:
    for each in running:
        assert each.stdin is not None
        each.stdin.write(when)
        each.stdin.flush()
    return [each.communicate()[0] for each in running]


def _together(rounds: list[dict[str, Any]]) -> dict[str, Any]:
    every = [second for each in rounds for second in each["taken"]]
    return {
        "rate": asdict(sample_of([each["rate"] for each in rounds])),
        "p50": percentile(every, 0.5),
        "p99": percentile(every, 0.99),
        "longest": max(every),
        "accepted": len(every),
        "troubles": sum(each["troubles"] for each in rounds),
    }


def _row_like_ours() -> dict[str, Any]:
    """A matter as it stands in the table, to be put in again and again under another key."""
    from bench import bare
    from linli.service.matters.models import Matter

    names = [field.column for field in Matter._meta.concrete_fields]
    row = bare.read_rows("matters_matter", 1)[0]
    return {"row": row, "key": names.index("id")}


@contextlib.contextmanager
def _serving(port: int) -> Iterator[None]:
    """The server as `linli serve` starts it."""
    from linli.web.command.serve import answers, cores, server_words

    with _running(server_words("127.0.0.1", port, cores())):
        until = time.time() + 60
        while not answers("127.0.0.1", port):
            if time.time() > until:
                raise SystemExit("the server does not answer")
            time.sleep(0.3)
        yield


@contextlib.contextmanager
def _working() -> Iterator[None]:
    """The background worker beside it, which carries the messages."""
    with _running([sys.executable, "-m", "django", "work"]):
        time.sleep(4)
        yield


@contextlib.contextmanager
def _running(words: list[str]) -> Iterator[None]:
    process = subprocess.Popen(words, stdout=sys.stderr, start_new_session=True)
    try:
        yield
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(15)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        port: int = trial.getsockname()[1]
        return port


if __name__ == "__main__":
    main()
