from django.apps import AppConfig


class BallotConfig(AppConfig):
    name = "linli.mechanisms.ballot"
    label = "ballot"

    def ready(self) -> None:
        from linli.core.people.actions import when_forgotten
        from linli.mechanisms.ballot.forgetting import forget_on_rolls

        when_forgotten(forget_on_rolls)
