from django.apps import AppConfig


class AssembliesConfig(AppConfig):
    name = "linli.governance.assemblies"
    label = "assemblies"

    def ready(self) -> None:
        # Not above: models may only be imported once all apps are known.
        from linli.core.access.organs import tell_organs
        from linli.core.links.faces import register_faces
        from linli.governance.assemblies import filing, forgetting, gatherings  # noqa: F401
        from linli.governance.assemblies.disclosed import SOURCES
        from linli.governance.assemblies.queries.representatives import organs_told
        from linli.governance.assemblies.queries.resolutions import faces_of_resolutions
        from linli.mechanisms.publication.disclosed import disclose

        disclose(*SOURCES)
        tell_organs(organs_told)
        register_faces("assemblies.Resolution", faces_of_resolutions)
