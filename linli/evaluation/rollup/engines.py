"""The two engines a roll-up runs on: DuckDB in this process, or Spark where a cluster exists.

Both get the same expressions. DuckDB keeps to the memory it is given and goes to disk beyond it.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

if TYPE_CHECKING:
    import pyarrow as pa

MEMORY = "2GB"
JAVA_VERSIONS = (17, 21)
"""What this Spark runs on; on a later Java it does not start."""


class NoEngine(RuntimeError):
    """The engine is not on this machine; `why` is `java` or `pyspark`."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True)
class Engine:
    """An Ibis backend, and how files are read and written with it."""

    name: str
    backend: Any
    at_once: bool
    """Whether it takes all communities at once, or block by block to keep within its memory."""

    def read(self, paths: Sequence[Path]) -> Any:
        """Parquet files (or folders of them) as one table. Folder names tell nothing: every
        column stands in the files."""
        if self.name == "duckdb":
            files = [str(file) for path in paths for file in files_of(path)]
            return self.backend.read_parquet(files, hive_partitioning=False)
        # Ibis reads one path at a time there.
        frame = self.backend._session.read.parquet(*map(str, paths))
        name = f"read_{uuid4().hex}"
        frame.createOrReplaceTempView(name)
        return self.backend.table(name)

    def run(self, expression: Any) -> "pa.Table":
        """The rows of an expression."""
        table: pa.Table = self.backend.to_pyarrow(expression)
        return table

    def keep(self, expression: Any, folder: Path) -> None:
        """Writes an expression's rows as a folder of Parquet, there in one step."""
        fresh = folder.parent / f".{folder.name}.{uuid4().hex}"
        folder.parent.mkdir(parents=True, exist_ok=True)
        try:
            if self.name == "duckdb":
                fresh.mkdir()
                self.backend.to_parquet(
                    expression, fresh / "rows.parquet", compression="zstd", row_group_size=200_000
                )
            else:
                self.backend.to_parquet(expression, str(fresh))
            shutil.rmtree(folder, ignore_errors=True)
            fresh.replace(folder)
        finally:
            shutil.rmtree(fresh, ignore_errors=True)


def files_of(path: Path) -> list[Path]:
    """The Parquet files a path stands for."""
    return sorted(path.glob("[!._]*.parquet")) if path.is_dir() else [path]


@contextmanager
def open_engine(name: str, scratch: Path, memory: str = MEMORY) -> Iterator[Engine]:
    """The engine of that name; what it cannot hold it puts into `scratch`. Raises NoEngine."""
    opened = _open_duckdb if name == "duckdb" else _open_spark
    with opened(scratch, memory) as engine:
        yield engine


@contextmanager
def _open_duckdb(scratch: Path, memory: str) -> Iterator[Engine]:
    import ibis

    backend = ibis.duckdb.connect(
        memory_limit=memory,
        threads=os.cpu_count() or 1,
        temp_directory=str(scratch),
        preserve_insertion_order=False,
    )
    try:
        yield Engine("duckdb", backend, at_once=False)
    finally:
        backend.disconnect()


@contextmanager
def _open_spark(scratch: Path, memory: str) -> Iterator[Engine]:
    java = find_java()
    if java is None:
        raise NoEngine("java")
    try:
        from pyspark.sql import SparkSession
    except ImportError as error:
        raise NoEngine("pyspark") from error
    import ibis

    os.environ["JAVA_HOME"] = str(java)
    number, unit = memory[:-2], memory[-2:].lower()[0]
    session = (
        SparkSession.builder.master(os.environ.get("LINLI_SPARK", "local[*]"))
        .appName("linli")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.memory", f"{number}{unit}")
        .config("spark.local.dir", str(scratch))
        .config("spark.ui.enabled", "false")
        .config("spark.log.level", "ERROR")
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.sql.shuffle.partitions", str(2 * (os.cpu_count() or 1)))
        .config("spark.sql.execution.arrow.pyspark.enabled", "true")
        .getOrCreate()
    )
    try:
        yield Engine("spark", ibis.pyspark.connect(session), at_once=True)
    finally:
        session.stop()


def find_java() -> Path | None:
    """The home of a Java that Spark runs on: JAVA_HOME, the one on PATH, or one of the system's."""
    named = os.environ.get("JAVA_HOME")
    homes = [Path(named)] if named else []
    if on_path := shutil.which("java"):
        homes.append(Path(on_path).resolve().parent.parent)
    homes += sorted(Path("/usr/lib/jvm").glob("*"))
    return next((home for home in homes if _java_version(home) in JAVA_VERSIONS), None)


def _java_version(home: Path) -> int | None:
    program = home / "bin" / "java"
    if not program.exists():
        return None
    try:
        told = subprocess.run(
            [str(program), "-version"], capture_output=True, text=True, check=True, timeout=30
        ).stderr
        return int(told.split('"')[1].partition(".")[0])
    except (OSError, subprocess.SubprocessError, IndexError, ValueError):
        return None
