from django.apps import AppConfig


class ReturnsConfig(AppConfig):
    name = "linli.evaluation.returns"
    label = "returns"
