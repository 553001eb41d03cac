from pathlib import Path

from django.apps import AppConfig


class CaseworkConfig(AppConfig):
    name = "linli.service.casework"
    label = "casework"

    def ready(self) -> None:
        # Not above: models may only be imported once all apps are known.
        from linli.core.clocks.duties import declare
        from linli.service.casework import rounds
        from linli.service.casework.kinds import (
            care,
            children,
            corrections,
            day_care,
            employment,
            hardship,
            resettlement,
            rights,
            social_work,
            veterans,
            violence,
        )

        social_work.register()
        hardship.register()
        rounds.register()
        care.register()
        day_care.register()
        children.register()
        violence.register()
        corrections.register()
        rights.register()
        resettlement.register()
        veterans.register()
        employment.register()
        declare(Path(__file__).with_name("duties.toml"))
