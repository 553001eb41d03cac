"""What the style guide says of each component: its name, its tag, and when to use it."""

from typing import Any, NamedTuple

from django.utils.translation import gettext_lazy as _


class ComponentEntry(NamedTuple):
    """One component: its template is `components/<key>.html`."""

    title: Any
    tag: str
    use: Any


ENTRIES: dict[str, ComponentEntry] = {
    "status": ComponentEntry(
        _("状态"), '{% status word "late" %}', _("词、图标和颜色一起说，从不只靠颜色。")
    ),
    "deadline": ComponentEntry(
        _("期限"),
        "{% deadline promise limit %}",
        _("承诺与最长时限两个钟并排；先说还剩几天，再说日期。"),
    ),
    "finding": ComponentEntry(
        _("判断"),
        "{% finding found %}",
        _("是否符合、为什么、依据哪一条、怎么算出来、接下来怎么办。"),
    ),
    "person": ComponentEntry(
        _("遮住的个人信息"),
        "{% person masked reveal_url %}",
        _("人只以遮住的样子出现；要看全，先写理由，并留下记录。"),
    ),
    "place": ComponentEntry(
        _("地点"), "{% place place %}", _("地名会重复，所以总是带着上级的名字。")
    ),
    "money": ComponentEntry(_("金额"), "{% money fen %}", _("以分为单位的整数写成元。")),
    "timeline": ComponentEntry(
        _("经过"), "{% timeline entries %}", _("谁在什么时候做了什么；新的在上面。")
    ),
    "facts": ComponentEntry(_("要点"), "{% facts pairs %}", _("一件事的基本情况。")),
    "notice": ComponentEntry(
        _("提示"),
        '{% notice tone="warn" title=… %}…{% endnotice %}',
        _("说明、成功、提醒、差错四种。"),
    ),
    "emergency": ComponentEntry(
        _("紧急求助"), "{% emergency %}", _("出现危险的字眼时先请人打电话。")
    ),
    "empty_state": ComponentEntry(
        _("空"), "{% empty_state title text url=… action=… %}", _("说清为什么空，给一条路。")
    ),
    "sheet": ComponentEntry(
        _("公告单"),
        "{% sheet title=… issuer=… posted_on=… until=… qr_data=… %}…{% endsheet %}",
        _("屏幕上与公开栏里是同一张。"),
    ),
    "qr": ComponentEntry(_("二维码"), "{% qr data label caption %}", _("直接画在页面里。")),
    "tally": ComponentEntry(
        _("数字"),
        "{% tally label value unit note url suppressed %}",
        _("不足 10 人不显示；没有依据不写成 0。"),
    ),
    "table": ComponentEntry(
        _("表格"),
        "{% table caption=… keyed=True tight=True %}<thead>…{% endtable %}",
        _("表头不动，总有标题，可用键盘滚动。"),
    ),
    "bulk": ComponentEntry(
        _("批量操作"), "{% bulk %}<button>…{% endbulk %}", _("对勾选的各行一起办。")
    ),
    "chart": ComponentEntry(_("图表"), "{% chart chart %}", _("先是一张表，脚本再把它画成图。")),
    "levels": ComponentEntry(
        _("到了哪一步"),
        "{% levels rows caption ticks %}",
        _("不用脚本，打印出来一样；没有数的写明为什么，不画成零。"),
    ),
    "progress": ComponentEntry(
        _("进度"), "{% progress label done total poll_url %}", _("长时间的任务自己报告进展。")
    ),
    "breadcrumb": ComponentEntry(_("当前位置"), "{% breadcrumb crumbs %}", _("从大到小。")),
    "tabs": ComponentEntry(
        _("页签"), "{% tabs items label %}", _("同一件事的几个看法，都是链接。")
    ),
    "steps": ComponentEntry(_("步骤"), "{% steps stages %}", _("走到哪一步了。")),
    "pager": ComponentEntry(
        _("翻页"), "{% pager after before shown total %}", _("筛选条件跟着走。")
    ),
    "filter_bar": ComponentEntry(
        _("筛选"), '{% filter_bar form target="rows" %}', _("条件写在地址里，可以收藏和转发。")
    ),
    "form": ComponentEntry(
        _("表单"), "{{ form }}", _("先标签、再说明、再错误、后输入；错误在最上面汇总。")
    ),
    "form_field": ComponentEntry(
        _("表单的一项"), "{% form_field form.name %}", _("需要单独摆放某一项时用。")
    ),
    "error_summary": ComponentEntry(
        _("要改的地方"), "{% error_summary form %}", _("一次说全，点一下就到那一项。")
    ),
    "file_drop": ComponentEntry(
        _("上传文件"),
        "{% file_drop name field_id accept kinds most %}",
        _("先说能传什么、多大。"),
    ),
    "switches": ComponentEntry(
        _("显示方式"), "{% switches %}", _("长辈版、明暗、语言；不用脚本也能换。")
    ),
    "key_help": ComponentEntry(_("快捷键"), "{% key_help extra %}", _("在工作台按问号打开。")),
}
"""In the order of the page; `chart_scripts` only loads scripts and has nothing to show."""
