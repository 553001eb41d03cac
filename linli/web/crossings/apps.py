from importlib import import_module
from pkgutil import iter_modules

from django.apps import AppConfig


class CrossingsConfig(AppConfig):
    """Reads every crossing, so that each hangs on the act it follows."""

    name = "linli.web.crossings"
    label = "crossings"

    def ready(self) -> None:
        package = import_module(self.name)
        for found in iter_modules(package.__path__):
            if not found.ispkg and found.name != "apps":
                import_module(f"{self.name}.{found.name}")
