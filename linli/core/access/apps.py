from django.apps import AppConfig


class AccessConfig(AppConfig):
    name = "linli.core.access"
    label = "access"
