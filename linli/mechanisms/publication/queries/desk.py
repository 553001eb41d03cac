"""What the desk sees of notices: what is up and when it comes down, what waits, what just ended."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, F, Q, QuerySet
from django.utils import translation

from linli.core.audit.actor import Actor
from linli.core.clocks.queries import work_calendar
from linli.core.clocks.rules import last_day
from linli.core.people.models import Person
from linli.core.places.laid_down import weekend_rolls
from linli.lib.calendar import SHANGHAI, local_day
from linli.lib.law import Finding
from linli.mechanisms.publication import rules
from linli.mechanisms.publication.declaration import Template
from linli.mechanisms.publication.face import Face, face_of, heading_of
from linli.mechanisms.publication.models import Hanging, NamedPerson, Objection, Posting
from linli.mechanisms.publication.registry import template_named, templates

ENDED_WITHIN = timedelta(days=30)
AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class DeskLine:
    """One notice as the desk lists it. `hangs`: on how many boards; `waiting`: objections that
    wait for an answer."""

    posting: Posting
    template: Template
    heading: str
    hangs: int = 0
    waiting: int = 0

    @property
    def up_until(self) -> date | None:
        """The last day it is up; None where it stays."""
        ends = self.posting.comes_down_at
        return last_day(ends) if ends else None

    @property
    def heads(self) -> str:
        """Its heading; a draft that names persons by its sort alone."""
        return str(self.template.title) if self.template.names_persons else self.heading


def up_now(community: Any, at: datetime, *, board: bool = True) -> list[DeskLine]:
    """What is up, what comes down first at the top. `board`: without what is for the web alone,
    of which there may be hundreds."""
    names = [name for name, each in templates().items() if each.on_board or not board]
    found = _rows(community).filter(
        Q(comes_down_at__isnull=True) | Q(comes_down_at__gt=at),
        template__in=names,
        state__in=Posting.SHOWN,
        listed_at__lte=at,
    )
    return _lines(
        found.order_by(F("comes_down_at").asc(nulls_last=True), "id")[:AT_ONCE], community
    )


def coming_up(community: Any, at: datetime) -> list[DeskLine]:
    """What is released for a later day."""
    found = _rows(community).filter(state__in=Posting.SHOWN, listed_at__gt=at)
    return _lines(found.order_by("listed_at", "id")[:AT_ONCE], community)


def drafts(community: Any) -> list[DeskLine]:
    """What is prepared and not released."""
    return _lines(_rows(community).filter(state="draft").order_by("id")[:AT_ONCE], community)


def ended_lately(community: Any, at: datetime) -> list[DeskLine]:
    """What came down within the last thirty days, whether or not time has noted it."""
    noted = Q(ended_at__gt=at - ENDED_WITHIN)
    not_noted = Q(state__in=Posting.SHOWN, comes_down_at__lte=at)
    found = _rows(community).filter(noted | not_noted)
    return _lines(found.order_by("-comes_down_at", "-id")[:50], community)


def waiting_counts(community: Any) -> dict[str, int]:
    """How many drafts and objections wait."""
    return {
        "drafts": Posting.objects.filter(community=community, state="draft").count(),
        "objections": Objection.objects.filter(community=community, closed_at__isnull=True).count(),
    }


def desk_posting(community: Any, notice: UUID) -> tuple[Posting, Template] | None:
    """One notice in any state with its template, for the desk."""
    posting = Posting.objects.filter(community=community, pk=notice).first()
    template = template_named(posting.template) if posting is not None else None
    return (posting, template) if posting is not None and template is not None else None


def by_hand() -> list[Template]:
    """The templates a worker may fill in."""
    return [template for template in templates().values() if template.by_hand]


def planned_face(posting: Posting, template: Template, at: datetime) -> Face:
    """A draft as it would look if it were released now, in its own language."""
    today = local_day(at)
    on = max(posting.planned_on or today, today)
    until = rules.objections_end(
        template,
        on,
        work_calendar(posting.community_id),
        weekend_rolls=weekend_rolls(posting.community, today),
    )
    with translation.override(posting.locale):
        face = face_of(posting, template)
    return replace(
        face,
        posted_at=datetime.combine(on, time(), SHANGHAI),
        comes_down_at=rules.comes_down(on, posting.planned_days, until),
        objections_until=until,
    )


def findings_before(
    posting: Posting, template: Template, actor: Actor, at: datetime
) -> list[Finding]:
    """What whoever would release a draft now is told: what holds, and what stands in the way."""
    today = local_day(at)
    found = [rules.long_enough(template, posting.planned_days)]
    if posting.planned_on is not None:
        found.append(rules.not_backdated(posting.planned_on, today))
    if template.names_persons:
        found.append(rules.seen_by_two(posting.prepared_by_id, actor.account))
    if template.consent:
        found.append(agreed(posting, template))
    return found


def named_in(posting: Posting) -> "QuerySet[NamedPerson]":
    """Whom of the roster a notice names."""
    named: QuerySet[NamedPerson] = NamedPerson.objects.filter(
        community=posting.community_id, posting=posting
    )
    return named.select_related("person").order_by("id")


def agreed(posting: Posting, template: Template) -> Finding:
    """Whether all it names have agreed, where the template asks for it."""
    return rules.agreed_by_all(template, *count_agreed(posting, template))


def count_agreed(posting: Posting, template: Template) -> tuple[int, int]:
    """How many it names, and how many of them agree as things stand."""
    if not template.consent:
        return 0, 0
    persons = list(named_in(posting).values_list("person", flat=True))
    agreeing = Person.objects.filter(
        community=posting.community_id,
        pk__in=persons,
        consents__purpose=template.consent,
        consents__withdrawn_at__isnull=True,
    )
    return len(persons), agreeing.distinct().count()


def _rows(community: Any) -> "QuerySet[Posting]":
    rows: QuerySet[Posting] = Posting.objects.filter(
        community=community, template__in=list(templates())
    ).defer("snapshot")
    return rows.select_related("prepared_by")


def _lines(rows: "QuerySet[Posting]", community: Any) -> list[DeskLine]:
    found = list(rows)
    keys = [posting.pk for posting in found]
    hangs = _counts(
        Hanging.objects.filter(community=community, posting__in=keys, taken_off_at__isnull=True)
    )
    waiting = _counts(
        Objection.objects.filter(community=community, posting__in=keys, closed_at__isnull=True)
    )
    lines = []
    for posting in found:
        template = template_named(posting.template)
        assert template is not None
        lines.append(
            DeskLine(
                posting,
                template,
                heading_of(posting, template),
                hangs.get(posting.pk, 0),
                waiting.get(posting.pk, 0),
            )
        )
    return lines


def _counts(rows: "QuerySet[Any]") -> dict[UUID, int]:
    return dict(rows.order_by().values_list("posting").annotate(Count("pk")))
