from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class PagesConfig(AppConfig):
    name = "linli.core.pages"
    label = "pages"

    def ready(self) -> None:
        from linli.core.pages.faults import speak_plainly

        speak_plainly()
        # Every app says its findings in its own words; they are read once, here.
        autodiscover_modules("sentences")
