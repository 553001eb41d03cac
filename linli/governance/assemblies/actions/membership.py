"""Who makes up the meeting, frozen with the figure it is counted against."""

from linli.core.audit.door import Act
from linli.core.people.models import Household
from linli.core.people.queries.dwellings import in_term
from linli.governance.assemblies import rules
from linli.governance.assemblies.models import Assembly
from linli.governance.assemblies.queries import (
    committee_members,
    latest_figure,
    representatives_on,
)
from linli.governance.assemblies.queries.figures import adults_of
from linli.governance.assemblies.rules import AssemblyLaw
from linli.governance.assemblies.words import BASES
from linli.lib.calendar import local_day
from linli.lib.law import Finding, Refused, require
from linli.mechanisms.gathering import actions as gathering_steps
from linli.mechanisms.gathering.actions import Member


def freeze_members(act: Act, assembly: Assembly, law: AssemblyLaw) -> None:
    """Sets the base and the list of those expected, as they are on the day of the notice."""
    if assembly.body == rules.MEETING:
        members = _of_the_meeting(assembly, law)
        base = len(members)
        assembly.representatives = sum(one.capacity == "representative" for one in members)
    else:
        figure = latest_figure(assembly.community, assembly.counted_by, local_day(act.at))
        if figure is None:
            kind = str(dict(BASES)[assembly.counted_by])
            raise Refused(Finding(False, "assemblies.figure_known", numbers={"kind": kind}))
        assembly.figure, base = figure, figure.number
        members = _of_the_assembly(assembly, law)
    assembly.base = base
    assembly.save(update_fields=["base", "figure", "representatives"])
    gathering_steps.set_meeting(act, assembly.gathering, bases={"base": base})
    gathering_steps.expect(act, assembly.gathering, members)


def _of_the_meeting(assembly: Assembly, law: AssemblyLaw) -> list[Member]:
    """Committee and representatives; whoever is both is counted once, with the committee."""
    on = assembly.meets_on
    committee = committee_members(assembly.community, on)
    seated = {one.pk for one in committee} | {one.person_id for one in committee if one.person_id}
    chosen = [
        one
        for one in representatives_on(assembly.community, on)
        if one.account_id not in seated and one.person_id not in seated
    ]
    require(Finding(bool(chosen), "assemblies.has_representatives", cites=("rcl2025.28",)))
    require(rules.meeting_composed(len(chosen), len(committee), law=law))
    return [
        Member(one.label, "member", person=one.person_id, account=one.pk) for one in committee
    ] + [
        Member(
            one.name,
            "representative",
            group=one.group.name,
            person=one.person_id,
            account=one.account_id,
        )
        for one in chosen
    ]


def _of_the_assembly(assembly: Assembly, law: AssemblyLaw) -> list[Member]:
    """Those the roster knows of; who is missing there signs in at the desk by name."""
    on = assembly.meets_on
    if assembly.counted_by == "households":
        households = Household.objects.filter(
            in_term(on), community=assembly.community_id, representative__isnull=False
        ).select_related("representative")
        named = {
            one.representative.pk: one.representative
            for one in households
            if one.representative is not None
        }
        return [
            Member(one.name, "household_representative", person=one.pk) for one in named.values()
        ]
    ties = adults_of(assembly.community_id, on, law.age).select_related("person")
    grown = {tie.person_id: tie.person for tie in ties}
    return [Member(one.name, "resident", person=one.pk) for one in grown.values()]
