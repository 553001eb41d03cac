from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "linli.web.portal"
    label = "portal"

    def ready(self) -> None:
        from linli.core.local_law.standing import know_readers
        from linli.web.portal.law.standing import readers

        know_readers(readers())
