from pathlib import Path

from django.apps import AppConfig


class PartyConfig(AppConfig):
    name = "linli.partners.party"
    label = "party"

    def ready(self) -> None:
        # Not above: models may only be imported once all apps are known.
        from linli.core.clocks.duties import declare
        from linli.partners.party import (  # noqa: F401  (hear of the forgotten, name the council)
            forgetting,
            gatherings,
        )

        declare(Path(__file__).with_name("duties.toml"))
