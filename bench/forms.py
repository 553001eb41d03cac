"""Other offices' forms: headings mapped rightly, and how long a form takes to map and fill."""

import json
import os
from collections.abc import Callable, Iterable
from dataclasses import asdict
from io import BytesIO
from pathlib import Path
from typing import Any

from bench.instances import durable_settings, open_instance, server_version
from bench.measure import is_quick, say, tell_result, time_runs

Form = tuple[str, bytes, dict[str, str]]  # file name, content, what each heading asks


def main() -> None:
    """Measures and tells the parent."""
    open_instance()
    result: dict[str, Any] = {"server": server_version(), "durable": durable_settings()}
    templates = _templates()
    result["templates"] = _mapped(templates) if templates else None
    result["own"] = _mapped(_own())
    result["strangers"] = _mapped_of_strangers("strangers")
    result["strangers_again"] = _mapped_of_strangers("strangers_again")
    sizes = (16, 160) if is_quick() else (16, 160, 1600)
    result["filled"] = {str(count): _filled(count) for count in sizes}
    tell_result(result)


def _templates() -> list[Form]:
    from linli.lib.tables.blanks.tests.making import xlsx
    from linli.partners.paperwork.asked.tests.templates import truth_of

    path = _data() / "forms_cn" / "forms_fields.json"
    if not path.exists():
        return []
    forms = json.loads(path.read_text(encoding="utf-8"))["forms"]
    return [
        (f"{name}.xlsx", xlsx([headings]), {each: truth_of(name, each) for each in headings})
        for name, headings in forms.items()
    ]


def _own() -> list[Form]:
    from linli.partners.paperwork.asked.tests.forms import OWN_FORMS

    return [(form.filename, form.make(), form.truth) for form in OWN_FORMS]


def _mapped_of_strangers(table: str) -> dict[str, int]:
    from linli.partners.paperwork.asked import FACTS
    from linli.partners.paperwork.asked.tests.strangers import missed, strangers

    forms = strangers(table)
    found = [told for form in forms for told, _true in missed(form).values()]
    headings = sum(len(form.truth) for form in forms)
    say(f"{headings - len(found)} of {headings} headings right")
    return {
        "forms": len(forms),
        "headings": headings,
        "right": headings - len(found),
        "wrong": sum(told in FACTS for told in found),
    }


def _mapped(forms: list[Form]) -> dict[str, Any]:
    from linli.partners.paperwork.asked.tests.forms import said
    from linli.partners.paperwork.asked.tests.test_mapping import mapped

    right = wrong = headings = 0
    for filename, content, truth in forms:
        found, _entity = mapped(content, filename)
        headings += len(truth)
        for heading, true in truth.items():
            place = found.get(heading)
            right += place is not None and said(place) == true
            wrong += place is not None and place.verdict == "known" and said(place) != true
    say(f"{right} of {headings} headings right")

    def work() -> None:
        for filename, content, _truth in forms:
            mapped(content, filename)

    taken = asdict(time_runs(work, 5, warm=1))
    seconds = {name: value / len(forms) for name, value in taken.items() if name in _TIMES}
    return {
        "forms": len(forms),
        "headings": headings,
        "right": right,
        "wrong": wrong,
        "seconds": taken | seconds,
    }


_TIMES = ("median", "low", "high")


def _filled(count: int) -> dict[str, Any]:
    """U1's form with so many households; openpyxl does the same cells, in turn."""
    from linli.lib.tables.blanks import Fill, fill_blank
    from linli.partners.paperwork.asked import read_form
    from linli.partners.paperwork.asked.tests.forms import OWN_FORMS

    form = OWN_FORMS[0]
    content = form.make()
    blank = read_form(content, form.filename)
    rows = [dict.fromkeys(range(1, 11), f"11010119400101{n:04}") for n in range(count)]
    works: dict[str, Callable[[], object]] = {
        "ours": lambda: fill_blank(content, form.filename, blank, [Fill(1, rows)]),
        "openpyxl": lambda: _by_openpyxl(content, rows, first_row=4),
    }
    found = {name: asdict(time_runs(work, 5, warm=1)) for name, work in works.items()}
    say(f"{count} rows: {found['ours']['median']:.3f} s")
    return found


def _by_openpyxl(content: bytes, rows: Iterable[dict[int, str]], *, first_row: int) -> bytes:
    import openpyxl

    book = openpyxl.load_workbook(BytesIO(content))
    sheet = book.worksheets[0]
    for number, row in enumerate(rows, first_row):
        for index, value in row.items():
            sheet.cell(number, index + 1).value = value
    output = BytesIO()
    book.save(output)
    return output.getvalue()


def _data() -> Path:
    from django.conf import settings

    given = os.environ.get("LINLI_TEST_DATA")
    return Path(given) if given else Path(settings.BASE_DIR).parent / "shared" / "data"


if __name__ == "__main__":
    main()
