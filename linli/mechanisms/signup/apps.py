from django.apps import AppConfig


class SignUpConfig(AppConfig):
    name = "linli.mechanisms.signup"
    label = "signup"

    def ready(self) -> None:
        # Not above: models may only be imported once all apps are known.
        from linli.mechanisms.signup import forgetting  # noqa: F401  (hears of the forgotten)
