from django.apps import AppConfig


class BallotConfig(AppConfig):
    name = "linli.mechanisms.ballot"
    label = "ballot"

    def ready(self) -> None:
        # Not above: models may only be imported once all apps are known.
        from linli.core.people.actions import when_forgotten
        from linli.mechanisms.ballot import filing  # noqa: F401  (what it hands to the archive)
        from linli.mechanisms.ballot.forgetting import forget_on_rolls

        when_forgotten(forget_on_rolls)
