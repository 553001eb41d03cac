"""The browser of a resident."""

from linli.core.people.tests.conftest import (  # noqa: F401
    community,
    dwelling,
    next_door,
    resident,
)
from linli.web.desk.roster.tests.conftest import sign_in  # noqa: F401
