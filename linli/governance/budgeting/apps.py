from django.apps import AppConfig


class BudgetingConfig(AppConfig):
    name = "linli.governance.budgeting"
    label = "budgeting"

    def ready(self) -> None:
        # Not above: models may only be imported once all apps are known.
        from linli.governance.budgeting.polling import may_serve
        from linli.mechanisms.ballot.keepers import Keeper, keep_polls

        keep_polls(
            "budgeting",
            Keeper(
                runs="budgeting.run_poll",
                helps="budgeting.help_at_poll",
                watches="budgeting.see_desk",
                may_serve=may_serve,
            ),
        )
