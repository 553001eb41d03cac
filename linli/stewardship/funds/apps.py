from django.apps import AppConfig


class FundsConfig(AppConfig):
    name = "linli.stewardship.funds"
    label = "funds"

    def ready(self) -> None:
        # Not above: models may only be imported once all apps are known.
        from linli.core.links.faces import register_faces
        from linli.stewardship.funds.queries.faces import faces_of_budgets, faces_of_sources

        register_faces("funds.Budget", faces_of_budgets)
        register_faces("funds.Source", faces_of_sources)
