"""Forms as people fill them in."""

from datetime import date

import pytest
from django import forms
from django.template import Context, Template
from django.test import RequestFactory

from linli.core.pages.fields import DayInput, FileDrop
from linli.core.pages.renderer import PageRenderer
from linli.core.pages.styleguide.forms import SpecimenFilter, SpecimenForm


@pytest.fixture(autouse=True)
def page_renderer(settings):
    settings.FORM_RENDERER = "linli.core.pages.renderer.PageRenderer"


def wrong() -> SpecimenForm:
    return SpecimenForm({"what": "", "since": "13月"})


def test_every_error_is_listed_on_top_with_a_link_to_its_field():
    html = str(wrong())
    assert "有 4 处需要改" in html
    assert 'href="#id_what"' in html
    assert 'href="#id_kind_0"' in html
    assert html.index("data-error-summary") < html.index('id="id_what"')


def test_every_link_of_the_summary_has_its_target():
    form = wrong()
    html = str(form)
    for field in form:
        if field.errors:
            assert f'id="{field.auto_id}"' in html or f'id="{field.auto_id}_0"' in html


def test_a_field_reads_label_help_error_input():
    form = SpecimenForm({"what": ""})
    html = form["what"].as_field_group()
    marks = ("<label", "_helptext", "_error", "<textarea")
    places = [html.index(mark) for mark in marks]
    assert places == sorted(places)
    assert 'aria-invalid="true"' in html
    assert 'aria-describedby="id_what_helptext id_what_error"' in html


def test_optional_fields_say_so_and_required_ones_need_no_star():
    form = SpecimenForm()
    assert "（选填）" in form["phone"].as_field_group()
    assert "（选填）" not in form["what"].as_field_group()
    assert "*" not in form["what"].as_field_group()


def test_choices_are_a_group_with_a_legend():
    html = SpecimenForm()["kind"].as_field_group()
    assert "<fieldset" in html
    assert "<legend" in html


def test_a_checkbox_stands_inside_its_label():
    html = SpecimenForm()["public"].as_field_group()
    assert html.count("<label") == 1
    assert html.index("<label") < html.index("<input") < html.index("同意")


def test_a_long_text_counts_what_is_left():
    assert 'data-counter="还可以写 {n} 个字"' in SpecimenForm()["what"].as_field_group()


def test_classes_given_by_a_form_are_kept():
    class Marked(forms.Form):
        name = forms.CharField(widget=forms.TextInput(attrs={"class": "mine"}))

    assert 'class="form-control mine"' in str(Marked(renderer=PageRenderer()))


def test_hidden_fields_come_without_label():
    class Hidden(forms.Form):
        token = forms.CharField(widget=forms.HiddenInput)

    html = str(Hidden(renderer=PageRenderer()))
    assert 'type="hidden"' in html
    assert "<label" not in html


def test_errors_of_the_whole_form_are_in_the_summary():
    form = SpecimenForm({"what": "灯", "kind": "light", "where": "a"})
    form.is_valid()
    form.add_error(None, "两处说法不一致")
    assert "两处说法不一致" in str(form)


def test_a_file_says_beforehand_what_and_how_large():
    html = SpecimenForm()["photo"].as_field_group()
    assert "拍地点，不拍人" in html
    assert "每个不超过 10 MB" in html
    assert 'accept="image/jpeg,image/png"' in html
    assert 'id="id_photo"' in html


def test_several_files_are_allowed_where_asked_for():
    assert "multiple" in FileDrop(several=True).render("f", None)
    assert "multiple" not in FileDrop().render("f", None)


def test_a_day_is_shown_to_the_browser_in_iso():
    assert 'value="2026-11-23"' in DayInput().render("d", date(2026, 11, 23))


def filter_html(address: str) -> str:
    request = RequestFactory().get(address)
    source = "{% load linli_forms %}{% filter_bar form target='rows' %}"
    return Template(source).render(
        Context({"request": request, "form": SpecimenFilter(request.GET)})
    )


def test_active_filters_are_chips_that_take_themselves_off():
    html = filter_html("/list/?status=late&words=%E7%81%AF&after=c9")
    assert "状态：已超期" in html
    assert 'href="?words=%E7%81%AF"' in html
    assert "after" not in html.split("chips")[1]


def test_a_ticked_filter_is_a_chip_by_its_own_name():
    html = filter_html("/list/?mine=on")
    assert "<span>只看我的</span>" in html


def test_no_filters_no_chips():
    assert "chips" not in filter_html("/list/")
    assert "chips" not in filter_html("/list/?status=")


def test_filters_work_as_a_plain_form_and_refresh_by_htmx():
    html = filter_html("/list/")
    assert 'method="get" action="/list/"' in html
    assert 'hx-target="#rows"' in html
    assert 'type="submit"' in html


@pytest.mark.parametrize(
    ("field", "given", "said"),
    [
        (forms.CharField(), "", "请填写这一项。"),
        (forms.CharField(max_length=3), "一二三四", "最多写 3 个字，现在是 4 个。"),
        (forms.IntegerField(max_value=9), "10", "不能大于 9。"),
        (forms.DateField(), "2026-13-01", "请填年、月、日都有的日期，例如 2026-03-01。"),
        (forms.ChoiceField(choices=[("a", "甲")]), "b", "请在列出的几项里选。"),
        (forms.TypedChoiceField(choices=[("a", "甲")]), "", "请选一项。"),
        (forms.EmailField(), "x", "请填完整的邮箱，例如 name@example.org。"),
        (forms.DecimalField(decimal_places=2), "1.234", "小数点后面最多 2 位。"),
    ],
)
def test_a_wrong_entry_is_told_in_plain_words(field, given, said):
    with pytest.raises(forms.ValidationError) as refused:
        field.clean(given)
    assert refused.value.messages == [said]
