from django.apps import AppConfig


class IntakeConfig(AppConfig):
    name = "linli.partners.intake"
    label = "intake"

    def ready(self) -> None:
        # Not above: models may only be imported once all apps are known.
        from linli.core.links.faces import register_faces
        from linli.mechanisms.publication.disclosed import disclose
        from linli.partners.intake.disclosed import SOURCES
        from linli.partners.intake.queries.faces import faces_of_requests

        disclose(*SOURCES)
        register_faces("intake.Request", faces_of_requests)
        from linli.partners.intake import filing  # noqa: F401  (what it hands to the archive)
