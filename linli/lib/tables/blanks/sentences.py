"""What may be wrong with another office's form, in Chinese, told in the reader's tongue."""

from collections.abc import Callable
from types import MappingProxyType

from linli.lib.tables.problems import Problem
from linli.lib.tables.sentences import FATAL as FATAL_OF_TABLES, SENTENCES


def _(text: str) -> str:
    """Mark for extraction; translation happens where the sentence is shown."""
    return text


_NOT_FILLABLE = {
    "old_word": _(
        "这是旧版 Word 文件（.doc），没法原样填写。请用 Word 或 WPS 打开它，另存为 .docx 再上传。"
    ),
    "macros": _("文件里带有宏程序，为安全起见不打开。请另存为不带宏的 .xlsx 或 .docx 再上传。"),
    "not_a_form": _("这不是能填写的表格文件。请上传 XLSX、XLS 或 DOCX 文件。"),
    "no_form": _("没有找到要填的表格。请检查是否选错了文件，或请发表单位把表格发来。"),
    "too_wide": _("表头一直写到 {cell}，超过 {most} 列，不像一张要填的表。请检查是否选错了文件。"),
    "form_too_long": _("“{sheet}”解开后有 {megabytes} MB，太大了。请删去空行再上传。"),
    "unusual_file": _("文件的内部结构不常见，填写时可能弄坏它。请用表格软件另存一次再上传。"),
}

_TO_KNOW = {
    "hidden_sheets": _("隐藏的工作表（{sheets}）没有动。如果那里也要填，请先取消隐藏。"),
    "protected_sheet": _("工作表“{sheet}”设有保护。照样填写，保护保持不变。"),
    "has_rows": _("第 {row} 行起已经填了 {filled} 行。填写时会清掉这些内容，换成现在的。"),
    "formulas_lost": _(
        "旧格式 .xls 里的公式（如 {cell}）带不过来，这些格留空。需要时请先另存为 .xlsx 再上传。"
    ),
    "becomes_xlsx": _("旧格式 .xls 填好后是 .xlsx 文件，版式不变。对方只收 .xls 时，请另存一次。"),
}

BLANK_SENTENCES = MappingProxyType({**_NOT_FILLABLE, **_TO_KNOW})
FATAL = frozenset(_NOT_FILLABLE) | FATAL_OF_TABLES


def say(problem: Problem, translate: Callable[[str], str] = str) -> str:
    """The sentence of a problem, `translate` being the gettext of the reader's language."""
    told = {**SENTENCES, **BLANK_SENTENCES}[problem.code]
    return translate(told).format(**problem.numbers)
