from django.apps import AppConfig


class PublicationConfig(AppConfig):
    name = "linli.mechanisms.publication"
    label = "publication"
