from django.apps import AppConfig


class ChainsConfig(AppConfig):
    name = "linli.service.chains"
    label = "chains"
