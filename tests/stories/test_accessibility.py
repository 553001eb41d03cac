"""Axe finds nothing on any page people meet, on both widths, light and dark, under the site's own
content policy; and no page is wider than its screen."""

import pytest

from tests.stories.barriers import barriers_on
from tests.stories.steps import enlarge, fill, open_step, send
from tests.stories.telling import Device

pytestmark = pytest.mark.accessibility

WIDTHS = [Device(390), Device(1440, "en")]


@pytest.fixture(scope="module")
def matters(house):
    """A matter in each state that has a page of its own look, and a table to bring in."""
    from datetime import timedelta

    from django.test import Client
    from django.utils import timezone

    from linli.core.audit.actor import NOBODY
    from linli.core.places.queries import dwellings_under
    from linli.mechanisms.publication.queries import postings_of
    from linli.service.matters import actions
    from linli.service.matters.actions.raising import Raised
    from linli.service.matters.queries import kinds_of
    from linli.service.matters.tests.bringing import as_csv, row, upload

    setting, at = house.setting, timezone.now()
    worker = setting.actor("worker", timezone.localdate(at))

    def raise_one(title, **more):
        raised = Raised(
            kind=kinds_of(setting.community).get(code="stair_light"),
            title=title,
            text=f"{title}，王阿姨也看见了。",
            channel="web",
            place=setting.stair,
            raised_at=at - timedelta(days=9),
            sender=setting.accounts["elder"],
            **more,
        )
        return actions.raise_matter(setting.community, raised=raised, by=NOBODY, at=at)

    new = raise_one("新来的", contact_name="王秀兰", contact_phone="19900000003")
    asked, sent, done = raise_one("要补充的"), raise_one("转出去的"), raise_one("答复了的")
    late = raise_one("超期的")
    actions.ask(asked, question="在几楼？", by=worker, at=at)
    actions.forward(
        sent,
        body=setting.bodies["property"],
        purpose="请更换",
        fields=["title", "place", "text"],
        by=worker,
        at=at,
    )
    actions.answer(done, text="换好了。", by=worker, at=at)
    actions.publish(done, title="灯不亮", text="三楼灯不亮。", answer="换好了。", by=worker, at=at)
    client = Client()
    client.force_login(setting.accounts["worker"], "linli.core.access.sign_in.AccountBackend")
    table = as_csv([row("A1"), row("A1"), row("A2", 类型="新的类型"), row("A3", 类型="")])
    _response, batch = upload(client, setting.community, table)
    return {
        "new": new.pk,
        "asked": asked.receipt,
        "sent": sent.pk,
        "done": done.pk,
        "late": late.pk,
        "receipt": done.receipt,
        "posting": postings_of(done).get().pk,
        "batch": batch.pk,
        "kind": new.kind_id,
        "tag": setting.tag.code,
        "stair": setting.stair.pk,
        "home": dwellings_under(setting.stair)[2].pk,
        "person": setting.accounts["elder"].person_id,
        "street": setting.street.code,
    }


