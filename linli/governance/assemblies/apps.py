from django.apps import AppConfig


class AssembliesConfig(AppConfig):
    name = "linli.governance.assemblies"
    label = "assemblies"

    def ready(self) -> None:
        # Not above: models may only be imported once all apps are known.
        from linli.governance.assemblies import forgetting, gatherings  # noqa: F401
