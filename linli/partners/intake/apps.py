from django.apps import AppConfig


class IntakeConfig(AppConfig):
    name = "linli.partners.intake"
    label = "intake"
