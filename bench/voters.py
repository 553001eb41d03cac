"""Voters who all cast at once: some threads of one process, each with its own share of the roll.

    echo '{"kind": "http", "voters": [["person", "session"], …], …}' | python -m bench.voters

`http`: the page that puts the paper into the box, sent again with the same key until the server
has answered. `act`: the act itself. `bare`: one row as a paper's, by the database's driver alone.
Says `ready`, waits for a line on stdin, and prints who was answered and what each one took.
"""

import http.client
import json
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode
from uuid import UUID, uuid4

from bench.clients import TOKEN

PATIENCE = 240.0
"""Seconds after which a voter gives up on a server that does not come back."""


def main(told: dict[str, Any]) -> None:
    """Runs the threads, a share of the voters each."""
    if told["kind"] != "http":
        import django

        django.setup()
    prepare: Callable[[dict[str, Any]], Callable[[list[str]], None]] = {
        "http": _over_http, "act": _by_the_act, "bare": _bare_row
    }[told["kind"]]  # fmt: skip
    answered: list[str] = []
    taken: list[float] = []
    troubles: Counter[str] = Counter()
    everybody = threading.Barrier(told["threads"] + 1)

    def work(share: list[list[str]]) -> None:
        cast = prepare(told)
        everybody.wait()  # prepared
        everybody.wait()  # begin
        for voter in share:
            began = time.perf_counter()
            try:
                cast(voter)
            except Exception as error:
                troubles[f"{type(error).__name__}: {error}"[:60]] += 1
            else:
                taken.append(time.perf_counter() - began)
                answered.append(voter[0])

    threads = [
        threading.Thread(target=work, args=[told["voters"][number :: told["threads"]]])
        for number in range(told["threads"])
    ]
    for thread in threads:
        thread.start()
    everybody.wait()
    print("ready", flush=True)
    sys.stdin.readline()
    began = time.time()
    everybody.wait()
    for thread in threads:
        thread.join()
    print(
        json.dumps(
            {
                "answered": answered,
                "taken": taken,
                "troubles": troubles,
                "began": began,
                "ended": time.time(),
            }
        )
    )


def _over_http(told: dict[str, Any]) -> Callable[[list[str]], None]:
    """The last page of casting, over a connection that may break at any moment."""
    kept: list[http.client.HTTPConnection] = []

    def connection() -> http.client.HTTPConnection:
        if not kept:
            kept.append(http.client.HTTPConnection("127.0.0.1", told["port"], timeout=60))
        return kept[0]

    def cast(voter: list[str]) -> None:
        given = {"csrfmiddlewaretoken": TOKEN, "once": str(uuid4()), "q1": "for"}
        headers = {
            "Content-Type": "application/x-www-form-urlencoded",
            "Cookie": f"csrftoken={TOKEN}; sessionid={voter[1]}",
        }
        until = time.time() + PATIENCE
        while True:
            try:
                connection().request("POST", told["path"], urlencode(given), headers)
                response = connection().getresponse()
                response.read()
            except (OSError, http.client.HTTPException):
                if kept:
                    kept.pop().close()
                if time.time() > until:
                    raise
                time.sleep(0.05)
                continue
            # Answered means: sent on to the page with the receipt.
            if response.status != 302 or "/done/" not in (response.headers["Location"] or ""):
                raise RuntimeError(f"answered {response.status}")
            return

    return cast


def _by_the_act(told: dict[str, Any]) -> Callable[[list[str]], None]:
    """What the page calls."""
    from django.utils import timezone

    from linli.core.audit.actor import Actor
    from linli.mechanisms.ballot.actions import cast as cast_paper
    from linli.mechanisms.ballot.models import Poll

    poll = Poll.objects.select_related("electorate").get(
        community=told["community"], pk=told["poll"]
    )
    pattern = {"1": {"marks": {"0": "for"}}}

    def cast(voter: list[str]) -> None:
        by = Actor(account=uuid4(), person=UUID(voter[0]))
        cast_paper(poll, pattern=pattern, by=by, at=timezone.now(), once=uuid4())

    return cast


def _bare_row(told: dict[str, Any]) -> Callable[[list[str]], None]:
    """One row, one transaction."""
    from bench import bare

    insert = bare.one_by_one(told["row"], told["key"])
    return lambda _voter: insert()


if __name__ == "__main__":
    main(json.loads(sys.stdin.readline()))
