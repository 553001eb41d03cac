from django.apps import AppConfig


class ClocksConfig(AppConfig):
    name = "linli.core.clocks"
    label = "clocks"
