"""How often each page asks the database: the same for five matters and for fifty, and no more
than tests/golden/query_counts.json says."""

import pytest

from tests.house.golden import compare_entries

pytestmark = pytest.mark.django_db

# Page → who asks, and its address; parts in braces are filled with what is there.
PAGES = {
    "home": ("visitor", "/c/{code}/"),
    "public list": ("visitor", "/c/{code}/matters/"),
    "public list as data": ("visitor", "/c/{code}/matters.json"),
    "public matter": ("visitor", "/c/{code}/matters/public/{posting}/"),
    "repeated places": ("visitor", "/c/{code}/matters/places/?days=&at_least=2"),
    "raise": ("visitor", "/c/{code}/matters/new/"),
    "follow": ("visitor", "/c/{code}/matters/receipt/{receipt}/"),
    "Open311 requests": ("visitor", "/c/{code}/open311/requests.json"),
    "six standards": ("visitor", "/c/{code}/standards/"),
    "one standard": ("visitor", "/c/{code}/standards/S3/"),
    "one group": ("visitor", "/c/{code}/standards/group/SV/"),
    "one indicator": ("visitor", "/c/{code}/standards/MG05/"),
    "receipts of a figure": ("visitor", "/c/{code}/standards/MG05/receipts/"),
    "which records did it": ("director", "/c/{code}/standards/MG05/against/"),
    "weights": ("visitor", "/c/{code}/standards/weights/"),
    "notice board": ("visitor", "/c/{code}/notices/"),
    "what may I apply for": ("visitor", "/c/{code}/navigator/"),
    "consultation days": ("visitor", "/c/{code}/consultations/"),
    "is this slip still true": ("visitor", "/c/{code}/navigator/slip/"),
    "hall screen": ("visitor", "/c/{code}/notices/hall/"),
    "feed": ("visitor", "/c/{code}/notices/feed.atom"),
    "notice desk": ("worker", "/c/{code}/desk/notices/"),
    "elections": ("visitor", "/c/{code}/elections/"),
    "election": ("visitor", "/c/{code}/elections/{election}/"),
    "members": ("visitor", "/c/{code}/elections/members/"),
    "meetings to come": ("visitor", "/c/{code}/assemblies/"),
    "polls": ("visitor", "/c/{code}/polls/"),
    "work list": ("visitor", "/c/{code}/work-list/"),
    "disclosure": ("visitor", "/c/{code}/disclosure/"),
    "my rights": ("visitor", "/c/{code}/rights/"),
    "guides": ("visitor", "/c/{code}/guides/"),
    "six securities of the elderly": ("visitor", "/c/{code}/elders/"),
    "providers": ("visitor", "/c/{code}/providers/"),
    "map": ("visitor", "/c/{code}/map/"),
    "service days": ("visitor", "/c/{code}/service-days/"),
    "openings": ("visitor", "/c/{code}/openings/"),
    "my job card": ("elder", "/c/{code}/openings/card/"),
    "work desk": ("worker", "/c/{code}/desk/openings/"),
    "guide desk": ("worker", "/c/{code}/desk/guides/"),
    "provider desk": ("worker", "/c/{code}/desk/providers/"),
    "home visits": ("worker", "/c/{code}/desk/home-visits/"),
    "supervision": ("visitor", "/c/{code}/oversight/supervision/"),
    "supervision desk": ("director", "/c/{code}/desk/oversight/supervision/"),
    "topics": ("visitor", "/c/{code}/deliberation/"),
    "listening": ("visitor", "/c/{code}/listening/"),
    "plan of the year": ("visitor", "/c/{code}/plan/"),
    "where the money is": ("visitor", "/c/{code}/money/"),
    "money desk": ("worker", "/c/{code}/desk/funds/"),
    "wishes": ("visitor", "/c/{code}/wishes/"),
    "open records": ("visitor", "/c/{code}/archive/"),
    "my matters": ("elder", "/c/{code}/matters/mine/"),
    "today": ("worker", "/c/{code}/desk/"),
    "queue": ("worker", "/c/{code}/desk/matters/?show=all"),
    "queue: overdue": ("worker", "/c/{code}/desk/matters/?show=overdue"),
    "matter": ("worker", "/c/{code}/desk/matters/{matter}/"),
    "accept": ("worker", "/c/{code}/desk/matters/{received}/accept/"),
    "look": ("worker", "/c/{code}/desk/matters/{matter}/look/"),
    "merge": ("worker", "/c/{code}/desk/matters/{received}/merge/"),
    "patterns": ("worker", "/c/{code}/desk/matters/patterns/?days=&at_least=2"),
    "type in": ("worker", "/c/{code}/desk/matters/type-in/"),
    "imports": ("worker", "/c/{code}/desk/matters/import/"),
    "visits of the day": ("worker", "/c/{code}/desk/visits/"),
    "report a child": ("worker", "/c/{code}/desk/children/report/"),
    "queue of a body": ("manager", "/c/{code}/desk/matters/"),
    "matter with a body": ("manager", "/c/{code}/desk/matters/{forwarded}/"),
    "month": ("worker", "/c/{code}/desk/calendar/2026/11/"),
    "duties": ("worker", "/c/{code}/desk/duties/"),
    "hand over": ("worker", "/c/{code}/desk/due/hand-over/"),
    "today of a body": ("manager", "/c/{code}/desk/"),
    "kinds": ("director", "/c/{code}/desk/matters/kinds/"),
    "routing": ("director", "/c/{code}/desk/matters/routing/"),
    "archive": ("worker", "/c/{code}/desk/archive/"),
    "archive: items": ("worker", "/c/{code}/desk/archive/items/"),
    "archive: copies": ("worker", "/c/{code}/desk/archive/copies/"),
    "requests from above": ("worker", "/c/{code}/desk/intake/"),
    "deliberation": ("worker", "/c/{code}/desk/deliberation/"),
    "planning": ("worker", "/c/{code}/desk/planning/"),
    "burden": ("director", "/c/{code}/desk/intake/burden/"),
    "disclosure desk": ("director", "/c/{code}/desk/disclosure/"),
    "help to apply": ("visitor", "/c/{code}/help/minimum_living/"),
    "my applications": ("elder", "/c/{code}/help/mine/"),
    "applications": ("worker", "/c/{code}/desk/help/"),
    "calls of the month": ("worker", "/c/{code}/desk/reminders/"),
    "service cards": ("worker", "/c/{code}/desk/service-cards/"),
    "street": ("street", "/street/{street}/"),
    "street: stand": ("street", "/street/{street}/standing/"),
    "street: returns": ("street", "/street/{street}/returns/"),
    "returns": ("director", "/c/{code}/desk/returns/"),
}


