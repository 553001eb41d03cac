from django.apps import AppConfig


class CaseworkConfig(AppConfig):
    name = "linli.service.casework"
    label = "casework"

    def ready(self) -> None:
        # Not above: models may only be imported once all apps are known.
        from linli.service.casework import rounds
        from linli.service.casework.kinds import (
            care,
            children,
            corrections,
            hardship,
            social_work,
            violence,
        )

        social_work.register()
        hardship.register()
        rounds.register()
        care.register()
        children.register()
        violence.register()
        corrections.register()
