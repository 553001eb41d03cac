"""Findings of the archive in words: met, not met, and the way on."""

from django.utils.translation import gettext_lazy as _

from linli.core.pages.sentences import Sentence, register_findings

_NOT_HELD = _("不受期限、争议、暂缓、借出和复印申请的限制。")

register_findings(
    {
        "archive.filed_in_time": Sentence(
            met=_("在期限内归档（最后一天是{last_day}）。"),
            unmet=_("归档期限已过（最后一天是{last_day}）。"),
            way_on=_("请尽快归档；晚了也要归，目录上会写明日期。"),
        ),
        "archive.year_is_over": Sentence(
            met=_("{year} 年已经结束，可以归档。"),
            unmet=_("{year} 年还没有过完，不能整年归档。"),
            way_on=_("明年一月起归档这一年；单件材料现在就可以手工归档。"),
        ),
        "archive.year_possible": Sentence(
            met=_("年度合理。"),
            unmet=_("这个年度不合理。"),
            way_on=_("请填材料形成的年份，不早于 1949 年，不晚于今年。"),
        ),
        "archive.day_possible": Sentence(
            met=_("日期合理。"),
            unmet=_("文件日期在将来。"),
            way_on=_("请填文件上写的日期。"),
        ),
        "archive.past_term": Sentence(
            met=_("保管期已满。"),
            unmet=_("保管期还没有满（{until}才可以鉴定）。"),
            way_on=_("到期以后再鉴定。"),
        ),
        "archive.term_no_shorter": Sentence(
            met=_("保管期限不短于规定。"),
            unmet=_("本地可以比规定保管得更久，不能更短。"),
            way_on=_("请选同样长或更长的期限。"),
        ),
        "archive.no_more_open": Sentence(
            met=_("开放程度不超过规定。"),
            unmet=_("规定为内部或保密的，不能放宽。"),
            way_on=_("请选同样或更严的一级。"),
        ),
        "archive.has_papers": Sentence(
            met=_("有材料。"),
            unmet=_("既没有文件，也没有写纸质原件放在哪里。"),
            way_on=_("请上传扫描件，或写明柜、层、盒。"),
        ),
        "archive.item_kept": Sentence(
            met=_("这件在库。"),
            unmet=_("这件已经销毁，只留登记。"),
            way_on=_("销毁的内容不能恢复；登记和销毁清册可以看。"),
        ),
        "archive.is_confidential": Sentence(
            met=_("这是保密档案。"),
            unmet=_("这件不是保密档案，不用移交给某个人。"),
            way_on=_("内部和公开的档案由档案室统一保管。"),
        ),
        "archive.paper_there": Sentence(
            met=_("文件还在。"),
            unmet=_("找不到这件档案的文件。"),
            way_on=_("请告诉维护人员，从备份中恢复；纸质原件在登记的位置。"),
        ),
        "archive.line_known": Sentence(
            met=_("归档范围里有这一条。"),
            unmet=_("归档范围里没有这一条。"),
            way_on=_("请从表里选一条，或作为新的一条加上。"),
        ),
        "archive.line_altered_once": Sentence(
            met=_("这一条还没有本地规定。"),
            unmet=_("这一条已经有本地规定在用。"),
            way_on=_("先停用原来的，再加新的。"),
        ),
        "archive.line_still_holds": Sentence(
            met=_("这一条在用。"),
            unmet=_("这一条已经停用。"),
            way_on=_("不用再停一次。"),
        ),
        "archive.line_ends_later": Sentence(
            met=_("停用日期在启用之后。"),
            unmet=_("停用日期不能早于或等于启用日期（{since}）。"),
            way_on=_("请填晚于启用日期的一天。"),
        ),
        "archive.may_be_lent_well": Sentence(met=_("可以借出。"), unmet=_("不能借出。")),
        "archive.may_be_lent_destroyed": Sentence(
            met=_("可以借出。"),
            unmet=_("这件已经销毁，没有可借的。"),
            way_on=_("登记和销毁清册可以看。"),
        ),
        "archive.may_be_lent_confidential": Sentence(
            met=_("可以借出。"),
            unmet=_("保密档案不外借。"),
            way_on=_("由保管的人在场时查阅；换人时移交。"),
        ),
        "archive.may_be_lent_no_paper": Sentence(
            met=_("可以借出。"),
            unmet=_("这件没有登记纸质原件，不用借。"),
            way_on=_("电子文件直接打开；有原件的，先写明放在哪里。"),
        ),
        "archive.may_be_lent_lent": Sentence(
            met=_("可以借出。"),
            unmet=_("原件已经借出，还没有归还。"),
            way_on=_("归还以后再借；急用请先看电子文件。"),
        ),
        "archive.back_in_time": Sentence(
            met=_("归还的日子在允许的 {days} 天之内。"),
            unmet=_("归还的日子要在借出之后，并且不超过 {days} 天（最晚{last_day}）。"),
            way_on=_("请改早；到期还要用的，归还后再借。"),
        ),
        "archive.still_out": Sentence(
            met=_("还没有归还。"), unmet=_("这件已经归还。"), way_on=_("不用再收一次。")
        ),
        "archive.not_held_yet": Sentence(
            met=_("还没有暂缓。"), unmet=_("这件已经暂缓销毁。"), way_on=_("不用再写一次。")
        ),
        "archive.still_held": Sentence(
            met=_("正在暂缓。"), unmet=_("暂缓已经解除。"), way_on=_("不用再解除一次。")
        ),
        "archive.reason_given": Sentence(
            met=_("写了原因。"), unmet=_("没有写原因。"), way_on=_("请写明原因。")
        ),
        "archive.one_appraisal_at_a_time": Sentence(
            met=_("没有正在进行的鉴定。"),
            unmet=_("上一次鉴定还没有完成。"),
            way_on=_("先办完或取消上一次。"),
        ),
        "archive.something_past_term": Sentence(
            met=_("有期满的档案。"),
            unmet=_("今天没有期满的档案。"),
            way_on=_("有期满的时候再列。"),
        ),
        "archive.group_complete": Sentence(
            met=_("鉴定小组 {present} 人，其中居民代表 {representatives} 人。"),
            unmet=_(
                "鉴定小组至少 {least} 人，其中至少有一名居民代表；现在 {present} 人，"
                "居民代表 {representatives} 人。"
            ),
            way_on=_("请居民代表参加，再逐件鉴定。"),
        ),
        "archive.all_judged": Sentence(
            met=_("{items} 件都有鉴定结果。"),
            unmet=_("还有 {open} 件没有鉴定结果。"),
            way_on=_("请逐件选“销毁”或“延长保管”。"),
        ),
        "archive.judged_with_reason": Sentence(
            met=_("鉴定结果完整。"),
            unmet=_("延长保管的，要写延长到多久和理由。"),
            way_on=_("请选期限，写一句理由。"),
        ),
        "archive.group_met": Sentence(
            met=_("小组在{met}鉴定。"),
            unmet=_("鉴定日期要在列出清单（{opened}）之后，不能在将来。"),
            way_on=_("请填小组真正开会的那天。"),
        ),
        "archive.longer": Sentence(
            met=_("延长后的期限更晚。"),
            unmet=_("延长后的期限没有变晚（现在是{until}）。"),
            way_on=_("请选更长的期限，或永久。"),
        ),
        "archive.not_held": Sentence(
            met=_NOT_HELD,
            unmet=_(
                "有期限在走、争议没有了结、有人要求暂缓、原件没有归还，或有人在等复印件，现在不能销毁。"
            ),
            way_on=_("请改为延长保管，或等这些了结后再鉴定。"),
        ),
        "archive.four_eyes": Sentence(
            met=_("批准的人不是记录的人。"),
            unmet=_("记下鉴定结果的人不能自己批准。"),
            way_on=_("请另一人批准。"),
        ),
        "archive.watched": Sentence(
            met=_("{watching} 人监销，其中代表居民的 {for_residents} 人。"),
            unmet=_(
                "要有两个不同的人监销，其中至少一人是居民代表或居务监督委员会成员；"
                "现在 {watching} 人，其中 {for_residents} 人。"
            ),
            way_on=_("请约好监销人再执行。"),
        ),
        "archive.open_to_all": Sentence(
            met=_("是公开的档案。"),
            unmet=_("这件不是公开的档案，不能给复印件。"),
            way_on=_("与您本人有关的，请带身份证到窗口，由居委会按规定办理。"),
        ),
        "archive.copies_at_once": Sentence(
            met=_("同时等待的申请不超过 {most} 件。"),
            unmet=_("您已有 {waiting} 件申请在等答复，最多同时 {most} 件。"),
            way_on=_("等前面的答复后再提，或撤回不要的。"),
        ),
        "archive.copy_still_open": Sentence(
            met=_("{last_day}以前可以下载。"),
            unmet=_("复印件给出已超过 {days} 天，不能再下载（最后一天是{last_day}）。"),
            way_on=_("还需要的话，请再提一次。"),
        ),
        "archive.sender_kept": Sentence(
            met=_("答复已满一年。"), unmet=_("答复还没有满一年。"), way_on=_("满一年自动清除。")
        ),
        "archive.something_of_year": Sentence(
            met=_("{year} 年有归档的材料。"),
            unmet=_("{year} 年还没有归档的材料。"),
            way_on=_("请先归档这一年，再导出。"),
        ),
        "archive.package_still_kept": Sentence(
            met=_("档案包在服务器上已满 {days} 天。"),
            unmet=_("档案包在服务器上还没有满 {days} 天。"),
            way_on=_("满了自动移除。"),
        ),
    }
)
