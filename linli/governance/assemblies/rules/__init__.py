"""The law of residents' meetings as pure functions (RCL 2025, arts. 13, 26-32, 40).

Begin with `assembly_law(on, jurisdictions)`; `decide` says what a meeting decided.
"""

from linli.governance.assemblies.rules.calling import (
    PETITIONERS,
    birthdays_known,
    called_in_time,
    last_calling_day,
    last_notice_day,
    may_call,
    notice_given,
    petition_enough,
)
from linli.governance.assemblies.rules.clauses import KINDS, Clause, look_at_clause, look_at_text
from linli.governance.assemblies.rules.composition import (
    meeting_composed,
    representatives_bounds,
    representatives_usual,
)
from linli.governance.assemblies.rules.deciding import Decision, carried, decide, quorum
from linli.governance.assemblies.rules.duty import half_year, meeting_held
from linli.governance.assemblies.rules.law import (
    ASSEMBLY,
    BODIES,
    MEETING,
    AssemblyLaw,
    assembly_law,
)
from linli.governance.assemblies.rules.reserved import (
    COMMITTEE,
    RESERVED,
    may_change,
    may_decide,
    studied_first,
)
from linli.governance.assemblies.rules.resolutions import (
    carried_out_in_time,
    filed,
    may_be_challenged,
)

__all__ = [
    "ASSEMBLY",
    "BODIES",
    "COMMITTEE",
    "KINDS",
    "MEETING",
    "PETITIONERS",
    "RESERVED",
    "AssemblyLaw",
    "Clause",
    "Decision",
    "assembly_law",
    "birthdays_known",
    "called_in_time",
    "carried",
    "carried_out_in_time",
    "decide",
    "filed",
    "half_year",
    "last_calling_day",
    "last_notice_day",
    "look_at_clause",
    "look_at_text",
    "may_be_challenged",
    "may_call",
    "may_change",
    "may_decide",
    "meeting_composed",
    "meeting_held",
    "notice_given",
    "petition_enough",
    "quorum",
    "representatives_bounds",
    "representatives_usual",
    "studied_first",
]
