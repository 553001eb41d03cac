"""What may be wrong with a row of a roster, in sentences; what is wrong with a cell as a cell, or
with a number as a number, is said by `lib.tables` and `lib.identity`."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext, gettext_lazy as _

from linli.lib.identity import sentences as identity
from linli.lib.identity.refusals import Refusal
from linli.lib.tables import SENTENCES, Problem, sentence_of

ROSTER_SENTENCES: Mapping[str, Any] = {
    "id_birth_differs": _("出生日期与身份证号里的不一致。请核对哪一个写错了。"),
    "id_sex_differs": _("性别与身份证号里的不一致。请核对哪一个写错了。"),
    "birth_in_future": _("出生日期在今天之后。请核对。"),
    "since_in_future": _("入住日期在今天之后。等入住后再导入，或改正日期。"),
    "since_before_birth": _("入住日期早于出生日期。请核对。"),
    "sex_unknown": _("性别请填“男”或“女”。"),
    "id_kind_unknown": _("不认识这种证件。可填：居民身份证、护照、港澳台居民居住证、其他。"),
    "kind_unknown": _("不认识这种关系。可填：业主、租户、户籍、常住，可用顿号隔开填多个。"),
    "address_missing": _("没有写住在哪里。请填写楼栋、单元和房号，例如 3-2-501。"),
    "address_unreadable": _("看不懂这个地址。请写成 3号楼2单元501 或 3-2-501 这样。"),
    "dwelling_unknown": _("本社区没有这套住房。请核对楼栋、单元和房号，或先在“住房”里添加。"),
    "dwelling_several": _("有 {several} 套住房都符合这个地址。请写明小区或单元。"),
    "name_unreadable": _("姓名里有数字或符号。请核对。"),
    "id_twice": _("第 {first} 行也是这个证件号，但姓名不同。请核对哪一行写错了。"),
    "id_of_another": _("登记册里这个证件号是另一个名字的人。请核对证件号和姓名。"),
    "household_elsewhere": _("户号在登记册里属于另一套住房。请核对户号和地址。"),
    "two_homes": _("同一个人在文件里有两处常住或两处户籍。请只保留一处。"),
    "moved_too_early": _("搬入日期早于登记册里现住房的入住日期。请核对日期。"),
    "id_twice_elsewhere": _(
        "“{sheet}”第 {first} 行也是这个证件号，但姓名不同。请核对哪一行写错了。"
    ),
    "row_of_other_community": _("这一行写的是别的社区。请核对，或从本社区的表里删去。"),
    "other_community_named": _(
        "这份表像是“{community}”的：{of} 行里有 {rows} 行写着别的社区。请确认有没有选错文件。"
    ),
    "other_community": _(
        "{of} 行里有 {rows} 行的地址，本社区没有或看不懂。这可能是别的社区的表；如果是本社区的，"
        "请先在“住房”里添加这些小区和楼栋。"
    ),
    "no_dwellings": _(
        "本社区还没有登记住房，{rows} 行的地址都对不上。请先在“住房”里添加小区和楼栋，再读这份表。"
    ),
    "doubtful": _("可能就是登记册里已有的一个人，但不能肯定。请在预览页逐个确认。"),
}


def say(problem: Problem) -> str:
    """The problem in the reader's language."""
    if problem.code in SENTENCES:
        return sentence_of(problem, gettext)
    if problem.code in identity.SENTENCES:
        return identity.sentence_of(Refusal(problem.code, problem.numbers), gettext)
    words = {"row": problem.row, "column": problem.column or "", "cell": problem.cell or ""}
    return str(ROSTER_SENTENCES[problem.code]).format(**{**words, **problem.numbers})
