"""Fire: which office keeps fire safety, the covenant, how many signed it, the volunteer force."""

from datetime import date

from linli.core.audit.door import Act, action
from linli.core.places.held import locked
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require
from linli.safety.hazards import rules
from linli.safety.hazards.actions.limits import hold_community
from linli.safety.hazards.models import CovenantCount, FireCovenant, FireForce, FireKeeper
from linli.safety.hazards.words import told


@action("hazards.name_fire_keeper", needs="hazards.keep_fire")
def name_fire_keeper(
    act: Act, community: Place, *, office: str, office_phone: str, paper: str, since: date
) -> FireKeeper:
    """Which office keeps fire safety from a day on, and by which paper (消防法 32)."""
    require(rules.office_number(office_phone))
    hold_community(community)
    standing = FireKeeper.objects.filter(community=community, until__isnull=True)
    standing.update(until=since)
    act.note(office=office)
    return FireKeeper.objects.create(
        community=community, office=told(office, community), office_phone=office_phone,
        paper=told(paper, community), since=since,
    )  # fmt: skip


@action("hazards.end_fire_keeper", needs="hazards.keep_fire")
def end_fire_keeper(act: Act, keeper: FireKeeper) -> FireKeeper:
    """The office keeps fire safety no longer, and none is named yet: the page says so."""
    row: FireKeeper = locked(keeper)
    require(Finding(row.until is None, "hazards.still_stands"))
    row.until = local_day(act.at)
    row.save(update_fields=["until"])
    act.note(office=row.office)
    return row


@action("hazards.adopt_covenant", needs="hazards.keep_fire")
def adopt_covenant(
    act: Act, community: Place, *, text: str, adopted_on: date, adopted_by: str
) -> FireCovenant:
    """The fire covenant as it was adopted; the one before it stays as it was, replaced."""
    on = local_day(act.at)
    require(Finding(adopted_on <= on, "hazards.not_ahead", numbers={"on": adopted_on}))
    hold_community(community)
    standing = FireCovenant.objects.filter(community=community, replaced_on__isnull=True)
    standing.update(replaced_on=adopted_on)
    return FireCovenant.objects.create(
        community=community, text=told(text, community), adopted_on=adopted_on,
        adopted_by=told(adopted_by, community),
    )  # fmt: skip


@action("hazards.end_covenant", needs="hazards.keep_fire")
def end_covenant(act: Act, covenant: FireCovenant) -> FireCovenant:
    """The covenant holds no longer, and none has taken its place; it is kept as it was."""
    row: FireCovenant = locked(covenant)
    require(Finding(row.replaced_on is None, "hazards.still_stands"))
    row.replaced_on = local_day(act.at)
    row.save(update_fields=["replaced_on"])
    return row


@action("hazards.count_signed", needs="hazards.keep_fire")
def count_signed(
    act: Act, covenant: FireCovenant, *, place: Place, signed: int, households: int
) -> CovenantCount:
    """How many households of a building signed: the paper sheets are counted, no list is kept."""
    require(Finding(signed <= households, "hazards.signed_within"))
    here = place.community_id == covenant.community_id and place.kind == "building"
    require(Finding(here, "hazards.place_here"))
    count, _made = CovenantCount.objects.update_or_create(
        community_id=covenant.community_id, covenant=covenant, place=place,
        defaults={
            "signed": signed, "households": households, "counted_on": local_day(act.at),
        },
    )  # fmt: skip
    act.note(place=place.name)
    return count


@action("hazards.count_force", needs="hazards.keep_fire")
def count_force(act: Act, community: Place, *, people: int, kit: str, on: date) -> FireForce:
    """How many are in the volunteer fire force, and with what (消防法 41)."""
    return FireForce.objects.create(
        community=community, people=people, kit=told(kit, community), on=on
    )
