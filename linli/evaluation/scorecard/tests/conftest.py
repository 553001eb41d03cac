"""A community whose figures are reckoned, and a meeting carried to where a test wants it."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
import time_machine

from linli.core.access.actions import register_body
from linli.core.access.queries import actor_for
from linli.core.audit.actor import the_operator
from linli.evaluation.scorecard import actions
from linli.evaluation.scorecard.models import ScoreTopic
from linli.evaluation.tests.cast import AT, DAY, busy_months
from linli.evaluation.tests.conftest import room, scene  # noqa: F401

TAKEN = {"S2": ["MT01", "MT02"], "S5": []}


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(AT, tick=False):
        yield


@pytest.fixture
def hall(scene):  # noqa: F811
    """`by(post)`, the meeting's steps in short, and its topics."""
    busy_months(scene.room, scene.community)
    scene.reckon()
    accounts = {post: scene.account(post) for post in ("worker", "director")}
    property_firm = register_body(
        scene.community,
        name="东湖花园物业服务中心",
        kind="property_provider",
        place=scene.community,
        office_phone="0990-5550002",
        by=the_operator(),
        at=AT - timedelta(days=60),
    )

    def by(post="worker", at=AT):
        return {"by": actor_for(accounts[post], at.date()), "at": at}

    def prepare():
        given = {"year": DAY.year, "round": "year", "taken": TAKEN}
        return actions.prepare_meeting(scene.community, **given, **by())

    def topic(meeting, standard):
        row = ScoreTopic.objects.get(community=scene.community, meeting=meeting, standard=standard)
        row.meeting = meeting
        return row

    def hear(present=42):
        meeting = prepare()
        actions.hold_meeting(meeting, held_on=DAY, venue="活动室", present=present, **by())
        for standard, words in (("S2", "修得慢。电话13812345678打不通"), ("S5", "比去年干净")):
            row = topic(meeting, standard)
            actions.write_topic(row, words=words, hands=(20, 12, 4), **by())
        return meeting

    def answer():
        meeting = hear()
        said = {"body": property_firm, "words": "夜里人手不够"}
        actions.record_view(topic(meeting, "S2"), **said, **by())
        return meeting

    def agree(meeting, title="每层贴报修码", days=20, **given):
        given = {"indicator": "MT01", "post": "worker", **given}
        due_on = DAY + timedelta(days=days)
        return actions.agree_action(
            topic(meeting, "S2"), title=title, due_on=due_on, **given, **by()
        )

    return SimpleNamespace(
        scene=scene, community=scene.community, accounts=accounts, firm=property_firm, by=by,
        prepare=prepare, topic=topic, hear=hear, answer=answer, agree=agree,
    )  # fmt: skip
