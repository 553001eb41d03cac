"""What a template does not list has no way out: every registered template, every form it takes."""

import json
from datetime import date

import pytest
import time_machine
from django.urls import reverse

from linli.core.clocks.tests.cast import at
from linli.lib.law import Refused
from linli.mechanisms.publication.models import Posting
from linli.mechanisms.publication.queries import public_notice
from linli.mechanisms.publication.registry import templates
from linli.mechanisms.publication.views.forms_of_it import sheet_html

pytestmark = pytest.mark.django_db

FORBIDDEN = {
    "illness": "尿毒症晚期",
    "identity": "11010519491231002X",
    "door": "3栋2单元501室",
    "phone": "13812341234",
    "income": "月收入只有捡废品",
    "child_name": "小名豆豆",
}
FORMS = (
    "notice",
    "notice_data",
    "sheet",
    "large",
    "text",
    "share",
    "script",
    "object",
    "original",
)
EVERYWHERE = ("notices", "notices_data", "hall", "rss", "atom")
HARMLESS = {
    "text": "按规定办理",
    "prose": "按规定办理。\n请大家知道。",
    "contact": "社区服务中心",
    "number": 3,
    "money": 120000,
    "day": "2026-03-02",
    "digest": "0123456789abcdef" * 4,
}


def _sample(field):
    if field.kind == "rows":
        return [{column.key: _sample(column) for column in field.columns}]
    return HARMLESS[field.kind]


def _fields(template, **more):
    return {field.key: _sample(field) for field in template.fields} | more


@pytest.fixture(autouse=True)
def on_the_day():
    with time_machine.travel(at(3, 2), tick=False):
        yield


def _read(client, community, notice):
    """Everything anybody can get of it, by name; also what only a machine reads."""
    found = {}
    for name in FORMS:
        response = client.get(reverse(f"publication:{name}", args=[community.code, notice.pk]))
        if response.status_code == 200:
            found[name] = response.content.decode()
    for name in EVERYWHERE:
        found[name] = client.get(
            reverse(f"publication:{name}", args=[community.code])
        ).content.decode()
    hall = reverse("publication:hall", args=[community.code])
    for screen in range(1, 4):
        found[f"hall {screen}"] = client.get(f"{hall}?screen={screen}").content.decode()
    face = public_notice(community.pk, notice.pk, at(3, 2), own_language=True).face
    found["pdf"] = sheet_html(face, "A3", "https://linli.example/x")
    return found


@pytest.mark.parametrize("name", sorted(templates()))
def test_no_form_of_any_template_tells_what_it_does_not_list(
    name, publish, owner, worker, director, client, community, agreeing
):
    template = templates()[name]
    given = {"by": worker, "at": at(3, 2), "template": template, "fields": _fields(template)}
    if template.consent:
        given["persons"] = [agreeing(template.consent).pk]
    draft = publish.draft(owner, **given)
    notice = publish.release(draft, by=director, at=at(3, 2), on=date(2026, 3, 2))
    unlisted = {f"zz_{key}": value for key, value in FORBIDDEN.items()}
    fields = {**notice.fields, **unlisted}
    for field in template.fields:
        if field.kind == "rows":
            fields[field.key] = [{**notice.fields[field.key][0], **unlisted}]
    snapshot = {**notice.snapshot, **unlisted}
    rows = Posting.objects.filter(community=community, pk=notice.pk)
    rows.update(fields=fields, snapshot=snapshot, owner_kind="zz_kind.Secret")
    found = _read(client, community, notice)
    # The original is given out only as long as it is what was hashed.
    assert "original" not in found
    assert {"notice", "notice_data", "sheet", "large", "text", "script"} <= set(found)
    for where, text in found.items():
        for key, value in {**unlisted, "zz_kind": "zz_"}.items():
            assert value not in text, (where, key)
            assert key not in text, (where, key)
    if template.names_persons:
        for where in ("notices", "notices_data", "hall", "hall 1", "text", "script", "rss", "atom"):
            assert "按规定办理" not in found[where], where


@pytest.mark.parametrize("name", sorted(templates()))
def test_no_template_takes_a_number_a_door_or_an_illness_into_its_texts(
    name, publish, owner, worker
):
    template = templates()[name]

    def refused(fields):
        given = {"by": worker, "at": at(3, 2), "template": template, "fields": fields}
        with pytest.raises(Refused) as caught:
            publish.draft(owner, **given)
        told = json.dumps(caught.value.finding.numbers, default=str, ensure_ascii=False)
        assert not any(value in told for value in FORBIDDEN.values())
        return caught.value.finding.rule

    private = ["11010519491231002X", "护照 E12345678"]
    doors = ["3栋2单元501", "13812341234"]
    beside_names = ["3-2-2001", "3-501", "3/2/501", "3—2—501"]
    for field in template.fields:
        columns = field.columns or (field,)
        for column in columns:
            if column.kind not in ("text", "prose", "contact"):
                continue
            values = private + (doors if column.kind != "contact" else [])
            if template.names_persons and column.kind != "contact":
                values += beside_names
            for value in values:
                put = [{**_sample(field)[0], column.key: value}] if field.columns else value
                rule = refused(_fields(template, **{field.key: put}))
                assert rule == "publication.without_private_numbers", (column.key, value)
            if not template.of_health:
                put = [{**_sample(field)[0], column.key: "患尿毒症"}] if field.columns else "患病"
                rule = refused(_fields(template, **{field.key: put}))
                assert rule == "publication.without_health"
