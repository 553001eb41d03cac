"""A matter to work on, and the cast as actors."""

import pytest
from django.utils import timezone

from linli.core.audit.actor import NOBODY
from linli.service.matters.actions import raise_matter
from linli.service.matters.actions.raising import Raised
from linli.service.matters.queries import kinds_of


@pytest.fixture
def at():
    """The moment of an act."""
    return timezone.now()


@pytest.fixture
def actor(setting, at):
    """One of the cast, with the posts held today."""
    return lambda key: setting.actor(key, timezone.localdate(at))


@pytest.fixture
def report(setting, at):
    """Raises a matter as anybody may; every part can be said otherwise."""

    def raised(code="stair_light", *, by=NOBODY, when=None, community=None, **said):
        community = community or setting.community
        given = {
            "kind": kinds_of(community).get(code=code),
            "title": "楼道灯坏了",
            "text": "三楼的灯不亮，晚上很黑。",
            "channel": "tag",
            "place": setting.stair,
            **said,
        }
        return raise_matter(community, raised=Raised(**given), by=by, at=when or at)

    return raised


@pytest.fixture
def matter(report):
    return report()
