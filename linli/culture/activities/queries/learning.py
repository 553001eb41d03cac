"""Who wishes to learn what, who learns, and what courses were good for: counts alone."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef
from django.http import Http404

from linli.core.audit.actor import Actor
from linli.core.places.laid_down import floor_laid_down
from linli.culture.activities.models.learning import (
    CourseCertificate,
    CourseTopic,
    NeedsAnswer,
    NeedsAsked,
    Topic,
    Wish,
)
from linli.culture.activities.queries.attendance import came_to
from linli.culture.activities.rules import learning as rules
from linli.culture.activities.words_learning import HELPED
from linli.lib.numbers import suppressed
from linli.mechanisms.signup import rules as signup_rules
from linli.mechanisms.signup.models import Occasion, Presence, Sheet, SignUp


@dataclass(frozen=True, slots=True)
class TopicShown:
    """A topic, how many wish to learn it and do, and how many courses it had."""

    topic: Topic
    coverage: rules.Coverage
    courses: int


def topics_open(community: Any) -> list[Topic]:
    """What is on the list."""
    return list(Topic.objects.filter(community=community, closed_on__isnull=True).order_by("title"))


def topic_at(community: Any, topic_id: UUID) -> Topic:
    """One topic on the list; otherwise Http404."""
    rows = Topic.objects.filter(community=community, pk=topic_id, closed_on__isnull=True)
    found: Topic | None = rows.first()
    if found is None:
        raise Http404
    return found


def own_wishes(actor: Actor, community: Any) -> set[UUID]:
    """The topics the reader ticked."""
    if actor.account is None:
        return set()
    rows = Wish.objects.filter(community=community, account_id=actor.account)
    return set(rows.values_list("topic", flat=True))


def coverage_on(community: Any, on: date) -> tuple[rules.Coverage, list[TopicShown]]:
    """Of all topics together and of each, in the twelve months up to `on`. Whoever has neither a
    record nor an account is one for each sheet they are on, by the entry; whoever is known is one
    person however often they signed."""
    floor = floor_laid_down(community, on)
    topics = topics_open(community)
    wishing: dict[UUID, set[Any]] = {each.pk: set() for each in topics}
    learning: dict[UUID, set[Any]] = {each.pk: set() for each in topics}
    places, courses = Counter[UUID](), Counter[UUID]()
    for topic, account, person in Wish.objects.filter(
        community=community, topic__in=topics
    ).values_list("topic", "account", "account__person"):
        wishing[topic].add(person or account)
    for tie in _courses(community, topics, on):
        courses[tie.topic_id] += 1
        places[tie.topic_id] += tie.sheet.seats or 0
    for topic, who, came in _signed(community, topics, on):
        wishing[topic].add(who)
        if came:
            learning[topic].add(who)
    shown = [
        TopicShown(
            each,
            rules.Coverage(len(wishing[each.pk]), len(learning[each.pk]), places[each.pk], floor),
            courses[each.pk],
        )
        for each in topics
    ]
    everybody = set().union(*wishing.values())
    learners = set().union(*learning.values())
    return rules.Coverage(len(everybody), len(learners), places.total(), floor), shown


def _courses(community: Any, topics: list[Topic], on: date) -> list[CourseTopic]:
    """The courses of the topics with a date in the year."""
    dates = Occasion.objects.filter(
        community=community, sheet=OuterRef("sheet"), starts_at__date__gt=on - rules.YEAR,
        starts_at__date__lte=on,
    )  # fmt: skip
    rows = CourseTopic.objects.filter(Exists(dates), community=community, topic__in=topics)
    return list(rows.select_related("sheet"))


def _signed(community: Any, topics: list[Topic], on: date) -> list[tuple[UUID, Any, bool]]:
    """Of whoever signed up: for which topic, who they are, whether they came in the year."""
    ties = {each.sheet_id: each.topic_id for each in _courses(community, topics, on)}
    came = Presence.objects.filter(
        community=community, signup=OuterRef("pk"), state=signup_rules.PRESENT,
        occasion__starts_at__date__gt=on - rules.YEAR, occasion__starts_at__date__lte=on,
    )  # fmt: skip
    rows = SignUp.objects.filter(community=community, sheet__in=[*ties]).annotate(came=Exists(came))
    told = rows.values_list("sheet", "person", "account__person", "account", "pk", "came")
    return [
        (ties[sheet], person or other or account or key, there)
        for sheet, person, other, account, key, there in told.iterator(2000)
    ]


@dataclass(frozen=True, slots=True)
class NeedsShown:
    """What those who answered after a course said: None where too few did."""

    sheet: Sheet
    answers: int
    helped: list[tuple[Any, int | None]]
    next_topics: list[tuple[str, int]]
    is_told: bool


def needs_of(sheet: Sheet, floor: int) -> NeedsShown:
    """The answers of one course as counts; told from the floor on, and topics each from it."""
    rows = list(
        NeedsAnswer.objects.filter(community=sheet.community_id, sheet=sheet).values_list(
            "helped", "next_topic__title"
        )
    )
    told = len(rows) >= floor
    counts = Counter(helped for helped, _topic in rows)
    wanted = Counter(title for _helped, title in rows if title)
    return NeedsShown(
        sheet,
        len(rows),
        [
            (title, None if not told or suppressed(counts[name], floor) else counts[name])
            for name, title in HELPED
        ],
        [(title, n) for title, n in wanted.most_common(10) if told and n >= floor],
        told,
    )


def may_answer(signup: SignUp) -> bool:
    """Whether the course still wishes to hear from them."""
    asked = NeedsAsked.objects.filter(community=signup.community_id, signup=signup)
    return came_to(signup) > 0 and not asked.exists()


def own_courses_to_answer(actor: Actor, community: Any) -> list[SignUp]:
    """The reader's courses that they came to and have not answered about."""
    if actor.account is None:
        return []
    came = Presence.objects.filter(
        community=community, signup=OuterRef("pk"), state=signup_rules.PRESENT
    )
    asked = NeedsAsked.objects.filter(community=community, signup=OuterRef("pk"))
    tied = CourseTopic.objects.filter(community=community, sheet=OuterRef("sheet"))
    rows = SignUp.objects.filter(
        Exists(came), ~Exists(asked), Exists(tied), community=community, account_id=actor.account
    )
    return list(rows.select_related("sheet").order_by("-at")[:20])


def sheets_for_courses(community: Any) -> list[Sheet]:
    """The sheets a course certificate or a topic may belong to: those of activities."""
    rows = Sheet.objects.filter(community=community, kind="activities.activity")
    return list(rows.exclude(state=signup_rules.DRAFT).order_by("-opens_at", "title")[:200])


def sheet_at(community: Any, sheet_id: UUID) -> Sheet:
    """One sheet of an activity; otherwise Http404."""
    rows = Sheet.objects.filter(community=community, pk=sheet_id, kind="activities.activity")
    found: Sheet | None = rows.select_related("community").first()
    if found is None:
        raise Http404
    return found


def certificates_of(sheet: Sheet) -> list[CourseCertificate]:
    """The certificates a course gave, for the desk to print."""
    rows = CourseCertificate.objects.filter(community=sheet.community_id, sheet=sheet)
    return list(rows.order_by("year", "serial"))


def certificate_at(community: Any, certificate_id: UUID) -> CourseCertificate:
    """One certificate; otherwise Http404."""
    rows = CourseCertificate.objects.filter(community=community, pk=certificate_id)
    found: CourseCertificate | None = rows.first()
    if found is None:
        raise Http404
    return found
