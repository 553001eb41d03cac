"""Keeps the processes of one instance running, and ends them together.

Each part runs in a session of its own, so Ctrl-C at the terminal reaches only the supervisor,
which then asks the parts to stop, once, and waits. A part that dies is started again after a
pause that doubles; a part that dies again and again before the instance ever served is given up.
"""

import contextlib
import ctypes
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

_PR_SET_PDEATHSIG = 1
# granian can hang when asked to stop while one of its processes is still starting; so early
# there is no work that a short wait would cut off (seconds of age, seconds of grace).
_YOUNG, _YOUNG_GRACE = 15.0, 3.0
STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


@dataclass
class Part:
    """One process of the instance: what to call, how long it may take to stop (seconds), and its
    environment where that is not this process's own."""

    name: str
    words: Sequence[str]
    grace: float = 12.0
    environ: Mapping[str, str] | None = field(default=None, repr=False)
    process: subprocess.Popen[bytes] | None = field(default=None, repr=False)
    started: float = 0.0
    deaths: int = 0
    again_at: float | None = 0.0

    def start(self, now: float) -> None:
        self.process = subprocess.Popen(
            self.words,
            env=self.environ,
            stdin=subprocess.DEVNULL,
            stdout=sys.stderr.fileno(),  # stdout belongs to the line `ready`
            start_new_session=True,
            preexec_fn=end_with_parent,
        )
        self.started, self.again_at = now, None

    def signal(self, number: int, *, group: bool = False) -> None:
        if self.process is None:
            return
        with contextlib.suppress(ProcessLookupError, PermissionError):
            (os.killpg if group else os.kill)(self.process.pid, number)

    def died(self, now: float, *, forgive_after: float = 60.0) -> int | None:
        """The exit code if it ended since the last look; plans the next start."""
        if self.process is None or (code := self.process.poll()) is None:
            return None
        self.signal(signal.SIGKILL, group=True)  # what it may have left behind
        self.process = None
        self.deaths = 1 if now - self.started > forgive_after else self.deaths + 1
        self.again_at = now + self.pause
        return code

    @property
    def pause(self) -> float:
        """Seconds to wait before the next start."""
        return min(0.5 * 2 ** (self.deaths - 1), 30.0)


class GaveUp(Exception):
    """A part kept ending before the instance had served even once."""

    def __init__(self, part: Part, code: int) -> None:
        super().__init__(part.name)
        self.part, self.code = part, code


@dataclass
class Supervisor:
    """Runs `parts` until asked to stop. `serves` is asked until it is true, then `ready` told."""

    parts: Sequence[Part]
    serves: Callable[[], bool]
    ready: Callable[[], None]
    restarted: Callable[[Part, int], None]
    attempts: int = 4
    _asked: int = 0

    def run(self) -> None:
        """Returns after a stop signal, when every part has ended."""
        reading, writing = os.pipe()
        os.set_blocking(writing, False)
        os.set_blocking(reading, False)
        before = signal.set_wakeup_fd(writing, warn_on_full_buffer=False)
        handlers = {
            number: signal.signal(number, self._hear) for number in (*STOP_SIGNALS, signal.SIGCHLD)
        }
        try:
            self._keep_running(reading)
        finally:
            self._stop(reading)
            for number, earlier in handlers.items():
                signal.signal(number, earlier)
            signal.set_wakeup_fd(before)
            os.close(reading)
            os.close(writing)

    def _hear(self, number: int, _frame: object) -> None:
        if number in STOP_SIGNALS:
            self._asked += 1

    def _keep_running(self, wake: int) -> None:
        told = False
        while not self._asked:
            now = time.monotonic()
            for part in self.parts:
                code = part.died(now)
                if code is not None:
                    if not told and part.deaths >= self.attempts:
                        raise GaveUp(part, code)
                    self.restarted(part, code)
                if part.again_at is not None and part.again_at <= now:
                    part.start(now)
            if not told and self.serves():
                told = True
                self.ready()
            pauses = [part.again_at - now for part in self.parts if part.again_at is not None]
            _wait(wake, max(0.0, min([*pauses, 5.0 if told else 0.1])))

    def _stop(self, wake: int) -> None:
        asked = self._asked
        for part in self.parts:
            part.signal(signal.SIGTERM)
        asked_at = time.monotonic()
        while running := [part for part in self.parts if part.process is not None]:
            now = time.monotonic()
            for part in running:
                young = asked_at - part.started < _YOUNG
                grace = min(part.grace, _YOUNG_GRACE) if young else part.grace
                # A second Ctrl-C means now.
                if self._asked > asked or now - asked_at > grace:
                    part.signal(signal.SIGKILL, group=True)
                part.died(now)
            if any(part.process is not None for part in running):
                _wait(wake, 0.2)


def _wait(wake: int, seconds: float) -> None:
    if select.select([wake], [], [], seconds)[0]:
        with contextlib.suppress(BlockingIOError):
            os.read(wake, 512)


def end_with_parent() -> None:
    """Asks the system to end this process when its parent ends, even if that is killed outright,
    so that no server is left behind on the port. Only Linux can."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
