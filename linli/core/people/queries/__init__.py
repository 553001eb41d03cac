"""Reading persons, always within one community; who was not found does not exist."""

from linli.core.people.queries.agreements import (
    agents_of,
    consents_of,
    has_consent,
    may_act_for,
    principals_of,
)
from linli.core.people.queries.asked import (
    Answer,
    answer_asked,
    persons_asked,
    ties_asked,
    ties_in_force,
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
    load_person,
    own_record,
    person_called,
    persons_by_phone,
    persons_in,
    search_persons,
)
from linli.core.people.queries.resembling import (
    doubles_of,
    merges_in,
    others_known_apart,
    resemblances,
    resembling_in,
)
from linli.core.people.queries.roster_rows import RosterFacts, roster_rows

__all__ = [
    "Answer",
    "RosterFacts",
    "agents_of",
    "answer_asked",
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
    "merges_in",
    "others_known_apart",
    "own_record",
    "person_called",
    "persons_asked",
    "persons_by_phone",
    "persons_in",
    "principals_of",
    "resemblances",
    "resembling_in",
    "roster_rows",
    "search_persons",
    "stated_grounds",
    "ties_asked",
    "ties_in_force",
    "ties_of",
]
