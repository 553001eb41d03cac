from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class AuditConfig(AppConfig):
    name = "linli.core.audit"
    label = "audit"

    def ready(self) -> None:
        # The door looks permissions up by name, and every act has its sentence: both are
        # declared by the apps themselves and read once, here.
        autodiscover_modules("permissions", "actions", "sentences")
