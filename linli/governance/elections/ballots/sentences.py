"""What is said about a file of ballots; translated where it is shown."""

from collections.abc import Callable
from types import MappingProxyType

from linli.lib.tables import SENTENCES as OF_TABLES, Problem, sentence_of


def _(text: str) -> str:
    """Mark for extraction; translation happens where the sentence is shown."""
    return text


OF_BALLOTS = {
    "mark_unknown": _(
        "看不懂“{value}”这个记号。赞成写 ○、√ 或 1，反对写 ×，弃权留空，认不清写“废”。"
    ),
    "mark_unclear": _("“{value}”可能是赞成，也可能是反对。请用 --mark 说明它表示赞成，或者改写。"),
    "number_negative": _("票数不能是负数（{value}）。请核对。"),
    "number_unreadable": _("“{value}”不是票数。请填 0 或者更大的整数。"),
    "name_unknown": _("“{value}”不在候选人里。请核对姓名。"),
    "candidate_twice": _("第 {columns} 列都是“{value}”。请删去一列，或者写清是两个人。"),
    "no_candidates": _("没有找到候选人。表头要有候选人姓名，每人一列；或者有“所选”和“票数”两列。"),
    "no_ballots": _("表头下面没有选票。请检查是否选错了文件。"),
    "names_voters": _("“{column}”这一列会让人知道是谁投的票。选举是无记名的，请删去这一列再计票。"),
    "rankings_are_no_marks": _(
        "这份文件记的是排名，不是划票：法律要计的是每张票选了谁。如果第一名就算选了谁，请加上 --first。"
    ),
    "preflib_broken": _("第 {line} 行不是 PrefLib 的写法（票数: 名次）。文件可能损坏。"),
    "preflib_unknown": _("“{value}”是 PrefLib 里没有划票的数据类型，不能计票。"),
    "preflib_short": _("文件里写明有 {expected} 张选票，读到 {found} 张，可能没有传完。"),
    "alternative_unknown": _("第 {line} 行的 {value} 号不在候选人里。"),
}
OF_REMARKS = {
    "first_place_is_the_mark": _("按第一名就是所选的人计票。"),
    "two_places_are_marks": _("每张票只分两等，排在前面的按所选的人计票。"),
    "all_alike_is_blank": _("把所有人排在同一等的，按没有选人计票。"),
    "notes_not_read": _("备注、编号等列没有读。"),
}
SENTENCES = MappingProxyType({**OF_TABLES, **OF_BALLOTS})


def sentence_of_problem(problem: Problem, translate: Callable[[str], str] = str) -> str:
    """What is wrong, in the reader's language."""
    return sentence_of(problem, translate, SENTENCES)
