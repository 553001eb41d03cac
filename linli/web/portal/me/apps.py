from django.apps import AppConfig


class MeConfig(AppConfig):
    name = "linli.web.portal.me"
    label = "me"
