"""What is said about a Pabulib file; translated where it is shown."""

from collections.abc import Callable
from types import MappingProxyType

from linli.lib.tables import Problem, sentence_of


def _(text: str) -> str:
    """Mark for extraction; translation happens where the sentence is shown."""
    return text


SENTENCES = MappingProxyType(
    {
        "pb_empty": _("文件是空的。请检查是否选错了文件，或者没有传完。"),
        "pb_encoding": _("第 {line} 行不是 UTF-8 文字。请用 UTF-8 编码重新保存，不要改动内容。"),
        "pb_not_pabulib": _("这不是 Pabulib 文件：第一行应当是 META。请检查是否选错了文件。"),
        "pb_section_missing": _("没有 {section} 这一部分，文件可能没有传完。请重新取得文件。"),
        "pb_section_twice": _("第 {line} 行又出现了 {section}。请把两个文件分开。"),
        "pb_column_missing": _("{section} 部分没有“{column}”这一列。请补上这一列。"),
        "pb_line_torn": _("第 {line} 行的列数不对，或者引号没有配对。文件可能损坏。"),
        "pb_vote_type": _(
            "不认识“{value}”这种票。可以是 approval、choose-1、cumulative、scoring 或 ordinal。"
        ),
        "pb_budget_missing": _("META 里没有写预算（budget），不知道有多少钱可分。"),
        "pb_budget_unreadable": _("预算“{value}”不是金额。请写数字，最多两位小数。"),
        "pb_budget_not_positive": _("预算必须大于零（现在是 {value}）。"),
        "pb_cost_missing": _("第 {line} 行没有写费用。请补上。"),
        "pb_cost_unreadable": _("第 {line} 行的费用“{value}”不是金额。请写数字，最多两位小数。"),
        "pb_cost_not_positive": _("第 {line} 行的费用必须大于零（现在是 {value}）。"),
        "pb_id_missing": _("第 {line} 行没有编号。请补上。"),
        "pb_project_twice": _("第 {line} 行的项目编号“{value}”已经有了。请分清是不是同一个项目。"),
        "pb_voter_twice": _("第 {line} 行的票号已经有了。同一张票不能计两次。"),
        "pb_project_unknown": _("第 {line} 行选了“{value}”，项目表里没有它。请核对编号。"),
        "pb_named_twice": _("第 {line} 行把同一个项目写了两次。请核对这张票。"),
        "pb_chose_more": _("第 {line} 行选了不止一个项目，而这次投票只能选一个。"),
        "pb_points": _("第 {line} 行的分数与所选项目对不上。每个项目要有一个整数分数。"),
        "pb_points_negative": _("第 {line} 行有负分。分数不能小于零。"),
        "pb_num_projects": _("文件写明有 {expected} 个项目，读到 {found} 个，可能没有传完。"),
        "pb_num_votes": _("文件写明有 {expected} 张票，读到 {found} 张，可能没有传完。"),
        "pb_no_projects": _("项目表是空的。请检查是否选错了文件。"),
        "pb_no_votes": _("没有一张票。请检查是否选错了文件。"),
        "pb_totals_differ": _("文件里写的票数或分数与逐张票加起来的不同；这里按逐张票计。"),
    }
)


def sentence_of_fault(problem: Problem, translate: Callable[[str], str] = str) -> str:
    """What is wrong with the file, in the reader's language."""
    return sentence_of(problem, translate, SENTENCES)
