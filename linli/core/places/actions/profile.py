"""What a community says of itself."""

from collections.abc import Sequence
from datetime import date

from linli.core.audit.door import Act, action
from linli.core.places.actions.history import check_day
from linli.core.places.models import CommunityProfile, Place
from linli.core.places.models.area import COMMUNITY_TYPES
from linli.lib.law import Finding, Refused, require


@action("places.describe", needs="places.lay_out")
def describe_community(
    act: Act,
    community: Place,
    *,
    households: int,
    on: date,
    approval: str = "",
    types: Sequence[str] = (),
) -> CommunityProfile:
    """Households, approval and types from `on`; what was said before stays readable."""
    check_day(on, act.at)
    require(Finding(community.is_community, "places.is_community"))
    known = {name for name, _title in COMMUNITY_TYPES}
    unknown = tuple(name for name in types if name not in known)
    require(Finding(not unknown, "places.type_known", numbers={"unknown": unknown}))
    current = CommunityProfile.objects.filter(community=community, until__isnull=True).first()
    if current and current.since > on:
        raise Refused(
            Finding(False, "places.after_last_change", numbers={"on": on, "latest": current.since})
        )
    if current and current.since < on:
        current.until = on
        current.save(update_fields=["until"])
        current = None
    profile = current or CommunityProfile(community=community, since=on)
    profile.households = households
    profile.approval = approval.strip()
    profile.types = list(types)
    profile.save()
    act.note(label=community.name, households=households, on=on.isoformat())
    return profile
