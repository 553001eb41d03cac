"""The supervisor, with real processes: all parts end with it, and a part that dies comes back."""

import os
import signal
import subprocess
import sys
import textwrap

import pytest

_HEAD = """
import sys
from linli.web.command.supervisor import GaveUp, Part, Supervisor

def part(name, source):
    return Part(name, [sys.executable, "-c", source], grace=10)

def supervise(*parts, **more):
    told = lambda text: print(text, flush=True)
    Supervisor(
        parts, serves=more.pop("serves", lambda: True), ready=lambda: told("ready"),
        restarted=lambda part, code: told(f"restarted {part.name} {code}"), **more,
    ).run()
    told("ended")
"""
# Prints its own id, then waits to be told to stop.
_WAITS = (
    "import os, signal, sys; sys.stderr.write(f'{os.getpid()}\\n'); sys.stderr.flush(); "
    "signal.sigwait({signal.SIGTERM})"
)


@pytest.fixture
def supervised():
    running = []

    def start(source):
        process = subprocess.Popen(
            [sys.executable, "-c", _HEAD + textwrap.dedent(source)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        running.append(process)
        return process

    yield start
    for process in running:
        process.kill()
        process.communicate()


def _gone(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_one_signal_ends_every_part_and_leaves_no_process_behind(supervised, number):
    process = supervised(f"supervise(part('a', {_WAITS!r}), part('b', {_WAITS!r}))")
    ids = [int(process.stderr.readline()) for _ in range(2)]
    assert process.stdout.readline() == "ready\n"
    process.send_signal(number)
    assert process.stdout.readline() == "ended\n"
    assert process.wait() == 0
    assert all(_gone(pid) for pid in ids)


def test_a_part_that_dies_is_started_again(supervised):
    process = supervised(f"""
        supervise(part('server', {_WAITS!r}), part('worker', {_WAITS!r}))
    """)
    ids = [int(process.stderr.readline()) for _ in range(2)]
    assert process.stdout.readline() == "ready\n"
    os.kill(ids[0], signal.SIGKILL)
    assert process.stdout.readline().startswith("restarted ")
    again = int(process.stderr.readline())
    assert again not in ids
    process.send_signal(signal.SIGTERM)
    assert process.wait() == 0
    assert _gone(again)


def test_a_part_that_never_starts_is_given_up_and_the_others_end(supervised):
    process = supervised(f"""
        try:
            supervise(
                part('server', 'raise SystemExit(7)'), part('worker', {_WAITS!r}),
                serves=lambda: False, attempts=2,
            )
        except GaveUp as error:
            print(error.part.name, error.code)
    """)
    worker = int(process.stderr.readline())
    assert process.stdout.readline() == "restarted server 7\n"
    assert process.stdout.readline() == "server 7\n"
    assert process.wait() == 0
    assert _gone(worker)


def test_a_second_signal_ends_a_part_that_will_not_stop(supervised):
    stubborn = _WAITS.replace("signal.sigwait({signal.SIGTERM})", "") + (
        "signal.signal(signal.SIGTERM, lambda *_: print('asked', file=sys.stderr, flush=True))\n"
        "while True: signal.pause()"
    )
    process = supervised(f"supervise(part('server', {stubborn!r}))")
    pid = int(process.stderr.readline())
    assert process.stdout.readline() == "ready\n"
    process.send_signal(signal.SIGINT)
    process.send_signal(signal.SIGINT)
    assert process.stdout.readline() == "ended\n"
    assert _gone(pid)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a child of its parent's end")
def test_parts_end_even_if_the_supervisor_is_killed_outright(supervised):
    process = supervised(f"supervise(part('server', {_WAITS!r}))")
    process.stderr.readline()
    assert process.stdout.readline() == "ready\n"
    process.kill()
    # The part holds the other end of this pipe: it reads to its end only when the part is gone.
    assert process.stderr.read() == ""
