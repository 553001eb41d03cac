"""`linli evaluate`: values of every community below a place and of every level up to it."""

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from linli.web.command import console
from linli.web.command.console import pick

if TYPE_CHECKING:
    from linli.evaluation.definitions import Indicator
    from linli.evaluation.periods import Period
    from linli.evaluation.rollup.once import Run
    from linli.evaluation.rollup.running import Asked

STEPS = {
    "cells": ("按月汇总", "cells of the months"),
    "counts": ("计数", "counts"),
    "people": ("不同的人", "different people"),
    "values": ("各级的值", "values of all levels"),
}


@click.command(
    help=pick(
        "由事实库算出一个区划内每个社区和每一级的指标值，写成 Parquet、CSV 和说明（JSON）。"
        "只读事实库，不读数据库；中断以后再运行会接着做。",
        "Reckon from the store of facts the values of every community in a division and of every "
        "level up to it, as Parquet, CSV and a dictionary (JSON). Reads the store only, never the "
        "database; stopped, it goes on when run again.",
    )
)
@click.option(
    "--period",
    "key",
    required=True,
    help=pick("2026、2026Q3 或 2026-11。", "2026, 2026Q3 or 2026-11."),
)
@click.option(
    "--place",
    required=True,
    help=pick("区划代码，任何一级。", "The code of a division of any level."),
)
@click.option(
    "--engine",
    type=click.Choice(["duckdb", "spark"]),
    default="duckdb",
    show_default=True,
    help=pick("用什么算。", "What it is reckoned with."),
)
@click.option(
    "--definitions-of",
    type=click.IntRange(1949, 2200),
    help=pick(
        "用哪一年的指标定义；不写则用时段自己的。",
        "The definitions of which year; those of the period itself without it.",
    ),
)
@click.option(
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    help=pick(
        "写到哪个文件夹；不写则在事实库的 values/ 下。",
        "Into which folder; values/ of the store without it.",
    ),
)
@click.option(
    "--memory",
    default="2GB",
    show_default=True,
    help=pick("最多用多少内存，其余放磁盘。", "How much memory at most; the rest goes to disk."),
)
@click.option("--progress", is_flag=True, help=pick("逐步说明进度。", "Tell of each step."))
@console.json_option
def command(
    key: str,
    place: str,
    engine: str,
    definitions_of: int | None,
    output: Path | None,
    memory: str,
    progress: bool,
    as_json: bool,
) -> None:
    console.check_settings()
    from linli.evaluation.rollup.once import Run
    from linli.evaluation.store import Store
    from linli.web.settings import environment

    store = Store.of(environment.data_folder())
    asked = _asked(store, key, place, definitions_of)
    # Values by other definitions never stand in the place of those of record.
    output = output or store.values(key) / (
        f"{place}@{definitions_of}" if definitions_of else place
    )
    about = {"engine": engine, "definitions_of": str(definitions_of or key)}
    record = _of_record(asked) if definitions_of else None
    began = time.monotonic()
    whole = Run(asked, output, engine, memory, record, about)
    found = _run(whole, _teller() if progress else _quiet)
    seconds = time.monotonic() - began
    console.print_result(
        {"output": str(output), "seconds": round(seconds, 1), "engine": engine, **found},
        pick(
            f"{output}：{found['places']} 个区划、{found['values']} 个值（{found['hidden']} 个因人数太少"
            f"不公布），{seconds:.1f} 秒。",
            f"{output}: {found['values']} values of {found['places']} divisions ({found['hidden']} "
            f"hidden as few people would stand out), {seconds:.1f} s.",
        ),
        as_json=as_json,
    )


def _asked(store: Any, key: str, place: str, definitions_of: int | None) -> "Asked":
    from linli.evaluation.periods import read_period
    from linli.evaluation.rollup.running import Asked
    from linli.evaluation.store.places import NoSuchPlace, tree_below

    period = read_period(key)
    if period is None:
        console.reject(
            f"--period {key!r}：应像 2026、2026Q3 或 2026-11。",
            f"--period {key!r} must look like 2026, 2026Q3 or 2026-11.",
        )
    try:
        tree = tree_below(store, place)
    except FileNotFoundError:
        console.refuse(
            "事实库里还没有区划。请先运行 linli facts keep。",
            "The store has no tree of divisions yet. Run linli facts keep first.",
        )
    except NoSuchPlace:
        console.reject(
            f"--place {place}：没有代码为 {place} 的区划。用 linli places search 查找。",
            f"--place {place}: no division has this code. Find it with linli places search.",
        )
    if not tree.communities:
        console.refuse(
            f"{tree.top.name} 里没有社区。", f"There is no community in {tree.top.name}."
        )
    rows = _rows(period, definitions_of)
    if not rows:
        console.reject(
            f"{definitions_of or key} 没有适用于这种时段的指标定义。",
            f"No indicator of {definitions_of or key} is reckoned for such a period.",
        )
    return Asked(store, tree, period, rows)


def _rows(period: "Period", definitions_of: int | None) -> "tuple[Indicator, ...]":
    from linli.evaluation.definitions import catalogue

    day = date(definitions_of, 1, 1) if definitions_of else period.starts
    return tuple(
        row
        for row in catalogue().all_in_force(day)
        if period.kind in row.period_kinds and (row.is_counted or row.aggregator == "survey")
    )


def _of_record(asked: "Asked") -> "Asked | None":
    """The roll-up of record of what is defined otherwise in this one."""
    now = {row.id: row.key for row in asked.rows}
    rows = tuple(row for row in _rows(asked.period, None) if now.get(row.id, row.key) != row.key)
    return replace(asked, rows=rows) if rows else None


def _run(whole: "Run", say: Callable[[str, int, int], None]) -> dict[str, Any]:
    from linli.evaluation.rollup.engines import NoEngine
    from linli.evaluation.rollup.once import Unsettled, run
    from linli.evaluation.rollup.running import NoFacts, TornFiles

    try:
        return run(whole, say)
    except NoFacts as error:
        console.refuse(
            f"事实库里没有 {error} 的事实。请先运行 linli facts keep --since 年份。",
            f"The store has no facts of {error}. Run linli facts keep --since YEAR first.",
        )
    except TornFiles as error:
        console.refuse(
            f"这些文件不完整：{error}。请运行 linli facts keep 重写。",
            f"These files are not whole: {error}. Run linli facts keep to write them again.",
        )
    except NoEngine as error:
        _refuse_engine(error.why)
    except Unsettled:
        console.refuse(
            "运行时事实一直在写入，算不出同一时刻的数。请等写完再运行。",
            "Facts were being written all the while, so nothing of one moment could be reckoned. "
            "Run it again when they are.",
        )


def _refuse_engine(why: str) -> NoReturn:
    if why == "java":
        console.refuse(
            "Spark 需要 Java 17 或 21；请安装，或用 JAVA_HOME 指明。不用 Spark 时去掉 --engine spark。",
            "Spark needs Java 17 or 21: install it, or name it in JAVA_HOME. Leave --engine spark "
            "out to do without.",
        )
    console.refuse(
        "没有安装 pyspark；请运行 script/sync spark。",
        "pyspark is not installed: run script/sync spark.",
    )


def _teller() -> Callable[[str, int, int], None]:
    began = time.monotonic()

    def tell(step: str, done: int, of: int) -> None:
        zh, en = STEPS[step]
        console.say(f"[{time.monotonic() - began:6.1f} s] {pick(zh, en)} {done}/{of}")

    return tell


def _quiet(_step: str, _done: int, _of: int) -> None: ...
