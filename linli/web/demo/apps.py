from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "linli.web.demo"
    label = "demo"
