from django.apps import AppConfig


class RosterConfig(AppConfig):
    name = "linli.web.desk.roster"
    label = "roster"
