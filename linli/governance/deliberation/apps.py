from django.apps import AppConfig


class DeliberationConfig(AppConfig):
    name = "linli.governance.deliberation"
    label = "deliberation"

    def ready(self) -> None:
        # Not above: models may only be imported once all apps are known.
        from linli.core.links.faces import register_faces
        from linli.governance.deliberation import forgetting, gatherings  # noqa: F401
        from linli.governance.deliberation.disclosed import SOURCES
        from linli.governance.deliberation.queries.faces import faces_of_points, faces_of_topics
        from linli.mechanisms.publication.disclosed import disclose

        disclose(*SOURCES)
        register_faces("deliberation.Topic", faces_of_topics)
        register_faces("deliberation.Point", faces_of_points)
