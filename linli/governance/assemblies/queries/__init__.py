"""Reading what residents decided, who speaks for them, and what is coming."""

from linli.governance.assemblies.queries.documents import (
    Difference,
    difference_between,
    document_of,
    in_force,
    opinions_of,
    version_in,
    versions_of,
)
from linli.governance.assemblies.queries.figures import (
    committee_members,
    count_from_roster,
    latest_figure,
)
from linli.governance.assemblies.queries.meetings import (
    assemblies_of,
    assembly_in,
    assembly_of_gathering,
    authorisations_in_force,
    coming_public,
    duty_of,
    held_meetings,
    past_public,
    topic_in,
    topics_of,
)
from linli.governance.assemblies.queries.petitions import (
    capacity_to_sign,
    has_signed,
    open_petitions,
    petition_in,
    public_petition,
    signatures_on,
)
from linli.governance.assemblies.queries.representatives import (
    Group,
    groups_of,
    representative_in,
    representatives_on,
    representing,
)
from linli.governance.assemblies.queries.resolutions import (
    alterable,
    owed_resolutions,
    progress_of,
    public_resolutions,
    resolution_in,
)

__all__ = [
    "Difference",
    "Group",
    "alterable",
    "assemblies_of",
    "assembly_in",
    "assembly_of_gathering",
    "authorisations_in_force",
    "capacity_to_sign",
    "coming_public",
    "committee_members",
    "count_from_roster",
    "difference_between",
    "document_of",
    "duty_of",
    "groups_of",
    "has_signed",
    "held_meetings",
    "in_force",
    "latest_figure",
    "open_petitions",
    "opinions_of",
    "owed_resolutions",
    "past_public",
    "petition_in",
    "progress_of",
    "public_petition",
    "public_resolutions",
    "representative_in",
    "representatives_on",
    "representing",
    "resolution_in",
    "signatures_on",
    "topic_in",
    "topics_of",
    "version_in",
    "versions_of",
]
