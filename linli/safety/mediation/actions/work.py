"""The committee itself: its terms, its list, and rounds of looking for quarrels."""

from collections.abc import Mapping
from datetime import date

from linli.core.access.models import Account
from linli.core.access.queries import accounts_holding
from linli.core.audit.door import Act, action
from linli.core.places.laid_down import number_laid_down
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.lib.law import require, require_all
from linli.safety.mediation.kinds import KINDS
from linli.safety.mediation.models import Screening, Term
from linli.safety.mediation.rules import agreeing, committee as rules


@action("mediation.enter_term", needs="mediation.keep_committee")
def enter_term(
    act: Act, community: Place, *, chair: Account, members: int, women: int, chosen_on: date
) -> Term:
    """Whom the residents' assembly chose: how many, how many of them women, and who takes the
    chair. The term ends by itself after the years the law gives."""
    require(agreeing.not_ahead(chosen_on, local_day(act.at)))

    def number(rule: str) -> int:
        return number_laid_down(f"mediation.{rule}", community, chosen_on)

    mediators = accounts_holding(community.pk, "mediator", on=local_day(act.at))
    require_all(
        rules.composed(
            members,
            women,
            least=number("members_least"),
            most=number("members_most"),
            women_least=number("women_least"),
            chair_mediates=mediators.filter(pk=chair.pk).exists(),
        )
    )
    ends = rules.term_ends(chosen_on, number("term"))
    Term.objects.filter(community=community, chosen_on__lt=chosen_on, until__gt=chosen_on).update(
        until=chosen_on
    )
    term, _new = Term.objects.update_or_create(
        community_id=community.pk,
        chosen_on=chosen_on,
        defaults={"chair": chair, "members": members, "women": women, "until": ends},
    )
    act.note(members=members, women=women)
    return term


@action("mediation.say_listed", needs="mediation.keep_committee")
def say_listed(act: Act, term: Term, *, on: date) -> Term:
    """The list of the committee went to the county justice bureau."""
    require(agreeing.not_ahead(on, local_day(act.at)))
    term.listed_on = on
    term.save(update_fields=["listed_on"])
    return term


@action("mediation.screen", needs="mediation.screen")
def screen(
    act: Act,
    community: Place,
    *,
    on: date,
    found: Mapping[str, int],
    place: Place | None = None,
    sensitive: bool = False,
) -> Screening:
    """A round of looking for quarrels: where, when, and how many of each kind were found."""
    require(agreeing.not_ahead(on, local_day(act.at)))
    known = {key for key, _title in KINDS}
    return Screening.objects.create(
        community_id=community.pk,
        on=on,
        place=place,
        account_id=act.by.account,
        sensitive=sensitive,
        found={key: number for key, number in found.items() if key in known and number > 0},
    )
