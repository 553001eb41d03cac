"""A file goes up signed, is believed or refused whole, is answered, and the answer comes back."""

import io
import json
import re
import zipfile

import pytest
import time_machine

from linli.core.audit.models import Entry
from linli.evaluation.levels.held import gather
from linli.evaluation.periods import period_of
from linli.evaluation.returns import actions
from linli.evaluation.returns.actions.answering import pack as pack_reply
from linli.evaluation.returns.facts import rows as facts
from linli.evaluation.returns.keys import public_half
from linli.evaluation.returns.lines import COLUMNS, Line, NotALine, as_csv, from_csv
from linli.evaluation.returns.models import Flag, Return, ReturnedValue, SentReturn
from linli.evaluation.returns.outgoing import draw_up
from linli.evaluation.returns.packing import VALUES_CSV
from linli.evaluation.returns.queries import flags_of
from linli.evaluation.returns.tests.conftest import OTHER_SEED, YEAR, neighbours_lines
from linli.evaluation.returns.unpacking import unpack_return
from linli.evaluation.side_by_side import rows_of
from linli.evaluation.tests.cast import AT, DAY
from linli.lib.law import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(AT, tick=False):
        yield


def rezip(content, **changed):
    """The same file with parts in the place of others (None: left out)."""
    sink = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(sink, "w") as new:
        for name in old.namelist():
            body = changed.get(name.partition(".")[0], old.read(name))
            if body is not None:
                new.writestr(name, body)
        if "more" in changed:
            new.writestr("more.txt", changed["more"])
    return sink.getvalue()


def part(content, name):
    with zipfile.ZipFile(io.BytesIO(content)) as folder:
        return folder.read(name)


def test_what_goes_up_is_numerators_and_denominators_and_the_small_say_hidden(scene):
    scene.room.stock(scene.ours, "matters.overdue", 3)
    sent = actions.send(
        scene.ours, office=scene.town, period=YEAR, by=scene.actor("director"), at=AT
    )
    file = unpack_return(bytes(sent.body))
    assert file.digest == sent.digest
    assert file.manifest["community"]["code"] == scene.ours.code
    by = {(line.indicator, line.period): line for line in file.lines}
    assert by["MT05", "2026"].numerator == 341
    assert {line.status for line in file.lines} <= {
        "told",
        "too_few",
        "hidden",
        "no_records",
        "no_register",
    }
    assert all(
        (line.numerator is None) == (line.status not in ("told", "too_few")) for line in file.lines
    )
    text = bytes(sent.body) + as_csv(file.lines)
    assert b"person" not in text
    for fact in scene.room.facts[:50]:
        assert str(fact.record).encode() not in text
    assert list(file.lines) == from_csv(part(bytes(sent.body), VALUES_CSV))
    again = actions.send(
        scene.ours, office=scene.town, period=YEAR, by=scene.actor("director"), at=AT
    )
    assert (again.edition, again.digest != sent.digest) == (2, True)


