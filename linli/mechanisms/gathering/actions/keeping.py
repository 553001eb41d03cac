"""How long names are kept: a year after the end. Counts, decisions and the gist stay."""

from linli.core.audit.door import Act, action
from linli.mechanisms.gathering.models import Attendance, Expected, Gathering, Speech


@action("gathering.forget_names", needs="gathering.forget")
def forget_names(act: Act, gathering: Gathering) -> Gathering:
    """Blanks who was expected, who came and who spoke. The signed minutes on paper, with the
    names, are the archive's."""
    its = {"community": gathering.community_id, "gathering": gathering}
    Attendance.objects.filter(**its).update(name="", person=None, account=None, expected=None)
    Speech.objects.filter(**its).update(name="")
    act.note(count=Expected.objects.filter(**its).count())
    Expected.objects.filter(**its).delete()
    gathering.forgotten_at = act.at
    gathering.save(update_fields=["forgotten_at"])
    return gathering
