from pathlib import Path

from django.apps import AppConfig


class MediationConfig(AppConfig):
    name = "linli.safety.mediation"
    label = "mediation"

    def ready(self) -> None:
        # Not above: models may only be imported once all apps are known.
        from django.utils.translation import gettext_lazy as _

        from linli.core.access.organs import tell_organs
        from linli.core.clocks.cycles import register_cycle
        from linli.core.clocks.duties import declare
        from linli.core.clocks.expiring import Source, register_expiring
        from linli.core.clocks.terms import Terms, Way, declare_terms
        from linli.mechanisms.publication.disclosed import disclose
        from linli.safety.mediation.actions import forgetting  # noqa: F401
        from linli.safety.mediation.disclosed import SOURCES
        from linli.safety.mediation.queries.course import points_ending
        from linli.safety.mediation.queries.work import organs_told, term_end

        disclose(*SOURCES)
        tell_organs(organs_told)
        declare(Path(__file__).parent / "duties.toml")
        register_cycle("mediation_term", term_end)
        register_expiring(Source("mediation_points", _("调解协议的履行日期"), points_ending))
        prolong = {"extend": Way("mediation:step", {"step": "extend"})}
        declare_terms(
            "mediation.Mediation",
            {
                "mediation_taken_up": Terms(),
                "mediation_usual": Terms(ways=prolong, cites=("people_mediation.23",)),
                "mediation_confirm": Terms(cites=("people_mediation.33",)),
                "mediation_visit": Terms(cites=("people_mediation.31",)),
            },
        )
