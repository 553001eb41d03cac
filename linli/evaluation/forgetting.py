"""When a person is forgotten, the community's facts leave the store: which token was theirs is
known to nobody, and the next reckoning writes the months anew without them."""

from datetime import datetime

from django.db import transaction

from linli.core.people.actions.forgetting import when_forgotten
from linli.core.people.models import Person
from linli.evaluation.keeping import the_store
from linli.evaluation.store import drop_community


@when_forgotten
def drop_from_store(person: Person, at: datetime) -> None:
    """After the commit: files cannot be rolled back."""
    code = person.community.code
    transaction.on_commit(lambda: drop_community(the_store(), code))
