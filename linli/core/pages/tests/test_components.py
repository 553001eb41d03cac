"""What a reader sees in each component."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from django.template import Context, Template
from django.test import RequestFactory
from django.utils.translation import override

from linli.core.pages.shapes import Chart, Deadline, Entry, NavItem, Place, Step, Tab
from linli.core.pages.styleguide import specimens
from linli.core.pages.styleguide.specimens import ShownPerson

LOAD = "{% load linli linli_ways linli_forms linli_charts %}"


def draw(source: str, **context: object) -> str:
    return Template(LOAD + source).render(Context(context))


def test_a_status_says_its_word_beside_icon_and_colour():
    html = draw("{% status '已超期' 'late' %}")
    assert "已超期" in html
    assert "tone-late" in html
    assert "#alert-triangle" in html


def test_an_unknown_tone_is_an_error():
    with pytest.raises(KeyError):
        draw("{% status '办理中' 'purple' %}")


TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("clock", "words", "tone"),
    [
        (Deadline(TODAY, 7), "还有 7 个工作日", "open"),
        (Deadline(TODAY, 2), "还有 2 个工作日", "soon"),
        (Deadline(TODAY, 0), "今天到期", "soon"),
        (Deadline(TODAY, -1), "超期 1 个工作日", "late"),
        (Deadline(TODAY, 7, workdays=False), "还有 7 天", "open"),
        (Deadline(TODAY, 5, paused_since=TODAY, reason="等照片"), "已暂停计时", "paused"),
        (Deadline(TODAY, 1, met_on=TODAY), "按时完成", "done"),
        (Deadline(TODAY, -3, met_on=TODAY), "已完成，超期 3 个工作日", "late"),
    ],
)
def test_a_clock_tells_how_it_stands(clock, words, tone):
    html = draw("{% deadline clock %}", clock=clock)
    assert words in html
    assert f"tone-{tone}" in html


def test_promise_and_limit_stand_side_by_side():
    html = draw("{% deadline a b %}", a=specimens.PROMISE, b=specimens.LIMIT)
    assert html.index("承诺") < html.index("时限")


def test_a_paused_clock_gives_its_reason():
    assert "等居民补充照片" in draw("{% deadline c %}", c=specimens.PAUSED)


def test_a_clock_that_is_none_is_left_out():
    assert "tone-" not in draw("{% deadline c %}", c=None)


def test_a_finding_shows_sign_sentence_working_way_on_and_article():
    html = draw("{% finding f %}", f=specimens.UNMET)
    assert 'aria-label="不符合"' in html
    assert "过半数须多于 29 人" in html
    assert "可以改期再开" in html
    assert "《民法典》第二百零三条" in html


def test_a_finding_that_holds_shows_no_way_on():
    html = draw("{% finding f %}", f=specimens.MET)
    assert 'aria-label="符合"' in html
    assert "可以改期" not in html


def test_the_working_can_be_left_out():
    assert "须多于" not in draw("{% finding f show_working=False %}", f=specimens.MET)


def test_citations_are_named_in_the_readers_language():
    with override("en"):
        assert "Civil Code, Art. 203" in draw("{% finding f %}", f=specimens.UNMET)


def test_a_person_is_drawn_as_given_with_the_way_to_see_more():
    html = draw("{% person p reveal_url='/more/' %}", p=specimens.NEIGHBOUR)
    assert "王**" in html
    assert "/more/" in html


def test_nothing_is_shown_of_a_person_who_is_not_shown():
    hidden = replace(specimens.NEIGHBOUR, is_shown=False)
    html = draw("{% person p reveal_url='/more/' %}", p=hidden)
    assert "王" not in html
    assert "/more/" not in html


def test_no_way_to_more_where_there_is_no_more():
    html = draw("{% person p reveal_url='/more/' %}", p=ShownPerson("王芳", can_be_opened=False))
    assert "/more/" not in html


def test_someone_in_no_register_is_masked_here():
    html = draw("{% person name='王小明' phone='13812345678' %}")
    assert "王" in html
    assert "小明" not in html
    assert "12345678" not in html


def test_a_bare_name_is_not_drawn():
    with pytest.raises(TypeError):
        draw("{% person '王芳' %}")


def test_a_place_carries_the_names_above_it():
    html = draw("{% place p %}", p=Place("3 号楼", ("幸福里社区", "桂花苑")))
    assert html.index("幸福里社区") < html.index("桂花苑") < html.index("3 号楼")


def test_a_place_can_be_given_as_name_and_path():
    assert "桂花苑" in draw("{% place '3 号楼' path %}", path=("桂花苑",))


def test_a_timeline_tells_when_who_and_what_and_escapes_it():
    entry = Entry(datetime(2026, 11, 22, 23, 30, tzinfo=UTC), "受理", "社区工作者", "<b>灯</b>")
    html = draw("{% timeline e %}", e=[entry])
    assert "2026年11月23日 07:30" in html
    assert "社区工作者" in html
    assert "&lt;b&gt;" in html


@pytest.mark.parametrize(
    ("fen", "words"), [(1234567, "¥12,345.67"), (-500, "−¥5.00"), (7, "¥0.07"), (None, "—")]
)
def test_money_is_written_in_yuan(fen, words):
    assert draw("{% money fen %}", fen=fen) == f'<span class="money">{words}</span>'


def test_no_evidence_is_not_nought():
    assert "还没有依据" in draw("{% tally '满意' None %}")
    assert "还没有依据" not in draw("{% tally '满意' 0 %}")


def test_a_suppressed_figure_never_reaches_the_page():
    html = draw("{% tally '长者' 7 suppressed=True %}")
    assert "少于 10" in html
    assert ">7<" not in html


def test_a_chart_is_a_table_first_and_its_gaps_are_not_noughts():
    figure = Chart("bar", "按时答复", "小区", ("比例",), [("桂花苑", 87), ("铁路宿舍", None)], "%")
    html = draw("{% chart c %}", c=figure)
    assert '<th scope="row">桂花苑</th>' in html
    assert "—" in html
    assert "null" in html
    assert 'type="application/json"' in html


def test_chart_data_cannot_close_the_script():
    figure = Chart("bar", "甲", "乙", ("丙",), [("</script><b>", 1)])
    assert "</script><b>" not in draw("{% chart c %}", c=figure)


def test_an_empty_state_says_why_and_offers_a_way():
    html = draw("{% empty_state '没有' '因为' url='/x/' action='去看' %}")
    assert "因为" in html
    assert 'href="/x/"' in html


def request_context(address: str) -> dict[str, object]:
    return {"request": RequestFactory().get(address)}


def test_the_pager_keeps_the_filters_and_drops_the_old_cursor():
    html = draw("{% pager after='c2' shown=25 %}", **request_context("/?status=late&before=a1"))
    assert "?status=late&amp;after=c2" in html
    assert "before" not in html
    assert "本页 25 条" in html


def test_a_running_job_asks_again_and_a_finished_one_does_not():
    running = draw("{% progress '导入' 5 10 poll_url='/p/' %}")
    assert 'hx-get="/p/"' in running
    assert "5 / 10（50%）" in running
    assert "刷新看进度" in running
    done = draw("{% progress '导入' 10 10 poll_url='/p/' state='done' %}")
    assert "hx-get" not in done
    assert "已完成" in done


def test_emergency_numbers_can_be_dialled():
    html = draw("{% emergency %}")
    for number in ("110", "119", "120"):
        assert f'href="tel:{number}"' in html


def test_the_emergency_banner_can_wait_hidden():
    assert " hidden>" in draw("{% emergency hidden=True %}")


def test_the_last_crumb_is_where_one_is():
    html = draw("{% breadcrumb c %}", c=specimens.CRUMBS)
    assert '<span aria-current="page">楼道灯不亮</span>' in html


def test_steps_say_their_state_to_those_who_hear_it():
    html = draw("{% steps s %}", s=[Step("收到", "done"), Step("办理", "current")])
    assert "已完成" in html
    assert 'aria-current="step"' in html


def test_tabs_are_links_with_counts():
    html = draw("{% tabs t %}", t=[Tab("已办结", "/done/", True, 1284)])
    assert 'href="/done/"' in html
    assert "1,284" in html


def test_an_error_notice_is_announced():
    assert 'role="alert"' in draw("{% notice tone='error' %}<p>x</p>{% endnotice %}")
    assert 'role="alert"' not in draw("{% notice %}<p>x</p>{% endnotice %}")


def test_a_block_component_escapes_what_the_page_escapes():
    html = draw("{% notice %}{{ word }}{% endnotice %}", word="<b>")
    assert "&lt;b&gt;" in html


def test_a_qr_code_is_drawn_without_styles_and_can_be_heard():
    html = draw("{% qr 'https://linli.example/' '反映问题' %}")
    assert "<path" in html
    assert "style=" not in html
    assert 'aria-label="反映问题"' in html


def test_a_table_has_caption_and_focusable_scroll_region():
    html = draw("{% table caption='诉求' keyed=True pile=True %}<tbody></tbody>{% endtable %}")
    assert "<caption>诉求</caption>" in html
    assert 'tabindex="0"' in html
    assert "data-rows" in html
    assert "table-pile" in html


def test_facts_are_terms_with_what_is_so():
    assert "<dt>编号</dt><dd>7KQ4</dd>" in draw("{% facts f %}", f=[("编号", "7KQ4")])


def test_a_sheet_carries_title_issuer_and_period():
    html = draw(
        "{% sheet title='公告' issuer='居委会' posted_on=on until=until %}<p>正文</p>{% endsheet %}",
        on=TODAY,
        until=TODAY + timedelta(days=7),
    )
    for words in ("公告", "居委会", "2026年11月23日", "2026年11月30日"):
        assert words in html


def test_bulk_acts_keep_their_buttons():
    assert "<button>合并</button>" in draw("{% bulk %}<button>合并</button>{% endbulk %}")


def test_the_keyboards_dialog_lists_the_keys_of_the_navigation():
    html = draw("{% key_help %}", nav=[NavItem("诉求", "/m/", "inbox", "m")])
    assert "<kbd>g</kbd> <kbd>m</kbd>" in html
    assert "去诉求" in html


def test_switches_are_forms_that_work_without_scripts():
    html = draw("{% switches %}", csrf_token="t", look_here="/here/")
    assert html.count('method="post"') == 3
    assert 'value="/here/"' in html
    assert 'name="size" value="large"' in html


def test_in_large_type_the_switch_leads_back():
    assert 'value="ordinary"' in draw("{% switches %}", look_size="large")


def test_scripts_for_charts_are_named_only_where_they_were_fetched(settings):
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"},
    }
    assert draw("{% vendor 'echarts/none.js' %}") == ""


def test_an_icon_is_decoration_unless_it_is_named():
    assert 'aria-hidden="true"' in draw("{% icon 'check' %}")
    assert 'aria-label="符合"' in draw("{% icon 'check' '符合' %}")


def test_an_icon_that_does_not_exist_is_found_in_tests(settings):
    settings.LINLI_STRICT = True
    with pytest.raises(LookupError):
        draw("{% icon 'no-such-icon' %}")
