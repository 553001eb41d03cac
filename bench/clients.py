"""Clients that all send matters for some seconds: four threads of one process.

    python -m bench.clients '{"kind": "http", "seconds": …, …}'

`http`: the form of the portal, sent to the server. `act`: the act itself, without a server.
`bare`: one equally wide row, by the database's driver alone. Says `ready`, waits for the moment
to begin (on stdin, in seconds of the epoch), and prints what each one took.
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
from uuid import uuid4

THREADS = 4
TOKEN = "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6"  # any 32 letters will do: cookie and form agree


def main(told: dict[str, Any]) -> None:
    """Runs the threads and prints their latencies in seconds, and what went wrong."""
    if told["kind"] != "http":
        import django

        django.setup()
    prepare: Callable[[dict[str, Any]], Callable[[int], None]] = {
        "http": _over_http, "act": _by_the_act, "bare": _bare_row
    }[told["kind"]]  # fmt: skip
    taken: list[float] = []
    troubles: Counter[str] = Counter()
    everybody = threading.Barrier(told["threads"] + 1)
    beginning = 0.0

    def work() -> None:
        send = prepare(told)
        everybody.wait()  # prepared
        everybody.wait()  # told when to begin
        time.sleep(max(0.0, beginning - time.time()))
        number, until = 0, beginning + told["seconds"]
        while time.time() < until:
            number += 1
            began = time.perf_counter()
            try:
                send(number)
            except Exception as error:
                troubles[f"{type(error).__name__}: {error}"[:200]] += 1
            else:
                taken.append(time.perf_counter() - began)

    threads = [threading.Thread(target=work) for _number in range(told["threads"])]
    for thread in threads:
        thread.start()
    everybody.wait()
    print("ready", flush=True)
    beginning = float(sys.stdin.readline())
    everybody.wait()
    for thread in threads:
        thread.join()
    print(json.dumps({"taken": taken, "troubles": troubles}))


def _over_http(told: dict[str, Any]) -> Callable[[int], None]:
    """A resident's second page, sent over a connection that is kept open."""
    connection = http.client.HTTPConnection("127.0.0.1", told["port"], timeout=120)
    headers = {
        "Content-Type": "application/x-www-form-urlencoded",
        "Cookie": f"csrftoken={TOKEN}",
        "Accept-Language": "zh-CN",
    }

    def send(number: int) -> None:
        given = {
            "csrfmiddlewaretoken": TOKEN, "once": str(uuid4()), "kind": told["matter_kind"],
            "text": f"{told['text']}（{number}）", "place": told["place"], "where": "三楼到四楼之间",
        }  # fmt: skip
        connection.request("POST", told["path"], urlencode(given), headers)
        response = connection.getresponse()
        response.read()
        if response.status != 302:
            raise RuntimeError(f"answered {response.status}")

    return send


def _by_the_act(told: dict[str, Any]) -> Callable[[int], None]:
    """What the page calls when everything is well filled in."""
    from django.utils import timezone

    from linli.core.audit.actor import NOBODY
    from linli.core.places.models import Place
    from linli.service.matters.actions import raise_matter
    from linli.service.matters.actions.raising import Raised
    from linli.service.matters.models import Kind

    place = Place.objects.select_related("community").get(pk=told["place"])
    kind = Kind.objects.get(community=place.community_id, pk=told["matter_kind"])

    def send(number: int) -> None:
        raised = Raised(
            kind=kind, title=told["text"][:20], text=f"{told['text']}（{number}）", channel="web",
            place=place, where="三楼到四楼之间",
        )  # fmt: skip
        raise_matter(place.community, raised=raised, by=NOBODY, at=timezone.now(), once=uuid4())

    return send


def _bare_row(told: dict[str, Any]) -> Callable[[int], None]:
    """One row, one transaction."""
    from bench import bare

    insert = bare.one_by_one(told["row"], told["key"])
    return lambda _number: insert()


if __name__ == "__main__":
    main(json.loads(sys.argv[1]))
