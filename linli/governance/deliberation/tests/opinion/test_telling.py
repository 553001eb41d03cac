"""What is told of opinions: what all agree on first, nothing from which one vote could be had."""

import csv
import io

import pytest
from django.urls import reverse

from linli.governance.deliberation.actions import opining, statements as actions
from linli.governance.deliberation.actions.posting import agreed_in_opinions
from linli.governance.deliberation.models import Agreement, OpinionSnapshot
from linli.governance.deliberation.queries import opinion_map, statements as queries

pytestmark = pytest.mark.django_db


def test_the_map_shows_what_all_agree_on_first_and_can_be_read_aloud(
    gather, visit, url, vote_in_camps, actor, at, django_assert_max_num_queries
):
    conversation = gather(lists_votes=True)
    shown = queries.shown(conversation)
    few = visit().get(url("opinion_map")).content.decode()
    assert "表态的不到 10 人" in few
    assert '"held_back"' in visit().get(url("opinion_map").rstrip("/") + ".json").content.decode()
    vote_in_camps(conversation)
    stale = OpinionSnapshot.objects.get(community=conversation.community_id)
    assert stale.content["votes"] == 0
    assert "表态的不到" in visit().get(url("opinion_map")).content.decode()  # reckoned just now
    OpinionSnapshot.objects.filter(community=conversation.community_id).update(
        reckoned_at=at - opinion_map.AT_MOST_EVERY
    )
    given = {"occasion": "议事会", "held_on": at.date(), "agree": 21, "disagree": 4}
    opining.count_hands(shown[0], **given, by=actor("worker"), at=at)
    page = visit().get(url("opinion_map"))
    with django_assert_max_num_queries(6):  # what is kept is read, however many voted
        visit().get(url("opinion_map"))
    with django_assert_max_num_queries(28):
        visit("elder").get(url("opinions"))
    told = page.context["map"]
    assert [each.statement.number for each in told.agreed] == [3, 4]
    assert [group.people for group in told.groups] == [12, 8]
    words = page.content.decode()
    agreed, groups = words.index("大家都同意的"), words.index("<h2>意见群")
    assert agreed < words.index(shown[2].text) < groups
    assert "第 1 群 12 人，靠" in words
    assert "人里同意" not in words  # in tens, and no groups, until it is over
    assert "会上举手" in words
    assert "您在第" not in words
    fetch = lambda: visit().get(url("opinion_map").rstrip("/") + ".json").json()  # noqa: E731
    data = fetch()
    assert [group["people"] for group in data["groups"]] == [12, 8]
    assert (data["statements"][0]["agree"], data["rounded_to"]) == (20, 10)
    # Nine more and an hour later it says the same; with the tenth it is told anew.
    later = vote_in_camps(conversation, 9, 0)
    past = at - opinion_map.AT_MOST_EVERY
    OpinionSnapshot.objects.filter(community=conversation.community_id).update(reckoned_at=past)
    assert fetch()["people"] == 20
    choices = dict.fromkeys((row.pk for row in shown), 0)
    opining.vote(conversation, choices=choices, by=later[0], at=at)  # a mind changed is no person
    assert fetch()["people"] == 20
    vote_in_camps(conversation, 1, 0)
    found = opinion_map.reckon_from_votes(conversation)
    late = {"found": found, "by": actor("worker"), "at": at}
    opining.keep_map(conversation, instead_of=opining.NOTHING_KEPT, **late)  # another was kept
    assert OpinionSnapshot.objects.get(community=conversation.community_id).content["people"] == 20
    assert fetch()["people"] == 30
    assert all(value % 10 == 0 for each in fetch()["statements"] for value in _values(each))
    assert visit().get(url("opinion_votes")).status_code == 409
    actions.close_opinions(queries.conversation_on(conversation.topic), by=actor("worker"), at=at)
    listed = visit().get(url("opinion_votes")).content.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(listed)))
    assert rows[0] == ["participant", *"12345678"]  # eight people are too few to name their group
    assert [row[0] for row in rows[1:]] == [str(n) for n in range(1, 31)]
    assert rows[1:] == sorted(rows[1:], key=lambda row: int(row[0]))
    over = fetch()
    assert sum(sum(_values(each)) for each in over["statements"]) == 240
    # It stands beside what is written down of the topic, with the way to say what was made of it.
    topic, worker = conversation.topic, visit("worker")
    place = [topic.community.code, topic.pk]
    desk = lambda: worker.get(reverse("deliberation:topic_desk", args=place))  # noqa: E731
    assert "意见表态里大家都同意的" in (before := desk().content.decode())
    assert shown[2].text in before
    consider = reverse("deliberation:consider", args=place)
    link = f"{consider}?source=statement&amp;mark=3&amp;words="
    assert link not in before
    Agreement.objects.create(community=topic.community, topic=topic, text="车位轮流。")
    assert link in desk().content.decode()
    type(topic).objects.filter(community=topic.community_id, pk=topic.pk).update(
        published_on=at.date()
    )
    said = visit().get(reverse("deliberation:topic_data", args=place)).json()["opinions"]
    assert [(each["number"], each["agree"], each["pass"]) for each in said] == [
        (3, 29, 1),
        (4, 29, 1),
    ]
    (hung, _other) = agreed_in_opinions(topic, 10)
    assert hung == {"words": shown[2].text, "counts": "同意 29，不同意 0，跳过 1"}
    assert (
        "意见表态里大家都同意的"
        in visit().get(reverse("deliberation:topic", args=place)).content.decode()
    )
    asked = worker.get(consider, {"source": "statement", "mark": 3, "words": shown[2].text})
    assert shown[2].text in asked.content.decode()


def _values(each):
    return [each[side] for side in ("agree", "disagree", "pass")]


def test_no_vote_can_be_had_from_the_data_by_subtraction(
    gather, visit, url, neighbours, vote_in_camps, actor, at
):
    """Totals less groups, whatever is told of a statement, and the exact consensus: what nobody
    told is that of ten people or of none."""
    conversation = gather()
    shown = queries.shown(conversation)
    vote_in_camps(conversation, 14, 11)
    few = neighbours(12)
    for number, each in enumerate(few):
        # Twelve who say too little to be sorted, one vote each: of the first statement the rest is
        # one person, of the second eleven.
        opining.vote(conversation, choices={shown[min(number, 1)].pk: -1}, by=each, at=at)
    actions.close_opinions(queries.conversation_on(conversation.topic), by=actor("worker"), at=at)
    page = visit().get(url("opinion_map"))
    data = visit().get(url("opinion_map").rstrip("/") + ".json").json()
    told = {each["number"]: each for each in data["statements"]}
    exact = opinion_map.reckon_from_votes(conversation)["content"]
    assert sum(group["people"] for group in data["groups"]) == exact["counted_in"] == 25
    assert told[1]["by_group"] is told[1]["consensus"] is None
    assert told[2]["by_group"] == [[0, 14, 0], [11, 0, 0]]
    assert told[1]["agree"] + told[1]["disagree"] == 26
    for each in told.values():
        cells = [sum(_values(each))]
        if each["by_group"]:
            parts = [sum(group) for group in each["by_group"]]
            cells += [*parts, cells[0] - sum(parts)]
        assert all(cell == 0 or cell >= 10 for cell in cells), each
        assert each["by_group"] or each["consensus"] is None
    words = page.content.decode()
    assert "第 1 群 14 人里同意 0、不同意 14" in words
    assert "第 1 群 14 人里同意 14、不同意 0" in words  # of the statements all voted on alike
    (first,) = [each for each in page.context["map"].order if each.statement.number == 1]
    assert first.by_group == ()
