"""An activity with a thousand names: looked at, signed up for, listed and ticked; beside pretix."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import asdict
from datetime import timedelta
from pathlib import Path
from typing import Any

from bench.instances import durable_settings, open_instance, server_version
from bench.measure import is_quick, sample_of, say, tell_result

PRETIX = "pretix==2026.8.0"
SIZE = 1_000
LOOKS, TURNS = (5, 1) if is_quick() else (10, 2)
CONFIG = """[pretix]
instance_name=bench
url=http://localhost
datadir={folder}
[database]
backend=sqlite3
name={folder}/db.sqlite3
"""


def main() -> None:
    """Measures both in turn and tells the parent."""
    size = SIZE
    folder = Path(os.environ["LINLI_DATA"]) / "pretix"
    folder.mkdir()
    python, empty = _pretix(folder)
    open_instance()
    found: dict[str, Any] = {"server": server_version(), "durable": durable_settings()}
    ours: list[dict[str, Any]] = []
    theirs: list[dict[str, Any]] = []
    course = _course(size)
    for turn in range(TURNS):
        say(f"turn {turn + 1}")
        ours.append(_measure(course(turn)))
        theirs.append(_ask_pretix(folder, python, empty, size))
    found |= {
        "pretix": PRETIX,
        "size": size,
        "sides": {"ours": _told(ours), "pretix": _told(theirs)},
    }
    tell_result(found)


def _pretix(folder: Path) -> tuple[str, Path]:
    """The Python of an environment with pretix, and its database with tables and nothing in them.

    `LINLI_BENCH_PRETIX` names a folder that holds both from before (`env`, `empty.sqlite3`)."""
    given = os.environ.get("LINLI_BENCH_PRETIX")
    if given:
        return str(Path(given) / "env" / "bin" / "python"), Path(given) / "empty.sqlite3"
    python = str(folder / "env" / "bin" / "python")
    say(f"an environment with {PRETIX}")
    subprocess.run([sys.executable, "-m", "venv", str(folder / "env")], check=True)
    install = [python, "-m", "pip", "install", "--quiet", PRETIX]
    subprocess.run(install, check=True, stdout=sys.stderr)
    say("its tables")
    migrate = [python, "-P", "-m", "pretix", "migrate"]
    subprocess.run(migrate, check=True, env=_theirs(folder), stdout=subprocess.DEVNULL)
    shutil.move(folder / "db.sqlite3", folder / "empty.sqlite3")
    return python, folder / "empty.sqlite3"


def _theirs(folder: Path) -> dict[str, str]:
    """An environment in which nothing is ours."""
    (folder / "pretix.cfg").write_text(CONFIG.format(folder=folder), "utf-8")
    ours = ("LINLI_", "DJANGO_", "PYTHONPATH", "DATABASE_URL")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    return kept | {"PRETIX_CONFIG_FILE": str(folder / "pretix.cfg")}


def _ask_pretix(folder: Path, python: str, empty: Path, size: int) -> dict[str, Any]:
    for left in folder.glob("db.sqlite3*"):
        left.unlink()
    shutil.copy(empty, folder / "db.sqlite3")
    script = Path(__file__).with_name("activities_pretix.py")
    words = [python, "-P", str(script), str(size), str(LOOKS)]
    done = subprocess.run(words, env=_theirs(folder), capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"pretix: {done.stderr[-2000:]}")
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    assert told["checked_in"] == size + LOOKS, told["checked_in"]
    assert told["listed"] == 100, told["listed"]
    return told


def _course(size: int) -> Callable[[int], dict[str, Any]]:
    """Makes a course with so many names, whose first date is today."""
    from django.utils import timezone

    from linli.culture.activities.actions import announce, draft
    from linli.culture.activities.plans import Plan
    from linli.mechanisms.signup.actions import put_down_many
    from linli.mechanisms.signup.kinds import Applicant
    from linli.mechanisms.signup.models import Occasion
    from linli.web.demo.cast import gather

    now = timezone.now()
    setting = gather(now)
    by = setting.actor("worker", timezone.localdate(now))

    def made(turn: int) -> dict[str, Any]:
        told = {
            "kind": "course", "topic": "culture", "audience": "everybody", "title": f"书法班{turn}",
            "about": "从握笔讲起。", "bring": "毛笔", "organiser": "东湖社区居委会",
            "venue": "活动室", "first": timezone.localdate(now) + timedelta(days=30),
            "starts": now.time().replace(microsecond=0), "minutes": 90, "every": "week", "times": 1,
            "through_holidays": True, "step_free": True,
        }  # fmt: skip
        plan = Plan(told, {"seats": size + LOOKS + 1})
        course = announce(draft(setting.community, plan=plan, by=by, at=now), by=by, at=now)
        names = [(Applicant(f"邻居{number:05d}", phone=""), 1) for number in range(size)]
        for begin in range(0, size, 500):
            put_down_many(
                course.sheet, names=names[begin : begin + 500], via="paper", by=by, at=now
            )
        date = Occasion.objects.get(community=setting.community, sheet=course.sheet)
        return {"setting": setting, "course": course, "date": date}

    return made


def _measure(made: dict[str, Any]) -> dict[str, Any]:
    from django.test import Client
    from django.urls import reverse
    from django.utils import timezone

    from linli.mechanisms.signup.models import Occasion, Presence

    setting, course, date = made["setting"], made["course"], made["date"]
    here = {"community_code": setting.community.code}
    page = reverse("activities:activity", kwargs=here | {"activity_id": course.pk})
    sheet = reverse("signup:sheet", kwargs=here | {"sheet_id": course.sheet_id})
    listed = reverse("signup:desk", kwargs=here | {"sheet_id": course.sheet_id})
    ticks = reverse("signup:attendance", kwargs=here | {"occasion_id": date.pk})
    told: dict[str, Any] = {}
    told["page"] = [_ask(lambda: _visitor().get(page)) for _n in range(LOOKS)]
    told["sign_up"] = [_ask(lambda n=n: _sign_up(page, sheet, n)) for n in range(LOOKS)]
    desk = Client(SERVER_NAME="127.0.0.1")
    desk.force_login(setting.accounts["worker"], "linli.core.access.sign_in.AccountBackend")
    told["list"] = [_ask(lambda: desk.get(listed)) for _n in range(LOOKS)]
    # The day has come: nobody is ticked before it.
    now = timezone.now()
    rows = Occasion.objects.filter(community=setting.community, pk=date.pk)
    rows.update(starts_at=now - timedelta(hours=1), ends_at=now + timedelta(hours=1))
    told["ticks"] = _ask(lambda: desk.get(ticks))
    told["check_in"] = _ask(lambda: desk.post(ticks, {"all_present": "1"}), (302,))
    came = Presence.objects.filter(community=setting.community, occasion=date)
    told["checked_in"] = came.count()
    return told


def _visitor() -> Any:
    from django.test import Client

    return Client(SERVER_NAME="127.0.0.1")


def _sign_up(page: str, sheet: str, number: int) -> Any:
    """From the page to the entry, as a visitor goes: the activity, its sheet, the form, the
    entry."""
    from linli.lib.identity.ids import new_id

    client = _visitor()
    client.get(page)
    client.get(sheet)
    form = {
        "name": f"新邻居{number}", "phone": f"1380000{number:04d}", "seats": 1, "age": 40,
        "once": str(new_id()),
    }  # fmt: skip
    answer = client.post(sheet, form, follow=True)
    if not answer.redirect_chain:
        raise SystemExit(f"nobody was put down: {answer.status_code}")
    return answer


def _ask(work: Callable[[], Any], wanted: tuple[int, ...] = (200,)) -> dict[str, Any]:
    """What `work` took: seconds, and questions to the database."""
    from django.db import connection

    asked = 0

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        nonlocal asked
        asked += 1
        return execute(sql, params, many, context)

    began = time.perf_counter()
    with connection.execute_wrapper(note):
        answer = work()
    seconds = time.perf_counter() - began
    if answer.status_code not in wanted:
        raise SystemExit(f"{answer.status_code}: {getattr(answer, 'url', '')}")
    return {"seconds": seconds, "queries": asked}


def _told(turns: list[dict[str, Any]]) -> dict[str, Any]:
    """Of both turns together; what came first in a turn also made templates ready."""
    told: dict[str, Any] = {"checked_in": turns[0]["checked_in"]}
    for name in ("page", "sign_up", "list"):
        samples = [each for turn in turns for each in turn[name][1:]]
        told[name] = asdict(sample_of([each["seconds"] for each in samples]))
        told[name]["queries"] = max(each["queries"] for each in samples)
    ticked = [turn["check_in"] for turn in turns]
    told["check_in"] = asdict(sample_of([each["seconds"] for each in ticked]))
    told["check_in"]["queries"] = max(each["queries"] for each in ticked)
    return told


if __name__ == "__main__":
    main()
