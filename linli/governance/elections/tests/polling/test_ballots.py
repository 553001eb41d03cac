"""A ballot on paper is one page, whatever the committee's size and however it is filled in."""

from datetime import date

import pytest
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string

from linli.core.pages.paper import can_draw
from linli.governance.elections.views.ballots import STYLE, _dense, _notes
from linli.mechanisms.ballot.models import Poll

needs_pango = pytest.mark.skipif(not can_draw(), reason="Pango is not on this machine")


def drawn(members, seats, *, large, columns):
    """The pages of two ballots for director, deputy and so many candidates for so many seats."""
    from weasyprint import CSS, HTML

    offices = [("主任", 1, 2), ("副主任", 1, 2), ("委员", seats, members)]
    paper = {
        "title": "东湖社区居民委员会换届选举",
        "round_name": "",
        "day": date(2027, 6, 20),
        "issuer": "东湖社区居民选举委员会",
        "dense": _dense(sum(names + seats for _title, seats, names in offices)),
        "offices": [
            {
                "title": title,
                "seats": seats,
                "columns": columns,
                "names": [f"候选人{n}" for n in range(names)],
                "others": range(seats),
            }
            for title, seats, names in offices
        ],
        "notes": _notes(approves=len(columns) > 1, others=True),
    }
    given = {
        "paper": paper,
        "poll": Poll(),
        "serials": ["00001", "00002"],
        "station_name": "一号站",
    }
    html = render_to_string("elections/_ballots.html", given | {"large": large})
    page = HTML(string=f"<html><body>{html}</body></html>")
    return page.render(stylesheets=[CSS(filename=finders.find(STYLE))]).pages


@needs_pango
@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize(("members", "seats"), [(4, 3), (6, 5), (8, 7)])
def test_each_ballot_is_one_page_from_five_members_to_nine(members, seats, large):
    for columns in (["符号"], ["赞成", "反对", "弃权"]):
        pages = drawn(members, seats, large=large, columns=columns)
        assert len(pages) == 2
    width = pages[0].width / 96 * 25.4
    assert round(width) == (297 if large else 210)
