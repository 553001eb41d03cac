"""Casting on a screen: one paper each, a receipt, and nothing that ties the two together."""

import pytest

from linli.core.audit.actor import NOBODY, Actor
from linli.core.audit.door import Replayed
from linli.core.audit.models import Entry, Submission
from linli.core.clocks.tests.cast import at, make_account, make_community
from linli.lib.calendar import local_day
from linli.lib.identity.ids import new_id
from linli.lib.law import Refused
from linli.mechanisms.ballot import actions, queries
from linli.mechanisms.ballot.actions import cast
from linli.mechanisms.ballot.models import Mark, NamedPaper, Paper
from linli.mechanisms.ballot.queries.counts import count_of, weighed
from linli.mechanisms.ballot.queries.polls import own_named_paper, participation, standing_of
from linli.mechanisms.ballot.receipts import is_receipt_of
from linli.mechanisms.ballot.tests.votes import (
    AGAINST,
    EVENING,
    FOR,
    NOON,
    as_actor,
    elector,
    make_person,
    make_poll,
    make_roll,
)

pytestmark = pytest.mark.django_db


def refused(work, *subject, **given):
    """The rule by which it is refused."""
    with pytest.raises(Refused) as refusal:
        work(*subject, **given)
    return refusal.value.finding.rule


def test_a_paper_is_cast_and_the_receipt_proves_it_without_the_choice(poll, voter, roll):
    receipt = cast(poll, pattern=AGAINST, by=voter(1), at=NOON)
    one, other = elector(roll, 1), elector(roll, 2)
    assert is_receipt_of(receipt.number.lower().replace("-", " "), poll.pk, one.pk)
    assert not is_receipt_of(receipt.number, poll.pk, other.pk)
    assert not is_receipt_of("", poll.pk, one.pk)
    assert "against" not in repr(receipt)
    (paper,) = Paper.objects.filter(community=poll.community_id)
    (mark,) = Mark.objects.filter(community=poll.community_id)
    assert paper.content == AGAINST
    assert (mark.elector, mark.how, mark.by_proxy) == (one, "screen", False)
    assert (paper.pk.version, mark.pk.version) == (4, 4)
    assert paper.pk != mark.pk


def test_a_second_paper_of_the_same_elector_is_refused(poll, voter):
    cast(poll, pattern=FOR, by=voter(1), at=NOON)
    assert refused(cast, poll, pattern=AGAINST, by=voter(1), at=NOON) == "ballot.one_paper"
    assert Paper.objects.filter(community=poll.community_id).count() == 1


def test_a_form_sent_again_does_its_work_once(poll, voter):
    key, who = new_id(), voter(1)
    cast(poll, pattern=FOR, by=who, at=NOON, once=key)
    with pytest.raises(Replayed):
        cast(poll, pattern=FOR, by=who, at=NOON, once=key)
    assert Paper.objects.filter(community=poll.community_id).count() == 1


def test_the_book_says_neither_who_cast_nor_when_nor_what(poll, voter):
    key = new_id()
    who = voter(1)
    cast(poll, pattern=FOR, by=who, at=NOON, once=key)
    entry = Entry.objects.get(action="ballot.cast")
    midnight = NOON.replace(hour=0)
    assert (entry.account, entry.post, entry.about, entry.note) == (None, "", None, {})
    assert (entry.at, entry.subject, entry.id.version) == (midnight, poll.pk, 4)
    assert Submission.objects.get(key=key).at == midnight
    assert local_day(entry.at) == local_day(NOON)


@pytest.mark.parametrize(
    ("moment", "state"),
    [(EVENING, "open"), (at(6, 20, 11), "open"), (NOON, "closed"), (NOON, "void")],
)
def test_papers_are_taken_from_the_opening_until_the_close_only(take, roll, voter, moment, state):
    poll = make_poll(take, roll, closes_at=EVENING)
    if state == "closed":
        take(actions.close_poll, poll)
    if state == "void":
        take(actions.void_poll, poll)
    assert refused(cast, poll, pattern=FOR, by=voter(1), at=moment) == "ballot.open"
    assert not Paper.objects.filter(community=poll.community_id).exists()
    assert not Mark.objects.filter(community=poll.community_id).exists()


def test_who_is_not_on_the_roll_is_told(poll, community, take, roll):
    newcomer = make_person(community, "新居民")
    actor = Actor(account=make_account("新").pk, person=newcomer.pk)
    assert refused(cast, poll, pattern=FOR, by=actor, at=NOON) == "ballot.on_the_roll"
    assert refused(cast, poll, pattern=FOR, by=NOBODY, at=NOON) == "access.permitted"


def test_who_was_struck_cannot_vote(poll, take, roll, voter):
    gone = voter(3)
    take(actions.strike, elector(roll, 3), reason="已迁出")
    assert refused(cast, poll, pattern=FOR, by=gone, at=NOON) == "ballot.on_the_roll"


@pytest.mark.parametrize(
    "pattern",
    [
        {"2": {"marks": {"0": "for"}}},
        {"1": {"marks": {"7": "for"}}},
        {"1": {"marks": {"0": "maybe"}}},
        {"1": {"written": ["王芳"]}},
        {"void": "because"},
        ["for"],
        None,
        {"1": {"marks": {"0": "for"}, "name": "王芳"}},
    ],
)
def test_unknown_marks_are_refused(poll, voter, pattern):
    assert refused(cast, poll, pattern=pattern, by=voter(1), at=NOON) == "ballot.known_marks"


