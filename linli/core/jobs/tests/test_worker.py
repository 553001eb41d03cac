"""The worker as a process: killed outright, started again, asked to stop."""

import os
import signal
import subprocess
import sys
import threading
from datetime import timedelta
from urllib.parse import quote

import pytest
from django.conf import settings
from django.db import connection, connections
from django.utils import timezone

from linli.core.jobs.models import Job, Tick
from linli.core.jobs.tests.conftest import rows_written, waiting_job
from linli.core.jobs.tests.counting_worker import ROWS

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def database(tmp_path):
    """A database another process can open: on SQLite a copy of the one in memory."""
    if connection.vendor == "postgresql":
        about = connection.settings_dict
        host = about["HOST"] or about["OPTIONS"].get("host", "")
        password = f":{quote(about['PASSWORD'])}" if about["PASSWORD"] else ""
        port = f":{about['PORT']}" if about["PORT"] else ""
        if host.startswith("/"):
            return f"postgres://{about['USER']}{password}@/{about['NAME']}?host={quote(host)}"
        return f"postgres://{about['USER']}{password}@{host}{port}/{about['NAME']}"
    path = tmp_path / "copy.sqlite3"

    class Copy:
        def __str__(self):
            with connection.cursor() as cursor:
                cursor.execute("VACUUM INTO %s", [str(path)])
            return f"sqlite:///{path}"

    return Copy()


class Worker:
    def __init__(self, url, folder):
        environment = os.environ | {
            "DATABASE_URL": url,
            "LINLI_ENV": "production",
            "LINLI_DATA": str(folder),
            "DJANGO_SETTINGS_MODULE": os.environ.get(
                "DJANGO_SETTINGS_MODULE", settings.SETTINGS_MODULE
            ),
            "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
        }
        self.process = subprocess.Popen(
            [sys.executable, "-m", "linli.core.jobs.tests.counting_worker"],
            cwd=settings.BASE_DIR,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            bufsize=1,
        )
        # A worker that says nothing more is ended, so that a fault is a failure and not a wait.
        self.patience = threading.Timer(60, self.process.kill)
        self.patience.daemon = True
        self.patience.start()

    def expect(self, text):
        line = self.process.stdout.readline().strip()
        assert line == text, f"{line!r} instead of {text!r}"

    def go(self):
        self.process.stdin.write("go\n")
        self.process.stdin.flush()

    def end(self, number):
        self.process.send_signal(number)
        return self.process.wait(30)


@pytest.fixture
def start(tmp_path):
    begun = []

    def start(url):
        begun.append(Worker(url, tmp_path / "data"))
        return begun[-1]

    yield start
    for worker in begun:
        if worker.process.poll() is None:
            worker.process.kill()
        worker.process.communicate()
        worker.patience.cancel()


def in_copy(url, question):
    """Asks the database the workers wrote, through a connection of its own on SQLite."""
    if connection.vendor == "postgresql":
        return question()
    alias = connection.alias
    genuine = connections[alias]
    copy = genuine.copy()
    copy.settings_dict = {**genuine.settings_dict, "NAME": url.removeprefix("sqlite:///")}
    connections[alias] = copy
    try:
        return question()
    finally:
        copy.close()
        connections[alias] = genuine


def test_a_job_survives_a_killed_worker_and_a_stopped_one(scene, database, start):
    job = waiting_job(scene, "test.lines")
    # Nobody was told of it (its commit was the last thing that process did): time finds it.
    Job.objects.filter(community=scene.community).update(
        enqueued_at=timezone.now() - timedelta(hours=1)
    )
    url = str(database)

    first = start(url)
    first.expect("ready")
    for number in range(3):
        first.expect(f"at {number}")
        first.go()
    first.expect("at 3")
    assert first.end(signal.SIGKILL) == -signal.SIGKILL

    second = start(url)
    second.expect("ready")
    second.expect("at 3")
    second.process.send_signal(signal.SIGTERM)
    second.go()  # the chunk at hand is let through to its end, and no other is begun
    rest = second.process.communicate()[0].split("\n")
    assert second.process.returncode == 0
    assert "ended" in rest

    third = start(url)
    third.expect("ready")
    reached = int(third.process.stdout.readline().split()[1])
    assert reached in (3, 4)
    for number in range(reached, ROWS):
        third.go()
        third.expect(f"at {number + 1}" if number + 1 < ROWS else "done")
    assert third.end(signal.SIGTERM) == 0

    assert in_copy(url, rows_written) == list(range(ROWS))
    state, result = in_copy(
        url,
        lambda: (
            Job.objects.filter(community=scene.community, pk=job.pk)
            .values_list("state", "result")
            .get()
        ),
    )
    assert (state, result) == ("done", {"rows": ROWS})
    assert in_copy(url, Tick.objects.count) >= 1
