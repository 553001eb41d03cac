"""What is destroyed when it has served: who is whose relative, who was handed a paper, who signed
a demand."""

from linli.core.audit.door import Act, action
from linli.governance.elections.models import Election, Kinship, Recall, RecallSignature, Round
from linli.mechanisms.ballot.actions import forget_marks


@action("elections.forget_kinships", needs="elections.let_time_pass")
def forget_kinships(act: Act, election: Election) -> Election:
    """Removes the relations declared for an election that is filed or called off: they served it
    and nothing else."""
    gone = Kinship.objects.filter(community=election.community_id, election=election)
    act.note(count=gone.count())
    gone.delete()
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
    act.note(signers=found)
    return recall
