"""When a job may be stopped or taken up again, and how long things are waited for and kept."""

from datetime import timedelta

from linli.lib.law import Finding

STALE_AFTER = timedelta(minutes=5)
"""A worker that has not shown itself for so long is held to be gone, and its job is taken over.
Should it come back, its claim is void and what it had not committed is undone."""

ASK_AGAIN_AFTER = timedelta(minutes=5)
"""A job that nobody took up in this time is put into the queue again."""

MOST_TRIES = 5
"""How often a job is taken up before it is held to be what brings the worker down."""

KEEP_JOBS = timedelta(days=180)
KEEP_TICKS = timedelta(days=2)
KEEP_FAILED_TICKS = timedelta(days=60)
KEEP_TASKS = timedelta(days=2)

STEPS = {
    "cancel": (("waiting", "running", "paused"), "cancelled"),
    "pause": (("waiting", "running"), "paused"),
    "resume": (("paused",), "waiting"),
    "retry": (("failed", "cancelled"), "waiting"),
}
"""What a person may do with a job: from which states, to which."""


def may_step(step: str, state: str) -> Finding:
    """The step can be taken from this state."""
    return Finding(state in STEPS[step][0], f"jobs.may_{step}")
