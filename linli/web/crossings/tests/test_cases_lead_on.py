"""A case leads to the public pages of other rooms, and every page it names is there."""

from uuid import uuid4

from django.urls import reverse

from linli.service.casework.kinds import all_kinds, kind_called, panels_of

CODE = "990101001001"


def test_every_page_a_case_leads_to_is_there():
    for kind in all_kinds():
        for panel in panels_of(kind):
            more = [uuid4()] if panel.given is None else list(panel.given)
            assert reverse(panel.url_name, args=[CODE, *more]).startswith(f"/c/{CODE}/")


def test_who_looks_for_work_or_a_lawyer_is_led_there():
    led = {key: {each.url_name for each in panels_of(kind_called(key))} for key in ("rights",
           "zero_employment", "veteran")}  # fmt: skip
    assert {"mediation:about", "catalogue:application_scheme"} <= led["rights"]
    assert {"catalogue:openings", "catalogue:application_scheme"} <= led["zero_employment"]
    assert "catalogue:openings" in led["veteran"]
