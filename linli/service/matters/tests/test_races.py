"""Two at once, for real: on a SQLite file and on PostgreSQL one of them wins, and the other is
told what happened."""

import pytest

from linli.core.audit.actor import NOBODY
from linli.core.audit.door import Replayed
from linli.core.audit.models import Entry
from linli.core.clocks.models import Clock
from linli.core.clocks.tests.together import shared_database, together
from linli.lib.identity.ids import new_id
from linli.lib.law import Refused
from linli.service.matters import actions
from linli.service.matters.actions.raising import Raised
from linli.service.matters.models import Forwarding, Matter, Rating, Remark
from linli.service.matters.queries import kinds_of

pytestmark = pytest.mark.django_db(transaction=True)


def loaded(matter):
    """The matter as each of them has it on the screen."""
    return Matter.objects.select_related("kind", "community").get(
        community=matter.community_id, pk=matter.pk
    )


def sorted_out(results):
    """Those who did it, and the findings of those who were refused."""
    unexpected = [
        result for result in results if isinstance(result, Exception | None) and not
        isinstance(result, Refused | Replayed)
    ]  # fmt: skip
    assert not unexpected, unexpected
    done = [result for result in results if not isinstance(result, Refused)]
    return done, [result.finding for result in results if isinstance(result, Refused)]


def test_of_two_who_answer_at_once_one_wins_and_the_other_is_told_who(matter, actor, at, tmp_path):
    people = {"陈晓": actor("worker"), "周明华": actor("director")}

    def answer(name, by):
        row = loaded(matter)
        return lambda: actions.answer(row, text=f"{name}的答复", seen=row.version, by=by, at=at)

    with shared_database(tmp_path):
        results = together([answer(name, by) for name, by in people.items()])
        kept = loaded(matter)
        said = Remark.objects.filter(community=matter.community_id, said="answer").count()
        clocks = {clock.state for clock in Clock.objects.filter(
            community=matter.community_id, owner=matter.pk)}  # fmt: skip
        entries = Entry.objects.filter(action="matters.answer").count()
    done, findings = sorted_out(results)
    assert (len(done), len(findings)) == (1, 1)
    assert findings[0].rule == "flow.fresh"
    winner = kept.answer.removesuffix("的答复")
    assert winner in findings[0].numbers["who"]
    assert (said, entries, clocks) == (1, 1, {"met"})


def test_one_forwards_while_another_answers_and_one_of_it_is_so(
    matter, actor, at, tmp_path, setting
):
    first, second = loaded(matter), loaded(matter)
    body = setting.bodies["property"]
    with shared_database(tmp_path):
        results = together(
            [
                lambda: actions.forward(
                    first, body=body, purpose="修", fields=["text"], by=actor("worker"), at=at
                ),
                lambda: actions.answer(second, text="好了", by=actor("director"), at=at),
            ]
        )
        kept = loaded(matter)
        sent = Forwarding.objects.filter(community=matter.community_id, matter=matter).count()
    done, findings = sorted_out(results)
    assert (len(done), len(findings)) == (1, 1)
    if kept.state == "forwarded":
        assert (sent, kept.answer) == (1, "")
    else:
        assert (kept.state, sent, kept.body_id) == ("answered", 0, None)


def test_a_form_that_arrives_six_times_at_once_raises_one_matter(setting, at, tmp_path):
    raised = Raised(
        kind=kinds_of(setting.community).get(code="noise"),
        title="吵",
        text="太吵了",
        channel="web",
        place=setting.stair,
    )
    key = new_id()
    with shared_database(tmp_path):
        results = together(
            [
                lambda: actions.raise_matter(
                    setting.community, raised=raised, by=NOBODY, at=at, once=key
                )
            ]
            * 6
        )
        kept = list(Matter.objects.filter(community=setting.community))
    made = [result for result in results if isinstance(result, Matter)]
    replayed = [result for result in results if isinstance(result, Replayed)]
    assert (len(made), len(replayed), len(kept)) == (1, 5, 1), results
    assert {replay.subject for replay in replayed} == {kept[0].pk}


def test_of_two_ratings_at_once_one_counts(matter, actor, at, tmp_path):
    actions.answer(matter, text="好了", by=actor("worker"), at=at)
    sender = NOBODY.bearing(matter.pk)
    with shared_database(tmp_path):
        rows = [loaded(matter), loaded(matter)]
        results = together(
            [
                lambda: actions.rate(rows[0], score="good", by=sender, at=at),
                lambda: actions.rate(rows[1], score="poor", by=sender, at=at),
            ]
        )
        kept = loaded(matter)
        ratings = list(Rating.objects.filter(community=matter.community_id))
        said = Remark.objects.filter(community=matter.community_id, said="rating").count()
    done, findings = sorted_out(results)
    assert (len(done), len(findings), len(ratings), said) == (1, 1, 1, 1), results
    assert findings[0].rule in ("matters.rated_once", "flow.fresh", "matters.answered")
    assert (kept.state, kept.reopened) == (
        ("closed", 0) if ratings[0].score == "good" else ("in_hand", 1)
    )


def test_the_sender_withdraws_while_the_worker_accepts(matter, actor, at, tmp_path):
    first, second = loaded(matter), loaded(matter)
    with shared_database(tmp_path):
        results = together(
            [
                lambda: actions.withdraw(first, by=NOBODY.bearing(matter.pk), at=at),
                lambda: actions.accept(second, by=actor("worker"), at=at),
            ]
        )
        kept = loaded(matter)
    done, findings = sorted_out(results)
    assert (len(done), len(findings)) == (1, 1)
    assert kept.state in ("withdrawn", "in_hand")
    assert kept.version == 2


def test_two_looks_at_once_leave_one_notice(matter, actor, at, tmp_path):
    from linli.mechanisms.publication.models import Posting

    actions.answer(matter, text="好了", by=actor("worker"), at=at)
    with shared_database(tmp_path):
        rows = [loaded(matter), loaded(matter)]
        results = together(
            [
                lambda: actions.publish(rows[0], title="灯", text="甲", by=actor("worker"), at=at),
                lambda: actions.publish(
                    rows[1], title="灯", text="乙", by=actor("director"), at=at
                ),
            ]
        )
        up = list(Posting.objects.filter(community=matter.community_id, owner=matter.pk))
        kept = loaded(matter)
    sorted_out(results)
    assert len(up) == 1, results
    assert up[0].fields["text"] == kept.public_text
