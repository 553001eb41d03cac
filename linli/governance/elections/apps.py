from django.apps import AppConfig


class ElectionsConfig(AppConfig):
    name = "linli.governance.elections"
    label = "elections"

    def ready(self) -> None:
        # Not above: models may only be imported once all apps are known.
        from linli.governance.elections.queries.polling import serves_at
        from linli.governance.elections.queries.recalls import serves_at_recall
        from linli.mechanisms.ballot.keepers import Keeper, keep_polls

        keep_polls(
            "elections",
            Keeper(
                runs="elections.run",
                helps="elections.help",
                watches="elections.see_desk",
                may_serve=serves_at,
            ),
        )
        keep_polls(
            "elections:desk_recall",
            Keeper(
                runs="elections.judge_recall",
                helps="elections.help_recall_vote",
                watches="elections.see_desk",
                may_serve=serves_at_recall,
            ),
        )
