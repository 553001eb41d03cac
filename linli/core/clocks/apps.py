from pathlib import Path

from django.apps import AppConfig


class ClocksConfig(AppConfig):
    """The country's own duties are declared first, so that a room's may take their place."""

    name = "linli.core.clocks"
    label = "clocks"

    def ready(self) -> None:
        from linli.core.clocks.duties import declare
        from linli.core.clocks.judged import register

        register()
        for table in sorted((Path(__file__).parent / "duties" / "cn").glob("*.toml")):
            declare(table, "cn")
