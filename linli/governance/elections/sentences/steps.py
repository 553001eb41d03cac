"""What the steps from the plan to the posted lists say when they may, and may not, be taken."""

from django.utils.translation import gettext_lazy as _

from linli.core.pages.sentences import Sentence, register_findings

AT_DESK = _("请到居委会窗口，请工作人员查一查。")

register_findings(
    {
        "elections.day_to_come": Sentence(
            met=_("选举日是{day}。"),
            unmet=_("选举日（{day}）要在今天（{on}）之后。"),
            way_on=_("请另选一天。"),
        ),
        "elections.plan_feasible": Sentence(
            met=_("来得及：名单最迟{latest}公布。"),
            unmet=_("来不及：名单要在选举日（{day}）{days} 日以前公布，最迟是{latest}，已经过了。"),
            way_on=_("请把选举日往后安排，给登记和公布名单留出时间。"),
        ),
        "elections.term_follows": Sentence(
            met=_("任期自{starts}至{ends}。"),
            unmet=_("任期（{starts}至{ends}）要从选举日（{day}）或以后开始，先后不能颠倒。"),
            way_on=_("请核对任期起止。"),
        ),
        "elections.happened": Sentence(
            met=_("{decided_on}作出。"),
            unmet=_("写的日期（{decided_on}）还没有到（今天是{on}）。"),
            way_on=_("请写作出决定的那一天；还没有决定的，决定以后再登记。"),
        ),
        "elections.one_at_a_time": Sentence(
            met=_("可以开始。"),
            unmet=_("已经有一次同类的选举在办。"),
            way_on=_("请先办完、归档，或者取消那一次。"),
        ),
        "elections.not_entered_yet": Sentence(
            met=_("还没有登记过。"),
            unmet=_("这个人已经在选举委员会的推选结果里。"),
            way_on=_("要改次序，请先删去再按次序登记。"),
        ),
        "elections.two_people": Sentence(
            met=_("是两个人。"),
            unmet=_("近亲属是两个人之间的关系，这里选的是同一个人。"),
            way_on=_("请另选一个人。"),
        ),
        "elections.one_chair": Sentence(
            met=_("有一名主任。"),
            unmet=_("选举委员会要有一名主任，现在是 {chairs} 名。"),
            way_on=_("请在成员里指定一名主任。"),
        ),
        "elections.sits": Sentence(
            met=_("现任成员。"),
            unmet=_("这个人现在不是选举委员会成员。"),
            way_on=_("请刷新页面，看现在的成员。"),
        ),
        "elections.may_be_entered": Sentence(
            met=_("可以登记推选结果。"),
            unmet=_("选举委员会已经公布，还有候补，空缺由候补依次递补，不能另加。"),
            way_on=_("候补都不能递补时，请居民会议或者居民代表会议另行推选，再来登记。"),
        ),
        "elections.still_entered": Sentence(
            met=_("还没有公布，可以修改。"),
            unmet=_("选举委员会已经公布，不能删去。"),
            way_on=_("成员要退出的，请办理退出，由候补依次递补。"),
        ),
        "elections.stands_apart": Sentence(
            met=_("不是候选人，也不是候选人的近亲属。"),
            unmet=_("这个人被提名为候选人，或者是被提名人的近亲属，不能参加主持选举。"),
            way_on=_("请按推选结果选下一位。"),
        ),
        "elections.mode_decided": Sentence(
            met=_("选举方式已经确定。"),
            unmet=_("还没有确定选举方式，不知道谁来投票。"),
            way_on=_("请先把选举方式和由谁决定的登记下来。"),
        ),
        "elections.somebody_runs": Sentence(
            met=_("选举委员会已有 {accounts} 人可以登录。"),
            unmet=_("选举委员会还没有一个人能登录，下一步没有人能办。"),
            way_on=_("请居委会主任在选举委员会页面给成员开邀请单。"),
        ),
        "elections.registration_open": Sentence(
            met=_("正在登记。"),
            unmet=_("现在不在选民登记期间。"),
            way_on=_("名单公布后五日内，应列未列的可以提出异议。"),
        ),
        "elections.registration_once": Sentence(
            met=_("还没有登记。"),
            unmet=_("已经登记过了，不用再登记。"),
            way_on=_("在选举页面可以看到自己的登记。"),
        ),
        "elections.household_once": Sentence(
            met=_("这一户还没有登记代表。"),
            unmet=_("这一户已经登记了代表，一户一名。"),
            way_on=_("要换代表，请先撤回原来的登记。"),
        ),
        "elections.household_named": Sentence(
            met=_("写明了代表哪一户。"),
            unmet=_("这次选举每户派一名代表，要写明代表哪一户；名册里还没有您这一户。"),
            way_on=AT_DESK,
        ),
        "elections.borne_out": Sentence(
            met=_("名册里有依据。"),
            unmet=_("勾选的人里，有人在名册里看不出依据，不能成批登记。"),
            way_on=_("请单独登记这个人，写明依据的材料，由选举委员会确认。"),
        ),
        "elections.birthday_known": Sentence(
            met=_("名册里有出生日期。"),
            unmet=_("名册里没有出生日期，不能判断选举日那天是否年满十八周岁。"),
            way_on=_("请带身份证到窗口补登出生日期，再来登记。"),
        ),
        "elections.known_alive": Sentence(
            met=_("名册正常。"),
            unmet=_("名册记载这个人已经去世，不能登记。"),
            way_on=_("如果记载有误，请先在名册里更正。"),
        ),
        "elections.waits": Sentence(
            met=_("等待确认。"),
            unmet=_("这份申请已经处理过了。"),
            way_on=_("请刷新页面看结果。"),
        ),
        "elections.reasoned": Sentence(
            met=_("写了理由。"),
            unmet=_("没有写理由。"),
            way_on=_("请写明理由，本人要看到。"),
        ),
        "elections.own_only": Sentence(
            met=_("本人办理。"),
            unmet=_("这一步要本人办理，或者由窗口按本人的意思登记。"),
            way_on=_("请本人登录办理，或者到居委会窗口。"),
        ),
        "elections.roll_as_prepared": Sentence(
            met=_("名单与登记一致。"),
            unmet=_("草拟名单以后登记有了变化（名单 {prepared} 人，登记 {now} 人）。"),
            way_on=_("请重新草拟名单，核对后再公布。"),
        ),
        "elections.nothing_waits": Sentence(
            met=_("登记申请都处理完了。"),
            unmet=_("还有 {waiting} 份登记申请没有处理。"),
            way_on=_("请选举委员会先逐份确认，或者说明不予登记的理由。"),
        ),
        "elections.prepared": Sentence(
            met=_("已经草拟。"),
            unmet=_("还没有草拟，没有可以公布的名单。"),
            way_on=_("请一人先草拟，另一人核对后公布。"),
        ),
        "elections.roll_is_posted": Sentence(
            met=_("名单已经公布。"),
            unmet=_("选民名单还没有公布，现在不能提出异议。"),
            way_on=_("还没有登记的，可以先登记；名单公布后五日内可以提出异议。"),
        ),
        "elections.on_the_roll": Sentence(
            met=_("在选民名单里。"),
            unmet=_("不在公布的选民名单里。"),
            way_on=_("认为应列未列的，在公布后五日内提出异议。"),
        ),
        "elections.nominations_open": Sentence(
            met=_("正在提名。"),
            unmet=_("现在不能提名或者更改提名：提名在选民名单公布以后、候选人名单公布以前进行。"),
            way_on=_("请看选举页面上的日期。"),
        ),
        "elections.nominated_once": Sentence(
            met=_("还没有人这样提名。"),
            unmet=_("这个人已经被这样提名过了。"),
            way_on=_("请打开那份提名，参加联名。"),
        ),
        "elections.joined_once": Sentence(
            met=_("还没有参加。"),
            unmet=_("已经参加过这份联名。"),
            way_on=_("每人每份提名联名一次。"),
        ),
        "elections.still_put_forward": Sentence(
            met=_("提名有效。"),
            unmet=_("这份提名已经不在了：本人不接受、经确认不宜，或者已经撤回。"),
            way_on=_("可以另外提名。"),
        ),
        "elections.entered_at_desk": Sentence(
            met=_("由窗口登记。"),
            unmet=_("党组织的提名凭文书由窗口登记。"),
            way_on=_("居民可以十人以上联名提名。"),
        ),
        "elections.list_as_prepared": Sentence(
            met=_("名单与提名一致。"),
            unmet=_("草拟名单以后提名有了变化。"),
            way_on=_("请重新草拟候选人名单，核对后再公布。"),
        ),
        "elections.candidate_stands": Sentence(
            met=_("在候选人名单里。"),
            unmet=_("这名候选人已经退出。"),
            way_on=_("请刷新页面。"),
        ),
        "elections.meeting_over": Sentence(
            met=_("见面会已经开过。"),
            unmet=_("见面会还没有开，不能先写记录。"),
            way_on=_("开过以后再来记录。"),
        ),
        "elections.proxies_open": Sentence(
            met=_("可以委托。"),
            unmet=_("委托投票在候选人名单公布以后、投票开始以前办理。"),
            way_on=_("请看选举页面上的日期；也可以到时候自己去投票。"),
        ),
        "elections.not_posted_yet": Sentence(
            met=_("还没有公布。"),
            unmet=_("名单已经公布过了，以后的变动会自动更正公布。"),
            way_on=_("请看公告栏。"),
        ),
        "elections.known_here": Sentence(
            met=_("名册里有您。"),
            unmet=_("您的账号还没有对应到本社区的居民名册，看不出您是哪一位居民。"),
            way_on=_("请带身份证到居委会窗口，请工作人员对应好；也可以直接在窗口办理。"),
        ),
        "elections.correction_fits": Sentence(
            met=_("写明了改什么。"),
            unmet=_("更正要写明一件事：补登谁、除名谁、恢复谁，或者把谁的姓名改成什么。"),
            way_on=_("请选定一项再提交。"),
        ),
        "elections.registers_electors": Sentence(
            met=_("愿意参加的居民可以登记。"),
            unmet=_("这次由居民代表选举，名单就是现任居民代表，不用登记。"),
            way_on=_("代表名单有误的，请在名单公布后提出异议。"),
        ),
        "elections.represents_residents": Sentence(
            met=_("是现任居民代表。"),
            unmet=_("这次由居民代表选举，此人不是现任居民代表。"),
            way_on=_("代表有变动的，请先登记代表的任职。"),
        ),
        "elections.was_struck": Sentence(
            met=_("这个编号已经除名。"),
            unmet=_("这个编号没有除名，或者已经不知道是谁，不能恢复。"),
            way_on=_("名单上漏了的人，请通过异议补登。"),
        ),
    }
)
