"""A calendar others subscribe to: read back by the library, and held against the letter of
RFC 5545 by a reader of our own that knows nothing of the library."""

import re
from datetime import UTC, datetime, timedelta

from hypothesis import HealthCheck, given, settings, strategies as some
from icalendar import Calendar

from linli.lib.calendar import SHANGHAI
from linli.lib.calendar.feeds import Dated, calendar_of

AT = datetime(2027, 3, 1, 8, tzinfo=UTC)
_NAME = re.compile(r"^([A-Z0-9-]+)((?:;[A-Z0-9-]+=(?:\"[^\"]*\"|[^\";:,]*))*):(.*)$", re.DOTALL)
_MOMENT = re.compile(r"^\d{8}T\d{6}Z$")
_ESCAPED = re.compile(r"\\([\\;,nN])")


def dated(**given_):
    begins = datetime(2027, 3, 8, 9, tzinfo=SHANGHAI)
    return Dated(
        **{
            "key": "a1",
            "starts": begins,
            "ends": begins + timedelta(hours=2),
            "summary": "剪纸课",
            "changed": AT,
            **given_,
        }
    )


def strictly(body):
    """The events as (name, params, value) lines; what is against the letter fails."""
    assert body.endswith(b"\r\n")
    raw = body[:-2].split(b"\r\n")
    assert all(len(line) <= 75 for line in raw), "a line is longer than 75 octets"
    assert not any(b"\r" in line or b"\n" in line for line in raw), "a bare CR or LF"
    lines = []
    for line in raw:
        # Folding may not cut a letter in two for those who read line by line.
        line.decode("utf-8")
        if line[:1] in (b" ", b"\t"):
            lines[-1] += line[1:].decode()
        else:
            lines.append(line.decode())
    stack, events = [], []
    for line in lines:
        found = _NAME.match(line)
        assert found, f"no content line: {line!r}"
        name, params, value = found.groups()
        assert not any(ord(letter) < 32 and letter != "\t" for letter in value)
        if name == "BEGIN":
            stack.append(value)
            if value == "VEVENT":
                events.append([])
        elif name == "END":
            assert stack.pop() == value
        elif stack[-1] == "VEVENT":
            events[-1].append((name, params, value))
    assert not stack
    for event in events:
        names = [name for name, _params, _value in event]
        for once in ("UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "SEQUENCE", "STATUS"):
            assert names.count(once) == 1, once
        values = {name: value for name, _params, value in event}
        assert _MOMENT.match(values["DTSTAMP"])
        assert _MOMENT.match(values["LAST-MODIFIED"])
        assert values["STATUS"] in ("CONFIRMED", "TENTATIVE", "CANCELLED")
    return events


def unescaped(value):
    return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], value)


def test_an_event_says_when_where_and_that_it_moved_or_fell_out():
    body = calendar_of(
        "东湖社区",
        [
            dated(location="活动室, 二楼", url="https://example.org/c/1/", categories=("课程",)),
            dated(key="b2", sequence=2, cancelled=True, description="老师病了;\n改日再办"),
            dated(key="c3", tentative=True),
        ],
        at=AT.astimezone(SHANGHAI),
    )
    one, two, three = strictly(body)
    assert ("DTSTART", ";TZID=Asia/Shanghai", "20270308T090000") in one
    assert ("URL", "", "https://example.org/c/1/") in one
    assert ("STATUS", "", "CANCELLED") in two
    assert ("SEQUENCE", "", "2") in two
    assert ("STATUS", "", "TENTATIVE") in three
    assert {name: value for name, _p, value in two}["UID"] == "b2@linli"
    read = Calendar.from_ical(body)
    assert [str(each["uid"]) for each in read.walk("VEVENT")] == [
        "a1@linli",
        "b2@linli",
        "c3@linli",
    ]
    assert read.walk("VEVENT")[0]["dtstart"].dt == datetime(2027, 3, 8, 9, tzinfo=SHANGHAI)
    assert [str(each["tzid"]) for each in read.walk("VTIMEZONE")] == ["Asia/Shanghai"]
    assert "METHOD" not in body.decode()


def test_a_calendar_without_dates_is_a_calendar():
    assert strictly(calendar_of("空", [], at=AT)) == []


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(some.text(min_size=1, max_size=120), some.text(max_size=300))
def test_whatever_is_written_stays_in_its_line_and_is_read_back(summary, description):
    from linli.lib.calendar.feeds import _plain

    summary, description = (
        text.encode("utf-8", "ignore").decode() for text in (summary, description)
    )
    body = calendar_of("名", [dated(summary=summary, description=description)], at=AT)
    (event,) = strictly(body)
    said = {name: unescaped(value) for name, _params, value in event}
    assert said["SUMMARY"] == _plain(summary)
    assert said.get("DESCRIPTION", "") == _plain(description)
