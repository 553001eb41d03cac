"""What the tables themselves would betray to whoever reads the file."""

import pytest
from django.apps import apps
from django.db import connection

from linli.mechanisms.ballot import actions
from linli.mechanisms.ballot.actions import cast
from linli.mechanisms.ballot.models import Mark, Paper
from linli.mechanisms.ballot.tests.votes import AGAINST, FOR, NOON

pytestmark = pytest.mark.django_db

TELLING = ("DateTimeField", "DateField", "TimeField", "AutoField", "BigAutoField")


@pytest.mark.parametrize("model", [Mark, Paper])
def test_roll_and_box_keep_no_row_numbers(model, request):
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL is rewritten at the close")
    if request.config.getoption("nomigrations"):
        pytest.skip("the migrations see to it; run with --migrations, as script/check does")
    with connection.cursor() as cursor:
        cursor.execute("SELECT sql FROM sqlite_master WHERE name = %s", [model._meta.db_table])
        assert cursor.fetchone()[0].endswith("WITHOUT ROWID")


@pytest.mark.parametrize("model", [Mark, Paper])
def test_roll_and_box_keep_no_time_and_a_random_key(model):
    assert not [field.name for field in model._meta.fields if field.get_internal_type() in TELLING]
    assert {model(community_id=None).pk.version for _ in range(5)} == {4}


def test_nothing_of_the_box_points_to_the_roll():
    names = {field.name for field in Paper._meta.get_fields()}
    assert names == {"id", "community", "poll", "number", "content"}
    pointing = [
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        for field in model._meta.fields
        if field.related_model in (Paper, Mark)
    ]
    assert pointing == []


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite keeps no order at all")
@pytest.mark.django_db(transaction=True)
def test_the_close_writes_roll_and_box_anew_so_that_no_transaction_ties_them(poll, voter, take):
    for number in range(1, 13):
        cast(poll, pattern=FOR if number % 3 else AGAINST, by=voter(number), at=NOON)

    def written():
        with connection.cursor() as cursor:
            cursor.execute("SELECT xmin::text, id FROM ballot_mark ORDER BY ctid")
            marks = cursor.fetchall()
            cursor.execute("SELECT xmin::text, id FROM ballot_paper ORDER BY ctid")
            return marks, cursor.fetchall()

    marks, papers = written()
    # Until the close the transactions lie side by side, which is why it must write them anew.
    beside = zip(marks, papers, strict=True)
    assert all(abs(int(mark) - int(paper)) <= 1 for (mark, _m), (paper, _p) in beside)
    before = {key for _each, key in papers}
    take(actions.close_poll, poll)
    marks, papers = written()
    assert len({each for each, _key in marks + papers}) == 1
    assert [key for _each, key in papers] == sorted(before)
    assert [key for _each, key in marks] == sorted(key for _each, key in marks)


@pytest.mark.django_db(transaction=True)
def test_reading_the_box_raw_does_not_give_the_order_of_casting(poll, voter):
    cast_in_order = []
    for number in range(1, 13):
        known = set(Paper.objects.filter(poll=poll, community=poll.community_id))
        cast(poll, pattern=FOR, by=voter(number), at=NOON)
        (new,) = set(Paper.objects.filter(poll=poll, community=poll.community_id)) - known
        cast_in_order.append(new.pk)
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("SELECT id FROM ballot_paper")
            raw = [row[0] for row in cursor.fetchall()]
        assert raw == sorted(key.hex for key in cast_in_order)
    assert cast_in_order != sorted(cast_in_order)
