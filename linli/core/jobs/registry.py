"""The kinds of job, declared in each app's `jobs.py`.

    @job("matters.import", label=_("导入诉求"), told=_("新增 {new} 行"), opens="matters:batch")
    def import_matters(job: Job, progress: Progress) -> dict[str, Any]:
        rows = read_rows(job.params["batch"])          # outside any transaction
        progress.expect(len(rows))
        for start in range(progress.checkpoint.get("row", 0), len(rows), 500):
            with progress.chunk():                     # work and checkpoint commit together
                write(rows[start : start + 500])
                progress.reached(min(start + 500, len(rows)), row=start + 500)
        return {"new": …}

Or a generator: each step up to its `yield` is one transaction, and what it yields is a `Reached`;
what it returns is the result.

A job may be stopped between any two chunks and called again, later, elsewhere, with the checkpoint
of its last chunk: also after the last one, so "nothing left to do" must be a case of it.
"""

from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from linli.core.jobs.models import Job
    from linli.core.jobs.progress import Progress, Reached

Result = dict[str, Any] | None
Run = Callable[["Job", "Progress"], "Result | Generator[Reached, None, Result]"]
Given = TypeVar("Given", bound=Run)


@dataclass(frozen=True)
class Kind:
    """What runs, what it is called, what is said of its result (placeholders are its keys), and
    the page it leads to when done (given the community's code and the result's `opens` as far as
    the address asks)."""

    name: str
    run: Run
    label: Any
    told: Any = ""
    opens: str = ""


KINDS: dict[str, Kind] = {}


def job(name: str, *, label: Any, told: Any = "", opens: str = "") -> Callable[[Given], Given]:
    """Makes a function the job `name`."""

    def declare(run: Given) -> Given:
        assert name not in KINDS or KINDS[name].run is run, f"two jobs are called {name}"
        KINDS[name] = Kind(name, run, label, told, opens)
        return run

    return declare
