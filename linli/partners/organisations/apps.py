from pathlib import Path

from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    name = "linli.partners.organisations"
    label = "organisations"

    def ready(self) -> None:
        # Not above: models may only be imported once all apps are known.
        from linli.core.clocks.duties import declare
        from linli.core.links.faces import register_faces
        from linli.partners.organisations import (
            forgetting,  # noqa: F401  (hears of the forgotten)
            gatherings_units,  # noqa: F401  (joint meetings)
            ladder_own,  # noqa: F401  (ways to take part)
        )
        from linli.partners.organisations.actions import forgetting as filed  # noqa: F401
        from linli.partners.organisations.queries.proposals import faces_of_proposals

        register_faces("organisations.Proposal", faces_of_proposals)
        declare(Path(__file__).with_name("duties_social.toml"))
