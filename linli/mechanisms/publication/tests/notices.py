"""Templates and acts of a small domain of the tests' own."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from types import SimpleNamespace

import rules

from linli.core.audit.actor import holds
from linli.core.clocks.tests.cast import an_act
from linli.mechanisms.publication import actions
from linli.mechanisms.publication.declaration import Category, PublicField, Template

AFFAIRS = Category("test_affairs", "居务公开")
HELP = Category("test_help", "救助公示")

NEWS = Template(
    "tests.news",
    category=AFFAIRS,
    title="居务公告",
    fields=(
        PublicField("title", "标题"),
        PublicField("body", "正文", kind="prose"),
        PublicField("cost", "费用", kind="money", required=False),
        PublicField("done_on", "完成日期", kind="day", required=False),
    ),
    period_days=15,
    minimum_days=15,
    cites=("rcl2025.34",),
    heading="title",
)
AID = Template(
    "tests.aid",
    category=HELP,
    title="最低生活保障申请公示",
    fields=(
        PublicField("name", "申请人"),
        PublicField("members", "家庭人数", kind="number"),
        PublicField("amount", "月保障金额", kind="money"),
    ),
    period_days=7,
    minimum_days=7,
    objection_days=7,
    names_persons=True,
)
ROLL = Template(
    "tests.roll",
    category=AFFAIRS,
    title="志愿服务时数",
    fields=(
        PublicField(
            "rows",
            "明细",
            kind="rows",
            columns=(PublicField("team", "队伍"), PublicField("hours", "小时", kind="number")),
        ),
    ),
    period_days=None,
)

rules.set_perm("tests.publish", holds("director", "worker"))


@contextmanager
def publishing() -> Iterator[SimpleNamespace]:
    """Every step of publication as an act of its own, through the real door."""
    steps = {
        "draft": actions.draft,
        "post": actions.post,
        "release": actions.release,
        "correct": actions.correct,
        "take_down": actions.take_down,
        "discard": actions.discard,
    }
    with ExitStack() as open_doors:
        doors = {}
        for name, step in steps.items():
            act = an_act(f"tests.{name}", "tests.publish", _turned(step))
            doors[name] = open_doors.enter_context(act)
        yield SimpleNamespace(**doors)


def _turned(step):
    def do(act, subject, *, template=None, **given):
        if template is not None:
            return step(act, template, subject, **given)
        return step(act, subject, **given)

    return do
