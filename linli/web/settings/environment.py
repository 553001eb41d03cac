"""What the environment may say, checked: a wrong value is named in one sentence."""

import os
import re
import sys
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import environ

# A name, an address, or `.name` for it and all below it; no scheme, path or port.
_HOST = re.compile(r"\.?[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\[[0-9A-Fa-f:]+\]")
ROOT = Path(__file__).resolve().parents[3]


class WrongSetting(Exception):
    """A value of the environment that cannot be used; its text is the sentence to show."""


def data_folder() -> Path:
    """Where this instance keeps its database, uploads and secrets (`LINLI_DATA`, else `var/`)."""
    folder = Path(os.environ.get("LINLI_DATA") or ROOT / "var").expanduser().resolve()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        writable = os.access(folder, os.W_OK)
    except OSError:
        writable = False
    if not writable:
        raise WrongSetting(f"LINLI_DATA：目录不可写 / folder is not writable: {folder}")
    return folder


def port() -> int:
    """The port to serve on (`LINLI_PORT`, else 8000)."""
    text = os.environ.get("LINLI_PORT") or "8000"
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 65535:
        raise WrongSetting(f"LINLI_PORT：应为 1–65535 的整数 / must be 1–65535: {text!r}")
    return int(text)


def database(folder: Path) -> dict[str, Any]:
    """Django's description of the database: `DATABASE_URL`, else SQLite inside `folder`."""
    url = os.environ.get("DATABASE_URL") or f"sqlite:///{folder / 'linli.sqlite3'}"
    scheme = url.partition("://")[0]
    if scheme not in {"sqlite", "postgres", "postgresql"}:
        raise WrongSetting(
            f"DATABASE_URL：只支持 sqlite:// 或 postgres:// / only sqlite:// or postgres://: "
            f"{scheme!r}"
        )
    try:
        parsed = environ.Env.db_url_config(url)
    except Exception as error:
        raise WrongSetting(f"DATABASE_URL：无法解析 / cannot be parsed ({error})") from error
    parsed["CONN_MAX_AGE"] = None
    parsed["CONN_HEALTH_CHECKS"] = True
    if scheme == "sqlite":
        parsed["ENGINE"] = "linli.web.settings.sqlite"
        parsed["OPTIONS"] = {
            # Writers queue for the lock before they read, so a read is never overtaken;
            # FULL because an accepted matter must survive a power cut.
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": (
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA mmap_size=268435456;"
                "PRAGMA cache_size=-32000; PRAGMA temp_store=MEMORY;"
                "PRAGMA journal_size_limit=67108864; PRAGMA secure_delete=FAST"
            ),
        }
    return parsed


def site_url() -> str:
    """The address people use (`LINLI_URL`), without a slash at its end; nothing where unset."""
    url = os.environ.get("LINLI_URL", "").rstrip("/")
    parts = urlsplit(url)
    if url and (parts.scheme not in {"http", "https"} or not parts.hostname or parts.path):
        raise WrongSetting(
            f"LINLI_URL：应像 https://linli.example / must look like https://linli.example: {url!r}"
        )
    return url


def hosts() -> list[str]:
    """The names this instance answers to besides the local ones (`LINLI_HOSTS`)."""
    names = os.environ.get("LINLI_HOSTS", "").split()
    wrong = next((name for name in names if not _HOST.fullmatch(name)), None)
    if wrong is not None:
        raise WrongSetting(
            f"LINLI_HOSTS：只写域名，用空格隔开 / names only, separated by spaces: {wrong!r}"
        )
    return names


def check() -> None:
    """Raises WrongSetting for the first value that cannot be used."""
    database(data_folder())
    site_url()
    hosts()


def stop_with(error: WrongSetting) -> None:
    """Says the sentence and ends with the exit code of a wrong call."""
    print(f"linli: {error}", file=sys.stderr)
    raise SystemExit(2)
