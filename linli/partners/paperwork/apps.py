from django.apps import AppConfig


class PaperworkConfig(AppConfig):
    name = "linli.partners.paperwork"
    label = "paperwork"

    def ready(self) -> None:
        # Not above: models may only be imported once all apps are known.
        from linli.partners.paperwork import at_doors, filing, forgetting  # noqa: F401
