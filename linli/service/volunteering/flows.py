"""States and legal moves of volunteering (data)."""

from django.utils.translation import gettext_lazy as _

from linli.mechanisms.flow.declaration import Flow, Move, State, Within

# Wishes and things lent among neighbours.

MAKE, LOOK, CLAIM, HELD, OWN = (
    "volunteering.make_wish",
    "volunteering.look_at_wish",
    "volunteering.claim_wish",
    "volunteering.held_wish",
    "volunteering.own_wish",
)
LOOK_CLOCK = "wish_looked"
OPEN_WISHES = ("made", "returned", "published", "claimed")
"""Those that count as not over: nobody has to thank before they wish again."""
TIME_DOES = "volunteering.forget"

WISH = Flow(
    "volunteering.wish",
    states={
        "made": State(_("等居委会看"), tone="new"),
        "returned": State(_("请许愿的人改一改"), tone="waiting"),
        "published": State(_("等人认领"), tone="open"),
        "claimed": State(_("有人认领"), tone="waiting"),
        "met": State(_("实现了，等许愿的人说一句"), tone="done"),
        "thanked": State(_("实现了"), tone="done", open=False),
        "refused": State(_("不适合做微心愿"), tone="stopped", open=False),
        "withdrawn": State(_("本人收回"), tone="stopped", open=False),
        "ended": State(_("收起了"), tone="stopped", open=False),
    },
    inputs={"reason": _("理由"), "way_on": _("可以怎么办")},
    moves=(
        Move("make", (), "made", MAKE, _("许一个微心愿"), done=_("许下心愿"), public=False,
             starts=(Within(LOOK_CLOCK, rule="volunteering.wish_looked_within"),)),
        Move("give_back", ("made",), "returned", LOOK, _("请改一改"), done=_("请许愿的人改一改"),
             asks=("reason",), public=False, settles=(LOOK_CLOCK,)),
        Move("change", ("returned",), "made", OWN, _("改好了再送"), done=_("改好再送"), public=False,
             starts=(Within(LOOK_CLOCK, rule="volunteering.wish_looked_within"),)),
        Move("publish", ("made",), "published", LOOK, _("公布"), done=_("公布心愿"),
             settles=(LOOK_CLOCK,)),
        Move("refuse", ("made",), "refused", LOOK, _("不适合做微心愿"), done=_("没有公布，告诉了别的办法"),
             asks=("reason", "way_on"), public=False, settles=(LOOK_CLOCK,)),
        Move("claim", ("published",), "claimed", CLAIM, _("我来实现"), done=_("有人认领")),
        Move("release", ("claimed",), "published", HELD, _("放开认领"), done=_("认领放开，等下一位"),
             public=False),
        Move("meet", ("claimed",), "met", HELD, _("实现了"), done=_("心愿实现了")),
        Move("thank", ("met",), "thanked", OWN, _("说一句"), done=_("许愿的人说了一句")),
        Move("show_words", ("met", "thanked"), None, LOOK, _("公布这几句"), done=_("公布这几句"),
             public=False),
        Move("close", ("met",), "thanked", TIME_DOES, _("了结"), done=_("了结"), public=False),
        Move("withdraw", (*OPEN_WISHES, "met", "thanked"), "withdrawn", OWN, _("收回心愿"),
             done=_("本人收回"), public=False, drops=(LOOK_CLOCK,)),
        Move("end", ("returned", "published", "met", "thanked"), "ended", LOOK, _("收起"),
             done=_("收起"), asks=("reason",), public=False),
        Move("run_out", OPEN_WISHES, "ended", TIME_DOES, _("到期收起"), done=_("到期收起"),
             public=False, drops=(LOOK_CLOCK,)),
    ),
)  # fmt: skip

NOTE_DOWN, OWN_NOTE, TAKE_DOWN = (
    "volunteering.put_up_note",
    "volunteering.own_note",
    "volunteering.take_down_note",
)

NOTE = Flow(
    "volunteering.note",
    states={
        "up": State(_("贴着"), tone="open"),
        "withdrawn": State(_("本人收起"), tone="stopped", open=False),
        "taken_down": State(_("居委会撤下"), tone="stopped", open=False),
        "over": State(_("到期收起"), tone="done", open=False),
    },
    inputs={"reason": _("理由")},
    moves=(
        Move("put_up", (), "up", NOTE_DOWN, _("贴一条"), done=_("贴出")),
        Move("withdraw", ("up",), "withdrawn", OWN_NOTE, _("收起"), done=_("本人收起")),
        Move("take_down", ("up",), "taken_down", TAKE_DOWN, _("撤下"), done=_("居委会撤下"),
             asks=("reason",)),
        Move("run_out", ("up",), "over", "volunteering.forget", _("到期"), done=_("到期收起")),
    ),
)  # fmt: skip

ANSWER_NOTE, OWNER_SIDE, OTHER_SIDE, EITHER_SIDE = (
    "volunteering.answer_note",
    "volunteering.owner_side",
    "volunteering.other_side",
    "volunteering.either_side",
)

LOAN = Flow(
    "volunteering.loan",
    states={
        "asked": State(_("等对方答应"), tone="new"),
        "agreed": State(_("两边都答应了"), tone="open"),
        "out": State(_("借出"), tone="waiting"),
        "returned": State(_("还了"), tone="done", open=False),
        "done": State(_("帮好了"), tone="done", open=False),
        "declined": State(_("这次不方便"), tone="stopped", open=False),
        "called_off": State(_("不借了"), tone="stopped", open=False),
    },
    moves=(
        Move("ask", (), "asked", ANSWER_NOTE, _("问一问"), done=_("问了")),
        Move("agree", ("asked",), "agreed", OWNER_SIDE, _("答应"), done=_("答应，双方看到联系方式")),
        Move("decline", ("asked",), "declined", OWNER_SIDE, _("这次不方便"), done=_("这次不方便")),
        Move("fall_away", ("asked", "agreed"), "declined", "volunteering.let_go", _("条子收起了"),
             done=_("条子收起了")),
        Move("hand_over", ("agreed",), "out", EITHER_SIDE, _("交给了"), done=_("交给了借的人")),
        Move("give_back", ("out",), "returned", EITHER_SIDE, _("还了"), done=_("还了")),
        Move("finish", ("agreed",), "done", EITHER_SIDE, _("帮好了"), done=_("帮好了")),
        Move("call_off", ("asked", "agreed"), "called_off", EITHER_SIDE, _("不用了"), done=_("不用了")),
    ),
)  # fmt: skip
