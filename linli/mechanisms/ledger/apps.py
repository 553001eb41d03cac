from django.apps import AppConfig


class LedgerConfig(AppConfig):
    name = "linli.mechanisms.ledger"
    label = "ledger"
