"""B11: whoever raised a matter follows it by its receipt without an account; nobody need say who
they are; how long answers take and how many are late is published."""

import pytest

from linli.core.audit.actor import NOBODY
from linli.evaluation.definitions import catalogue
from linli.service.matters import actions
from linli.service.matters.actions.raising import Raised
from linli.service.matters.queries import kinds_of

ROW, ROOM, PAGES = "B11", "service/matters", ("matters:new", "matters:follow", "matters:public")
pytestmark = pytest.mark.django_db


@pytest.fixture
def matter(setting, at):
    raised = Raised(
        kind=kinds_of(setting.community).get(code="stair_light"),
        title="楼道灯坏了",
        text="三楼的灯不亮，晚上很黑。",
        channel="tag",
        place=setting.stair,
    )
    return actions.raise_matter(setting.community, raised=raised, by=NOBODY, at=at)


def test_b11_an_anonymous_matter_is_followed_by_its_receipt(matter, visit, url, actor, at):
    assert matter.is_anonymous
    actions.answer(matter, text="灯换好了。", by=actor("worker"), at=at)
    page = visit().get(url("matters:follow", receipt=matter.receipt))
    assert page.status_code == 200
    assert "灯换好了。" in page.content.decode()


def test_b11_how_long_answers_take_and_how_many_are_late_is_published(matter, visit, url):
    page = visit().get(url("evaluation:standards"))
    assert page.status_code == 200
    counted = {(row.aggregator, kind) for row in catalogue().rows for kind in row.kinds}
    assert ("last", "matters.overdue") in counted
    assert ("median", "matters.answer_days") in counted
