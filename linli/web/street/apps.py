from django.apps import AppConfig


class StreetConfig(AppConfig):
    name = "linli.web.street"
    label = "street"
