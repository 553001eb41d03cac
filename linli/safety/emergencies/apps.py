from pathlib import Path

from django.apps import AppConfig


class EmergenciesConfig(AppConfig):
    name = "linli.safety.emergencies"
    label = "emergencies"

    def ready(self) -> None:
        # Not above: models may only be imported once all apps are known.
        from django.utils.translation import gettext_lazy as _

        from linli.core.clocks.duties import declare
        from linli.core.clocks.expiring import Source, register_expiring
        from linli.safety.emergencies.actions import forgetting  # noqa: F401
        from linli.safety.emergencies.queries.prepared import lessons_due, supplies_ending

        declare(Path(__file__).parent / "duties.toml")
        register_expiring(Source("emergency_supplies", _("应急物资到期"), supplies_ending))
        register_expiring(Source("emergency_lessons", _("教训要改好"), lessons_due))
