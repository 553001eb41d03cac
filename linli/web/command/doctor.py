"""`linli doctor`: what this machine and this instance have, what is missing, what to do."""

import shutil
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path

import click

from linli.web.command import console
from linli.web.command.console import pick
from linli.web.command.programs import find_chromium, find_pango, find_postgres

# The WAL-reset fault of SQLite (3.7.0 to 3.51.2) can damage a database under load.
_SOUND_SQLITE = (3, 51, 3)
_LOW_SPACE = 1_000_000_000


@dataclass(frozen=True)
class Check:
    """One thing looked at. `state`: ok, missing (nothing works without it), or optional."""

    name: str
    state: str
    detail: str
    advice: str = ""


@click.command(
    help=pick(
        "检查本机和本实例：版本、目录、数据库、可选的程序。有缺失时退出码为 1。",
        "Check this machine and this instance: versions, folders, database, optional programs. "
        "Exits 1 if something needed is missing.",
    )
)
@console.json_option
def command(as_json: bool) -> None:
    console.check_settings()
    console.open_house()
    checks = [*_versions(), *_folders(), *_database(), *_programs()]
    if as_json:
        console.print_json([asdict(check) for check in checks])
    else:
        for check in checks:
            mark = {"ok": "✓", "missing": "✗"}.get(check.state, "–")
            advice = f"  → {check.advice}" if check.advice else ""
            click.echo(f"{mark} {check.name}: {check.detail}{advice}")
    if any(check.state == "missing" for check in checks):
        raise SystemExit(console.REFUSED)


def _versions() -> Iterator[Check]:
    for name in ("linli", "django", "granian"):
        yield Check(name, "ok", version(name))
    yield Check("python", "ok", sys.version.split()[0])


def _folders() -> Iterator[Check]:
    from django.conf import settings

    data = Path(settings.DATA_DIR)
    free = shutil.disk_usage(data).free
    yield Check(
        pick("数据目录", "data folder"),
        "ok" if free > _LOW_SPACE else "missing",
        pick(f"{data}，余 {free / 1e9:.1f} GB", f"{data}, {free / 1e9:.1f} GB free"),
        "" if free > _LOW_SPACE else pick("请腾出空间。", "Make room."),
    )
    open_to_others = [
        path for path in sorted((data / "secrets").iterdir()) if path.stat().st_mode & 0o077
    ]
    yield Check(
        pick("密钥", "secrets"),
        "missing" if open_to_others else "ok",
        str(data / "secrets"),
        f"chmod 600 {' '.join(map(str, open_to_others))}" if open_to_others else "",
    )
    collected = Path(settings.STATIC_ROOT)
    yield Check(
        pick("静态文件", "static files"),
        "ok" if collected.is_dir() else "missing",
        str(collected),
        "" if collected.is_dir() else "linli setup",
    )


def _database() -> Iterator[Check]:
    from django.db import OperationalError, connection
    from django.db.migrations.executor import MigrationExecutor

    name = pick("数据库", "database")
    try:
        executor = MigrationExecutor(connection)
    except OperationalError as error:
        yield Check(name, "missing", str(error).strip(), "DATABASE_URL")
        return
    if connection.vendor == "sqlite":
        import sqlite3  # the one settings have put in this place

        found = sqlite3.sqlite_version_info
        sound = found >= _SOUND_SQLITE
        yield Check(
            "SQLite",
            "ok" if sound else "missing",
            ".".join(map(str, found)),
            "" if sound else pick("此版本可能损坏数据：请升级。", "May damage data: upgrade."),
        )
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    yield Check(
        name,
        "missing" if plan else "ok",
        f"{connection.vendor} {connection.settings_dict['NAME']}",
        "linli setup" if plan else "",
    )


def _programs() -> Iterator[Check]:
    from django.db import connection

    pg_dump = find_postgres("pg_dump")
    if connection.vendor == "postgresql":
        state = "ok" if pg_dump else "missing"
        yield Check("pg_dump", state, str(pg_dump or "-"), "" if pg_dump else "postgresql-client")
    purposes = {
        "PostgreSQL": (find_postgres("initdb"), pick("测试用", "for the tests")),
        "Pango": (
            find_pango(),
            pick(
                "选票等直接生成 PDF；没有时用浏览器打印",
                "to draw ballots as PDF; without it browsers print them",
            ),
        ),
        "Chromium": (find_chromium(), pick("测试用", "for the tests")),
        "xgettext": (shutil.which("xgettext"), pick("更新译文用", "to update catalogues")),
    }
    for name, (path, purpose) in purposes.items():
        yield Check(
            name,
            "ok" if path else "optional",
            f"{path or pick('没有', 'not found')} ({purpose})",
        )
