"""Who took part in a topic, to tell them what became of it; never shown as a list."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from linli.core.access.models import Account, Holding
from linli.core.access.queries import in_term
from linli.governance.deliberation.models import Drawn, Statement, Talk, Topic
from linli.governance.deliberation.words import FOR_BODIES
from linli.mechanisms.gathering.models import Attendance


def gatherings_of(topic: Topic) -> Iterable[UUID]:
    """The gatherings of its talks."""
    rows = Talk.objects.filter(community=topic.community_id, topic=topic)
    return list(rows.values_list("gathering_id", flat=True))


def attendances_of(topic: Topic) -> list[tuple[UUID | None, UUID | None]]:
    """Account and person of everybody signed in at its talks."""
    came = Attendance.objects.filter(
        community=topic.community_id, gathering__in=gatherings_of(topic)
    )
    return list(came.order_by().values_list("account_id", "person_id"))


def everybody_in(topic: Topic) -> tuple[set[UUID], set[UUID]]:
    """The accounts, and of those without one the persons, who took part: whoever proposed it, and
    whoever was signed in; where there is no hall, whoever wrote a statement, until who wrote it is
    forgotten."""
    accounts = {topic.proposer_id} if topic.proposer_id else set()
    if topic.is_online:
        accounts |= authors_of(topic)
    persons: set[UUID] = set()
    for account, person in attendances_of(topic):
        if account:
            accounts.add(account)
        elif person:
            persons.add(person)
    # Who came once with an account and once at the desk is one, and hears once.
    tied = Account.objects.filter(person__in=persons).values_list("person_id", "pk")
    reached = {person: account for person, account in tied if person}
    return accounts | set(reached.values()), persons - reached.keys()


def authors_of(topic: Topic) -> set[UUID]:
    """The accounts that wrote statements on it."""
    rows = Statement.objects.filter(
        community=topic.community_id, conversation__topic=topic, author__isnull=False
    )
    return {each for each in rows.values_list("author", flat=True) if each}


def drawn_who_come(topic: Topic) -> list[Drawn]:
    """Those the lot met who said yes."""
    rows = Drawn.objects.filter(community=topic.community_id, draw__topic=topic, answer="yes")
    return list(rows.select_related("person").order_by("draw__number", "stratum", "place"))


def bodies_without_account(topic: Topic, on: date) -> set[UUID]:
    """The bodies among the parties for which nobody holds a post here that day: no message
    reaches them, so somebody has to tell them."""
    asked = set(topic.parties.filter(body__isnull=False).values_list("body", flat=True))
    held = Holding.objects.filter(
        in_term(on), body__in=asked, post__in=FOR_BODIES, account__is_active=True
    )
    return {each for each in asked - set(held.values_list("body", flat=True)) if each}


def capacity_of(topic: Topic, account: UUID | None, person: UUID | None) -> str:
    """As what somebody came to a talk on it, the latest; the proposer where they came to none,
    empty where they had no part in it."""
    came = Attendance.objects.filter(
        community=topic.community_id, gathering__in=gatherings_of(topic)
    ).order_by("-at")
    mine = came.filter(account=account) if account else came.none()
    if person is not None:
        mine = mine | came.filter(person=person)
    found = mine.values_list("capacity", flat=True).first()
    if found is None and account is not None and topic.proposer_id == account:
        return "proposer"
    return found or ""