PAGES = {
    "visitor": [
        "", "matters/", "matters/?kind=noise&show=open", "matters/public/{posting}/",
        "matters/places/?days=&at_least=2", "matters/new/", "/q/{tag}/", "matters/receipt/",
        "matters/receipt/{receipt}/", "matters/receipt/{asked}/", "standards/", "notices/",
        "work-list/", "/law/", "/law/rcl2025.17/", "/law/numbers/calendar.weekend_rolls/",
        "/law/compare/?one=cn-51", "/privacy/", "/accessibility/", "/sign-in/", "/places/",
        "/join/",
        "certificates/", "certificates/of/no_criminal_record/", "certificates/check/",
        "certificates/of/no_criminal_record/slip/", "navigator/", "navigator/slip/",
        "guides/", "providers/", "handbook/", "map/", "openings/",
        "disclosure/", "disclosure/donations/", "inquiries/new/", "inquiries/find/", "rights/",
        "rights/forms/nominate/", "oversight/supervision/",
        "notices/hall/?pause=1", "notices/verify/", "notices/objections/",
        "notices/{posting}/large/", "notices/{posting}/share/", "notices/{posting}/script/",
        "notices/{posting}/sheet/?size=A3", "plan/", "wishes/", "wishes/new/", "survey/",
        "archive/", "archive/receipt/", "help/minimum_living/", "mediation/",
    ],
    "elder": [
        "matters/mine/", "/inbox/", "/me/account/", "certificates/mine/", "/me/record/",
        "/me/record/looks/", "/me/record/changes/", "/me/record/changes/moved_in/",
        "/me/record/change/", "/me/record/ask/", "archive/mine/", "mediation/ask/",
        "openings/card/", "openings/card/write/",
        "reminders/set/residence_permit/", "service-card/write/",
    ],
    "worker": [
        "desk/rounds/", "rounds/", "rounds/walk/",
        "desk/", "desk/matters/", "desk/matters/?show=overdue", "desk/matters/{new}/",
        "desk/matters/{done}/", "desk/matters/{new}/accept/", "desk/matters/{new}/forward/",
        "desk/matters/{new}/look/", "desk/matters/{done}/look/", "desk/matters/{new}/merge/",
        "desk/matters/{new}/split/", "desk/matters/type-in/",
        "desk/matters/patterns/?days=&at_least=2", "desk/matters/import/",
        "desk/matters/import/{batch}/", "desk/people/", "desk/invitations/", "desk/tags/", "/jobs/",
        "desk/intake/", "desk/intake/new/", "desk/intake/minutes/",
        "desk/guides/", "desk/providers/new/", "desk/network/", "desk/openings/",
        "desk/openings/employers/new/",
        "desk/certificates/", "desk/certificates/queue/", "desk/certificates/register/",
        "desk/certificates/offices/notary/", "certificates/counts/",
        "desk/chains/", "desk/visits/", "desk/children/report/",
        "desk/forms/", "desk/forms/new/", "desk/reports/", "desk/disclosure/", "desk/inquiries/",
        "desk/disclosure/lines/donations/start/?since=2026-08-01&until=2026-08-31",
        "desk/notices/", "desk/notices/new/publication.notice/", "desk/notices/boards/",
        "desk/notices/objections/", "desk/notices/{posting}/", "desk/assistance/",
        "desk/assistance/new/",
        "desk/people/new/", "desk/people/{person}/", "desk/people/{person}/history/",
        "desk/people/{person}/kept/", "desk/people/places/{home}/", "desk/people/stairs/{stair}/",
        "desk/people/imports/", "desk/people/changes/", "desk/people/changes/new/?about={person}",
        "desk/people/questions/?age_from=80&tie=living&on=2026-11-23",
        "desk/planning/", "desk/planning/plans/new/", "desk/planning/wishes/",
        "desk/planning/surveys/new/", "desk/planning/diagnosis/", "desk/planning/development/new/",
        "desk/due/", "desk/duties/cn.week_patrol/", "desk/calendar/2026/11/",
        "desk/calendar/2026/wall/?both=1", "desk/stand-ins/", "desk/subscribe/", "desk/archive/",
        "desk/cases/", "desk/cases/new/",
        "desk/archive/items/", "desk/archive/items/new/", "desk/archive/plan/",
        "desk/archive/loans/", "desk/archive/appraisals/", "desk/archive/copies/",
        "desk/archive/inventory/", "desk/help/", "desk/help/new/",
        "desk/reminders/", "desk/service-cards/",
    ],
    "mediator": ["desk/mediation/", "desk/mediation/register/", "desk/mediation/committee/"],
    "manager": ["desk/", "desk/matters/", "desk/matters/{sent}/"],
    "director": [
        "desk/matters/kinds/", "desk/matters/kinds/{kind}/", "desk/matters/routing/",
        "desk/calendar/", "desk/posts/", "desk/posts/new/", "desk/posts/bodies/new/",
        "desk/community/", "/me/second-factor/", "/me/sessions/", "desk/intake/list/",
        "desk/intake/list/shipped/aid/", "desk/intake/burden/",
        "desk/certificates/lists/", "desk/certificates/lists/new/kept/",
        "desk/certificates/lists/new/not_issued/",
        "desk/law/", "desk/law/new/", "desk/law/new/calendar.weekend_rolls/",
        "desk/oversight/supervision/", "desk/oversight/supervision/members/new/",
        "desk/people/doubles/", "desk/people/requests/",
        "desk/duties/", "desk/duties/new/", "desk/due/hand-over/", "desk/archive/packages/",
        "desk/archive/packages/check/", "desk/archive/looks/", "desk/archive/plan/new/",
    ],
    "supervisor": [
        "desk/oversight/supervision/", "desk/oversight/supervision/acts/",
        "desk/oversight/supervision/sheets/", "desk/oversight/supervision/found/new/",
        "desk/oversight/supervision/appraisals/new/", "desk/oversight/supervision/audits/new/",
    ],
    "street": [
        "/street/{street}/",
        "/street/{street}/standing/",
        "/street/{street}/returns/",
        "/street/{street}/burden/",
        "/street/{street}/inquiries/",
    ],
}  # fmt: skip
REFUSED = {
    "visitor": {"matters/receipt/nonsense/": 404},
    "worker": {"desk/matters/{new}/resume/": 409},
}


