"""A later migration alters a table, and the walls stand afterwards."""

from django.apps import apps
from django.db import connection, migrations, models
from django.db.migrations.state import ModelState, ProjectState

from linli.mechanisms.ledger.models import Entry
from linli.mechanisms.ledger.tests.test_walls import standing


def test_walls_stand_again_after_the_tables_were_made_anew(transactional_db):
    before = standing()
    state = ProjectState()
    for label in ("ledger", "places"):
        for model in apps.get_app_config(label).get_models():
            state.add_model(ModelState.from_model(model))
    (wall,) = [
        each for each in Entry._meta.constraints if each.name == "ledger_entry_in_open_month"
    ]

    def alter(model, name, longer):
        field = models.CharField(max_length=longer)
        return migrations.AlterField(model, name, field)

    for operation in (
        # The one wall that reads another table yields while that table is made anew.
        migrations.RemoveConstraint("entry", wall.name),
        alter("book", "title", 130),
        alter("book", "title", 120),
        migrations.AddConstraint("entry", wall),
        alter("entry", "words", 210),
        alter("entry", "words", 200),
    ):
        after = state.clone()
        operation.state_forwards("ledger", after)
        with connection.schema_editor() as editor:
            operation.database_forwards("ledger", editor, state, after)
        state = after
    assert standing() == before
