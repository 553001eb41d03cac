"""A suggestion from the box becomes a topic that everybody talks over, by whoever answers it.

The box knows what was suggested, in the words everybody reads; the deliberation room takes it up,
and its director answers as for any topic. Who suggested it goes nowhere: the box does not say. The
topic *follows from* the suggestion, and the page of each leads to the other.
"""

from linli.core.audit.door import Act, crosses
from linli.core.links.linking import link
from linli.governance.deliberation.actions import propose
from linli.partners.organisations.models import Proposal


@crosses("organisations.answer_proposal")
def suggestion_becomes_topic(act: Act, proposal: Proposal) -> None:
    """Proposes it as a resident's topic, without a name. Refused where its words are not fit for
    everybody, and then it is not answered either."""
    if not proposal.becomes_topic:
        return
    topic = propose(
        proposal.community,
        title=proposal.title,
        text=proposal.about or proposal.title,
        source="resident",
        on_paper=True,
        by=act.by,
        at=act.at,
    )
    link(act, topic, "follows_from", proposal)
