"""`linli setup`: brings an instance up to its code. Safe to run again; it does what is missing."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

import click

from linli.web.command import console
from linli.web.command.console import pick


@click.command(
    help=pick(
        "准备或升级本实例：编译译文、升级数据库、收集静态文件。可重复执行，数据保留。",
        "Prepare or upgrade this instance: catalogues, database, static files. "
        "May be run again; the data is kept.",
    )
)
@click.option(
    "--demo",
    is_flag=True,
    help=pick("数据库为空时装入演示社区。", "Load the demo community into an empty database."),
)
def command(demo: bool) -> None:
    os.umask(0o077)
    console.check_settings()
    console.open_house()
    prepare(demo=demo)
    if demo:
        show_people()


def prepare(*, demo: bool) -> None:
    """All steps, each skipped where there is nothing to do. Django is set up by then."""
    from linli.web.command.locale import compile_catalogues

    compile_catalogues()
    require_database()
    migrate()
    collect_static()
    if demo:
        load_demo()


def require_database() -> None:
    """Ends the command with 2 if the database does not answer."""
    from django.db import OperationalError, connection

    try:
        connection.ensure_connection()
    except OperationalError as error:
        reason = str(error).strip().splitlines()[0]
        console.reject(
            f"连不上数据库（DATABASE_URL 或 LINLI_DATA）：{reason}",
            f"The database does not answer (DATABASE_URL or LINLI_DATA): {reason}",
        )


def migrate() -> None:
    """Applies what the database lacks; refuses one that is newer than this code."""
    from django.core.management import call_command

    steps = missing_steps()
    if steps:
        console.say(pick(f"升级数据库（{steps} 步）…", f"Upgrading the database ({steps} steps)…"))
        call_command("migrate", interactive=False, verbosity=0)


def require_current() -> None:
    """Ends the command with 1 if the database is not that of this code."""
    if missing_steps():
        console.refuse(
            "数据库还没有准备好：请先运行 linli setup。",
            "The database is not up to this code: run linli setup first.",
        )


def missing_steps() -> int:
    """How many migrations the database lacks; refuses one that is newer than this code."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    known = executor.loader.disk_migrations or {}
    unknown = sorted(
        f"{app}.{name}"
        for app, name in executor.loader.applied_migrations
        if (app, name) not in known and app in executor.loader.migrated_apps
    )
    if unknown:
        console.refuse(
            f"数据库比程序新（{unknown[-1]}）：请升级程序，或恢复旧备份。",
            f"The database is newer than this code ({unknown[-1]}): upgrade the code, "
            "or restore an older backup.",
        )
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def collect_static() -> None:
    """Collects the static files if one of them changed since the last time."""
    from django.conf import settings
    from django.core.management import call_command

    root = Path(settings.STATIC_ROOT)
    stamp = root.with_name(f"{root.name}.stamp")
    state = _state_of_static_files()
    if root.is_dir() and stamp.is_file() and stamp.read_text() == state:
        return
    console.say(pick("收集静态文件…", "Collecting static files…"))
    stamp.unlink(missing_ok=True)
    # These are public, and a web server in front may run as another user.
    closed = os.umask(0o022)
    try:
        call_command("collectstatic", interactive=False, clear=True, verbosity=0)
        stamp.write_text(state)
    finally:
        os.umask(closed)


def _state_of_static_files() -> str:
    digest = hashlib.sha256()
    for name, path in sorted(_static_files()):
        digest.update(name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _static_files() -> Iterator[tuple[str, Path]]:
    from django.contrib.staticfiles.finders import get_finders

    for finder in get_finders():
        for name, storage in finder.list([]):
            yield name, Path(storage.path(name))


def load_demo() -> None:
    """The demo community, if the database holds none."""
    from django.utils import timezone

    from linli.web.command import demo

    if demo.load_when_empty(timezone.now()):
        console.say(pick("已装入演示社区。", "The demo community is loaded."))


def show_people() -> None:
    """One line for each person one can sign in as, on stdout."""
    from linli.web.command import demo

    for person in demo.people():
        click.echo("  ".join(person[key] for key in ("role", "name", "login", "password")))
