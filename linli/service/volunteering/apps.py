from django.apps import AppConfig


class VolunteeringConfig(AppConfig):
    name = "linli.service.volunteering"
    label = "volunteering"

    def ready(self) -> None:
        # Not above: models may only be imported once all apps are known.
        from linli.service.volunteering import (
            forgetting,  # noqa: F401  (hears of the forgotten)
            kinds,
        )

        kinds.register()
        # Wishes, things lent among neighbours, time exchange.
