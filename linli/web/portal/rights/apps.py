from django.apps import AppConfig


class RightsConfig(AppConfig):
    name = "linli.web.portal.rights"
    label = "rights"
