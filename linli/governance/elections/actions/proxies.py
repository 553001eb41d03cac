"""Voting for somebody who is away: in writing, three a holder, never a candidate (art. 19)."""

from datetime import date
from typing import Any

from django.utils import translation

from linli.core.audit.door import Act, action
from linli.governance.elections.actions.candidacies import preparer_of
from linli.governance.elections.actions.posting import notice_of, post_by_two
from linli.governance.elections.flows import ELECTION
from linli.governance.elections.models import Election
from linli.governance.elections.postings import PROXIES
from linli.governance.elections.queries.polling import coming_round
from linli.governance.elections.queries.standing import is_candidate
from linli.governance.elections.rules import electorate, proxies as law_rules, steps as rules
from linli.governance.elections.yardsticks import law_of, laws_of
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require, require_all
from linli.mechanisms.ballot import actions as ballot
from linli.mechanisms.ballot.models import Elector, Proxy
from linli.mechanisms.flow.actions import take
from linli.mechanisms.publication.actions import correct, take_down

CITES = ("rcl2025.19",)


@action("elections.give_proxy", needs="elections.give_proxy")
def give_proxy(
    act: Act,
    election: Election,
    *,
    principal: Elector,
    holder: Elector,
    written_on: date,
    away: bool,
    in_writing: bool,
) -> Proxy:
    """An elector who is away on election day lets another vote for them. On the phone the
    principal says so and signs; at the desk the signed paper is shown."""
    law = law_of(election, local_day(act.at))
    desk = act.by.holds("election_committee", "worker", "registrar", over=election)
    require(rules.proxies_open(election.state, further=coming_round(election) > 1))
    own = principal.person_id is not None and principal.person_id == act.by.person
    require(rules.own_only(own=own or desk))
    held = live_proxies(election).filter(holder=holder).count()
    require_all(
        law_rules.may_take_proxy(
            law_rules.Proxy(
                mode=election.mode,
                in_writing=in_writing,
                principal_registered=_stands_on(election, principal),
                principal_away=away,
                holder_registered=_stands_on(election, holder),
                holder_is_candidate=is_candidate(election, holder.person_id),
                held=held,
            ),
            law=law,
        )
    )
    proxy = ballot.give_proxy(
        act, principal, holder, most=law.proxies_most, written_on=written_on, cites=CITES
    )
    refresh_list(act, election)
    act.about = principal.person_id
    act.tell("elections.proxy_given", person=holder.person_id)
    return proxy


@action("elections.revoke_proxy", needs="elections.give_proxy")
def revoke_proxy(act: Act, election: Election, *, proxy: Proxy) -> Proxy:
    """The principal takes the mandate back, and votes themselves."""
    desk = act.by.holds("election_committee", "worker", "registrar", over=election)
    own = proxy.principal.person_id is not None and proxy.principal.person_id == act.by.person
    require(rules.own_only(own=own or desk))
    require(rules.proxies_open(election.state))
    ballot.revoke_proxy(act, proxy)
    refresh_list(act, election)
    act.about = proxy.principal.person_id
    act.tell("elections.proxy_revoked", person=proxy.holder.person_id)
    return proxy


@action("elections.prepare_proxies", needs="elections.help")
def prepare_proxies(act: Act, election: Election, *, seen: int | None = None) -> Election:
    """Closes the list of proxies for another to look at and post."""
    require(_allowed(election))
    require(rules.prepared(there=live_proxies(election).exists()))
    take(act, ELECTION, election, "prepare_proxies", seen=seen)
    act.note(proxies=live_proxies(election).count())
    return election


@action("elections.post_proxies", needs="elections.run")
def post_proxies(act: Act, election: Election, *, seen: int | None = None) -> Election:
    """Posts who votes for whom (art. 19). Whoever drew the list up does not post it."""
    require(_allowed(election))
    prepared_by = preparer_of(election, "prepare_proxies")
    require(rules.prepared(there=prepared_by is not None))
    require(rules.not_posted_yet(posted=notice_of(election, PROXIES) is not None))
    take(act, ELECTION, election, "post_proxies", seen=seen)
    post_by_two(act, PROXIES, election, proxy_fields(election), prepared_by=prepared_by)
    act.note(proxies=live_proxies(election).count())
    return election


def proxy_fields(election: Election) -> dict[str, Any]:
    """The list of proxies as it is posted."""
    rows = live_proxies(election).select_related("principal", "holder")
    return {
        "title": election.title,
        "election_day": election.day,
        "proxies": [
            {
                "principal_number": row.principal.number,
                "principal": row.principal.name,
                "holder_number": row.holder.number,
                "holder": row.holder.name,
            }
            for row in rows.order_by("principal__number")
        ],
    }


def live_proxies(election: Election) -> Any:
    """The mandates that hold."""
    return Proxy.objects.filter(
        community=election.community_id,
        electorate=election.electorate_id,
        revoked_at__isnull=True,
    )


def refresh_list(act: Act, election: Election) -> None:
    """What changes after the list was posted is posted too."""
    standing = notice_of(election, PROXIES)
    if standing is None:
        return
    fields = proxy_fields(election)
    with translation.override("zh-hans"):
        reason = translation.gettext("委托有变动，名单相应更正。")
    if fields["proxies"]:
        correct(act, standing, fields, reason, of=laws_of(election))
    else:
        take_down(act, standing, "withdrawn")


def _allowed(election: Election) -> Finding:
    return Finding(
        electorate.may_use_proxies(election.mode),
        "elections.proxies_in_mode",
        cites=CITES,
        numbers={"mode": election.mode},
    )


def _stands_on(election: Election, elector: Elector) -> bool:
    return elector.electorate_id == election.electorate_id and elector.struck_at is None