def test_a_blank_paper_may_be_cast_and_is_counted_as_blank(poll, voter, take):
    cast(poll, pattern={}, by=voter(1), at=NOON)
    take(actions.close_poll, poll)
    counted = count_of(poll).tally
    assert (counted.papers, counted.questions[1].blank) == (1, 1)


def test_nothing_of_the_result_is_told_before_the_close(poll, voter, take):
    cast(poll, pattern=FOR, by=voter(1), at=NOON)
    assert refused(count_of, poll) == "ballot.in_state"
    take(actions.close_poll, poll)
    assert count_of(poll).tally.questions[1].options[0].for_ == 1


def test_participation_is_shown_from_ten_papers_on(poll, voter, take):
    for number in range(1, 10):
        cast(poll, pattern=FOR, by=voter(number), at=NOON)
    assert participation(poll) is None
    cast(poll, pattern=FOR, by=voter(10), at=NOON)
    assert participation(poll) == 10


def test_a_holder_votes_once_for_each_principal_and_once_for_themselves(poll, take, roll, voter):
    principal, holder = elector(roll, 1), elector(roll, 2)
    take(actions.give_proxy, principal, holder, most=3, written_on=NOON.date())
    away, who = voter(1), voter(2)
    assert refused(cast, poll, pattern=FOR, by=away, at=NOON) == "ballot.not_given_away"
    cast(poll, pattern=FOR, by=who, at=NOON)
    receipt = cast(poll, pattern=AGAINST, principal=principal.pk, by=who, at=NOON)
    assert receipt.by_proxy
    assert (
        refused(cast, poll, pattern=FOR, principal=principal.pk, by=who, at=NOON)
        == "ballot.one_paper"
    )
    assert (
        refused(cast, poll, pattern=FOR, principal=elector(roll, 5).pk, by=who, at=NOON)
        == "ballot.proxy_held"
    )
    standing = standing_of(poll, who)
    assert [(turn.by_proxy, turn.done) for turn in standing.turns] == [(False, True), (True, True)]
    assert not standing.pending
    assert standing_of(poll, away).given_to == holder


def test_the_marks_are_destroyed_when_the_result_stands_and_the_number_stays(poll, take, voter):
    for number in (1, 2):
        cast(poll, pattern=FOR, by=voter(number), at=NOON)
    assert refused(take, actions.forget_marks, poll) == "ballot.in_state"
    take(actions.close_poll, poll)
    take(actions.settle_poll, poll)
    assert take(actions.forget_marks, poll) == 2
    assert take(actions.forget_marks, poll) == 2
    assert not Mark.objects.filter(community=poll.community_id).exists()
    assert participation(poll) == 2
    assert count_of(poll).tally.papers == 2


def test_a_closed_poll_stays_closed_when_the_clock_is_set_back(poll, take, voter):
    take(actions.close_poll, poll, moment=EVENING)
    assert refused(cast, poll, pattern=FOR, by=voter(1), at=NOON) == "ballot.open"
    assert refused(take, actions.open_poll, poll, moment=NOON) == "ballot.in_state"
    assert refused(take, actions.close_poll, poll) == "ballot.closed_once"


def test_an_open_vote_is_weighed_and_each_sees_only_their_own_paper(take, community):
    owners = make_roll(take, community, 3, base="owners", heads=2, area=8850)
    poll = make_poll(take, owners, secret=False)
    one, two, three = (as_actor(elector(owners, number)) for number in (1, 2, 3))
    cast(poll, pattern=FOR, by=one, at=NOON)
    cast(poll, pattern=AGAINST, by=two, at=NOON)
    assert own_named_paper(poll, one).content == FOR
    assert own_named_paper(poll, three) is None
    assert not Paper.objects.filter(community=community).exists()
    take(actions.close_poll, poll)
    weights = weighed(poll)
    assert weights.papers.questions[1].options[0].for_ == 1
    assert weights.heads.questions[1].options[0].for_ == 2
    assert (weights.area.papers, weights.area.questions[1].options[0].against) == (17700, 8850)
    take(actions.settle_poll, poll)
    assert take(actions.forget_named_papers, poll) == 2
    assert not NamedPaper.objects.filter(community=community).exists()


def test_another_communitys_poll_is_not_for_us(take, poll):
    elsewhere = make_community("110101001002", "邻社区")
    theirs = make_roll(take, elsewhere, 1)
    guest = as_actor(elector(theirs, 1))
    assert refused(cast, poll, pattern=FOR, by=guest, at=NOON) == "ballot.on_the_roll"


def test_no_query_tells_who_did_not_vote():
    import importlib
    import pkgutil

    names = []
    for module in pkgutil.iter_modules(queries.__path__):
        loaded = importlib.import_module(f"{queries.__name__}.{module.name}")
        names += [name for name in vars(loaded) if not name.startswith("_")]
        if "Mark" in vars(loaded):
            assert module.name == "polls"
    assert not [name for name in names if "absent" in name or "unmarked" in name]
