"""One roll-up from the store to its files, alone at it."""

import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from linli.evaluation.rollup.engines import NoEngine, open_engine
from linli.evaluation.rollup.hiding import hide
from linli.evaluation.rollup.publishing import publish
from linli.evaluation.rollup.running import Asked, NoFacts, Say, TornFiles, roll_up
from linli.evaluation.store.folders import SPILL, held

ATTEMPTS = 3


class Unsettled(RuntimeError):
    """Facts were written all the while, so that nothing of one moment could be read."""


@dataclass(frozen=True)
class Run:
    """A roll-up and where it goes. `record`: where it is by other definitions, the roll-up of
    record of what is defined otherwise there; it is reckoned along, and not written."""

    asked: Asked
    output: Path
    engine: str = "duckdb"
    memory: str = "2GB"
    record: Asked | None = None
    about: Mapping[str, Any] = field(default_factory=dict)


def run(whole: Run, say: Say = lambda step, done, of: None) -> dict[str, Any]:
    """Reckons, decides what is told, and writes it. One run at a time in a store; another waits.
    Whoever writes facts is not kept waiting: where any were written meanwhile, it begins again,
    and only what they changed is counted anew. Raises NoFacts, TornFiles, NoEngine, Unsettled."""
    store = whole.asked.store
    with held(store, "run"):
        store.drop_spill()  # of runs that were stopped
        for _attempt in range(ATTEMPTS):
            record = replace(whole.record) if whole.record else None
            found = _try(replace(whole, asked=replace(whole.asked), record=record), say)
            if found is not None:
                return found
    raise Unsettled


def _try(whole: Run, say: Say) -> dict[str, Any] | None:
    """What came of it; nothing where the store changed on the way."""
    asked = whole.asked
    works = [each.work for each in (asked, whole.record) if each is not None]
    scratch = Path(tempfile.mkdtemp(prefix=SPILL, dir=asked.store.root))
    found = None
    try:
        found = _reckon(whole, scratch, say)
    except (NoFacts, TornFiles, NoEngine):
        raise
    except Exception:
        if not asked.is_stale:
            raise
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    for work in works:
        shutil.rmtree(work, ignore_errors=True)
    return found


def _reckon(whole: Run, scratch: Path, say: Say) -> dict[str, Any] | None:
    asked, record = whole.asked, whole.record
    with open_engine(whole.engine, scratch, whole.memory) as engine:
        beside = roll_up(record, engine, say) if record else []
        values = roll_up(asked, engine, say)
    # What is told is decided in one place, whatever reckoned the values.
    with open_engine("duckdb", scratch, whole.memory) as engine:
        former = hide(engine, beside, record) if record else None
        marked = hide(engine, values, asked, record=former)
        if asked.is_stale:
            return None
        return publish(
            engine, marked, whole.output, tree=asked.tree, period=asked.period, rows=asked.rows,
            about=dict(whole.about),
        )  # fmt: skip
