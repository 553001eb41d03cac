from django.apps import AppConfig


class QuestionnaireConfig(AppConfig):
    name = "linli.mechanisms.questionnaire"
    label = "questionnaire"
