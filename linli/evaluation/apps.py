from django.apps import AppConfig


class EvaluationConfig(AppConfig):
    name = "linli.evaluation"
    label = "evaluation"

    def ready(self) -> None:
        # Not above: models may only be imported once all apps are known.
        from linli.evaluation.disclosed import SOURCES
        from linli.mechanisms.publication.disclosed import disclose

        disclose(*SOURCES)
        from linli.evaluation import filing  # noqa: F401  (what it hands to the archive)
