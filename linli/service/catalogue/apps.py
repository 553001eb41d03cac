from django.apps import AppConfig


class CatalogueConfig(AppConfig):
    name = "linli.service.catalogue"
    label = "catalogue"

    def ready(self) -> None:
        # Not above: models may only be imported once all apps are known.
        from linli.mechanisms.publication.disclosed import disclose
        from linli.service.catalogue import filing  # noqa: F401  (what it hands to the archive)
        from linli.service.catalogue.actions import (  # noqa: F401
            forgetting,
            guides,
            home_service,
            network,
            providers,
        )
        from linli.service.catalogue.applications import (
            filing as applications,  # noqa: F401
            review,  # noqa: F401  (its kind of round)
        )
        from linli.service.catalogue.disclosed import SOURCES
        from linli.service.catalogue.nearby import actions as _nearby  # noqa: F401
        from linli.service.catalogue.reminders.actions import forgetting as reminders  # noqa: F401
        from linli.service.catalogue.work import actions as _work  # noqa: F401

        disclose(*SOURCES)

        # Guides and the directory: the round by telephone, and what will be hidden without it.
        from pathlib import Path

        from linli.core.clocks.duties import declare
        from linli.core.clocks.expiring import register_expiring
        from linli.service.catalogue.expiring import HIDDEN_SOON
        from linli.service.catalogue.work.expiring import HIDDEN_SOON as OPENINGS_HIDDEN_SOON

        declare(Path(__file__).with_name("duties.toml"))
        register_expiring(HIDDEN_SOON)
        register_expiring(OPENINGS_HIDDEN_SOON)
