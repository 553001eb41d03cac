"""工作台: what a worker has before them today."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "linli.web.desk"
    label = "desk"

    def ready(self) -> None:
        # Not above: models may only be imported once all apps are known.
        from linli.web.desk import expiring, works

        expiring.declare()
        works.declare()
