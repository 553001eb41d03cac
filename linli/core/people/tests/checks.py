"""Small checks that several tests of persons share."""

import pytest

from linli.core.people.models import Person
from linli.lib.law import Refused


def refused(rule):
    """`with refused("people.x"):` the act is refused by that rule."""

    class Check:
        def __enter__(self):
            self.context = pytest.raises(Refused)
            self.found = self.context.__enter__()

        def __exit__(self, *exc):
            done = self.context.__exit__(*exc)
            assert self.found.value.finding.rule == rule
            return done

    return Check()


def again(person) -> Person:
    """The row as the database has it now."""
    return Person.objects.get(community=person.community_id, pk=person.pk)
