"""When a person is forgotten, the names they came and spoke under go as well."""

from datetime import datetime

from linli.core.people.actions.forgetting import when_forgotten
from linli.core.people.models import Person
from linli.mechanisms.gathering.models import Attendance, Expected, Speech


@when_forgotten
def blank_names(person: Person, at: datetime) -> None:
    """Their places in lists of gatherings stay as counts."""
    its = {"community": person.community_id, "person": person}
    came = Attendance.objects.filter(**its)
    Speech.objects.filter(community=person.community_id, attendance__in=came).update(name="")
    came.update(name="", person=None)
    Expected.objects.filter(**its).update(name="", name_keys="", person=None)
