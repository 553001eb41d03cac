"""What the rules of a sheet say, and the way on."""

from django.utils.translation import gettext_lazy as _

from linli.core.pages.sentences import Sentence, register_findings

_ASK = _("可以打电话或到居委会问。")
_RELOAD = _("请刷新页面，看现在的情况。")

register_findings(
    {
        "signup.open_now": Sentence(
            met=_("现在可以报名。"),
            unmet=_("现在不能报名：报名时间是 {opens_at} 到 {closes_at}。"),
            way_on=_("没有开始的请到时再来；已经截止的，可以问居委会还收不收。"),
        ),
        "signup.takes_typed": Sentence(
            met=_("可以登记。"),
            unmet=_("这份名单还没有开放，或已经取消，不能登记。"),
            way_on=_("请先开放报名。"),
        ),
        "signup.of_age": Sentence(
            met=_("年龄合适。"),
            unmet=_("这里收的年龄是 {age_from} 岁到 {age_to} 岁（首尾都算），填的是 {age} 岁。"),
            way_on=_("年龄写错了请改；也可以看看别的活动。"),
        ),
        "signup.guardian_agrees": Sentence(
            met=_("不需要监护人同意，或监护人已经同意。"),
            unmet=_("不满 {of_age} 岁的要由监护人同意，请写监护人的姓名。"),
            way_on=_("监护人可以在这里代孩子报名，或到居委会签字。"),
        ),
        "signup.guardian_signs": Sentence(
            met=_("由监护人报名。"),
            unmet=_("不满十八岁的不能自己在网上报名，要由监护人来报。"),
            way_on=_("请监护人用自己的账号替您报，或填好报名表签字交到居委会。"),
        ),
        "signup.place_left": Sentence(
            met=_("还有名额。"),
            unmet=_("名额不够：还有 {left} 个，要 {wanted} 个。"),
            way_on=_("可以候补，有空位就通知您。"),
        ),
        "signup.may_wait": Sentence(
            met=_("可以候补。"),
            unmet=_("名额满了，候补也满了（最多 {most} 位）。"),
            way_on=_("有人取消后再来看看，或问居委会还有没有别的场次。"),
        ),
        "signup.seats_each": Sentence(
            met=_("人数合适。"),
            unmet=_("一次最多报 {most} 个人，您填的是 {seats} 个。"),
            way_on=_("人多的请分开报。"),
        ),
        "signup.known_person": Sentence(
            met=_("知道是谁。"),
            unmet=_("这里要知道是谁：只有姓名和电话还不行。"),
            way_on=_("请登录后报名；在工作台登记时，请从居民名册里选人。"),
        ),
        "signup.name_given": Sentence(
            met=_("写了姓名。"), unmet=_("请写姓名。"), way_on=_("写平常用的姓名就行。")
        ),
        "signup.names_given": Sentence(
            met=_("有要登记的人。"),
            unmet=_("没有选要登记的人，或一次太多。"),
            way_on=_("请勾选要登记的，一次最多 500 条。"),
        ),
        "signup.age_given": Sentence(
            met=_("写了年龄。"), unmet=_("这里要知道年龄，请填。"), way_on=_("填周岁就行。")
        ),
        "signup.not_yet_down": Sentence(
            met=_("还没有报过。"),
            unmet=_("这个人已经在名单上了，一人只报一次。"),
            way_on=_("要看排到哪里，请到“我的报名”，或用报名回执上的编号查。"),
        ),
        "signup.not_taken_here": Sentence(
            met=_("可以登记。"),
            unmet=_("这次没有在网上登记。"),
            way_on=_(
                "您要是已经报过，请用报名编号查；没有报过的，请登录后报，或打电话、到居委会登记。"
            ),
        ),
        "signup.signs_oneself": Sentence(
            met=_("由本人报名。"),
            unmet=_("这里成年人要自己报，家人不能代报。"),
            way_on=_("请本人登录后报，或授权您代办；也可以打电话、到居委会登记。"),
        ),
        "signup.one_of_that_name": Sentence(
            met=_("知道是哪一位。"),
            unmet=_("名单上有 {count} 位叫“{name}”，不知道是哪一位。这一次一个也没有补登。"),
            way_on=_("请在姓名后面写电话，或在到场页上直接勾；也可以从居民名册里找人。"),
        ),
        "signup.speaks_for": Sentence(
            met=_("可以替这个人报名。"),
            unmet=_("只能替自己、同户的家人，或授权给您的人报名。"),
            way_on=_("请本人来报；要长期代办的，可以到居委会登记代理。"),
        ),
        "signup.keeper_types": Sentence(
            met=_("由管名单的人登记。"),
            unmet=_("代别人登记要由管这份名单的人来做。"),
            way_on=_ASK,
        ),
        "signup.not_cancelled": Sentence(
            met=_("没有取消。"), unmet=_("这份名单已经取消了。"), way_on=_ASK
        ),
        "signup.seats_cover_taken": Sentence(
            met=_("名额够已经报上的人用。"),
            unmet=_("已经有 {taken} 个名额给出去了，不能改成 {seats} 个。"),
            way_on=_("请先和人商量、取消几条，再改名额。"),
        ),
        "signup.turns_from_here": Sentence(
            met=_("可以办这一步。"),
            unmet=_("名单现在的状态不能办这一步。"),
            way_on=_RELOAD,
        ),
        "signup.answers_from_here": Sentence(
            met=_("可以办这一步。"),
            unmet=_("这条报名现在的状态不能办这一步，可能已经办过了。"),
            way_on=_RELOAD,
        ),
        "signup.offer_stands": Sentence(
            met=_("名额还留着。"),
            unmet=_("名额只留到{until}，已经过了。"),
            way_on=_("还想参加可以再报一次。"),
        ),
        "signup.offer_lapsed": Sentence(
            met=_("过了时间没有确认。"),
            unmet=_("这个名额还没有到时间，或者已经答复了。"),
            way_on=_RELOAD,
        ),
        "signup.reason_given": Sentence(
            met=_("写明了原因。"),
            unmet=_("请写明原因，会告诉报名的人。"),
            way_on=_("用一句话写清就行。"),
        ),
        "signup.dates_to_come": Sentence(
            met=_("还没有开始。"),
            unmet=_("这一次已经开始、办过或取消了。"),
            way_on=_("请选还没有开始的。"),
        ),
        "signup.ends_after_start": Sentence(
            met=_("结束在开始之后。"),
            unmet=_("结束时间要在开始之后。"),
            way_on=_("请检查两个时间。"),
        ),
        "signup.drawn_once": Sentence(
            met=_("还没有抽签。"),
            unmet=_("这里不用抽签，或已经抽过：签只抽一次。"),
            way_on=_("有空位时会按抽签的顺序通知候补的人。"),
        ),
        "signup.closed_before_draw": Sentence(
            met=_("报名已经截止。"),
            unmet=_("报名还没有截止，不能抽签。"),
            way_on=_("请先截止报名，再抽签。"),
        ),
        "signup.somebody_to_draw": Sentence(
            met=_("有人等抽签。"), unmet=_("没有人等抽签。"), way_on=_("有人报名后再抽。")
        ),
        "signup.of_this_sheet": Sentence(
            met=_("是这份名单上的。"), unmet=_("不是这份名单上的。"), way_on=_RELOAD
        ),
        "signup.mark_sound": Sentence(
            met=_("填得对。"),
            unmet=_("到场情况、人数或时长填得不对：时长要在一分钟到二十四小时之间。"),
            way_on=_("请改了再存。"),
        ),
        "signup.not_called_off": Sentence(
            met=_("没有取消。"), unmet=_("这一次取消了，不登记到场。"), way_on=_RELOAD
        ),
        "signup.day_has_come": Sentence(
            met=_("到了这一天。"),
            unmet=_("还没有到{day}，不能登记到场。"),
            way_on=_("请在当天或事后登记。"),
        ),
        "signup.call_open": Sentence(
            met=_("还没有通知到。"), unmet=_("这一位已经通知过了。"), way_on=_RELOAD
        ),
        "signup.words_given": Sentence(
            met=_("写了要说的话。"),
            unmet=_("请写要说的话，最多四百字。"),
            way_on=_("写短一点，分两次发也行。"),
        ),
        "signup.somebody_to_tell": Sentence(
            met=_("有人要通知。"), unmet=_("这里面没有人，没有发出。"), way_on=_("请换一组人。")
        ),
    }
)
