from pathlib import Path

from django.apps import AppConfig


class PlanningConfig(AppConfig):
    name = "linli.stewardship.planning"
    label = "planning"

    def ready(self) -> None:
        # Not above: models may only be imported once all apps are known.
        from linli.core.clocks.duties import declare
        from linli.core.links.faces import register_faces
        from linli.stewardship.planning.queries.faces import faces_of_plans, faces_of_tasks

        declare(Path(__file__).with_name("duties.toml"))
        register_faces("planning.Task", faces_of_tasks)
        register_faces("planning.AnnualPlan", faces_of_plans)
