"""What is destroyed when it has served: who is whose relative, who joined in a nomination, who was
handed a paper, who signed a demand."""

from linli.core.audit.door import Act, action
from linli.governance.elections.models import (
    CommitteeSeat,
    Election,
    Kinship,
    Nomination,
    Nominator,
    Recall,
    RecallSignature,
    Round,
)
from linli.governance.elections.rules.kin import without_kin
from linli.mechanisms.ballot.actions import forget_marks


@action("elections.forget_kinships", needs="elections.let_time_pass")
def forget_kinships(act: Act, election: Election) -> Election:
    """Removes the relations declared for an election that is filed or called off, and what tells
    of them: why a member left the election committee, who gave way to whom among the elected.
    They served it and nothing else."""
    here = {"community": election.community_id, "election": election}
    CommitteeSeat.objects.filter(**here, left_for="kin_nominated").update(left_for="other")
    for round_ in Round.objects.filter(**here):
        round_.outcome = without_kin(round_.outcome)
        round_.save(update_fields=["outcome"])
    gone = Kinship.objects.filter(**here)
    act.note(count=gone.count())
    gone.delete()
    return election


@action("elections.forget_nominators", needs="elections.let_time_pass")
def forget_nominators(act: Act, election: Election) -> Election:
    """Destroys which electors joined in the nominations of an election that is filed or called
    off; how many they were stays."""
    joined = 0
    for nomination in Nomination.objects.filter(
        community=election.community_id, election=election, nominators__isnull=False
    ).distinct():
        rows = Nominator.objects.filter(community=election.community_id, nomination=nomination)
        nomination.joined_then = rows.count()
        nomination.save(update_fields=["joined_then"])
        joined += nomination.joined_then
        rows.delete()
    act.note(count=joined)
    return election


@action("elections.forget_who_voted", needs="elections.let_time_pass")
def forget_who_voted(act: Act, round_: Round) -> Round:
    """Destroys the marks of a round that was declared; how many they were stays."""
    forget_marks(act, round_.poll)
    return round_


@action("elections.forget_signatures", needs="elections.let_time_pass")
def forget_signatures(act: Act, recall: Recall) -> Recall:
    """Destroys who signed a demand, and who asked for it, a year after it was settled; how many
    they were stays in what was judged."""
    found, _each = RecallSignature.objects.filter(
        community=recall.community_id, recall=recall
    ).delete()
    recall.asked_by = None
    recall.save(update_fields=["asked_by"])
    recall.steps.filter(move__in=("ask", "submit", "withdraw")).update(account=None, post="")
    act.note(signers=found)
    return recall
