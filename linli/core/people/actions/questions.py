"""Questions the desk keeps under a name."""

from linli.core.audit.door import Act, action
from linli.core.people.asked import Asked
from linli.core.people.models import Question
from linli.core.places.models import Place
from linli.lib.law import Finding, require


@action("people.save_question", needs="people.save_question")
def save_question(act: Act, community: Place, *, name: str, asked: Asked) -> Question:
    """Keeps a question for everybody at the desk."""
    name = " ".join(name.split())
    taken = Question.objects.filter(community=community, name=name).exists()
    require(Finding(bool(name) and not taken, "people.question_name_free"))
    act.note(label=name)
    return Question.objects.create(
        community=community, name=name, asks=asked.as_values(), saved_at=act.at
    )


@action("people.drop_question", needs="people.save_question")
def drop_question(act: Act, question: Question) -> Question:
    """The desk asks it no longer."""
    Question.objects.filter(community=question.community_id, pk=question.pk).delete()
    return question
