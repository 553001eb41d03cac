"""A process of its own for `test_worker`: a job that writes one row for each line it is sent.

python -m linli.core.jobs.tests.counting_worker
"""

import sys

import django

ROWS = 6


def main() -> None:
    django.setup()
    from linli.core.jobs.registry import job
    from linli.core.jobs.tests.conftest import write_row
    from linli.core.jobs.worker import run_worker

    @job("test.lines", label="lines")
    def count(job, progress):
        progress.expect(ROWS)
        for number in range(progress.checkpoint.get("row", 0), ROWS):
            say(f"at {number}")
            if sys.stdin.readline() != "go\n":
                raise SystemExit
            with progress.chunk():
                write_row(job.community_id, number)
                progress.reached(number + 1, row=number + 1)
        say("done")
        return {"rows": ROWS}

    say("ready")
    run_worker()
    say("ended")


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
