"""What becomes of a topic is told to everybody who took part in it."""

from typing import Any

from linli.core.audit.door import Act
from linli.governance.deliberation.models import Topic
from linli.governance.deliberation.queries.taking_part import everybody_in


def tell_everybody(act: Act, topic: Topic, kind: str, **values: Any) -> int:
    """Tells whoever proposed it and whoever was signed in at a talk on it; says how many. The
    book holds the number and no list."""
    accounts, persons = everybody_in(topic)
    for account in sorted(accounts):
        act.tell(kind, account=account, number=topic.number, **values)
    for person in sorted(persons):
        act.tell(kind, person=person, number=topic.number, **values)
    return len(accounts) + len(persons)
