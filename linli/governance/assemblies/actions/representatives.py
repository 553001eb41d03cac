"""Representatives: chosen in their group, reporting back to it; and the figures of the base."""

from datetime import date

from django.db import IntegrityError, transaction

from linli.core.access.actions import appoint, end_post
from linli.core.access.models import Account
from linli.core.audit.door import Act, action
from linli.core.people.models import Person
from linli.core.places.models import Area, Place
from linli.governance.assemblies.laws import law_of
from linli.governance.assemblies.models import (
    Assembly,
    Figure,
    GroupReport,
    Representative,
)
from linli.governance.assemblies.queries import count_from_roster
from linli.governance.assemblies.words import BASES
from linli.lib.law import Finding, Refused, require


@action("assemblies.state_figure", needs="assemblies.state_figure")
def state_figure(
    act: Act,
    community: Place,
    *,
    kind: str,
    on: date,
    number: int | None = None,
    source: str = "",
) -> Figure:
    """States a base: as the registers give it, or (`number`, with its `source`) as known from
    elsewhere. Refused where it is nobody."""
    counted = number
    if counted is None:
        counted = count_from_roster(community, kind, on, law_of(community, on).age)
    title = str(dict(BASES)[kind])
    require(Finding(counted > 0, "assemblies.figure_known", numbers={"kind": title}))
    if number is not None:
        known = bool(source.strip())
        require(Finding(known, "assemblies.figure_known", numbers={"kind": title}))
    act.note(kind=title, number=counted)
    return Figure.objects.create(
        community=community,
        kind=kind,
        number=counted,
        on=on,
        from_roster=number is None,
        source=source.strip(),
        at=act.at,
    )


@action("assemblies.choose_representative", needs="assemblies.keep_representatives")
def choose_representative(
    act: Act,
    community: Place,
    *,
    group: Area,
    name: str,
    since: date,
    until: date | None = None,
    person: Person | None = None,
    account: Account | None = None,
    voters: int = 0,
    votes_for: int = 0,
    leads: bool = False,
    channel: str = "",
) -> Representative:
    """Writes down whom a residents' group chose. Too few or too many for its households is a
    warning on the page and no ground to refuse (art. 13). With an account they hold the post."""
    require(Finding(votes_for <= voters, "assemblies.votes_of_group"))
    holding = None
    if account is not None:
        # Who already holds the post, by an earlier choice, keeps it.
        held = account.holdings.filter(post="representative", place=community, until__isnull=True)
        holding = held.first() or appoint(
            community,
            account=account,
            post="representative",
            since=since,
            until=until,
            by=act.by,
            at=act.at,
        )
    if leads:
        Representative.objects.filter(community=community, group=group, ended_for="").update(
            leads=False
        )
    act.note(group=group.name)
    return Representative.objects.create(
        community=community,
        group=group,
        name=name.strip(),
        person=person or (account.person if account else None),
        account=account,
        holding=holding,
        leads=leads,
        channel=channel,
        voters=voters,
        votes_for=votes_for,
        since=since,
        until=until,
    )


@action("assemblies.end_representative", needs="assemblies.keep_representatives")
def end_representative(
    act: Act, representative: Representative, *, until: date, ended_for: str
) -> Representative:
    """Ends somebody's time: the group chose another, they moved, resigned, or the term is over."""
    if representative.holding is not None and representative.holding.until is None:
        end_post(representative.holding, until=until, by=act.by, at=act.at)
    representative.until, representative.ended_for = until, ended_for
    representative.leads = False
    representative.save(update_fields=["until", "ended_for", "leads"])
    title = str(representative.get_ended_for_display())
    act.note(group=representative.group.name, ended_for=title)
    return representative


@action("assemblies.set_channel", needs="assemblies.report_back")
def set_channel(
    act: Act, representative: Representative, *, shown_as: str = "", channel: str = ""
) -> Representative:
    """A representative says how the group reaches them, and under which name, if they wish."""
    representative.shown_as, representative.channel = shown_as.strip(), channel.strip()
    representative.save(update_fields=["shown_as", "channel"])
    return representative


@action("assemblies.report_back", needs="assemblies.report_back")
def report_back(
    act: Act,
    representative: Representative,
    *,
    on: date,
    heard: int,
    said: str = "",
    assembly: Assembly | None = None,
) -> GroupReport:
    """A representative told their group what was decided, and writes down what it said."""
    try:
        with transaction.atomic():
            report = GroupReport.objects.create(
                community_id=representative.community_id,
                representative=representative,
                assembly=assembly,
                on=on,
                heard=heard,
                said=said.strip(),
                at=act.at,
            )
    except IntegrityError:
        raise Refused(Finding(False, "assemblies.reported_once")) from None
    act.note(heard=heard)
    return report


@action("assemblies.forget_representative", needs="assemblies.remind")
def forget_representative(act: Act, representative: Representative) -> Representative:
    """A year after the end the name goes; that the group had a representative stays."""
    representative.name = representative.shown_as = representative.channel = ""
    representative.person = representative.account = None
    representative.save(update_fields=["name", "shown_as", "channel", "person", "account"])
    return representative
