from django.apps import AppConfig


class PropertyConfig(AppConfig):
    name = "linli.governance.property"
    label = "property"

    def ready(self) -> None:
        # Not above: models may only be imported once all apps are known.
        from linli.core.clocks.expiring import register_expiring
        from linli.governance.property import (
            forgetting,  # noqa: F401
            forgetting_votes,  # noqa: F401  (hears of the forgotten)
            gatherings,  # noqa: F401
            permissions,
        )
        from linli.governance.property.queries.estates import ENDING
        from linli.governance.property.sentences import vote_rules, votes  # noqa: F401
        from linli.governance.property.vote_brief import brief_of
        from linli.mechanisms.ballot.keepers import Keeper, keep_polls

        register_expiring(ENDING)
        keep_polls(
            "property",
            Keeper(
                runs="property.run_votes",
                helps="property.enter_papers",
                watches="property.see_votes_desk",
                may_serve=permissions.may_serve,
                prints=True,
                tells=True,
                briefs=brief_of,
            ),
        )
