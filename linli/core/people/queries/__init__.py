"""Reading persons, always within one community; who was not found does not exist."""

from linli.core.people.queries.agreements import (
    agents_of,
    consents_of,
    has_consent,
    may_act_for,
    principals_of,
)
from linli.core.people.queries.dwellings import (
    count_households,
    dwelling_of,
    dwellings_of,
    households_at,
    living_at,
    members_of,
    ties_of,
)
from linli.core.people.queries.held import held_about, stated_grounds
from linli.core.people.queries.persons import (
    doubles_of,
    load_person,
    others_known_apart,
    own_record,
    person_called,
    persons_by_phone,
    persons_in,
    search_persons,
)

__all__ = [
    "agents_of",
    "consents_of",
    "count_households",
    "doubles_of",
    "dwelling_of",
    "dwellings_of",
    "has_consent",
    "held_about",
    "households_at",
    "living_at",
    "load_person",
    "may_act_for",
    "members_of",
    "others_known_apart",
    "own_record",
    "person_called",
    "persons_by_phone",
    "persons_in",
    "principals_of",
    "search_persons",
    "stated_grounds",
    "ties_of",
]
