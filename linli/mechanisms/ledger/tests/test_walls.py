"""The database itself refuses, whoever writes and by whatever way."""

from datetime import date

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction

from linli.core.places.walls import Wall
from linli.mechanisms.ledger.actions import close_month
from linli.mechanisms.ledger.models import Account, Book, Entry, Line
from linli.mechanisms.ledger.tests.conftest import act_at, open_shop

pytestmark = pytest.mark.django_db

MARCH = date(2026, 3, 5)


def refuses(work):
    """Whether the database refuses, at once or when the transaction would end."""
    try:
        with transaction.atomic():
            work()
            connection.check_constraints()
    except IntegrityError:
        return True
    return False


def anew(row, **values):
    """A row like another, written past every act."""
    fields = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
    fields.pop("id")
    return lambda: type(row)(**{**fields, **values}).save(force_insert=True)


def standing():
    """The triggers of the database, by name."""
    asked = (
        "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"
        if connection.vendor == "postgresql"
        else "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    )
    with connection.cursor() as cursor:
        cursor.execute(asked)
        return {name for (name,) in cursor.fetchall()}


def test_every_wall_stands_where_the_tables_were_made():
    declared = {
        wall.name
        for model in apps.get_app_config("ledger").get_models()
        for wall in model._meta.constraints
        if isinstance(wall, Wall)
    }
    assert len(declared) == 8
    assert declared <= standing()


def test_what_was_entered_is_neither_changed_nor_taken_away_nor_added_to(shop, community):
    entry = shop.enter(MARCH, shop.bank, shop.gifts, 500_00)
    line = Line.objects.get(community=community, entry=entry)
    here = {"community": community.pk, "pk__in": [entry.pk, line.pk]}
    assert refuses(lambda: Entry.objects.filter(**here).update(words="别的"))
    assert refuses(lambda: Line.objects.filter(**here).update(amount=1))
    assert refuses(lambda: Line.objects.filter(**here).delete())
    assert refuses(lambda: Entry.objects.filter(**here).delete())
    # Neither beside its only line, nor as one more than it has.
    assert refuses(anew(line))
    assert refuses(anew(line, position=2))
    assert refuses(anew(line, position=2, size=2))
    if connection.vendor == "postgresql":
        connection.check_constraints()
        with connection.cursor() as cursor:
            assert refuses(lambda: cursor.execute("TRUNCATE ledger_line"))


def test_no_line_joins_accounts_of_two_books(shop, community):
    other = open_shop(community, "P1")
    entry = shop.enter(MARCH, shop.bank, shop.gifts, 500_00)
    first = Line.objects.get(community=community, entry=entry)
    second = anew(entry, number=2)
    second()
    made = Entry.objects.get(community=community, number=2)
    good = {"entry_id": made.pk, "number": 2}
    assert not refuses(anew(first, **good))
    for wrong in (
        {"credit_id": other.gifts.pk},
        {"debit_id": other.bank.pk},
        {"book_id": other.book.pk},
        {"book_id": other.book.pk, "debit_id": other.bank.pk, "credit_id": other.gifts.pk},
        {"day": date(2026, 3, 6)},
        {"amount": 0},
        {"amount": -1},
        {"credit_id": shop.bank.pk},
    ):
        assert refuses(anew(first, **good | wrong)), wrong
    assert refuses(anew(entry, number=3, book_id=other.book.pk, reverses_id=entry.pk))


def test_no_account_is_overdrawn_and_no_month_reopened(shop, community):
    shop.enter(MARCH, shop.bank, shop.gifts, 500_00)
    entry = shop.enter(date(2026, 4, 1), shop.spent, shop.bank, 500_00)
    with transaction.atomic():
        close_month(act_at(5, 1), shop.book, MARCH)
    bank = Account.objects.filter(community=community, pk=shop.bank.pk)
    book = Book.objects.filter(community=community, pk=shop.book.pk)
    assert refuses(lambda: bank.update(balance=-1))
    assert refuses(lambda: bank.update(never_negative=False))
    assert refuses(lambda: bank.update(kind="expense"))
    assert refuses(lambda: book.update(unit="minute"))
    assert refuses(lambda: book.update(closed_through=None))
    assert refuses(lambda: book.update(closed_through=date(2026, 2, 28)))
    assert refuses(anew(entry, number=9, day=date(2026, 3, 31)))
    assert not refuses(anew(entry, number=9, day=date(2026, 4, 1)))
