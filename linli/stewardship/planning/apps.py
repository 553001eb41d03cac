from pathlib import Path

from django.apps import AppConfig


class PlanningConfig(AppConfig):
    name = "linli.stewardship.planning"
    label = "planning"

    def ready(self) -> None:
        # Not above: models may only be imported once all apps are known.
        from linli.core.clocks.duties import declare
        from linli.core.links.faces import register_faces
        from linli.mechanisms.questionnaire.kinds import register_questionnaires
        from linli.stewardship.planning.queries.faces import faces_of_plans, faces_of_tasks
        from linli.stewardship.planning.questionnaires import KINDS

        declare(Path(__file__).with_name("duties.toml"))
        register_faces("planning.Task", faces_of_tasks)
        register_faces("planning.AnnualPlan", faces_of_plans)
        register_questionnaires(KINDS)
