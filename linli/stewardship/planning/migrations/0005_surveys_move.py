"""Every survey becomes a questionnaire, with its questions, slips, takings and answers.

A questionnaire takes the id of its survey, and questions theirs: digests of who took a slip are
keyed with the one, tasks point at the needs of the other. Rows of slips and answers keep their
random keys, and go over in the order of these, so that nothing is told by where they lie.
"""

from typing import Any

from django.db import migrations

AT_ONCE = 500
MOVED = {
    "Question": ("order", "kind", "situation", "text", "options"),
    "Slip": ("digest", "used"),
    "SlipTaken": ("taker",),
    "AnswerSheet": ("channel", "answers"),
}
STATES = {"draft": "draft", "open": "open", "closed": "closed", "published": "closed"}


def move(apps: Any, editor: Any) -> None:
    """Copies; the next migration takes the old tables away."""

    def rows(app: str, name: str) -> Any:
        return apps.get_model(app, name)._base_manager.using(editor.connection.alias)

    for survey in rows("planning", "Survey").iterator():
        rows("questionnaire", "Questionnaire").create(
            id=survey.pk,
            community_id=survey.community_id,
            kind="planning",
            title=survey.title,
            per=survey.per,
            opens_on=survey.opens_on,
            closes_on=survey.closes_on,
            state=STATES[survey.state],
            handed_out=survey.handed_out,
        )
        for name, fields in MOVED.items():
            old = rows("planning", name).filter(survey_id=survey.pk).order_by("pk")
            new = rows("questionnaire", name)
            made = (_moved(new.model, row, survey.pk, fields) for row in old.iterator(AT_ONCE))
            new.bulk_create(made, batch_size=AT_ONCE)
        rows("planning", "Survey").filter(pk=survey.pk).update(questionnaire_id=survey.pk)


def _moved(model: Any, row: Any, survey: Any, fields: tuple[str, ...]) -> Any:
    same = {name: getattr(row, name) for name in ("id", "community_id", *fields)}
    return model(questionnaire_id=survey, **same)


class Migration(migrations.Migration):
    dependencies = [("planning", "0004_survey_over_a_questionnaire")]

    operations = [migrations.RunPython(move, migrations.RunPython.noop, elidable=True)]
