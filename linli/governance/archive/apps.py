from pathlib import Path

from django.apps import AppConfig


class ArchiveConfig(AppConfig):
    name = "linli.governance.archive"
    label = "archive"

    def ready(self) -> None:
        from linli.core.clocks.duties import declare

        declare(Path(__file__).with_name("duties.toml"))
