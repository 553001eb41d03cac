"""Who may do what: the cast against every permission, kept in tests/golden/permissions.csv."""

import csv
import io

import pytest

from tests.house.golden import compare

pytestmark = pytest.mark.django_db

_YES = "yes"


@pytest.fixture
def everybody(setting):
    """The cast as actors, who has not signed in, the operator at the machine, and time itself."""
    from django.utils import timezone

    from linli.core.audit.actor import NOBODY, the_clock, the_operator

    today = timezone.localdate()
    cast = {key: setting.actor(key, today) for key in setting.accounts}
    return {"visitor": NOBODY, **cast, "operator": the_operator(), "clock": the_clock()}


@pytest.fixture
def subjects(setting):
    """Over what: places for every permission, matters for their own."""
    from django.utils import timezone

    from linli.core.audit.actor import NOBODY
    from linli.service.matters import actions
    from linli.service.matters.actions.raising import Raised
    from linli.service.matters.queries import kinds_of

    at = timezone.now()

    def raise_one():
        kind = kinds_of(setting.community).get(code="stair_light")
        raised = Raised(
            kind=kind,
            title="灯",
            text="灯不亮",
            channel="web",
            place=setting.stair,
            sender=setting.accounts["elder"],
        )
        return actions.raise_matter(setting.community, raised=raised, by=NOBODY, at=at)

    new, sent = raise_one(), raise_one()
    actions.forward(
        sent,
        body=setting.bodies["property"],
        purpose="修",
        fields=["text"],
        by=setting.actor("worker", timezone.localdate(at)),
        at=at,
    )
    return {
        "": {
            "community": setting.community,
            "next community": setting.neighbour,
            "street": setting.street,
        },
        "matters": {"elder's matter": new, "elder's matter with the firm": sent},
        "elections": _elections(setting, at),
    }


def _elections(setting, at):
    """An election before its committee is chosen, and the tenant's objection to a roll."""
    from datetime import timedelta

    from django.utils import timezone

    from linli.governance.elections import actions
    from linli.governance.elections.models import Objection

    today = timezone.localdate(at)
    day = today + timedelta(days=60)
    plan = actions.Plan(
        kind="term",
        title="换届选举",
        day=day,
        term_starts=day,
        term_ends=day + timedelta(days=1800),
        seats=[("director", 1), ("deputy_director", 1), ("committee_member", 3)],
    )
    director = setting.actor("director", today)
    election = actions.plan(setting.community, plan=plan, by=director, at=at)
    objection = Objection(
        community=setting.community,
        election=election,
        kind="missing",
        by_id=setting.accounts["tenant"].person_id,
        state="lodged",
        lodged_at=at,
    )
    return {"planned election": election, "tenant's objection": objection}


def _permissions():
    """The house's own permissions; those a test invented are left out."""
    import rules
    from django.apps import apps

    rooms = {
        config.name.rsplit(".", 1)[1]
        for config in apps.get_app_configs()
        if config.name.startswith("linli.")
    }
    known = rules.permissions.permissions
    return sorted(name for name in known if name.partition(".")[0] in rooms)


def _table(everybody, subjects):
    from linli.core.audit.door import may

    for permission in _permissions():
        over = subjects[""] | subjects.get(permission.partition(".")[0], {})
        for title, subject in over.items():
            cells = [_YES if may(permission, who, subject) else "" for who in everybody.values()]
            yield [permission, title, *cells]


def test_the_table_of_permissions_says_what_is_so(everybody, subjects):
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["permission", "over", *everybody])
    writer.writerows(_table(everybody, subjects))
    compare("permissions.csv", text.getvalue())


def test_who_sees_counts_only_may_do_nothing_with_a_person_or_a_matter(everybody, subjects):
    wrong = [
        (permission, title)
        for permission, title, *cells in _table(everybody, subjects)
        if permission.partition(".")[0] in ("people", "matters")
        and dict(zip(everybody, cells, strict=True))["street"]
        and not dict(zip(everybody, cells, strict=True))["visitor"]
    ]
    assert not wrong, wrong


def test_the_worker_of_the_next_community_may_here_what_a_visitor_may(everybody, subjects):
    """And what any signed-in person may with their own settings."""
    from linli.core.audit.door import may

    wrong = [
        permission
        for permission in _permissions()
        if may(permission, everybody["outsider"], subjects[""]["community"])
        and not may(permission, everybody["tenant"], subjects[""]["community"])
    ]
    assert not wrong, wrong
