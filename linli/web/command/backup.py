"""`linli backup`: the whole instance in one file, taken while it serves."""

import os
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

import click

from linli.web.command import backup_file, console
from linli.web.command.console import pick
from linli.web.command.programs import find_postgres

_LIBPQ = {
    key: f"PG{key.upper()}"
    for key in ("host", "port", "user", "password", "sslmode", "sslrootcert", "sslcert", "sslkey")
} | {"dbname": "PGDATABASE"}


@click.command(
    help=pick(
        "把整个实例备份成一个 .tar.gz：数据库、上传的文件、密钥。可在服务运行时进行。\n\n"
        "备份含有个人信息和解密用的密钥，请保存在只有负责人能打开的地方。",
        "Back the whole instance up into one .tar.gz: database, uploads, keys. "
        "It may be serving meanwhile.\n\n"
        "The backup holds personal information and the keys that open it: "
        "keep it where only those responsible can reach it.",
    )
)
@click.argument("file", required=False, type=click.Path(dir_okay=False, path_type=Path))
@click.option(
    "--without-secrets",
    is_flag=True,
    help=pick(
        "不含密钥：密钥须另行保存，否则加密的字段无法恢复。",
        "Leave the keys out: keep them apart, or encrypted fields cannot be read again.",
    ),
)
@console.json_option
def command(file: Path | None, without_secrets: bool, as_json: bool) -> None:
    os.umask(0o077)
    console.open_settings()
    from django.conf import settings
    from django.utils import timezone

    from linli.web.command.setup import require_database

    require_database()
    at = timezone.now()
    data = Path(settings.DATA_DIR)
    target = file or data / "backups" / f"linli-{timezone.localtime(at):%Y%m%d-%H%M%S}.tar.gz"
    if target.exists():
        console.refuse(f"{target} 已存在：换一个文件名。", f"{target} exists: choose another name.")
    folders = {"files": Path(settings.MEDIA_ROOT)}
    if not without_secrets:
        folders["secrets"] = data / "secrets"
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".backup-", dir=target.parent) as work:
            facts = write(Path(work), folders, made_at=at.isoformat())
            os.replace(Path(work) / "backup", target)
    except OSError as error:
        console.refuse(
            f"备份没有完成，什么也没有留下：{error}",
            f"The backup was not finished and nothing of it is left: {error}",
        )
    size = target.stat().st_size
    console.print_result(
        {"file": str(target), "bytes": size, **facts},
        pick(
            f"已备份到 {target}（{size / 1e6:.1f} MB，{facts['files']} 个文件）。",
            f"Backed up to {target} ({size / 1e6:.1f} MB, {facts['files']} files).",
        ),
        as_json=as_json,
    )


def write(work: Path, folders: dict[str, Path], *, made_at: str) -> dict[str, Any]:
    """Writes `work`/backup and returns what the manifest says of the instance."""
    from django.db import connection

    console.say(pick("复制数据库…", "Copying the database…"))
    # The database first: an upload that arrives later is then at worst superfluous.
    database = copy_database(work)
    paths = [(name, path) for name, folder in folders.items() for path in _files(folder)]
    facts: dict[str, Any] = {
        "made_at": made_at,
        "version": version("linli"),
        "engine": connection.vendor,
        "files": sum(name == "files" for name, _ in paths),
        "secrets": "secrets" in folders,
    }
    total = database.stat().st_size + sum(path.stat().st_size for _, path in paths)
    with (
        tarfile.open(work / "backup", "w:gz", compresslevel=6) as tar,
        console.progress(pick("备份", "Backing up"), total) as advance,
    ):
        writer = backup_file.Writer(tar)
        writer.add(database.name, database)
        advance(database.stat().st_size)
        for name, path in paths:
            try:
                writer.add(f"{name}/{path.relative_to(folders[name]).as_posix()}", path)
            except FileNotFoundError:
                continue  # forgotten on request while we were copying
            advance(path.stat().st_size if path.exists() else 0)
        writer.close(facts)
    return facts


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_symlink())


def copy_database(work: Path) -> Path:
    """A consistent copy of the live database in the folder `work`."""
    from django.db import connection

    return (_copy_sqlite if connection.vendor == "sqlite" else _dump_postgres)(work)


def _copy_sqlite(work: Path) -> Path:
    # Settings have put the library that serves in this place: a second one in the process
    # would drop its locks.
    import sqlite3

    from django.db import connection

    target = work / "database.sqlite3"
    connection.ensure_connection()
    copy = sqlite3.connect(target)
    try:
        connection.connection.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")
        verdict = copy.execute("PRAGMA quick_check").fetchone()[0]
    finally:
        copy.close()
    if verdict != "ok":
        console.refuse(
            f"数据库已损坏，没有备份：{verdict}",
            f"The database is damaged and was not backed up: {verdict}",
        )
    return target


def _dump_postgres(work: Path) -> Path:
    target = work / "database.dump"
    run_postgres("pg_dump", "--format=custom", "--no-owner", f"--file={target}")
    return target


def run_postgres(program: str, *words: str) -> None:
    """Calls PostgreSQL's `program` on the database of the settings; a failure is a refusal."""
    from django.db import connection

    path = find_postgres(program)
    if path is None:
        console.refuse(
            f"找不到 {program}：请安装 postgresql-client。",
            f"{program} is missing: install postgresql-client.",
        )
    given = connection.get_connection_params()
    # Through the environment, where no other user of the machine can read the password.
    variables = {name: str(given[key]) for key, name in _LIBPQ.items() if given.get(key)}
    done = subprocess.run(
        [path, *words], env=os.environ | variables, stderr=subprocess.PIPE, text=True, check=False
    )
    if done.returncode:
        reason = (done.stderr.strip().splitlines() or ["?"])[0]
        console.refuse(f"{program} 失败：{reason}", f"{program} failed: {reason}")
