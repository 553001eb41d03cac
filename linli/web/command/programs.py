"""Where a machine keeps the programs Linli may call but does not bring: PostgreSQL, Chromium,
and the library that sets type on paper."""

import ctypes.util
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

_POSTGRES_FOLDERS = (
    "/usr/lib/postgresql/*/bin",
    "/usr/pgsql-*/bin",
    "/opt/homebrew/opt/postgresql@*/bin",
    "/usr/local/opt/postgresql@*/bin",
    "/Applications/Postgres.app/Contents/Versions/*/bin",
)
# First the one without windows: the same engine at half the work.
_CHROMIUM_NAMES = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)
_CHROMIUM_APPS = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)


def find_postgres(program: str) -> Path | None:
    """PostgreSQL's `program` (initdb, pg_dump …): on PATH, else the newest one installed."""
    found = shutil.which(program)
    if found:
        return Path(found)
    return max(_installed(program), key=_version, default=None)


def _installed(program: str) -> Iterator[Path]:
    for pattern in _POSTGRES_FOLDERS:
        for folder in Path("/").glob(pattern.removeprefix("/")):
            if os.access(folder / program, os.X_OK):
                yield folder / program


def _version(path: Path) -> int:
    folder = path.parent.parent.name
    digits = "".join(c for c in folder.partition(".")[0] if c.isdigit())
    return int(digits or 0)


def find_chromium() -> Path | None:
    """A Chromium or Chrome: what CHROMIUM names, else on PATH, else the usual application."""
    named = os.environ.get("CHROMIUM")
    if named:
        return Path(named) if os.access(named, os.X_OK) else None
    for name in _CHROMIUM_NAMES:
        found = shutil.which(name)
        if found:
            return Path(found)
    return next((Path(app) for app in _CHROMIUM_APPS if os.access(app, os.X_OK)), None)


def find_pango() -> str | None:
    """Pango, with which PDFs are drawn (ballots, certificates); the name of its library."""
    return ctypes.util.find_library("pango-1.0")
