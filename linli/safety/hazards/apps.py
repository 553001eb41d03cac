"""安全巡查: rounds by plan, hazards of places from found to re-checked, patrols, the fire covenant, and
the community police's page. By place and type, never by person."""

from django.apps import AppConfig


class HazardsConfig(AppConfig):
    name = "linli.safety.hazards"
    label = "hazards"

    def ready(self) -> None:
        # Not above: models may only be imported once all apps are known.
        from linli.safety.hazards import gatherings  # noqa: F401  (registers the monthly meeting)
        from linli.safety.hazards.showing import show_what_stands

        show_what_stands()
