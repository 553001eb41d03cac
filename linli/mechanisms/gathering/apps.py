from django.apps import AppConfig


class GatheringConfig(AppConfig):
    name = "linli.mechanisms.gathering"
    label = "gathering"

    def ready(self) -> None:
        # Not above: models may only be imported once all apps are known.
        from linli.mechanisms.gathering import forgetting  # noqa: F401  (hears of the forgotten)
