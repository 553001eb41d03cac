"""When a person is forgotten, their name as a representative goes as well."""

from datetime import datetime

from linli.core.people.actions.forgetting import when_forgotten
from linli.core.people.models import Person
from linli.governance.assemblies.models import Representative


@when_forgotten
def blank_representative(person: Person, at: datetime) -> None:
    """That the group had a representative from then to then stays."""
    Representative.objects.filter(community=person.community_id, person=person).update(
        name="", shown_as="", channel="", person=None, account=None
    )
