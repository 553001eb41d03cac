"""A year after its last date a sheet forgets its names; how many there were stays. And the link
for one's own calendar."""

import secrets

from linli.core.audit.door import Act, action
from linli.core.places.models import Place
from linli.mechanisms.signup.models import Call, Feed, Sheet, SignUp
from linli.mechanisms.signup.queries.feeding import digest_of

FIELDS = [
    "name", "phone", "guardian", "guardian_phone", "remark", "removed_for", "name_index",
    "person", "account", "put_down_by", "needs", "age",
]  # fmt: skip


def blank(row: SignUp) -> SignUp:
    """Takes every word about somebody out of an entry, and who put it down."""
    row.name = row.phone = row.guardian = row.guardian_phone = row.remark = row.removed_for = ""
    row.name_index, row.person, row.account, row.needs, row.age = None, None, None, [], None
    row.put_down_by = None
    return row


@action("signup.forget_names", needs="signup.forget")
def forget_names(act: Act, sheet: Sheet) -> Sheet:
    """Takes every name and word about somebody out of a sheet."""
    rows = SignUp.objects.filter(community=sheet.community_id, sheet=sheet)
    blanked = [blank(each) for each in rows]
    rows.bulk_update(blanked, FIELDS, batch_size=200)
    Call.objects.filter(community=sheet.community_id, signup__sheet=sheet).delete()
    Sheet.objects.filter(community=sheet.community_id, pk=sheet.pk).update(forgotten_at=act.at)
    sheet.forgotten_at = act.at
    act.note(count=len(blanked))
    return sheet


@action("signup.make_feed", needs="signup.keep_feed")
def make_feed(act: Act, community: Place) -> tuple[Feed, str]:
    """Makes the link by which one's own calendar program reads what one signed up for; a former
    one no longer opens anything. Returns it with its last part, shown this once."""
    token = secrets.token_urlsafe(32)
    assert act.by.account is not None
    feed, _new = Feed.objects.update_or_create(
        community=community,
        account_id=act.by.account,
        defaults={"digest": digest_of(token), "made_at": act.at},
    )
    return feed, token


@action("signup.revoke_feed", needs="signup.end_feed")
def revoke_feed(act: Act, feed: Feed) -> Feed:
    """The link no longer opens anything."""
    feed.digest = None
    feed.save(update_fields=["digest"])
    return feed
