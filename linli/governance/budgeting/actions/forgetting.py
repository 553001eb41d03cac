"""Who sent an idea, and who was named to accept, goes a year after the round is over; at once where
a person is forgotten."""

from datetime import datetime

from linli.core.audit.door import Act, action
from linli.core.people.actions.forgetting import when_forgotten
from linli.core.people.models import Person
from linli.governance.budgeting.models import Acceptor, Idea, Round
from linli.lib.law import Finding, require


@action("budgeting.forget_authors", needs="budgeting.forget")
def forget_authors(act: Act, round_: Round) -> Round:
    """Destroys who sent what and who was named to accept; what they wrote stays."""
    require(Finding(round_.state in ("ended", "cancelled"), "budgeting.round_over"))
    ideas = Idea.objects.filter(community=round_.community_id, round=round_)
    act.note(ideas=ideas.update(account=None, person=None))
    Acceptor.objects.filter(community=round_.community_id, project__round=round_).update(
        person=None
    )
    return round_


@when_forgotten
def blank_author(person: Person, at: datetime) -> None:
    """Their ideas stay, without them."""
    Idea.objects.filter(community=person.community_id, person=person).update(
        person=None, account=None
    )
    Acceptor.objects.filter(community=person.community_id, person=person).update(person=None)
