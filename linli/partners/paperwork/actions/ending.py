"""The kept copy goes when its term is over; the record of the hand-over stays."""

from linli.core.audit.door import Act, action
from linli.partners.paperwork.models import Asking, HandedRow, Line


@action("paperwork.expire", needs="paperwork.expire")
def expire(act: Act, asking: Asking) -> Asking:
    """Deletes the rows and the blank of a form handed over long ago, or superseded."""
    rows = HandedRow.objects.filter(community=asking.community_id, asking=asking)
    act.note(form=asking.title, rows=rows.count())
    rows.delete()
    Line.objects.filter(community=asking.community_id, asking=asking).delete()
    asking.blank, asking.emptied_at = "", act.at
    asking.save(update_fields=["blank", "emptied_at"])
    return asking
