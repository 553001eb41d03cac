"""When a person is forgotten, what they were called here goes as well; counts stay."""

from datetime import datetime

from django.db.models import Q

from linli.core.access.models import Account
from linli.core.people.actions.forgetting import when_forgotten
from linli.core.people.models import Person
from linli.culture.activities.actions.recognition import end_nomination
from linli.culture.activities.models.groups import Group, Member
from linli.culture.activities.models.learning import CourseCertificate, Wish
from linli.culture.activities.models.recognition import Nomination, Objection
from linli.culture.activities.models.teachers import Teacher, TeachingCertificate


@when_forgotten
def forget_learning(person: Person, at: datetime) -> None:
    """Ticks, memberships, names of teachers, leaders and nominees go, whether they are known by
    their account or from the register; a certificate keeps its number."""
    here = {"community": person.community_id}
    accounts = list(Account.objects.filter(person=person).values_list("pk", flat=True))
    Wish.objects.filter(**here, account__in=accounts).delete()
    Member.objects.filter(**here, account__in=accounts).delete()
    taught = Teacher.objects.filter(Q(account__in=accounts) | Q(person=person), **here)
    numbers = TeachingCertificate.objects.filter(**here, teacher__in=list(taught))
    numbers.update(number="")
    taught.update(name="", shown_name="", shown_since=None, person=None, account=None)
    Group.objects.filter(Q(leader__in=accounts) | Q(person=person), **here).update(
        leader_name="", leader_phone="", shown_phone="", person=None, leader=None
    )
    named = Nomination.objects.filter(Q(nominee__in=accounts) | Q(person=person), **here)
    for row in named.exclude(state="ended"):
        end_nomination(row, "withdrawn")
    theirs = Q(person=person) | Q(account__in=accounts)
    given = CourseCertificate.objects.filter(theirs, **here)
    given.update(name="", person=None, account=None)
    Nomination.objects.filter(**here, nominated_by__in=accounts).update(nominated_by=None)
    Objection.objects.filter(**here, account__in=accounts).update(account=None)
