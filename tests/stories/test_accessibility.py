"""axe finds nothing, on any of the pages people meet first, in any of their looks."""

# ruff: noqa: F811 (a fixture is asked for by its name)

import pytest
from django.utils import timezone

from linli.core.audit.actor import NOBODY, the_clock
from linli.evaluation.reckoning import reckon_at_once
from linli.service.matters.actions import answer, publish, raise_matter
from linli.service.matters.actions.raising import Raised
from linli.service.matters.queries import kinds_of
from tests.stories.telling import DESK, PHONE, Look, browser_type_launch_args, faults_of, house  # noqa: F401 (fixtures)

pytestmark = pytest.mark.accessibility

LOOKS = [
    Look(PHONE, "zh-CN"),
    Look(PHONE, "en-GB", dark=True),
    Look(DESK, "zh-CN", dark=True),
    Look(DESK, "en-GB"),
]
PUBLIC = (
    "",
    "matters/new/",
    "matters/receipt/",
    "matters/",
    "matters/places/",
    "standards/",
    "notices/",
    "/law/",
    "/privacy/",
    "/accessibility/",
    "/sign-in/",
    "/places/",
    "/join/",
)
AT_THE_DESK = (
    "desk/",
    "desk/matters/",
    "desk/matters/type-in/",
    "desk/matters/patterns/?at_least=2",
    "desk/matters/import/",
    "desk/matters/routing/",
    "desk/matters/kinds/",
    "desk/people/",
    "desk/invitations/",
    "desk/tags/",
    "desk/calendar/",
    "desk/posts/",
    "/inbox/",
    "/jobs/",
    "/me/account/",
    "/me/second-factor/",
    "/me/sessions/",
)


@pytest.fixture
def lived_in(house):
    """A matter answered and public, one waiting, and the figures reckoned."""
    setting, at = house.setting, timezone.now()
    worker = setting.actor("worker", timezone.localdate(at))
    kind = kinds_of(setting.community).get(code="waste")
    said = {"kind": kind, "title": "垃圾桶满了", "text": "垃圾桶满了没人清", "channel": "tag"}
    house.matter = raise_matter(
        setting.community, raised=Raised(**said, place=setting.stair), by=NOBODY, at=at
    )
    raise_matter(setting.community, raised=Raised(**said, place=setting.stair), by=NOBODY, at=at)
    answer(house.matter, text="已清运", by=worker, at=at)
    publish(house.matter, title="垃圾桶满了", text="没人清", answer="已清运", by=worker, at=at)
    reckon_at_once(setting.community, by=the_clock(), at=at)
    return house


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
def test_axe_finds_nothing(lived_in, look):
    house, faults = lived_in, {}

    def look_at(page, path):
        assert page.goto(house.at(path)).status == 200, path
        house.picture(
            page, look, f"axe-{path.strip('/').replace('/', '_').split('?')[0] or 'home'}"
        )
        found = faults_of(page)
        overflow = page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        if overflow > 1:
            found.append(f"wider than the screen by {overflow}px")
        if found:
            faults[path] = found

    with house.visit(look) as page:
        for path in (*PUBLIC, f"matters/receipt/{house.matter.receipt}/"):
            look_at(page, path)
    with house.visit(look, "director") as page:
        own = (f"desk/matters/{house.matter.pk}/", f"desk/matters/{house.matter.pk}/look/")
        for path in (*AT_THE_DESK, *own):
            look_at(page, path)
    with house.visit(look, "street") as page:
        look_at(page, f"/street/{house.setting.street.code}/")
    assert not faults, "\n".join(f"{path}: {found}" for path, found in faults.items())