@pytest.mark.parametrize("key", list(PAGES))
@pytest.mark.parametrize("people", WIDTHS, indirect=True, ids=str)
def test_no_page_bars_anybody_s_way(people, shoot, matters, key):
    page, found = people.page(key), []
    expected = dict.fromkeys(PAGES[key], 200) | REFUSED.get(key, {})
    for number, (pattern, status) in enumerate(expected.items()):
        path = pattern.format(**matters)
        start = people.house.url if path.startswith("/") else people.house.community
        assert page.goto(f"{start}{path}").status == status, path
        shoot(page, f"axe-{key}-{number:02}")
        found += [f"{path}: {each}" for each in (*_barriers(page), *_too_wide(page))]
        page.emulate_media(color_scheme="dark")
        found += [f"{path} (dark): {each}" for each in _barriers(page, "color-contrast")]
        page.emulate_media(color_scheme="light")
    assert not found, "\n".join(found)


@pytest.mark.parametrize("people", WIDTHS, indirect=True, ids=str)
def test_no_state_on_the_way_bars_anybody(people, shoot, matters):
    """What only shows while one acts: errors, the check, danger, a step in place, large type."""
    found = []

    def look(page, name):
        shoot(page, f"axe-way-{name}")
        found.extend(f"{name}: {each}" for each in (*_barriers(page), *_too_wide(page)))

    page = people.page("visitor")
    page.goto(f"{people.house.community}matters/new/")
    enlarge(page)
    look(page, "large")
    send(page, "form[data-guard] button[type=submit]")
    look(page, "errors")
    fill(page, "kind", str(matters["kind"]))
    fill(page, "text", "楼道里着火了")
    fill(page, "where", "三楼")
    page.locator("#emergency").wait_for(state="visible")
    look(page, "danger")
    send(page, "form[data-guard] button[type=submit]")
    look(page, "check")
    worker = people.page("worker")
    worker.goto(f"{people.house.community}desk/matters/{matters['new']}/")
    open_step(worker, "forward")
    look(worker, "step")
    worker.goto(f"{people.house.community}desk/matters/")
    worker.locator(".pick input").nth(0).check()
    look(worker, "ticked")
    worker.keyboard.press("?")
    look(worker, "keys")
    assert not found, "\n".join(found)


def test_the_instrument_is_awake(people):
    """On a page with known faults axe does find them; else the tests above would say nothing. Of
    texts that look alike two are judged, and one that looks different among many is."""
    page = people.page("visitor")
    page.goto(people.house.community)
    page.evaluate(
        """() => {
          const main = document.querySelector('main'), line = () => document.createElement('p');
          main.append(document.createElement('img'));
          for (let number = 0; number < 9; number += 1) main.append(line());
          for (const each of main.querySelectorAll('p')) each.textContent ||= '文字';
          main.lastElementChild.style.color = '#ddd';
          const ground = document.createElement('div');
          ground.style.background = '#123';
          main.append(ground);
          for (let number = 0; number < 4; number += 1) ground.append('文字', line());
          for (const each of ground.children) each.textContent = '文字';
          for (const each of ground.children) each.style.color = '#234';
        }"""
    )
    found = _barriers(page)
    assert any(each.startswith("image-alt") for each in found)
    faint = [each for each in found if each.startswith("color-contrast")]
    assert sum("rgb(221, 221, 221)" in each for each in faint) == 1, faint
    assert sum("rgb(34, 51, 68)" in each for each in faint) == 2, faint
    page.emulate_media(color_scheme="dark")
    assert _barriers(page, "color-contrast")


def _barriers(page, *only):
    """What stands in somebody's way: rule, weight, and where."""
    return [
        f"{each['id']} ({each['impact']}): {node['html']}"
        for each in barriers_on(page, *only)
        for node in each["nodes"][:3]
    ]


def _too_wide(page):
    """What can only be read by pushing the page sideways."""
    over = page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    return [f"wider than the screen by {over} px"] if over > 1 else []
