"""Messages of this room, and where each leads."""

from django.utils.translation import gettext_lazy as _

from linli.core.messages.kinds import Kind, register_kinds

register_kinds(
    {
        "hazards.reported": Kind(
            _("{place}：有人反映隐患"), _("请去看一看，是就核实。"), opens="hazards:desk"
        ),
        "hazards.found": Kind(
            _("{place}：巡查发现隐患"), _("请看过文字和照片，定由谁整改。"), opens="hazards:desk"
        ),
        "hazards.found_serious": Kind(
            _("{place}：发现重大隐患"), _("请马上定由谁整改。"), opens="hazards:desk"
        ),
        "hazards.owed": Kind(
            _("{place}：有一处隐患由您整改"),
            _("最后一天是{until}，要在这天以前整改完并复查。"),
            opens="hazards:desk",
        ),
        "hazards.owed_by_body": Kind(
            _("{place}：有一处隐患由您单位整改"),
            _("最后一天是{until}，要在这天以前整改完并复查。"),
            opens="hazards:owed",
        ),
        "hazards.no_longer_owed": Kind(
            _("{place}：隐患不用整改了"), _("核实没有隐患。"), opens="hazards:desk"
        ),
        "hazards.no_longer_owed_by_body": Kind(
            _("{place}：隐患不用您单位整改了"), _("核实没有隐患。"), opens="hazards:owed"
        ),
        "hazards.meeting_called": Kind(
            _("召开{title}：{when}"), _("地点和议题在“社区警务”里。"), opens="hazards:police"
        ),
        "hazards.meeting_cancelled": Kind(
            _("{title}取消了"), _("原因：{reason}"), opens="hazards:police"
        ),
        "hazards.to_look_again": Kind(
            _("{place}：隐患整改了，请另一个人复查"),
            _("谁整改的谁不能复查。"),
            opens="hazards:desk",
        ),
    }
)
