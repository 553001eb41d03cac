from django.apps import AppConfig


class CatalogueConfig(AppConfig):
    name = "linli.service.catalogue"
    label = "catalogue"

    def ready(self) -> None:
        # Not above: models may only be imported once all apps are known.
        from linli.service.catalogue.actions import forgetting  # noqa: F401
