"""Tags: issued to be printed as a QR code at a place, revoked when lost or copied."""

import secrets

from linli.core.audit.door import Act, action
from linli.core.places.actions.history import check_open
from linli.core.places.models import Place, PlaceTag
from linli.lib.law import Finding, require

_LETTERS = "23456789abcdefghjkmnpqrstvwxyz"  # none that a person reading a sticker mistakes
_LENGTH = 10  # 49 bits: nobody finds one by trying


@action("places.issue_tag", needs="places.tag")
def issue_tag(act: Act, place: Place) -> PlaceTag:
    """A new tag for a place inside a community. Earlier ones stay valid until revoked."""
    check_open(place)
    require(Finding(place.community_id is not None, "places.tag_in_community"))
    code = "".join(secrets.choice(_LETTERS) for _letter in range(_LENGTH))
    act.note(label=place.name_without_door)
    return PlaceTag.objects.create(code=code, place=place, issued_at=act.at)


@action("places.revoke_tag", needs="places.tag")
def revoke_tag(act: Act, tag: PlaceTag) -> PlaceTag:
    """Makes the tag lead nowhere; doing it twice changes nothing."""
    if tag.revoked_at is None:
        tag.revoked_at = act.at
        tag.save(update_fields=["revoked_at"])
    act.note(label=tag.place.name_without_door)
    return tag
