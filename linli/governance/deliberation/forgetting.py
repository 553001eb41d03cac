"""When a person is forgotten, the lot forgets them as well."""

from datetime import datetime

from linli.core.people.actions.forgetting import when_forgotten
from linli.core.people.models import Person
from linli.governance.deliberation.models import Drawn


@when_forgotten
def forget_that_drawn(person: Person, at: datetime) -> None:
    """What was answered stays as a count of the draw."""
    Drawn.objects.filter(community=person.community_id, person=person).delete()