@pytest.fixture
def fill(setting):
    """Raises matters in every state: with a body, answered and public, rated, still waiting."""
    from datetime import timedelta

    from django.utils import timezone

    from linli.core.audit.actor import NOBODY
    from linli.service.matters import actions
    from linli.service.matters.actions.raising import Raised
    from linli.service.matters.queries import kinds_of

    at = timezone.now()
    worker = setting.actor("worker", timezone.localdate(at))
    kind = kinds_of(setting.community).get(code="stair_light")

    def one(number):
        when = at - timedelta(minutes=number)
        raised = Raised(
            kind=kind,
            title=f"第{number}盏灯",
            text=f"第{number}盏灯不亮",
            channel="web",
            place=setting.stair if number % 2 else setting.new,
            where=f"{number % 3} 楼",
            sender=setting.accounts["elder"],
            raised_at=when,
        )
        matter = actions.raise_matter(setting.community, raised=raised, by=NOBODY, at=at)
        if number % 5 == 1:
            actions.forward(
                matter,
                body=setting.bodies["property"],
                purpose="修",
                fields=["title", "place"],
                by=worker,
                at=at,
            )
        elif number % 5 in (2, 3):
            actions.answer(matter, text="换好了", by=worker, at=at)
            actions.publish(matter, title="灯", text="不亮", answer="换好了", by=worker, at=at)
        if number % 5 == 3:
            actions.rate(matter, score="good", by=NOBODY.bearing(matter.pk), at=at)
        return matter

    return lambda numbers: [one(number) for number in numbers]


@pytest.fixture
def count(setting):
    """How often each page asks, with caches warm: each is opened twice."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from linli.core.access.tests.browsers import mark_known

    browsers = {"visitor": Client()}
    for key in ("elder", "worker", "manager", "director", "street"):
        browsers[key] = Client()
        browsers[key].force_login(setting.accounts[key], "linli.core.access.sign_in.AccountBackend")
        mark_known(browsers[key], setting.accounts[key])

    def counted(parts):
        counts = {}
        for page, (who, pattern) in PAGES.items():
            address = pattern.format(**parts)
            assert browsers[who].get(address).status_code == 200, address
            with CaptureQueriesContext(connection) as asked:
                browsers[who].get(address)
            counts[page] = len(asked)
        return counts

    return counted


@pytest.fixture
def election(setting):
    """An election whose candidates were posted."""
    from django.utils import timezone

    from linli.governance.elections.tests.polling.election_day import make_election

    day = make_election(setting, timezone.now(), electors=5)
    day.prepare()
    return day.election


def test_the_cost_of_a_page_is_flat_and_known(setting, fill, election, count):
    from linli.mechanisms.publication.queries import postings_of

    made = fill(range(5))
    parts = {
        "code": setting.community.code,
        "street": setting.street.code,
        "received": made[0].pk,
        "forwarded": made[1].pk,
        "matter": made[2].pk,
        "receipt": made[2].receipt,
        "election": election.pk,
        "posting": postings_of(made[2]).get().pk,
    }
    few = count(parts)
    fill(range(5, 50))
    many = count(parts)
    grown = {page: (few[page], many[page]) for page in PAGES if few[page] != many[page]}
    assert not grown, f"these pages ask more the more there is (5 rows, 50 rows): {grown}"
    compare_entries("query_counts.json", many)
