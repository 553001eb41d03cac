"""A community with two compounds, somebody at its desk, and a browser that is signed in."""

from urllib.parse import urlencode

import pytest
from django.urls import reverse

from linli.core.people.tests.conftest import (  # noqa: F401
    AT,
    ON,
    community,
    director,
    dwelling,
    next_door,
    outsider,
    post_of,
    resident,
    worker,
)
from linli.service.chains import actions
from linli.web.desk.roster.tests.conftest import sign_in  # noqa: F401

LIST = """#接龙
周六团鸡蛋，一盘25元
1. 1-1-101 王阿姨 2盘
2. 2栋1单元202 李姐 1盘 已付
3. 9-9-999 赵 3盘
4. 陈师傅 1盘
"""


@pytest.fixture
def open_list(community, worker):  # noqa: F811
    """`open_list(text)`: a list taken in."""

    def opened(text=LIST, *, by=worker, at=AT, kind="order", **given):
        return actions.open_chain(community, by=by, at=at, text=text, kind=kind, **given)

    return opened


@pytest.fixture
def chain(open_list):
    return open_list()


@pytest.fixture
def url(community):  # noqa: F811
    """`url("show", chain.pk)`: an address of the room."""

    def found(name, *args, **query):
        address = reverse(f"chains:{name}", args=[community.code, *args])
        return f"{address}?{urlencode(query)}" if query else address

    return found
