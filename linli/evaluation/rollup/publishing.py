"""The files a roll-up leaves behind: values as Parquet and CSV, and what they mean as JSON."""

import json
import os
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from uuid import uuid4

from linli.evaluation.definitions import SCALES, Indicator
from linli.evaluation.engine import rollup
from linli.evaluation.engine.values import is_of_communities
from linli.evaluation.periods import Period
from linli.evaluation.rollup.engines import Engine
from linli.evaluation.store.places import LEVELS, Tree

COLUMNS = {
    "place": ("区划代码", "code of the division"),
    "name": ("名称", "its name"),
    "level": ("级别", "its level: community, town, county, city, province, country"),
    "indicator": ("指标", "the indicator"),
    "version": ("指标定义的版本", "version of its definition"),
    "period": ("时段", "the period: 2026, 2026Q3 or 2026-11"),
    "numerator": ("分子", "numerator"),
    "denominator": ("分母；单纯计数为 1", "denominator; 1 for a plain count"),
    "n": ("依据的记录数或人数", "the rows or people the value stands on"),
    "value": ("分子 ÷ 分母 × 单位的倍数", "numerator over denominator, times the unit's scale"),
    "se": ("抽样标准误（按分数计，仅调查指标）", "standard error of the share (surveys only)"),
    "status": (
        "空：有数；too_few：太少；no_records：没有记录；no_register：没有底数；small：人数太少，不公布",
        (
            "empty: a value; too_few: too little to be worth reading; no_records;"
            " no_register: nothing to measure against; small: hidden, few people"
        ),
    ),
    "communities": ("区划内的社区数", "communities in the division"),
    "counted": ("其中有这项数的社区数", "of these, communities that have the value"),
}
UPWARD = {
    "sum": (
        "各社区分子之和 ÷ 分母之和；不同的人在各社区分别计，再相加",
        (
            "sum of the communities' numerators over sum of their denominators; different people"
            " are those of each community, added"
        ),
    ),
    "share": (
        "做到的社区 ÷ 有这项数的社区",
        "communities that do, over communities that tell",
    ),
    "total": ("各社区之和", "the sum of the communities"),
    "mean": (
        "各社区的平均（有几类不能相加）",
        "the mean of the communities, since kinds do not add up",
    ),
    "population": (
        "按人口加权的估计",
        "the estimates weighted by population, and their standard error",
    ),
    "none": (
        "只到社区：不能由各社区的数相加得出",
        "communities only: it is no sum of the communities' values",
    ),
}


def publish(
    engine: Engine,
    marked: Path,
    output: Path,
    *,
    tree: Tree,
    period: Period,
    rows: Sequence[Indicator],
    about: dict[str, Any],
) -> dict[str, Any]:
    """Writes `values.parquet`, `values.csv` and `dictionary.json` into `output`, and says how many
    values there are, how many of them are hidden, and of how many places."""
    import ibis

    names = ibis.memtable(_names(rows))
    told = _told(engine.read([marked]), names, _below(tree), period.key)
    output.mkdir(parents=True, exist_ok=True)
    # Unfinished ones are beside it, so that a reader finds the former set or this one.
    fresh = output / f".{uuid4().hex}"
    fresh.mkdir()
    try:
        ordered = told.order_by(["indicator", "version", "level", "place"])
        engine.backend.to_parquet(ordered, fresh / "values.parquet", compression="zstd")
        written = engine.read([fresh / "values.parquet"])
        engine.backend.to_csv(written.order_by(["indicator", "version", "level", "place"]),
                              fresh / "values.csv")  # fmt: skip
        found = engine.run(
            written.agg(
                values=written.count(),
                hidden=written.count(where=written.status == "small"),
                places=written.place.nunique(),
            )
        ).to_pylist()[0]
        dictionary = _dictionary(tree, period, rows, about | found)
        (fresh / "dictionary.json").write_text(
            json.dumps(dictionary, ensure_ascii=False, indent=2) + "\n", encoding="utf-8"
        )
        for path in fresh.iterdir():
            os.replace(path, output / path.name)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return dict(found)


def _told(marked: Any, names: Any, below: Any, period: str) -> Any:
    import ibis

    row = marked.join(names, "measure").join(below, "place")
    is_hidden = row.hidden == 1
    nothing = ibis.null("int64")

    def shown(column: Any, instead: Any = nothing) -> Any:
        return ibis.cases((is_hidden, instead), else_=column)

    top, base = row.numerator.cast("float64"), row.denominator.cast("float64").nullif(0.0)
    return row.select(
        "place",
        "name",
        "level",
        "indicator",
        "version",
        period=ibis.literal(period),
        numerator=shown(row.numerator),
        denominator=shown(row.denominator),
        n=shown(row.n),
        value=shown(top * row.scale.cast("float64") / base, ibis.null("float64")),
        se=shown(row.se, ibis.null("float64")),
        status=shown(row.status, ibis.literal("small")),
        communities=row.communities,
        counted=row.counted,
    )


def _names(rows: Sequence[Indicator]) -> Any:
    from linli.evaluation.engine.cells import columns

    told = [(row.key, row.id, row.version, SCALES.get(row.unit, 1)) for row in rows]
    return columns(told, ("measure", "indicator", "version", "scale"))


def _below(tree: Tree) -> Any:
    import ibis

    closure = ibis.memtable(tree.closure)
    return closure.group_by("place").agg(communities=closure.community.nunique())


def _dictionary(
    tree: Tree, period: Period, rows: Sequence[Indicator], about: dict[str, Any]
) -> dict[str, Any]:
    return {
        "place": {"code": tree.top.code, "name": tree.top.name, "level": tree.top.kind},
        "period": {
            "key": period.key,
            "starts": period.starts.isoformat(),
            "ends": period.ends.isoformat(),
        },
        **about,
        "levels": list(LEVELS),
        "columns": {name: {"zh": zh, "en": en} for name, (zh, en) in COLUMNS.items()},
        "indicators": [_described(row) for row in rows],
    }


def _described(row: Indicator) -> dict[str, Any]:
    zh, en = UPWARD[upward(row)]
    texts = {
        name: {"zh": words.zh, "en": words.en}
        for name in ("title", "says", "numerator", "denominator", "source")
        if (words := getattr(row, name))
    }
    return {
        "indicator": row.id,
        "version": row.version,
        "group": row.group,
        **texts,
        "unit": row.unit,
        "scale": SCALES.get(row.unit, 1),
        "direction": row.direction,
        "basis": row.basis,
        "counted_by": row.aggregator,
        "capped": row.capped,
        "minimum": row.minimum,
        "upward": {"way": upward(row), "zh": zh, "en": en},
    }


def upward(row: Indicator) -> str:
    """How its value above a community is made."""
    if not rollup.is_rolled_up(row):
        return "none"
    if row.aggregator == "survey":
        return "population"
    if row.aggregator in rollup.MEANS:
        return "mean"
    if is_of_communities(row):
        return "share"
    return "sum" if row.is_quotient or row.within or row.aggregator == "kinds_each" else "total"
