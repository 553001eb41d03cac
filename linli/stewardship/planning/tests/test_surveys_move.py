"""A house that was running before surveys stood on the questionnaire keeps every one of them."""

from datetime import UTC, date, datetime
from importlib import import_module

import pytest
from django.db import connections
from django.db.migrations.loader import MigrationLoader

from linli.lib.identity.ids import new_id
from linli.mechanisms.questionnaire.models import Questionnaire
from linli.mechanisms.questionnaire.queries.slips import taker_of

ROWS = ("Question", "Slip", "SlipTaken", "AnswerSheet")
NOW = ("questionnaire", "Questionnaire"), *(("questionnaire", name) for name in ROWS)
BEFORE = ("planning", "Survey"), *(("planning", name) for name in ROWS)


@pytest.fixture
def old_house(tmp_path, settings, django_db_blocker):
    """A database with the tables of before and of after, as they stand when rows are moved."""
    settings.MIGRATION_MODULES = {}  # tests that make their tables without them hide them
    described = {**connections.settings["default"], "ENGINE": "django.db.backends.sqlite3"}
    described |= {"NAME": str(tmp_path / "old.sqlite3"), "OPTIONS": {}}
    connections.settings["old"] = described
    apps = MigrationLoader(None).project_state(("planning", "0005_surveys_move")).apps
    with django_db_blocker.unblock():
        connection = connections["old"]
        connection.disable_constraint_checking()  # the places they lie in are not there
        with connection.schema_editor(atomic=False) as editor:
            for app, name in (*NOW, *BEFORE):
                editor.create_model(apps.get_model(app, name))
        connection.disable_constraint_checking()
        yield apps, editor
        connection.close()
    del connections["old"], connections.settings["old"]


def test_surveys_are_moved_with_questions_slips_takers_and_answers(old_house):
    apps, editor = old_house
    place, account = new_id(), new_id()

    def rows(app, name):
        return apps.get_model(app, name)._base_manager.using("old")

    def write(name, **values):
        return rows("planning", name).create(community_id=place, **values)

    said = {"state_since": datetime(2026, 12, 8, tzinfo=UTC), "version": 2, "year": 2026,
            "opens_on": date(2026, 12, 1), "closes_on": date(2026, 12, 20)}  # fmt: skip
    survey = write("Survey", state="open", title="调查", handed_out=3, **said)
    question = write("Question", survey=survey, order=1, text="先做？", options=["灯", "树"])
    write("Slip", survey=survey, digest=b"1" * 32, used=True)
    write("Slip", survey=survey, digest=b"2" * 32)
    now = Questionnaire(pk=survey.pk, kind="planning", per="household")
    taker = taker_of(now, account, (account,))
    write("SlipTaken", survey=survey, taker=taker)
    sheet = write("AnswerSheet", survey=survey, channel="paper", answers={"1": ["0"]})
    write("Survey", state="published", title="去年的", **said)

    import_module("linli.stewardship.planning.migrations.0005_surveys_move").move(apps, editor)

    moved = {each.title: each for each in rows("planning", "Survey")}
    asked = {each.pk: each for each in rows("questionnaire", "Questionnaire")}
    this, last = (asked[moved[title].questionnaire_id] for title in ("调查", "去年的"))
    assert (this.state, this.closes_on, this.handed_out) == ("open", date(2026, 12, 20), 3)
    assert (last.state, moved["去年的"].state) == ("closed", "published")
    assert rows("questionnaire", "Question").get().pk == question.pk, "tasks point at it"
    slips = rows("questionnaire", "Slip").values_list("digest", "used")
    assert {(bytes(digest)[:1], used) for digest, used in slips} == {(b"1", True), (b"2", False)}
    kept = rows("questionnaire", "SlipTaken").get()
    assert bytes(kept.taker) == taker, "who took a slip before is refused a second after"
    answer = rows("questionnaire", "AnswerSheet").get()
    assert (answer.pk, answer.channel, answer.stratum) == (sheet.pk, "paper", "")
    assert answer.questionnaire_id == this.pk
