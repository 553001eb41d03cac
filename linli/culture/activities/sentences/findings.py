"""What each rule of this room says where it holds, where not, and the way on."""

from django.utils.translation import gettext_lazy as _, ngettext_lazy

from linli.core.pages.sentences import Sentence, register_findings

register_findings(
    {
        "activities.licence": Sentence(
            met=_("不到大型群众性活动的人数，或者许可已经写明。"),
            unmet=_("预计 {expected} 人，达到 {people} 人，要有公安机关的安全许可才能公布。"),
            way_on=_(
                "请填许可编号；已经申请的，填申请的日期，它要在第一次活动（{first_on}）的 {days} 天以前。"
                "来不及的，请改日期或者分场，每场不到 {people} 人。"
            ),
        ),
        "activities.licence_in_time": Sentence(
            met=_("最晚{last}申请，还来得及。"),
            unmet=_("要在活动 {days} 天以前申请，最晚是{last}，已经过了。"),
            way_on=_("请把日期往后改，或者分成几场，再申请。"),
        ),
        "activities.dates_ahead": Sentence(
            met=_("有还没到的日期。"),
            unmet=_("没有一次是以后的日期，不能公布。"),
            way_on=_("请改第一次的日期、到哪一天为止，或者次数。"),
        ),
        "activities.series_ends": Sentence(
            met=_("有结束的日期或者次数。"),
            unmet=_("重复的活动要写到哪一天为止，或者一共几次；最多 400 次。"),
            way_on=_("请填结束的日期，或者次数。"),
        ),
        "activities.public_words": Sentence(
            met=_("里面没有像是个人信息的内容。"),
            unmet=_("里面有像是姓名、电话、证件号或者住址的内容，大家都会看到。"),
            way_on=_("请去掉再办；老师的名字写在老师的登记里，由老师自己同意公开。"),
        ),
        "activities.names_nobody": Sentence(
            met=_("没有写出居民的姓名。"),
            unmet=_("里面写出了一位居民的姓名，大家都会看到。"),
            way_on=_("请去掉姓名；要感谢谁，走感谢和荣誉，先问本人。"),
        ),
        "activities.desk_number": Sentence(
            met=_("没有个人的手机号、姓名和住址。"),
            unmet=_("“到哪里问”里有像是个人手机号、姓名或者住址的内容，大家都会看到。"),
            way_on=_("请写窗口或者办公室的座机。"),
        ),
        "activities.price_named": Sentence(
            met=_("收费写明了。"),
            unmet=_("低偿、有偿的活动要写每人多少钱。"),
            way_on=_("请填金额；不收钱的选“无偿”。"),
        ),
        "activities.term_order": Sentence(
            met=_("日期先后正确。"),
            unmet=_("学期的最后一天早于第一天。"),
            way_on=_("请核对日期。"),
        ),
        "activities.term_once": Sentence(
            met=_("名称没有重复。"),
            unmet=_("已经有一个学期叫“{name}”。"),
            way_on=_("请换一个名称，例如加上年份。"),
        ),
        "activities.something_copied": Sentence(
            met=_("选了要照办的活动。"),
            unmet=_("没有选要照办的活动。"),
            way_on=_("请至少勾选一项。"),
        ),
        "activities.dates_chosen": Sentence(
            met=_("选的日期属于这项活动。"),
            unmet=_("没有选日期，或者选的日期不属于这项活动。"),
            way_on=_("请从列表里勾选。"),
        ),
        "activities.dates_lie_ahead": Sentence(
            met=_("日期还没有到。"),
            unmet=_("要填的是以后的日期。"),
            way_on=_("请核对日期和时间；办过的从点名页补录。"),
        ),
        "activities.date_once": Sentence(
            met=_("日期没有重复。"),
            unmet=_("这个日期、这个时间已经有一次了。"),
            way_on=_("请换一个日期。"),
        ),
        "activities.all_over": Sentence(
            met=_("每一次都过了。"),
            unmet=ngettext_lazy(
                "还有 {coming} 次没有到，现在不能结束。",
                "还有 {coming} 次没有到，现在不能结束。",
                "coming",
            ),
            way_on=_("请等办完；不办了的，先取消那几次。"),
        ),
        "activities.attendance_complete": Sentence(
            met=_("每一次都点了名。"),
            unmet=ngettext_lazy(
                "还有 {unmarked} 次没有点名，不能结束。",
                "还有 {unmarked} 次没有点名，不能结束。",
                "unmarked",
            ),
            way_on=_("请把那几次谁来了记下来；纸上的签到可以补录。"),
        ),
        "activities.heads_counted": Sentence(
            met=_("来了多少人写明了。"),
            unmet=_("不用报名的活动，结束时要写来了多少人。"),
            way_on=_("请填人数；没有人来的填 0。"),
        ),
        "activities.photo_consent": Sentence(
            met=_("照片里认不出人，或者认得出的人都同意。"),
            unmet=_("没有说明照片里的人是不是同意公开，照片没有收下。"),
            way_on=_("请选一项；有人没有同意的，换一张认不出人的。"),
        ),
        "activities.pictures_most": Sentence(
            met=_("照片没有超过张数。"),
            unmet=_("一项活动最多放 {most} 张照片。"),
            way_on=_("请先删去一张。"),
        ),
    }
)
