"""The sentences of every problem with a table, in Chinese, with named placeholders.

They are translated by whoever shows them: `sentence_of(problem, gettext)`.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from linli.lib.tables.problems import Problem


def _(text: str) -> str:
    """Mark for extraction; translation happens where the sentence is shown."""
    return text


_IN_FILE = {
    "empty_file": _("文件里没有内容。请检查是否选错了文件。"),
    "torn_file": _("文件不完整或已损坏，可能没有传完。请重新导出或重新上传。"),
    "not_a_table": _("这不是表格文件。请上传 CSV、XLSX、XLS 或 ODS 文件。"),
    "word_file": _("这是 Word 文档。请把里面的表格复制到表格软件里，另存为 XLSX 后再上传。"),
    "binary_workbook": _("这是二进制的表格（XLSB）。请用表格软件打开它，另存为 XLSX 后再上传。"),
    "only_hidden": _("文件里的工作表都是隐藏的（{sheets}）。请取消隐藏，或选明要读哪些。"),
    "web_page": _("这其实是网页文件。请用表格软件打开它，另存为 XLSX 后再上传。"),
    "password": _("文件设有密码，打不开。请去掉密码后再上传。"),
    "too_large": _("文件解开后有 {megabytes} MB，太大了。请分成几个文件上传。"),
    "stray_cell": _("表格一直延伸到 {cell}，那里可能有多余的内容。请删除后再上传。"),
    "encoding_broken": _(
        "第 {line} 行起文字无法识别，文件可能损坏或没有传完。请另存为 UTF-8 编码的 CSV 再上传。"
    ),
    "too_many_rows": _("共有 {rows} 行，一次最多 {limit} 行。请分成几个文件上传。"),
    "no_rows": _("表头下面没有数据。请填写后再上传。"),
    "no_heading": _("没有找到表头。第一行内容是：{had}。请加上一行列名。"),
    "missing_column": _("缺少“{field}”这一列。文件里有：{had}。请补上，或指明哪一列是它。"),
    "duplicate_heading": _(
        "第 {columns} 列都是“{column}”，不知道该用哪一列。请改名或删去多余的列。"
    ),
}

_IN_ROW = {
    "quote_torn": _("第 {line} 行的引号没有成对，这一行可能不完整。请补上引号。"),
    "quote_broken": _("第 {line} 行的引号用法不对，这一行可能读错。请检查引号。"),
    "nul_bytes": _("第 {line} 行里有损坏的字节。请从原来的系统重新导出。"),
    "row_cut_off": _("第 {line} 行没有写完，文件可能被截断。请重新导出。"),
    "more_cells_than_headings": _(
        "这一行有 {found} 格，表头只有 {expected} 格，后面的内容可能错了位。请检查多出的分隔符。"
    ),
}

_IN_CELL = {
    "required_empty": _("“{column}”不能为空。请填写。"),
    "nothing_above": _("写了“同上”，但上面没有内容。请直接填写。"),
    "digits_lost": _(
        "共 {digits} 位的号码被表格软件当作数字，最后 {lost} 位已丢失。请把这一列设为文本，重新填写。"
    ),
    "became_date": _("表格软件把内容变成了日期。请把这一列设为文本，重新填写。"),
    "letters_lost": _("有些字已成乱码，无法还原。请重新填写。"),
    "formula_uncomputed": _(
        "这一格是公式，还没有算出结果。请用表格软件打开并保存一次，或直接填写。"
    ),
    "formula_error": _("这一格是出错的公式（{value}）。请改正公式或直接填写。"),
    "too_long": _("共 {length} 个字，最多 {longest} 个字。请缩短。"),
    "not_a_number": _("“{value}”不是数字。请只填数字。"),
    "not_an_integer": _("“{value}”不是整数。请填整数。"),
    "not_a_choice": _("没有“{value}”这个选项。可填：{allowed}。"),
    "date_unreadable": _("看不懂“{value}”这个日期。请写成 2026-03-05 这样。"),
    "date_impossible": _("“{value}”这一天不存在。请核对日期。"),
    "date_incomplete": _("“{value}”不是完整的日期。请写明年、月、日。"),
    "date_two_digit_year": _("“{value}”的年份只有两位。请写四位年份。"),
    "date_other_calendar": _(
        "“{value}”是农历、民国等别的历法，不换算，以免算错。请对照证件写公历日期。"
    ),
    "date_ambiguous": _("“{value}”分不清哪个是月、哪个是日。请写成 2026-03-05 这样。"),
    "date_out_of_range": _("“{value}”的年份不在 1900 至 2100 年之间。请核对。"),
    "time_impossible": _("“{value}”的时间不存在或说不清。请写成 15:30 这样。"),
}

SENTENCES = MappingProxyType({**_IN_FILE, **_IN_ROW, **_IN_CELL})

# Problems that stop the whole file: nothing of it is read until they are solved.
FATAL = frozenset(_IN_FILE)

# Words on the sheet that lists the problems inside a file given back.
PROBLEM_SHEET = MappingProxyType(
    {
        "title": _("问题"),
        "row": _("行"),
        "column": _("列"),
        "sheet": _("工作表"),
        "cell": _("单元格"),
        "reason": _("原因"),
        "whole_file": _("整个文件"),
        "author": _("导入检查"),
    }
)


def sentence_of(
    problem: Problem,
    translate: Callable[[str], str] = str,
    sentences: Mapping[str, str] = SENTENCES,
) -> str:
    """The sentence of a problem, `translate` being the gettext of the reader's language.

    An app whose rows have reasons of their own passes `{**SENTENCES, **its own}`.
    """
    words = {"row": problem.row, "column": problem.column or "", "cell": problem.cell or ""}
    return translate(sentences[problem.code]).format(**{**words, **problem.numbers})
