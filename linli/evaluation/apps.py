from django.apps import AppConfig


class EvaluationConfig(AppConfig):
    name = "linli.evaluation"
    label = "evaluation"

    def ready(self) -> None:
        # Not above: models may only be imported once all apps are known.
        from linli.evaluation.disclosed import SOURCES
        from linli.mechanisms.publication.disclosed import disclose

        disclose(*SOURCES)
        # What it hands to the archive, and what it forgets of a person.
        from linli.evaluation import filing, forgetting  # noqa: F401
        from linli.evaluation.surveys.kind import SURVEYS
        from linli.mechanisms.questionnaire.kinds import register_questionnaires

        register_questionnaires(SURVEYS)
        from linli.core.links.faces import register_faces
        from linli.evaluation.scorecard import actions as _scorecard  # noqa: F401
        from linli.evaluation.scorecard.queries import faces_of_agreed

        register_faces("evaluation.AgreedAction", faces_of_agreed)
