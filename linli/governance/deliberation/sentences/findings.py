"""What is found of topics, talks and agreements, in words."""

from django.utils.translation import gettext_lazy as _

from linli.core.pages.sentences import Sentence, register_findings

_AGAIN = _("请刷新页面，看现在议到哪一步。")

register_findings(
    {
        "deliberation.public_words": Sentence(
            met=_("没有私人信息。"),
            unmet=_("文字里像是有私人信息（电话、证件号、门牌、姓名等），这段话会公开。"),
            way_on=_("请删掉这些内容再提交；说事情和地点就够了。"),
        ),
        "deliberation.something_said": Sentence(
            met=_("写了。"),
            unmet=_("这里不能空着。"),
            way_on=_("用一两句话写清楚就行。"),
        ),
        "deliberation.touches_why": Sentence(
            met=_("写明了为什么这样认定。"),
            unmet=_("请写明为什么认定它涉及（或不涉及）全体居民的利益，这一条会公开。"),
            way_on=_("例如：花的是全体居民的钱、改的是大家都用的地方，或只涉及一个楼门。"),
        ),
        "deliberation.result_told": Sentence(
            met=_("写明了结果。"),
            unmet=_("谈成的事没有写结果，不能了结。"),
            way_on=_("请写做成了什么样；没有做到的，写为什么没有做到。"),
        ),
        "deliberation.parties_known": Sentence(
            met=_("请了 {n} 个相关方面。"),
            unmet=_("还没有写请哪些相关方面，不能发通知：不能背着人议别人的事。"),
            way_on=_("请先写这件事涉及谁，再请懂行的人。"),
        ),
        "deliberation.party_once": Sentence(
            met=_("还没有请过。"),
            unmet=_("这一方已经在名单里。"),
            way_on=_("要改的，先划掉再写。"),
        ),
        "deliberation.notice_in_time": Sentence(
            met=_("提前 {given} 天通知，至少 {days} 天。"),
            unmet=_("只提前 {given} 天，至少要提前 {days} 天通知。"),
            way_on=_("请改晚一些；确实紧急的，写明理由，会一同公布。"),
        ),
        "deliberation.can_be_talked_over": Sentence(
            met=_("正在议。"),
            unmet=_("这件事还没有受理，或已经有了结果，现在不能安排议。"),
            way_on=_AGAIN,
        ),
        "deliberation.online_form": Sentence(
            met=_("线上议。"),
            unmet=_("这件事是开会议的，要发会议通知。"),
            way_on=_("要改成线上议，请先改形式。"),
        ),
        "deliberation.minutes_signed": Sentence(
            met=_("纪要签过字了。"),
            unmet=_("会议记录还没有两个人签字，不能公布。"),
            way_on=_("请记录人和主持人先签字。"),
        ),
        "deliberation.minutes_once": Sentence(
            met=_("还没有公布。"),
            unmet=_("这次的纪要已经公布过。"),
            way_on=_("请到公告栏看。"),
        ),
        "deliberation.talked_first": Sentence(
            met=_("议过了。"),
            unmet=_("还没有一次议事签过记录，不能写结果给人看：先议，再写谈成了什么。"),
            way_on=_("请先开会并由两个人在记录上签字。"),
        ),
        "deliberation.spoken_first": Sentence(
            met=_("{people} 位表过态。"),
            unmet=_("线上议的，至少要有 {floor} 位表过态，才能写结果；现在有 {people} 位。"),
            way_on=_("请先收短意见，或到会上、纸上收；还是没有人的，改成开会议。"),
        ),
        "deliberation.not_called_yet": Sentence(
            met=_("还没有通知开会。"),
            unmet=_("已经通知大家开会来议，不能再改成线上议。"),
            way_on=_("请把会开完；没有开的，先取消那次议事，再改形式。短意见可以同时收。"),
        ),
        "deliberation.no_talk_coming": Sentence(
            met=_("没有等着开的议事。"),
            unmet=_("已经通知了一次议事，还没有开完，不能就此不议。"),
            way_on=_("请先取消那次议事，写明原因。"),
        ),
        "deliberation.meeting_decides_first": Sentence(
            met=_("居民会议决定了，或不用居民会议决定。"),
            unmet=_("这件事要居民会议决定，决定以前还不能做，也就不能说做到了。"),
            way_on=_("请主任在议题页上提请居民会议决定；通过以后再做。"),
        ),
        "deliberation.still_followed": Sentence(
            met=_("还在落实。"),
            unmet=_("这个议题已经回头看过、在等会议决定，或会议没有通过，这一条不能重新打开。"),
            way_on=_("有新的情况，可以再提一件要议的事。"),
        ),
        "deliberation.written_at_desk": Sentence(
            met=_("是在居委会登记的。"),
            unmet=_("这份意见是本人用自己的账号写的，别人不能划掉。"),
            way_on=_("本人可以在手机上收回，公布以前都行。"),
        ),
        "deliberation.desk_writes_for_unit": Sentence(
            met=_("由居委会替单位登记。"),
            unmet=_("只有居委会的工作人员可以替单位登记。"),
            way_on=_("有账号的单位经办人直接提，来源会写成驻社区单位。"),
        ),
        "deliberation.being_written": Sentence(
            met=_("正在写结果。"),
            unmet=_("现在不能改：还没有开始议，或初稿已经给人看、已经公布。"),
            way_on=_("初稿给人看了还要改的，先收回初稿。"),
        ),
        "deliberation.agreement_written": Sentence(
            met=_("写了谈成什么。"),
            unmet=_("还没有写谈成了什么（或为什么没有谈成）。"),
            way_on=_("请先写结果，再给参加的人看。"),
        ),
        "deliberation.agreement_published": Sentence(
            met=_("已经公布。"),
            unmet=_("结果还没有公布，还不能说做得怎样。"),
            way_on=_("请先公布结果。"),
        ),
        "deliberation.not_yet_published": Sentence(
            met=_("还没有公布。"),
            unmet=_("已经公布，保留的意见不能再收回。"),
            way_on=_("想法变了的，可以再提一件要议的事。"),
        ),
        "deliberation.decides_what": Sentence(
            met=_("写明了请会议决定什么。"),
            unmet=_("要会议决定的，请写明决定什么。"),
            way_on=_("用一句能表决的话写。"),
        ),
        "deliberation.something_agreed": Sentence(
            met=_("谈成 {n} 条。"),
            unmet=_("一条也没有写：没有谁做、哪天以前，就还没有谈成。"),
            way_on=_("请逐条写；确实没有谈成的，公布没有谈成和各方的理由。"),
        ),
        "deliberation.nothing_agreed": Sentence(
            met=_("没有谈成的条目。"),
            unmet=_("已经写了谈成的 {n} 条，不能公布“没有谈成”。"),
            way_on=_("请公布谈成的部分，没有谈成的写在说明里。"),
        ),
        "deliberation.owned_by_one": Sentence(
            met=_("由一个岗位或一个单位做。"),
            unmet=_("每一条由一个岗位或一个单位做，不能都写，也不能都不写。"),
            way_on=_("几家一起做的，分成几条。"),
        ),
        "deliberation.due_ahead": Sentence(
            met=_("日期在后面。"),
            unmet=_("约定的日期（{due_on}）已经过去。"),
            way_on=_("请写今天以后的日期。"),
        ),
        "deliberation.seen_first": Sentence(
            met=_("参加的人看过 {days} 天了。"),
            unmet=_("初稿要先给参加的人看 {days} 天，{first}起才能公布。"),
            way_on=_("等到那一天；这几天可以登记保留的意见。"),
        ),
        "deliberation.done_by_now": Sentence(
            met=_("那一天已经到了。"),
            unmet=_("做到的日期（{day}）还没有到。"),
            way_on=_("请写做到的那一天。"),
        ),
        "deliberation.points_told": Sentence(
            met=_("谈成的每一条都公布了结果。"),
            unmet=_("还有 {left} 条没有公布结果，不能了结。"),
            way_on=_("请逐条写明做成什么样，或为什么没有做到。"),
        ),
        "deliberation.long_enough_ago": Sentence(
            met=_("过了足够长的时间。"),
            unmet=_("公布不久，看不出做得怎样；{first}起再回头看。"),
            way_on=_("这以前可以逐条公布进展和结果。"),
        ),
        "deliberation.residents_decide": Sentence(
            met=_("涉及全体居民利益的，提请了居民会议；不涉及的不用。"),
            unmet=_("这件事认定为涉及全体居民的利益，还没有提请居民会议决定，不能了结。"),
            way_on=_("请主任在议题页上提请居民会议决定。"),
        ),
        "deliberation.draft_is_shown": Sentence(
            met=_("初稿正在给参加的人看。"),
            unmet=_("现在不能登记保留的意见：初稿还没有给人看，或结果已经公布。"),
            way_on=_("初稿出来会通知参加的人；结果公布以后有不同意见的，可以再提一件要议的事。"),
        ),
        "deliberation.took_part": Sentence(
            met=_("参加了这次议事。"),
            unmet=_("看不出您参加过这次议事，保留意见由参加的人写。"),
            way_on=_("当时没有签到的，请到居委会，由工作人员登记。"),
        ),
        "deliberation.dissent_once": Sentence(
            met=_("还没有写过。"),
            unmet=_("您已经写过一份保留的意见。"),
            way_on=_("要改的，先收回再写。"),
        ),
        "deliberation.seed_said": Sentence(
            met=_("写明了种子和来历。"),
            unmet=_("请写明种子是怎么来的。"),
            way_on=_("例如：居民当场说的三个数；不写种子的，由程序产生。"),
        ),
        "deliberation.draw_fits": Sentence(
            met=_("够抽。"),
            unmet=_("名册里十八周岁以上的居民有 {whole} 位，请 {wanted} 位不合适。"),
            way_on=_("请少请几位，或先把名册登记好。"),
        ),
        "deliberation.drawn_once": Sentence(
            met=_("还没有抽。"),
            unmet=_("这个种子已经抽过一次，不能再抽。"),
            way_on=_("要再请人，另公布一个种子；次数大家都看得见。"),
        ),
        "deliberation.answered_once": Sentence(
            met=_("还没有答复。"),
            unmet=_("已经答复过。"),
            way_on=_("改主意的，请告诉居委会。"),
        ),
    }
)
