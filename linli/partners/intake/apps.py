from django.apps import AppConfig


class IntakeConfig(AppConfig):
    name = "linli.partners.intake"
    label = "intake"

    def ready(self) -> None:
        # Not above: models may only be imported once all apps are known.
        from linli.mechanisms.publication.disclosed import disclose
        from linli.partners.intake.disclosed import SOURCES

        disclose(*SOURCES)
        from linli.partners.intake import filing  # noqa: F401  (what it hands to the archive)
