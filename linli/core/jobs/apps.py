from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class JobsConfig(AppConfig):
    name = "linli.core.jobs"
    label = "jobs"

    def ready(self) -> None:
        # Whoever runs a job must know it: every app's long work stands in its `jobs.py`.
        autodiscover_modules("jobs")
