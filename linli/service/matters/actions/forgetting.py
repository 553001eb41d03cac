"""A closed matter forgets who asked."""

from linli.core.audit.door import Act, action
from linli.core.files.intake import forget_files_of
from linli.lib.identity.redact import redact
from linli.service.matters.models import Forwarding, ImportChange, Matter, Rating, Remark


@action("matters.forget_sender", needs="matters.forget")
def forget_sender(act: Act, matter: Matter) -> Matter:
    """Removes the contact, the tie to an account, the photos and what was said in confidence.
    What was asked of which place, and what was done, stays for the statistics of the place."""
    matter.contact_name = matter.contact_phone = ""
    matter.sender = None
    matter.text = matter.public_text
    matter.title = matter.public_title or matter.kind.title
    matter.wanted = ""
    matter.where = redact(matter.where).text[:200]
    matter.answer = matter.public_answer
    matter.lat = matter.lon = None
    matter.sender_forgotten_at = act.at
    matter.save()
    its = {"community": matter.community_id, "matter": matter}
    Remark.objects.filter(**its).update(text="", account=None)
    Rating.objects.filter(**its).update(words="")
    Forwarding.objects.filter(**its).update(reply="")
    ImportChange.objects.filter(**its).delete()
    matter.steps.filter(community_id=matter.community_id).update(reason="", given={})
    act.note(files=forget_files_of(act, matter, "retention"))
    return matter
