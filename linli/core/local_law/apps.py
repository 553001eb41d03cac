from django.apps import AppConfig


class LocalLawConfig(AppConfig):
    name = "linli.core.local_law"
    label = "local_law"

    def ready(self) -> None:
        from linli.core.local_law.held import citation_of, held
        from linli.lib.law.citations import add_local
        from linli.lib.law.packs import add_places

        add_places(lambda: held().packs)
        add_local(citation_of)
