"""How long names are kept: a year after the end. Counts, decisions and the gist stay."""

from collections.abc import Collection
from uuid import UUID

from linli.core.audit.door import Act, action
from linli.mechanisms.gathering.models import Attendance, Expected, Gathering, Speech


def fold_capacity(
    act: Act, gathering: Gathering, capacity: str, *, into: str, persons: Collection[UUID]
) -> None:
    """Forgets that these persons were expected in a capacity; who came in it, came in the one it
    folds into. A step of acts: the domain says when nobody needs to know any more."""
    its = {"community": gathering.community_id, "gathering": gathering}
    came = Attendance.objects.filter(**its, capacity=capacity, person__in=persons)
    Speech.objects.filter(**its, capacity=capacity, attendance__in=came).update(capacity=into)
    twice = Attendance.objects.filter(**its, capacity=into, person__in=persons)
    came.filter(person__in=list(twice.values_list("person", flat=True))).delete()
    came.update(capacity=into)
    Expected.objects.filter(**its, capacity=capacity, person__in=persons).delete()


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
