from pathlib import Path

from django.apps import AppConfig


class PublicationConfig(AppConfig):
    name = "linli.mechanisms.publication"
    label = "publication"

    def ready(self) -> None:
        # Not above: models may only be imported once all apps are known.
        from linli.core.clocks.duties import declare
        from linli.mechanisms.publication import filing  # noqa: F401  (hands to the archive)

        declare(Path(__file__).with_name("duties.toml"))
