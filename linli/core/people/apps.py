from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class PeopleConfig(AppConfig):
    name = "linli.core.people"
    label = "people"

    def ready(self) -> None:
        # Every app that keeps fields about persons declares their grounds; read once, here.
        autodiscover_modules("grounds")
