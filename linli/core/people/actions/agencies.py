"""Who may act for whom: mandates and guardians."""

from datetime import date

from linli.core.audit.door import Act, action
from linli.core.people import rules
from linli.core.people.models import Agency, Person
from linli.lib.law import Finding, require


@action("people.appoint_agent", needs="people.appoint_agent")
def appoint_agent(
    act: Act,
    principal: Person,
    *,
    agent: Person,
    kind: str,
    scope: str,
    since: date,
    paper: str,
    until: date | None = None,
) -> Agency:
    """Records a mandate or a guardian, with the paper that shows it."""
    require(
        Finding(
            principal.pk != agent.pk and principal.community_id == agent.community_id,
            "people.agent_is_another",
        )
    )
    require(Finding(bool(paper.strip()), "people.paper_named"))
    if until is not None:
        require(rules.term_in_order(since, until))
    standing = Agency.objects.filter(
        community=principal.community_id,
        principal=principal,
        agent=agent,
        kind=kind,
        scope=scope,
        until__isnull=True,
    )
    require(Finding(not standing.exists(), "people.not_agent_yet"))
    act.about = principal.pk
    act.note(kind=kind, scope=scope)
    return Agency.objects.create(
        community_id=principal.community_id,
        principal=principal,
        agent=agent,
        kind=kind,
        scope=scope,
        since=since,
        until=until,
        paper=paper.strip(),
    )


@action("people.end_agency", needs="people.appoint_agent")
def end_agency(act: Act, agency: Agency, *, until: date) -> Agency:
    """The mandate is taken back or laid down; `until` is the first day without it."""
    require(rules.term_in_order(agency.since, until))
    agency.until = until
    agency.save(update_fields=["until"])
    act.about = agency.principal_id
    act.note(kind=agency.kind, scope=agency.scope)
    return agency
