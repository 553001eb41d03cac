"""A PostgreSQL cluster that lives as long as one command.

    python -m tests.cluster pytest …        (or: script/with_postgres pytest …)

Sets DATABASE_URL for the command. The cluster listens on a Unix socket only, in a folder of its
own, and does not sync to disk: it holds nothing anybody would miss. Works as root too, where
PostgreSQL itself refuses to run: it is then started as the user `postgres`.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from linli.web.command.programs import find_postgres

# No compiling of queries: tests ask much of tables that hold little. What each test takes back is
# swept up all the same (autovacuum): thousands of tests on tables full of dead rows crawl.
_UNSAFE = " ".join(
    f"-c {each}"
    for each in (
        "fsync=off",
        "synchronous_commit=off",
        "full_page_writes=off",
        "wal_level=minimal",
        "max_wal_senders=0",
        "jit=off",
        "max_connections=200",
    )
)


class NoPostgres(Exception):
    """PostgreSQL's server programs are not on this machine."""


@contextmanager
def cluster(*, durable: bool = False) -> Iterator[str]:
    """Starts a fresh cluster, yields its DATABASE_URL, and leaves nothing behind.

    `durable`: with the server's own settings, so that what is committed is on the disk.
    """
    initdb, pg_ctl = find_postgres("initdb"), find_postgres("pg_ctl")
    if initdb is None or pg_ctl is None:
        raise NoPostgres
    # A socket's path may be 107 bytes at most, so the folder sits right under /tmp.
    folder = Path(tempfile.mkdtemp(prefix="linli-pg-", dir="/tmp"))
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres", "postgres")
    data = folder / "data"
    locale = "C.UTF-8" if sys.platform == "linux" else "C"
    try:
        _call(initdb, "-D", data, "-U", "postgres", "-A", "trust", "-N", "-E", "UTF8",
              f"--locale={locale}")  # fmt: skip
        options = f"-k {folder} -c listen_addresses='' {'' if durable else _UNSAFE}"
        _call(pg_ctl, "-D", data, "-w", "-l", folder / "log", "-o", options, "start")
        yield f"postgres://postgres@/postgres?host={folder}"
    finally:
        if (data / "postmaster.pid").exists():
            _call(pg_ctl, "-D", data, "-w", "-m", "immediate", "stop", check=False)
        shutil.rmtree(folder, ignore_errors=True)


def _call(*words: str | Path, check: bool = True) -> None:
    if os.geteuid() == 0:
        words = ("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", *words)
    # Files, not pipes: the server inherits them and would keep a pipe open for ever.
    with tempfile.TemporaryFile() as output:
        done = subprocess.run(
            words,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            cwd="/",
            start_new_session=True,  # Ctrl-C ends the command first, then we end the server
            check=False,
        )
        if check and done.returncode:
            output.seek(0)
            raise SystemExit(output.read().decode(errors="replace"))


def main(words: Sequence[str]) -> int:
    """Runs the command `words` beside a cluster and returns its exit code."""
    child: subprocess.Popen[bytes] | None = None

    def forward(number: int, _frame: FrameType | None) -> None:
        if child is not None:
            child.send_signal(number)
        else:
            raise SystemExit(128 + number)

    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, forward)
    try:
        with cluster() as url:
            child = subprocess.Popen(words, env=os.environ | {"DATABASE_URL": url})
            while True:
                try:
                    return child.wait()
                except KeyboardInterrupt:
                    continue  # the command got it too; wait for it to end in its own way
    except NoPostgres:
        print("PostgreSQL (initdb, pg_ctl) is not installed", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
