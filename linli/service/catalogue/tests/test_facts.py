"""What the evaluation is told: counts of acts, and no person."""

from datetime import timedelta

import pytest
from django.utils import timezone

from linli.core.audit.actor import NOBODY
from linli.core.clocks.models import Clock
from linli.core.people.tests.living import live_here
from linli.lib.calendar import deadline_at
from linli.service.catalogue import actions
from linli.service.catalogue.actions.guides import draft_guide, publish_guide
from linli.service.catalogue.actions.home_service import (
    ask_home_service,
    finish_home_service,
    schedule_home_service,
)
from linli.service.catalogue.applications.models import ApplicationHelp, ApplicationStep
from linli.service.catalogue.facts import KINDS, rows
from linli.service.catalogue.tests.guiding import ALL_DAY, LOCAL
from linli.service.matters.actions import answer, raise_matter
from linli.service.matters.actions.raising import Raised
from linli.service.matters.facts import rows as matter_rows
from linli.service.matters.queries import kinds_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(setting, elder, actor, at):
    """Somebody asked to come home for a repair."""
    draft = draft_guide(
        setting.community, key="repair_day", given=LOCAL, hours=ALL_DAY, by=actor("worker"), at=at
    )
    guide = publish_guide(draft, seen=draft.stamp, by=actor("director"), at=at).guide
    given = {"guide": guide, "person": elder, "wanted": "weekend", "words": ""}
    return lambda: ask_home_service(setting.community, **given, by=actor("elder"), at=at)


def test_one_person_served_in_three_rooms_counts_once(
    setting, issued, asked, actor, at, on, elder, django_assert_max_num_queries
):
    account = setting.accounts["elder"]
    live_here(setting.community, elder.pk)
    said = Raised(
        kind=kinds_of(setting.community).get(code="suggestion"),
        title="装个扶手",
        text="楼道里装个扶手。",
        channel="web",
        sender=account,
    )
    matter = raise_matter(setting.community, raised=said, by=actor("elder"), at=at)
    answer(matter, text="装好了", by=actor("worker"), at=at)
    kept, revoked = issued(), issued()
    actions.revoke_certificate(revoked, reason="写错了", by=actor("director"), at=at)
    visit = asked()
    schedule_home_service(visit, visit_at=at + timedelta(hours=1), by=actor("worker"), at=at)
    finish_home_service(visit, by=actor("worker"), at=at)
    told = [*rows(setting.community, on, on), *matter_rows(setting.community, on, on)]
    benefits = {fact.kind: fact for fact in told if fact.kind.endswith((".benefit", ".took_part"))}
    assert set(benefits) == {
        "matters.benefit", "matters.took_part", "certificates.benefit", "home_services.benefit",
    }  # fmt: skip
    assert len({fact.person for fact in benefits.values()}) == 1
    assert len({fact.household for fact in benefits.values()}) == 1
    assert None not in {fact.person for fact in benefits.values()}
    assert benefits["certificates.benefit"].record == kept.pk
    assert sum(fact.kind == "certificates.issued" for fact in told) == 2
    assert elder.pk.hex not in repr(told)
    fields = {fact.kind for fact in told if fact.kind.startswith("services.")}
    assert fields == {"services.shops"}
    dues = {fact.kind: fact.part for fact in told if fact.kind.endswith("s.due")}
    assert dues == {"certificates.due": 1, "home_services.due": 1}
    with django_assert_max_num_queries(34):
        list(rows(setting.community, on, on))


