from django.apps import AppConfig


class RoundsConfig(AppConfig):
    name = "linli.mechanisms.rounds"
    label = "rounds"

    def ready(self) -> None:
        # Not above: models may only be imported once all apps are known.
        from linli.mechanisms.rounds import forgetting  # noqa: F401  (hears of the forgotten)
