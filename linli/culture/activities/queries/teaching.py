"""Teachers and instructors, with how each certificate stands today."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Max, Prefetch, Q
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from linli.core.audit.actor import Actor
from linli.core.audit.door import may
from linli.core.clocks.expiring import Expiring
from linli.core.places.laid_down import number_laid_down
from linli.culture.activities.models.teachers import TaughtDay, Teacher, TeachingCertificate
from linli.culture.activities.rules import teaching as rules
from linli.lib.identity.receipt import parse_receipt

WORDS = {
    rules.VALID: (_("有效"), "done"),
    rules.LASTING: (_("长期有效"), "done"),
    rules.SOON: (_("快到期"), "soon"),
    rules.EXPIRED: (_("已过期"), "late"),
}


@dataclass(frozen=True, slots=True)
class Standing:
    """A certificate and how it stands, in a word and a tone."""

    certificate: TeachingCertificate
    state: str

    @property
    def word(self) -> Any:
        """How it stands, in a word."""
        return WORDS[self.state][0]

    @property
    def tone(self) -> str:
        """The tone of that word."""
        return WORDS[self.state][1]


@dataclass(frozen=True, slots=True)
class TeacherShown:
    """A teacher with their certificates; `last`: the latest day they taught."""

    teacher: Teacher
    certificates: list[Standing]
    last: date | None


def teachers_on(community: Any, on: date) -> list[TeacherShown]:
    """Those who teach here now. Certificates that ran out are among theirs until replaced."""
    soon = number_laid_down("activities.certificate_soon", community, on)
    kept = TeachingCertificate.objects.filter(community=community, replaced_on__isnull=True)
    rows = (
        Teacher.objects.filter(community=community)
        .filter(Q(until__isnull=True) | Q(until__gte=on))
        .annotate(last=Max("days__on"))
        .prefetch_related(Prefetch("certificates", kept.order_by("valid_until"), "standing"))
        .order_by("kind", "teaches", "pk")
    )
    return [
        TeacherShown(
            each,
            [
                Standing(one, rules.standing(one.valid_until, on, soon_days=soon))
                for one in each.standing
            ],
            each.last,
        )
        for each in rows
    ]


def teacher_at(community: Any, teacher_id: UUID) -> Teacher:
    """One teacher of this community; otherwise Http404."""
    found: Teacher | None = Teacher.objects.filter(community=community, pk=teacher_id).first()
    if found is None:
        raise Http404
    return found


def by_code(model: Any, community: Any, code: str) -> Any:
    """The row whose slip has that code, however it was typed; otherwise Http404."""
    read = parse_receipt(code)
    found = None
    if isinstance(read, str):
        found = model.objects.filter(community=community, code=read).first()
    if found is None:
        raise Http404
    return found


def active_instructors(community: Any, on: date) -> int:
    """How many sports instructors led something within the twelve months up to `on`."""
    days = TaughtDay.objects.filter(
        community=community, teacher__kind="sport_instructor", on__gt=on - rules.YEAR, on__lte=on
    )
    return days.values("teacher").distinct().count()


def certificates_ending(
    community: Any, since: date, until: date, actor: Actor
) -> Iterator[Expiring]:
    """What runs out in those days, of those who teach here, for the desk's calendar."""
    if not may("activities.run_learning", actor, community):
        return
    rows = TeachingCertificate.objects.filter(
        community=community, replaced_on__isnull=True, valid_until__range=(since, until)
    ).filter(Q(teacher__until__isnull=True) | Q(teacher__until__gte=since))
    url = reverse("activities:teachers_desk", args=[community.code])
    for each in rows.select_related("teacher").order_by("valid_until"):
        if each.valid_until is not None:
            yield Expiring(f"{each.kind}：{each.teacher.teaches}", each.valid_until, url)