@pytest.mark.parametrize(
    ("granted", "refused", "by_word", "before", "heard"),
    [
        (9, 0, 0, 0, {}),
        (10, 0, 0, 0, {"benefit": (10, 10)}),
        (10, 9, 0, 0, {}),
        (12, 10, 0, 0, {"benefit": (12, 22), "refused": (10, 10)}),
        (0, 10, 3, 0, {"benefit": (0, 10)}),
        (12, 0, 12, 0, {"benefit": (12, 12), "refused": (0, 12)}),
        (0, 11, 10, 0, {"benefit": (0, 11), "refused": (11, 21)}),
        # Told by word a month ago, in writing now: refused once, and that was then.
        (12, 12, 0, 12, {"benefit": (12, 24)}),
        (12, 21, 0, 12, {"benefit": (12, 33)}),
        (12, 24, 0, 12, {"benefit": (12, 36), "refused": (12, 12)}),
    ],
)
def test_what_the_office_decided_is_told_by_months_from_the_floor_on(
    setting, at, granted, refused, by_word, before, heard
):
    said = {"told_granted": granted, "told_refused": refused, "told_refusing": by_word}
    month = timezone.localdate(at).replace(day=1)
    for move, number in said.items():
        for each in range(number):
            help_ = ApplicationHelp.objects.create(
                community=setting.community, scheme="minimum_living", state="ended",
                channel="desk", consent="signed", opened_at=at, state_since=at,
            )  # fmt: skip
            steps = [(move, at)]
            if move == "told_refused" and each < before:
                steps.insert(0, ("told_refusing", at - timedelta(days=31)))
            for version, (step, then) in enumerate(steps, 1):
                ApplicationStep.objects.create(
                    community=setting.community, case=help_, version=version, move=step, at=then,
                    to_state="ended",
                )  # fmt: skip
    last = (month + timedelta(days=32)).replace(day=1) - timedelta(days=1)
    told = {
        fact.kind.partition(".")[2]: (fact.part, fact.whole)
        for fact in rows(setting.community, month, last)
        if fact.kind.startswith("applications.")
    }
    assert told == heard
    assert not any(
        fact.kind.startswith("applications.")
        for fact in rows(setting.community, month, last - timedelta(days=1))
    )


def test_what_was_asked_issued_and_refused_is_told_by_day_and_without_a_person(
    setting, drafted, issued, actor, at, on
):
    live_here(setting.community, setting.accounts["elder"].person_id)
    made, stopped = issued(), drafted()
    actions.refuse_certificate(stopped, reason="无依据", way_on="派出所", by=actor("worker"), at=at)
    for _number in range(3):
        actions.tell_not_ours(setting.community, item="alive", at_desk=False, by=NOBODY, at=at)
    told = {fact.kind: fact for fact in rows(setting.community, on, on)}
    assert set(told) == {kind.kind for kind in KINDS if kind.kind.startswith("certificates.")}
    assert told["certificates.asked_not_ours"].part == 3
    assert told["certificates.asked_not_ours"].record is None
    assert told["certificates.issued"].record == made.pk
    assert told["certificates.refused"].record == stopped.pk
    assert (told["certificates.refused"].part, told["certificates.refused"].whole) == (1, 1)
    for kind, fact in told.items():
        assert (fact.person is not None) == (kind == "certificates.benefit")
    assert "王秀兰" not in repr(told)
    assert list(rows(setting.community, on - timedelta(days=9), on - timedelta(days=1))) == []


@pytest.mark.parametrize(
    ("kept", "late", "open_", "heard"),
    [
        (12, 0, 0, {"forwarded": (12, None), "forwarded_in_time": (12, None), "due": (12, 12)}),
        (12, 1, 0, {"forwarded": (13, None)}),  # the one that was late would be given back
        (12, 0, 2, {"forwarded": (12, None), "forwarded_in_time": (12, None)}),
        (12, 0, 10, {"forwarded": (12, None), "forwarded_in_time": (12, None), "due": (12, 22)}),
    ],
)
def test_promises_to_forward_are_told_where_no_few_can_be_taken_from_each_other(
    setting, at, kept, late, open_, heard
):
    month = timezone.localdate(at).replace(day=1)
    last = (month + timedelta(days=32)).replace(day=1) - timedelta(days=1)
    due_at = deadline_at(month + timedelta(days=9))
    done = due_at - timedelta(days=1)
    for state, number in (("met", kept), ("missed", late), ("", open_)):
        for _each in range(number):
            sent = done if state == "met" else due_at + timedelta(days=1) if state else None
            help_ = ApplicationHelp.objects.create(
                community=setting.community, scheme="minimum_living", state="asked",
                channel="desk", consent="signed", opened_at=at, state_since=at, forwarded_at=sent,
                forward_consent="signed" if sent else "",
            )  # fmt: skip
            Clock.objects.create(
                community=setting.community, owner_kind=ApplicationHelp._meta.label,
                owner=help_.pk, name="forward", unit="working_days", length=3,
                started_at=due_at - timedelta(days=5), due_at=due_at, state=state or "missed",
                settled_at=sent, title="…", private=True, closed=True,
            )  # fmt: skip
    told = {
        fact.kind.partition(".")[2]: (fact.part, fact.whole)
        for fact in rows(setting.community, month, last)
        if fact.kind.startswith("applications.")
    }
    assert told == heard
