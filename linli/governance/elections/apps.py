from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ElectionsConfig(AppConfig):
    name = "linli.governance.elections"
    label = "elections"

    def ready(self) -> None:
        # Not above: models may only be imported once all apps are known.
        from linli.core.access.conditions import Condition, ask_before
        from linli.core.access.seats import tell_seats
        from linli.core.local_law.effects import show_open
        from linli.governance.elections import filing  # noqa: F401  (what it hands to the archive)
        from linli.governance.elections.disclosed import SOURCES
        from linli.governance.elections.judged import under_way
        from linli.governance.elections.queries.polling import serves_at
        from linli.governance.elections.queries.recalls import serves_at_recall
        from linli.governance.elections.queries.sitting import may_supervise_here, seats_told
        from linli.mechanisms.ballot.keepers import Keeper, keep_polls
        from linli.mechanisms.publication.disclosed import disclose

        disclose(*SOURCES)
        show_open(under_way)
        tell_seats(seats_told)
        ask_before(
            "supervisor",
            Condition(
                _("监督委员会成员：已核对，不是居委会成员，也不是居委会成员的近亲属"),
                may_supervise_here,
            ),
        )
        keep_polls(
            "elections",
            Keeper(
                runs="elections.run",
                helps="elections.help",
                watches="elections.see_desk",
                may_serve=serves_at,
                statutory=True,
                prints=True,
            ),
        )
        keep_polls(
            "elections:desk_recall",
            Keeper(
                runs="elections.judge_recall",
                helps="elections.help_recall_vote",
                watches="elections.see_desk",
                may_serve=serves_at_recall,
                statutory=True,
            ),
        )