def test_every_file_that_is_not_as_it_was_signed_is_refused_whole(scene):
    scene.trust()
    good = scene.pack().content
    values = part(good, "values.csv")
    manifest = json.loads(part(good, "manifest.json"))
    changed = json.dumps(manifest | {"period": "2025"}).encode()
    above = {"code": scene.town.parent.code, "name": "区"}
    late = Line(scene.theirs.code, "MT05", 1, "2025-12", 12, 1, 12, None, "told")
    foreign = scene.pack(community={"code": "990101009001", "name": "别处社区"}).content
    ours = scene.ours
    cases = {
        "returns.file_whole": good[: len(good) // 2],
        "returns.part_there": rezip(good, signature=None),
        "returns.encoding": rezip(good, values="社区,数\n".encode("gb18030")),
        "returns.bytes_signed": rezip(good, values=values.replace(b"300", b"600")),
        "returns.signature": rezip(good, manifest=changed),
        "returns.key_same": scene.pack(seed=OTHER_SEED).content,
        "returns.own_community": foreign,
        "returns.key_known": scene.pack(
            neighbours_lines(ours.code), community={"code": ours.code, "name": ours.name}
        ).content,
        "returns.this_office": scene.pack(office=above).content,
        "returns.period_fits": scene.pack(period="2027", through="2027-01-01").content,
        "returns.lines_fit": scene.pack(
            neighbours_lines(scene.theirs.code, more=[late])
        ).content,
        "returns.is_return": pack_a_reply(scene),
        "returns.parts_once": rezip(good, more=b"x"),
        "returns.lines_counted": scene.pack(lines_said=3).content,
        "returns.rows_most": scene.pack(lines_said=10**6).content,
        "returns.row_form": scene.pack([
            Line(scene.theirs.code, "MT05", 1, "2026", -4, 1, 4, None, "told")
        ]).content,
    }  # fmt: skip
    before = Return.objects.across_communities("all").count()
    for rule, content in cases.items():
        with pytest.raises(Refused) as refused:
            scene.receive(content)
        assert refused.value.finding.rule == rule
    assert Return.objects.across_communities("all").count() == before
    scene.receive(good)
    with pytest.raises(Refused) as refused:
        scene.receive(good)
    assert refused.value.finding.rule == "returns.not_replayed"
    with pytest.raises(Refused) as refused:
        scene.receive(scene.pack(sent_at="2026-11-22T10:00:00+08:00").content)
    assert refused.value.finding.rule == "returns.edition"


def pack_a_reply(scene):
    row = scene.receive(scene.pack(period="2025", through="2025-12-31", lines=[
        Line(scene.theirs.code, "BS01", 1, "2025", 300, 900, 900, None, "told")
    ]).content)  # fmt: skip
    row = actions.answer(
        scene.town, return_id=row.pk, state="accepted", by=scene.actor("officer"), at=AT
    )
    return pack_reply(row, []).content


def test_a_key_is_believed_after_two_people_or_the_fingerprint(scene):
    with pytest.raises(Refused):
        actions.register_sender(
            scene.town, community=scene.theirs, public_key=public_half(OTHER_SEED),
            heard="0000 1111", by=scene.actor("officer"), at=AT,
        )  # fmt: skip
    key = scene.trust(heard=False)
    with pytest.raises(Refused) as refused:
        scene.receive(scene.pack().content)
    assert refused.value.finding.rule == "returns.key_known"
    with pytest.raises(Refused) as refused:
        actions.confirm_key(scene.town, key=key, by=scene.actor("officer"), at=AT)
    assert refused.value.finding.rule == "returns.second_person"
    actions.confirm_key(scene.town, key=key, by=scene.actor("second"), at=AT)
    assert scene.receive(scene.pack().content).key_id == key.pk
    actions.end_key(scene.town, key=key, by=scene.actor("officer"), at=AT)
    with pytest.raises(Refused):
        scene.receive(scene.pack(edition=2).content)
    # Whoever saw the fingerprint here has not heard it from the other side.
    assert not scene.trust(heard=True).is_believed


def test_no_table_is_opened_before_the_key_is_believed(scene, monkeypatch):
    from linli.evaluation.returns import unpacking

    opened = []
    monkeypatch.setattr(unpacking, "rows_in_parquet", opened.append)
    for content in (scene.pack().content, scene.pack(seed=OTHER_SEED).content):
        with pytest.raises(Refused) as refused:
            scene.receive(content)
        assert refused.value.finding.rule == "returns.key_known"
    assert opened == []


def test_whoever_took_a_key_down_does_not_read_its_fingerprint(scene, client):
    key = scene.trust(heard=False)
    notes = Entry.objects.filter(action="returns.register_sender").values_list("note", flat=True)
    assert key.fingerprint not in str(list(notes))
    for who, reads in (("officer", False), ("second", True)):
        client.force_login(scene.accounts[who], "linli.core.access.sign_in.AccountBackend")
        page = client.get(f"/street/{scene.town.code}/returns/").content.decode()
        assert (key.fingerprint in page) is reads


@pytest.mark.parametrize(
    "broken",
    [
        b"community\0", b"\xff", b"a,b\n1,2\n", ",".join(COLUMNS).encode() + b"\nc,MT05,1\n",
        ",".join(COLUMNS).encode() + b"\nc,MT05,1,2026,1,1,1,nan,told\n",
        ",".join(COLUMNS).encode() + b'\n"' + b"x" * 200_000 + b'",MT05,1,2026,1,1,1,,told\n',
    ],
)  # fmt: skip
def test_what_is_no_table_is_said_to_be_none(broken):
    with pytest.raises((NotALine, UnicodeDecodeError)):
        from_csv(broken)


def test_the_newest_is_believed_and_shows_no_more_than_it_tells(scene):
    scene.trust()
    code, officer = scene.theirs.code, {"by": scene.actor("officer"), "at": AT}
    line = Line(code, "MT05", 1, "2026-06", 30, 1, 30, None, "told")
    other = Line(code, "MT04", 1, "2026-06", 12, 1, 12, None, "told")
    old = scene.pack([line, other], period="2026-06", through="2026-06-30").content
    gone = Line(code, "MT05", 1, "2026-06", None, None, None, None, "hidden")
    whole = Line(code, "MT05", 1, "2026", 80, 1, 80, None, "told")
    for content in (scene.pack([gone, whole]).content, old):  # the older one comes later
        row = scene.receive(content)
        actions.answer(scene.town, return_id=row.pk, state="questions", **officer)
    june = period_of("month", DAY.replace(month=6))
    values = gather([scene.theirs.pk], rows_of(june), june, floor=10).values
    assert values[scene.theirs.pk, "MT05", "2026-06"].hidden
    assert values[scene.theirs.pk, "MT05", "2026"].numerator == 80
    assert values[scene.theirs.pk, "MT04", "2026-06"].numerator == 12


def test_a_doubled_month_comes_back_is_explained_and_then_counts(scene):
    scene.trust()
    lines = neighbours_lines(scene.theirs.code)
    year = next(line for line in lines if line.period == "2026" and line.indicator == "MT05")
    more = Line(*year.as_row()[:4], year.numerator + 45, 1, year.n, None, "told")
    doubled = [more if line is year else line for line in lines]
    row = scene.receive(scene.pack(doubled).content)
    assert [(flag.kind, flag.period) for flag in flags_of(row)] == [("month_twice", "2026-06")]
    officer = {"return_id": row.pk, "by": scene.actor("officer"), "at": AT}
    for state, reason, rule in (
        ("accepted", "", "returns.contradictions_explained"),
        ("sent_back", " ", "returns.reason_said"),
    ):
        with pytest.raises(Refused) as refused:
            actions.answer(scene.town, state=state, reason=reason, **officer)
        assert refused.value.finding.rule == rule
    actions.answer(scene.town, state="sent_back", reason="六月算了两次", **officer)
    rows = rows_of(YEAR)
    assert not gather([scene.theirs.pk], rows, YEAR, floor=10).values
    note = {
        "kind": "month_twice",
        "indicator": "MT05",
        "period": "2026-06",
        "text": "六月补录了一批",
    }
    second = scene.receive(scene.pack(doubled, edition=2, notes=[note]).content)
    actions.answer(
        scene.town, return_id=second.pk, state="accepted", by=scene.actor("officer"), at=AT
    )
    known = gather([scene.theirs.pk], rows, YEAR, floor=10)
    assert known.values[scene.theirs.pk, "MT05", "2026"].numerator == year.numerator + 45
    assert known.origins[scene.theirs.pk].kind == "return"
    hidden = ReturnedValue.objects.get(community=scene.theirs, of=second, status="hidden")
    assert (hidden.numerator, hidden.denominator) == (None, None)
    assert known.values[scene.theirs.pk, "MT04", "2026"].hidden
    written = Entry.objects.filter(action__startswith="returns.").values_list("note", flat=True)
    assert "六月" not in str(list(written))


def test_the_sender_reads_the_answer_explains_and_the_outlier_is_followed_up(scene, client):
    director = {"by": scene.actor("director"), "at": AT}
    sent = actions.send(scene.ours, office=scene.town, period=YEAR, **director)
    row = scene.receive(bytes(sent.body))
    assert row.key_id is None  # the same instance
    Flag.objects.create(
        community=scene.ours, of=row, kind="outlier", indicator="MT05", period="2026-05",
        numbers={"numerator": 30, "denominator": 1},
    )  # fmt: skip
    actions.answer(
        scene.town, return_id=row.pk, state="questions", reason="五月请说明",
        by=scene.actor("officer"), at=AT,
    )  # fmt: skip
    sent.refresh_from_db()
    asked = [each["kind"] for each in sent.answer["questions"]]
    assert "outlier" in asked
    told = [fact.part for fact in facts(scene.ours, DAY, DAY) if fact.kind == "returns.flagged"]
    assert told == [0] * len(asked)
    client.force_login(scene.accounts["director"], "linli.core.access.sign_in.AccountBackend")
    url = f"/c/{scene.ours.code}/desk/returns/"
    page = client.get(f"{url}{sent.pk}/").content.decode()
    assert "五月请说明" in page
    question = {"kind": "outlier", "indicator": "MT05", "period": "2026-05", "text": "补录"}
    assert client.post(f"{url}{sent.pk}/explain/", question).status_code == 302
    told = [fact.part for fact in facts(scene.ours, DAY, DAY) if fact.kind == "returns.flagged"]
    assert sum(told) == 1
    chosen = {"office": str(scene.town.pk), "period": "2026"}
    client.post(f"{url}preview/", {**chosen, "seen": draw_up(scene.ours, YEAR).digest})
    latest = SentReturn.objects.filter(community=scene.ours).order_by("-edition").first()
    assert unpack_return(bytes(latest.body)).manifest["notes"][0]["text"] == "补录"


def test_the_pages_of_both_sides(scene, client):
    client.force_login(scene.accounts["director"], "linli.core.access.sign_in.AccountBackend")
    url = f"/c/{scene.ours.code}/desk/returns/"
    assert "指纹" in client.get(url).content.decode()
    preview = client.get(f"{url}preview/?office={scene.town.pk}&period=2026").content.decode()
    assert ">341<" in preview
    chosen = {"office": str(scene.town.pk), "period": "2026"}
    assert client.post(f"{url}preview/", {**chosen, "seen": "0" * 64}).status_code == 409
    seen = re.search(r'name="seen" value="(\w+)"', preview)[1]
    made = client.post(f"{url}preview/", {**chosen, "seen": seen})
    file = client.get(f"{made['Location']}file/").content
    assert client.get(f"{made['Location']}values.csv").content == part(file, "values.csv")
    client.force_login(scene.accounts["officer"], "linli.core.access.sign_in.AccountBackend")
    street = f"/street/{scene.town.code}/returns/"
    upload = io.BytesIO(file)
    upload.name = "上报.zip"
    came = client.post(f"{street}receive/", {"file": upload})
    page = client.get(came["Location"]).content.decode()
    assert "湖东社区" in page
    assert client.get(f"{came['Location']}values.csv").content == part(file, "values.csv")
    answered = client.post(
        f"{came['Location']}answer/", {"state": "sent_back", "reason": "再核对一遍"}
    )
    assert answered.status_code == 302
    reply = client.get(f"{came['Location']}answer.zip").content
    assert json.loads(part(reply, "manifest.json"))["state"] == "sent_back"
    assert "再核对一遍" in client.get(came["Location"]).content.decode()
    assert client.get(street).status_code == 200
    torn = io.BytesIO(file[:200])
    torn.name = "torn.zip"
    refused = client.post(f"{street}receive/", {"file": torn})
    assert refused.status_code == 409
    assert "打不开" in refused.content.decode()
    assert client.get(url).status_code == 404


def test_an_answer_from_elsewhere_is_believed_by_the_offices_key(scene):
    from linli.evaluation.returns.keys import fingerprint
    from linli.evaluation.returns.packing import pack_answer

    director = {"by": scene.actor("director"), "at": AT}
    sent = actions.send(scene.ours, office=scene.town, period=period_of("month", DAY), **director)
    said = {
        "digest": sent.digest, "state": "accepted", "reason": "", "questions": [],
        "received_at": "2026-11-23T10:00:00+08:00", "answered_at": "2026-11-23T11:00:00+08:00",
    }  # fmt: skip
    reply = pack_answer(said, with_key=OTHER_SEED).content
    with pytest.raises(Refused) as refused:
        actions.take_answer(scene.ours, content=reply, **director)
    assert refused.value.finding.rule == "returns.office_key"
    key = public_half(OTHER_SEED)
    actions.register_office(
        scene.ours, office=scene.town, public_key=key, heard=fingerprint(key).upper(), **director
    )
    taken = actions.take_answer(scene.ours, content=reply, **director)
    assert taken.answer["state"] == "accepted"
    with pytest.raises(Refused) as refused:
        actions.take_answer(scene.ours, content=reply, **director)
    assert refused.value.finding.rule == "returns.answer_new"
