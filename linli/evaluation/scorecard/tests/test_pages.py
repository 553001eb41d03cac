"""Each step is reachable by pages, everybody reads the same, and the yearly report tells it."""

from io import BytesIO

import pytest

from linli.evaluation.scorecard import actions
from linli.evaluation.scorecard.models import AgreedAction, FigureComment, ScoreMeeting
from linli.evaluation.tests.cast import DAY

pytestmark = pytest.mark.django_db


def send(client, url, **given):
    """Posts the form of a page with what it holds and what is given."""
    form = client.get(url).context["form"]
    held = {
        name: value
        for name in form.fields
        if (value := form.get_initial_for_field(form.fields[name], name)) not in (None, "")
    }
    got = client.post(url, {**held, **given})
    assert got.status_code == 302, getattr(got, "context", None) and got.context["form"].errors
    return got


def test_a_meeting_is_carried_through_by_its_pages(client, hall):
    desk = f"/c/{hall.community.code}/desk/scorecard/"
    assert client.get(desk).status_code in (302, 403, 404), "not for everybody"
    client.force_login(hall.accounts["director"])
    assert client.get(desk).status_code == 200
    send(client, f"{desk}prepare/", S2=["MT01", "MT02"], S5=["EN04"], S1=[], S3=[])
    meeting = ScoreMeeting.objects.get(community=hall.community)
    page = f"{desk}{meeting.pk}/"
    for paper in ("?paper=a3&large=1", ""):
        sheet = client.get(f"{page}sheet/{paper}").content.decode()
        assert "按期答复率" in sheet
        assert "90 %" in sheet
    send(client, f"{page}hold/", held_on=DAY.isoformat(), venue="活动室", present=42)
    for standard in ("S2", "S5"):
        topic = hall.topic(meeting, standard)
        address = f"{page}{topic.pk}/"
        send(client, f"{address}words/", words="修得慢", better=20, same=12, worse=4)
    send(client, f"{address}view/", body=str(hall.firm.pk), words="夜里人手不够")
    send(
        client, f"{address}agree/", title="每层贴报修码", due_on="2026-12-20", post="worker",
        indicator="MT01",
    )  # fmt: skip
    assert client.get(f"/c/{hall.community.code}/scorecard/{meeting.pk}/").status_code == 404
    send(client, f"{page}publish/")
    agreed = AgreedAction.objects.get(community=hall.community)
    send(client, f"{desk}actions/{agreed.pk}/finish/", result="贴好了", done_on=DAY.isoformat())
    send(client, f"{page}look-again/", words="做到了")
    assert client.get(f"{desk}actions/{agreed.pk}/")["Location"].endswith(page)
    client.logout()
    shown = client.get(f"/c/{hall.community.code}/scorecard/{meeting.pk}/").content.decode()
    for words in ("修得慢", "觉得好了 20 人", "夜里人手不够", "每层贴报修码", "贴好了", "没有变"):
        assert words in shown
    assert client.get(f"/c/{hall.community.code}/scorecard/").status_code == 200
    told = client.get(f"/c/{hall.community.code}/scorecard/{meeting.pk}.json").json()
    assert told["chapters"][1]["actions"][0]["carried_by"]


def test_few_in_the_hall_and_their_hands_are_not_told(client, hall):
    meeting = hall.prepare()
    given = {"held_on": DAY, "venue": "活动室", "present": 6}
    actions.hold_meeting(meeting, **given, **hall.by())
    for standard in ("S2", "S5"):
        topic = hall.topic(meeting, standard)
        actions.write_topic(topic, words="修得慢", hands=(3, 1, 1), **hall.by())
    said = {"body": hall.firm, "words": "人手不够"}
    actions.record_view(hall.topic(meeting, "S2"), **said, **hall.by())
    hall.agree(meeting)
    actions.publish_meeting(meeting, **hall.by("director"))
    shown = client.get(f"/c/{hall.community.code}/scorecard/{meeting.pk}/").content.decode()
    assert "举手" not in shown
    assert "修得慢" in shown


def test_a_comment_waits_for_a_look_and_its_answer_stands_in_the_report(client, hall):
    code, year = hall.community.code, DAY.year
    address = f"/c/{code}/scorecard/comments/{year}/"
    got = send(client, address, indicator="MT01", text="答复不等于修好，问13812345678")
    kept = got["Location"]
    assert "13812345678" not in client.get(kept).content.decode()
    comment = FigureComment.objects.get(community=hall.community)
    assert not comment.steps.filter(account__isnull=False).exists()
    assert "答复不等于修好" not in client.get(address).content.decode()
    assert (
        client.get(f"/c/{code}/scorecard/comments/find/?receipt={comment.receipt}")["Location"]
        == kept
    )
    client.force_login(hall.accounts["worker"])
    desk = f"/c/{code}/desk/scorecard/comments/{comment.pk}/"
    assert client.get(desk).status_code == 200
    send(client, f"{desk}answer/", reply="修好没有看重新办理率")
    client.logout()
    report = client.get(f"/c/{code}/standards/report/{year}/").content.decode()
    assert "答复不等于修好" in report
    assert "修好没有看重新办理率" in report
    chapters = client.get(f"/c/{code}/standards/report/{year}.json").json()["chapters"]
    assert chapters[1]["said"][0]["who"] == "居民说"


def test_a_refused_comment_loses_its_words_and_tells_its_sender_why(client, hall):
    given = {"year": DAY.year, "indicator": "MT01", "text": "某某某家总不交钱"}
    comment = actions.send_comment(hall.community, **given, **hall.by())
    actions.refuse_comment(comment, reason="指到了某一家", **hall.by())
    comment.refresh_from_db()
    assert comment.text == ""
    code = hall.community.code
    kept = client.get(f"/c/{code}/scorecard/comments/kept/{comment.receipt}/").content.decode()
    assert "指到了某一家" in kept
    assert (
        "指到了某一家"
        not in client.get(f"/c/{code}/scorecard/comments/{DAY.year}/").content.decode()
    )


def test_the_meeting_stands_in_the_years_document(client, hall):
    from docx import Document

    meeting = hall.answer()
    hall.agree(meeting)
    actions.publish_meeting(meeting, **hall.by("director"))
    got = client.get(f"/c/{hall.community.code}/standards/report/{DAY.year}/word/")
    page = Document(BytesIO(got.content))
    cells = [cell.text for table in page.tables for row in table.rows for cell in row.cells]
    words = "\n".join(cells)
    assert "夜里人手不够" in words
    assert "每层贴报修码" in words
    assert "约定要做" in words
    assert "13812345678" not in words


def test_pages_ask_few_queries(client, hall, django_assert_max_num_queries):
    meeting = hall.answer()
    for number in range(4):
        hall.agree(meeting, title=f"第{number}件")
    actions.publish_meeting(meeting, **hall.by("director"))
    code = hall.community.code
    with django_assert_max_num_queries(12):
        client.get(f"/c/{code}/scorecard/{meeting.pk}/")
    with django_assert_max_num_queries(14):
        client.get(f"/c/{code}/standards/report/{DAY.year}/")
