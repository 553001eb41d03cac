from django.apps import AppConfig


class FacilitiesConfig(AppConfig):
    name = "linli.culture.facilities"
    label = "facilities"

    def ready(self) -> None:
        # Not above: models may only be imported once all apps are known.
        from linli.culture.facilities import forgetting  # noqa: F401  (blanks contacts)

        # Seasons, inspections, loans and offers.
        from linli.culture.facilities.actions import forgetting as kept  # noqa: F401
        from linli.culture.facilities.showing import show_what_is_kept

        show_what_is_kept()
