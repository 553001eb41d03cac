"""`linli restore`: an instance out of a backup, into a place that is empty."""

import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

import click

from linli.web.command import backup_file, console
from linli.web.command.backup import run_postgres
from linli.web.command.console import pick


@click.command(
    help=pick(
        "从备份恢复到一个空的实例（LINLI_DATA、DATABASE_URL 指定的位置）。已有数据时拒绝。"
        "先核对每个文件的校验和，全部无误才放到位。",
        "Restore a backup into an empty instance (where LINLI_DATA and DATABASE_URL point). "
        "Refuses where there is data. Every checksum is verified before anything is put in place.",
    )
)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@console.json_option
def command(file: Path, as_json: bool) -> None:
    os.umask(0o077)
    console.open_settings()
    from django.conf import settings

    from linli.web.command.setup import require_database

    data, files = Path(settings.DATA_DIR), Path(settings.MEDIA_ROOT)
    require_database()
    require_empty(files)
    with tempfile.TemporaryDirectory(prefix=".restore-", dir=data) as work:
        manifest = _unpack(file, Path(work))
        _require_same_engine(manifest)
        _put_database(Path(work))
        for name, target in (("files", files), ("secrets", data / "secrets")):
            _put_folder(Path(work) / name, target)
    facts = {key: manifest[key] for key in ("made_at", "version", "engine", "files", "secrets")}
    if not manifest["secrets"]:
        console.say(
            pick(
                f"此备份不含密钥：启动前请把原来的密钥放到 {data / 'secrets'}。",
                f"This backup holds no keys: put the old ones into {data / 'secrets'} first.",
            )
        )
    console.print_result(
        facts,
        pick(
            f"已恢复 {facts['made_at']} 的备份；接着运行 linli setup。",
            f"Restored the backup of {facts['made_at']}; now run linli setup.",
        ),
        as_json=as_json,
    )


def require_empty(files: Path) -> None:
    """Ends the command with 1 if the instance already holds anything."""
    from django.db import connection

    if connection.introspection.table_names():
        console.refuse(
            "数据库不是空的：请用新的 LINLI_DATA 或 DATABASE_URL 恢复。",
            "The database is not empty: restore with a fresh LINLI_DATA or DATABASE_URL.",
        )
    if files.is_dir() and any(files.iterdir()):
        console.refuse(
            f"{files} 里已有文件：请用新的 LINLI_DATA 恢复。",
            f"{files} already holds files: restore with a fresh LINLI_DATA.",
        )


def _unpack(file: Path, work: Path) -> dict[str, Any]:
    try:
        # The unpacked size is not known before; the bar shows the packed file's as a guide.
        with console.progress(pick("核对", "Checking"), file.stat().st_size) as advance:
            return backup_file.unpack(file, work, advance)
    except backup_file.Damaged as error:
        console.refuse(
            f"{file} 不是完整的备份，没有恢复任何内容：{error}",
            f"{file} is not a whole backup; nothing was restored: {error}",
        )


def _require_same_engine(manifest: dict[str, Any]) -> None:
    from django.db import connection

    if manifest["engine"] != connection.vendor:
        console.refuse(
            f"备份的数据库是 {manifest['engine']}，此处是 {connection.vendor}：请改 DATABASE_URL。",
            f"The backup is of {manifest['engine']}, this is {connection.vendor}: "
            "change DATABASE_URL.",
        )


def _put_database(work: Path) -> None:
    from django.db import connection

    name = str(connection.settings_dict["NAME"])
    connection.close()
    if connection.vendor == "sqlite":
        for suffix in ("-wal", "-shm"):
            Path(f"{name}{suffix}").unlink(missing_ok=True)
        shutil.move(work / "database.sqlite3", name)
    else:
        run_postgres(
            "pg_restore",
            "--no-owner",
            "--single-transaction",
            "--exit-on-error",
            f"--dbname={name}",
            str(work / "database.dump"),
        )


def _put_folder(source: Path, target: Path) -> None:
    if not source.is_dir():
        return
    # What stands there belongs to the empty instance: its first secrets, never used.
    shutil.rmtree(target, ignore_errors=True)
    shutil.move(source, target)
