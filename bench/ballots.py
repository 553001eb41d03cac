"""Ballots cast on screens by sixteen voters at once, durable, also when the server is killed."""

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from dataclasses import asdict
from datetime import timedelta
from typing import Any

from bench.instances import durable_settings, open_instance, server_version
from bench.measure import is_quick, percentile, sample_of, say, tell_result

PROCESSES, THREADS = 4, 4
ROUNDS = 5


def main() -> None:
    """Measures and tells the parent. Anything lost or doubled ends the run without a result."""
    open_instance()
    ballots, kills = (480, 3) if is_quick() else (10_000, 20)
    setting = _prepare(ballots)
    found: dict[str, Any] = {"ballots": ballots, "kills": kills, "clients": PROCESSES * THREADS}
    found |= _beside_bare_inserts(setting, ballots)
    found |= _with_a_server_that_is_killed(setting, kills)
    found |= {"server": server_version(), "durable": durable_settings()}
    tell_result(found)


def _prepare(ballots: int) -> dict[str, Any]:
    """A community, a frozen roll, somebody signed in for every line of it, two open polls."""
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore
    from django.contrib.sessions.models import Session
    from django.utils import timezone
    from django.utils.crypto import get_random_string

    from linli.core.access.models import Account
    from linli.core.audit.actor import the_operator
    from linli.core.audit.door import Act
    from linli.core.people.models import Person
    from linli.mechanisms.ballot import actions
    from linli.web.demo.cast import gather

    now = timezone.now()
    community = gather(now).community
    people = Person.objects.bulk_create(
        [
            Person(community=community, name=f"选民{number}", registered_at=now, changed_at=now)
            for number in range(ballots)
        ],
        batch_size=500,
    )
    accounts = [
        Account(username=f"v{number}", label="选民", created_at=now, person=person)
        for number, person in enumerate(people)
    ]
    Account.objects.bulk_create(accounts, batch_size=500)
    sessions = []
    for account in accounts:
        content = {
            SESSION_KEY: str(account.pk),
            BACKEND_SESSION_KEY: "linli.core.access.sign_in.AccountBackend",
            HASH_SESSION_KEY: account.get_session_auth_hash(),
        }
        key = get_random_string(32, "abcdefghijklmnopqrstuvwxyz0123456789")
        sessions.append(
            Session(
                session_key=key,
                session_data=SessionStore().encode(content),
                expire_date=now + timedelta(days=1),
            )
        )
    Session.objects.bulk_create(sessions, batch_size=500)
    act = Act("bench", the_operator(), now, community)
    roll = actions.draft_electorate(
        act, community, base="electors", title="选民名单", as_of=now.date()
    )
    entrants = [actions.Entrant(name=person.name, person=person.pk) for person in people]
    actions.add_electors(act, roll, entrants)
    actions.freeze(act, roll)
    polls = [_open_poll(act, roll) for _number in range(2)]
    return {
        "community": str(community.pk),
        "code": community.code,
        "polls": [str(poll.pk) for poll in polls],
        "voters": [
            [str(person.pk), session.session_key]
            for person, session in zip(people, sessions, strict=True)
        ],
    }


def _open_poll(act: Any, roll: Any) -> Any:
    from linli.mechanisms.ballot import actions

    poll = actions.prepare_poll(act, roll, title="停车方案", on_paper=False, on_screen=True)
    actions.ask(act, poll, title="同意吗？", form="motion")
    return actions.open_poll(act, poll)


def _beside_bare_inserts(setting: dict[str, Any], ballots: int) -> dict[str, Any]:
    """The act and bare inserts in turn, each round a share of the voters."""
    from bench import bare

    rounds = 2 if is_quick() else ROUNDS
    share = ballots // rounds
    told = {"threads": THREADS, "community": setting["community"], "poll": setting["polls"][0]}
    taken: dict[str, list[dict[str, Any]]] = {"act": [], "bare": []}
    for number in range(rounds):
        voters = setting["voters"][number * share : (number + 1) * share]
        taken["act"].append(_cast_by(told | {"kind": "act", "voters": voters}))
        bare.make_table("bench_rows", "ballot_paper")
        row = _row_like_ours()
        taken["bare"].append(_cast_by(told | row | {"kind": "bare", "voters": voters}))
    bare.drop_table("bench_rows")
    cast = [voter for each in taken["act"] for voter in each["answered"]]
    _look(setting, 0, cast, rounds * share)
    return {
        kind: {
            "rate": asdict(sample_of([each["rate"] for each in several])),
            **_times([second for each in several for second in each["taken"]]),
        }
        for kind, several in taken.items()
    } | {"kept": len(cast)}


