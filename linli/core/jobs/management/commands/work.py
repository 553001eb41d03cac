"""`python -m django work`: the background process."""

from typing import Any

from django.core.management.base import BaseCommand

from linli.core.jobs.worker import run_worker


class Command(BaseCommand):
    help = "Carries messages, jobs and what falls due, until it is told to stop."

    def handle(self, *args: Any, **options: Any) -> None:
        run_worker()
