from django.apps import AppConfig


class LinksConfig(AppConfig):
    name = "linli.core.links"
    label = "links"
