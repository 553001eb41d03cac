from django.apps import AppConfig


class CatalogueConfig(AppConfig):
    name = "linli.service.catalogue"
    label = "catalogue"

    def ready(self) -> None:
        # Not above: models may only be imported once all apps are known.
        from linli.mechanisms.publication.disclosed import disclose
        from linli.service.catalogue import filing  # noqa: F401  (what it hands to the archive)
        from linli.service.catalogue.actions import forgetting  # noqa: F401
        from linli.service.catalogue.disclosed import SOURCES

        disclose(*SOURCES)
