"""What the acts, refusals and questions of returns say, in words."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _g, gettext_lazy as _

from linli.core.audit.sentences import ActSentence, register_acts
from linli.core.pages.sentences import Sentence, register_findings

register_acts(
    {
        "returns.register_sender": ActSentence(_("登记了“{label}”的公钥，指纹 {fingerprint}")),
        "returns.register_office": ActSentence(_("登记了“{label}”的公钥，指纹 {fingerprint}")),
        "returns.confirm_key": ActSentence(_("第二个人确认了“{label}”的公钥，指纹 {fingerprint}")),
        "returns.end_key": ActSentence(_("停用了“{label}”的公钥，指纹 {fingerprint}")),
        "returns.send": ActSentence(
            _("生成了 {period} 的上报文件，交“{label}”（第 {edition} 版）")
        ),
        "returns.receive": ActSentence(
            _("收到“{label}”{period} 的上报（第 {edition} 版），有 {asked} 处要问")
        ),
        "returns.answer": ActSentence(_("答复了“{label}”{period} 的上报（第 {edition} 版）")),
        "returns.take_answer": ActSentence(
            _("收到“{label}”对 {period} 上报的答复（第 {edition} 版）")
        ),
        "returns.explain": ActSentence(_("说明了 {period} 上报里被问到的一个数")),
    }
)


def _no(unmet: Any, way_on: Any) -> Sentence:
    return Sentence(met="", unmet=unmet, way_on=way_on)


_AGAIN = _("请对方从系统里重新下载，不要打开另存，原样再传一次。")

register_findings(
    {
        "returns.file_size": _no(
            _("文件超过 {megabytes} MB，不是上报文件"), _("请选从系统里下载的上报文件。")
        ),
        "returns.file_whole": _no(_("文件不完整，或不是上报文件，打不开"), _AGAIN),
        "returns.part_there": _no(_("文件里缺少 {part}"), _AGAIN),
        "returns.is_return": _no(
            _("这是一份答复，不是上报"), _("请选社区发来的上报文件；答复由社区那边收。")
        ),
        "returns.is_answer": _no(
            _("这是一份上报，不是答复"), _("请选上级发回的答复文件；上报由上级那边收。")
        ),
        "returns.format_version": _no(
            _("文件的格式版本不是本系统认识的第 {known} 版"), _("请两边升级到同一版本后重新生成。")
        ),
        "returns.signature": _no(
            _("签名与文件说明对不上：文件改过，或不是由它写的那个密钥签的"), _AGAIN
        ),
        "returns.encoding": _no(
            _("{part} 的编码变了，多半是用表格软件打开后另存过；签名只认原来的字节"), _AGAIN
        ),
        "returns.bytes_signed": _no(_("{part} 在签名之后改过"), _AGAIN),
        "returns.row_form": _no(
            _("数据第 {row} 行不合格式（第 0 行是表头）"), _("请对方升级系统后重新生成。")
        ),
        "returns.twins_agree": _no(
            _("文件里的 CSV 和 Parquet 不是同一批数"), _("请对方重新生成一份。")
        ),
        "returns.lines_counted": _no(_("数据的行数与说明里写的不一样"), _("请对方重新生成一份。")),
        "returns.this_office": _no(
            _("这份文件是报给别的单位的"), _("请对方选报给本单位后重新生成。")
        ),
        "returns.own_community": _no(
            _("文件里的社区不在本单位管辖之内"),
            _("请核对是不是发错了；区划有变动的，先更新区划表。"),
        ),
        "returns.own_office": _no(_("这个单位不是本社区的上级"), _("请从列出的上级里选。")),
        "returns.key_known": _no(
            _("还没有登记“{name}”的公钥，不能确认文件是谁签的"),
            _("请先登记它的公钥：打电话对指纹，或由第二个人确认。"),
        ),
        "returns.key_same": _no(
            _("文件是用另一个密钥签的，不是“{name}”登记的那个"),
            _("请打电话问清楚：换了系统的，重新登记公钥；没有换的，不要采用这份文件。"),
        ),
        "returns.period_fits": _no(
            _("时段对不上：从{starts}起，截至{through}，{sent_on}签发，今天是{today}"),
            _("请对方核对机器的日期和所选时段后重新生成。"),
        ),
        "returns.lines_fit": _no(
            _("第 {row} 行不属于说明里写的社区或时段，或重复了（第 0 行是说明本身）"),
            _("请对方重新生成一份。"),
        ),
        "returns.not_replayed": _no(
            _("这份文件已经收过"), _("不用再传；要更正的，请对方生成下一版。")
        ),
        "returns.edition": _no(
            _("这是第 {edition} 版，已经收过第 {last} 版"), _("请传更新的一版。")
        ),
        "returns.something_reckoned": _no(
            _("这个时段还没有算出数字"), _("请先在“六大标准”页面请求计算，算好再报。")
        ),
        "returns.as_shown": _no(
            _("数字在您查看之后变了，没有签名"), _("请再看一遍要报什么，再签名。")
        ),
        "returns.parts_once": _no(_("文件里有多出来的，或重复的部分"), _AGAIN),
        "returns.rows_most": _no(
            _("文件说有 {rows} 行，超过 {most} 行，不打开"), _("请对方按年或按月分开重新生成。")
        ),
        "returns.unanswered": _no(_("这份上报已经答复过"), _("要改的，请社区报下一版。")),
        "returns.contradictions_explained": _no(
            _("有 {count} 处自相矛盾还没有说明，不能采用"),
            _("请退回并写明原因；社区更正或说明后再报下一版。"),
        ),
        "returns.questions_answered": _no(
            _("还有 {count} 处没有说明"), _("请选“采用，有疑问”，或等社区说明。")
        ),
        "returns.not_answered": _no(_("这份上报还没有答复"), _("请先答复，再下载答复文件。")),
        "returns.reason_said": _no(_("退回没有写原因"), _("请写明原因，社区才知道改什么。")),
        "returns.explanation_said": _no(_("没有写说明"), _("请写这个数为什么是这样。")),
        "returns.is_asked": _no(_("没有人问起这个数"), _("请在答复列出的数下面写说明。")),
        "returns.own_file": _no(_("这份答复不是答复本社区发出的文件"), _("请核对是不是发错了。")),
        "returns.office_key": _no(
            _("答复不是用“{name}”登记的公钥签的，或还没有登记它的公钥"),
            _("请打电话对指纹，登记公钥后再传一次。"),
        ),
        "returns.answer_new": _no(_("这份文件的答复已经收过"), _("不用再传。")),
        "returns.is_key": _no(
            _("这不是一个公钥"), _("公钥是对方“上报”页面上那一行 44 个字符，请整行复制。")
        ),
        "returns.fingerprint_same": _no(
            _("指纹和公钥对不上"), _("请打电话请对方再读一遍；还是对不上的，不要登记。")
        ),
        "returns.key_new": _no(_("这个公钥已经登记"), _("不用再登记；待确认的，请第二个人确认。")),
        "returns.key_open": _no(_("这个公钥已经确认过，或已经停用"), _("请刷新页面看现在的公钥。")),
        "returns.second_person": _no(
            _("登记和确认不能是同一个人"), _("请另一位工作人员确认，或打电话对指纹后重新登记。")
        ),
    }
)

_QUESTIONS: Mapping[str, Any] = {
    "part_over_whole": _("分子 {part} 大于分母 {whole}：一部分不会比全部多"),
    "months_against_year": _("各月加起来是 {months}，全年是 {year}，对不上"),
    "month_twice": _("各月加起来是 {months}，全年是 {year}，正好差这一个月：这个月算了两次或漏了"),
    "months_alike": _("与 {other} 的 {alike} 项数字一模一样：多半是同一个月报了两次"),
    "missing": _("上次有、这次没有，或中间少了一个月"),
    "outlier": _("{numerator} / {denominator} 与本社区其他时段相差很远"),
    "denominator": _("底数从 {before} 变成 {now}，变得太快"),
    "version": _("按定义第 {theirs} 版算，本单位这个时段用第 {ours} 版"),
    "unknown": _("本单位没有这项指标的定义"),
}
KIND_WORDS: Mapping[str, Any] = {
    "part_over_whole": _("自相矛盾"),
    "months_against_year": _("自相矛盾"),
    "month_twice": _("同月重复"),
    "months_alike": _("同月重复"),
    "missing": _("缺数"),
    "outlier": _("异常值"),
    "denominator": _("底数突变"),
    "version": _("定义不同"),
    "unknown": _("定义不同"),
}


def say_question(kind: str, numbers: Mapping[str, Any]) -> str:
    """The question in the reader's language; one that this house does not know is said so."""
    words = _QUESTIONS.get(kind)
    if words is None:
        return _g("对方系统问了本系统不认识的问题")
    try:
        return str(words).format(**numbers)
    except (KeyError, IndexError, ValueError, TypeError, AttributeError):
        return str(KIND_WORDS[kind])


def say_kind(kind: str) -> str:
    """What sort of question it is, in a word or two."""
    return str(KIND_WORDS.get(kind, _("其他")))
