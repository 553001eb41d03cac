"""A small invented corner of the tree, for the house tests that knock at doors."""

from datetime import UTC, datetime

import pytest

AT = datetime(2026, 11, 2, 1, 0, tzinfo=UTC)
_TABLE = """code,parent,name,level,ur_code,lon,lat
100000000000,100000000000,中华人民共和国,country,,,
980000000000,100000000000,云州省,province,,,
980100000000,980000000000,临川市,city,,,
980102000000,980100000000,江东区,county,,,
980102003000,980102000000,梧桐街道办事处,town,,,
980102003001,980102003000,青禾社区居委会,village,111,,
980102003002,980102003000,望江社区居委会,village,111,,
"""


@pytest.fixture
def community(db, tmp_path):
    """The community whose pages are asked for; `next_door` lies in the same street."""
    return _places(tmp_path)["980102003001"]


@pytest.fixture
def next_door(community):
    """The community the outsider comes from."""
    from linli.core.places.models import Place

    return Place.objects.get(code="980102003002")


@pytest.fixture
def outsider(next_door):
    """Whoever directs, works and oversees next door, and has no business here."""
    from linli.core.access.models import Account, Holding
    from linli.core.access.posts import POSTS

    account = Account.objects.create(username="outsider", label="外人", created_at=AT)
    for name, post in POSTS.items():
        if not post.counts_only:  # a street officer's reach is the street, both communities
            Holding.objects.create(account=account, post=name, place=next_door, since=AT.date())
    return account


def _places(folder):
    from linli.core.audit.actor import the_operator
    from linli.core.places.actions import import_divisions
    from linli.core.places.forms import read_division_table
    from linli.core.places.models import Place

    table = folder / "divisions.csv"
    table.write_text(_TABLE, encoding="utf-8")
    import_divisions(None, by=the_operator(), at=AT, rows=read_division_table(table), on=None)
    return {place.code: place for place in Place.objects.all()}
