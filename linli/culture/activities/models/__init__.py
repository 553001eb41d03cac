"""What takes place, in which term, and its pictures."""

from linli.culture.activities.models.activity import Activity, ActivityStep, Picture, Term

__all__ = ["Activity", "ActivityStep", "Picture", "Term"]

# What people learn, meet for and are honoured with.
from linli.culture.activities.models import (  # noqa: F401
    groups,
    learning,
    recognition,
    screenings,
    teachers,
)
