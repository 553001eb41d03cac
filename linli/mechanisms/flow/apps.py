from django.apps import AppConfig


class FlowConfig(AppConfig):
    name = "linli.mechanisms.flow"
    label = "flow"

    def ready(self) -> None:
        from linli.mechanisms.flow import checks  # noqa: F401  (registers the checks)
