from pathlib import Path

from django.apps import AppConfig


class OversightConfig(AppConfig):
    name = "linli.governance.oversight"
    label = "oversight"

    def ready(self) -> None:
        # Not above: models may only be imported once all apps are known.
        from linli.core.access.organs import tell_organs
        from linli.core.clocks.duties import declare
        from linli.governance.oversight.disclosed import SOURCES
        from linli.governance.oversight.queries.committee import organs_told
        from linli.mechanisms.publication.disclosed import disclose

        declare(Path(__file__).with_name("duties.toml"))
        disclose(*SOURCES)
        tell_organs(organs_told)