def _with_a_server_that_is_killed(setting: dict[str, Any], kills: int) -> dict[str, Any]:
    """Over HTTP to the server as `linli serve` starts it, killed again and again meanwhile."""
    from bench.intake import free_port

    port = free_port()
    path = f"/c/{setting['code']}/polls/{setting['polls'][1]}/paper/cast/"
    told = {
        "kind": "http", "threads": THREADS, "port": port, "path": path,
        "voters": setting["voters"],
    }  # fmt: skip
    server = _start(port)
    try:
        running = _clients(told)
        killed = 0
        while killed < kills:
            wanted = (killed + 1) * len(setting["voters"]) // (kills + 1)
            while _papers(setting, 1) < wanted and any(each.poll() is None for each in running):
                time.sleep(0.02)
            os.killpg(server.pid, signal.SIGKILL)
            server.wait()
            killed += 1
            server = _start(port)
        found = _gather([json.loads(each.communicate()[0]) for each in running])
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(server.pid, signal.SIGTERM)
        server.wait()
    say(f"killed {killed} times: {len(found['answered'])} answered, {found['troubles']}")
    _look(setting, 1, found["answered"], len(setting["voters"]))
    return {"killed": killed, "kept_killed": len(found["answered"]), "killed_rate": found["rate"]}


def _look(setting: dict[str, Any], poll: int, answered: list[str], expected: int) -> None:
    """Every ballot that was acknowledged is in the box exactly once, with exactly one mark."""
    from linli.mechanisms.ballot.models import Mark

    marks = Counter(
        str(person)
        for person in Mark.objects.filter(
            community=setting["community"], poll=setting["polls"][poll]
        ).values_list("elector__person", flat=True)
    )
    papers = _papers(setting, poll)
    whole = papers == sum(marks.values()) == expected and len(answered) == expected
    if not whole or set(marks) != set(answered) or set(marks.values()) != {1}:
        raise SystemExit(
            f"{len(answered)} of {expected} acknowledged, {papers} papers, {len(marks)} marks"
        )


def _papers(setting: dict[str, Any], poll: int) -> int:
    from linli.mechanisms.ballot.models import Paper

    return Paper.objects.filter(community=setting["community"], poll=setting["polls"][poll]).count()


def _row_like_ours() -> dict[str, Any]:
    """A paper as it stands in the box, to be put in again and again under another key."""
    from django.db import connection

    from bench import bare

    with connection.cursor() as cursor:
        columns = connection.introspection.get_table_description(cursor, "ballot_paper")
    names = [column.name for column in columns]
    return {"row": bare.read_rows("ballot_paper", 1)[0], "key": names.index("id")}


def _clients(told: dict[str, Any]) -> list[subprocess.Popen[str]]:
    """Processes of voters, told to begin all at once."""
    running = []
    for number in range(PROCESSES):
        each = subprocess.Popen(
            [sys.executable, "-m", "bench.voters"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert each.stdin is not None
        each.stdin.write(json.dumps(told | {"voters": told["voters"][number::PROCESSES]}) + "\n")
        each.stdin.flush()
        running.append(each)
    for each in running:
        if each.stdout is None or each.stdout.readline() != "ready\n":
            raise SystemExit(f"a voter of {told['kind']} did not start")
    for each in running:
        assert each.stdin is not None
        each.stdin.write("begin\n")
        each.stdin.flush()
    return running


def _cast_by(told: dict[str, Any]) -> dict[str, Any]:
    found = _gather([json.loads(each.communicate()[0]) for each in _clients(told)])
    say(f"{told['kind']}: {found['rate']:.0f}/s, {found['troubles']}")
    return found


def _gather(answers: list[dict[str, Any]]) -> dict[str, Any]:
    troubles: Counter[str] = Counter()
    for each in answers:
        troubles.update(each["troubles"])
    answered = [voter for each in answers for voter in each["answered"]]
    began = min(each["began"] for each in answers)
    seconds = max(each["ended"] for each in answers) - began
    return {
        "answered": answered,
        "taken": [second for each in answers for second in each["taken"]],
        "troubles": dict(troubles),
        "rate": len(answered) / seconds,
    }


def _times(taken: list[float]) -> dict[str, float]:
    return {"p50": percentile(taken, 0.5), "p99": percentile(taken, 0.99), "longest": max(taken)}


def _start(port: int) -> subprocess.Popen[bytes]:
    """The server, answering."""
    from linli.web.command.serve import answers, cores, server_words

    words = server_words("127.0.0.1", port, cores())
    process = subprocess.Popen(words, stdout=sys.stderr, start_new_session=True)
    until = time.time() + 120
    while not answers("127.0.0.1", port):
        if time.time() > until or process.poll() is not None:
            raise SystemExit("the server does not answer")
        time.sleep(0.1)
    return process


if __name__ == "__main__":
    main()
