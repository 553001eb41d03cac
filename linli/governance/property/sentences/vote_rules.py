"""What the rules of the roster and of owners' votes find."""

from django.utils.translation import gettext_lazy as _

from linli.core.pages.sentences import Sentence, register_findings

_AGAIN = _("请刷新页面，看过现在的情况再办。")

register_findings(
    {
        "property.vote_base": Sentence(
            met=_("一共 {heads} 人，专有部分面积 {area} 平方米。"),
            unmet=_("这个范围里没有可以表决的专有部分。"),
            way_on=_("请先登记名册，或者核对表决的范围。"),
            working=_(
                "{units} 处专有部分，一处算一人；同一买受人的几处、建设单位没有出售和交付的都只算一人，"
                "合并掉 {joined} 人，剩 {heads} 人。"
            ),
        ),
        "property.vote_takes_part": Sentence(
            met=_(
                "参与表决 {heads} 人、{area} 平方米，人数和面积都达到 {share}（要 {heads_need} 人、"
                "{area_need} 平方米）。"
            ),
            unmet=_(
                "参与表决 {heads} 人、{area} 平方米，没有都达到 {share}（要 {heads_need} 人、"
                "{area_need} 平方米，还差 {heads_left} 人、{area_left} 平方米），表决不成立。"
            ),
            way_on=_("还没有截止的，请继续送达和催收；已经截止的，要重新组织表决。"),
            working=_(
                "人数 {heads} ÷ {heads_of}，面积 {area} ÷ {area_of}；两项都不能少于 {share}。"
            ),
        ),
        "property.vote_ordinary": Sentence(
            met=_(
                "同意 {heads} 人、{area} 平方米，人数和面积都超过参与表决的 {share}（要 {heads_need} 人、"
                "{area_need} 平方米）。"
            ),
            unmet=_(
                "同意 {heads} 人、{area} 平方米，没有都超过参与表决的 {share}（要 {heads_need} 人、"
                "{area_need} 平方米，还差 {heads_left} 人、{area_left} 平方米）。"
            ),
            way_on=_("可以修改方案，重新通知、重新表决。"),
            working=_(
                "人数 {heads} ÷ {heads_of}，面积 {area} ÷ {area_of}；正好 {share} 不算超过。"
            ),
        ),
        "property.vote_special": Sentence(
            met=_(
                "同意 {heads} 人、{area} 平方米，人数和面积都达到参与表决的 {share}（要 {heads_need} 人、"
                "{area_need} 平方米）。"
            ),
            unmet=_(
                "同意 {heads} 人、{area} 平方米，没有都达到参与表决的 {share}（要 {heads_need} 人、"
                "{area_need} 平方米，还差 {heads_left} 人、{area_left} 平方米）。"
            ),
            way_on=_("可以修改方案，重新通知、重新表决。"),
            working=_("人数 {heads} ÷ {heads_of}，面积 {area} ÷ {area_of}；正好 {share} 算达到。"),
        ),
        "property.vote_silent_counted": Sentence(
            met=_(
                "送达后没有交回的 {heads} 人、{area} 平方米，按{on}的决定“{ground}”，随多数意见计入。"
            ),
            unmet=_("送达后没有交回的 {heads} 人、{area} 平方米，不算参与表决。"),
        ),
        "property.vote_adds_up": Sentence(
            met=_("各项数字对得上。"),
            unmet=_("数字对不上：赞成、反对、弃权加起来多于参与的，或者参与的多于总数。"),
            way_on=_("请对照结果文件，重新填写。"),
        ),
        "property.vote_in_state": Sentence(
            met=_("现在可以办这一步。"), unmet=_("这次表决现在不能办这一步。"), way_on=_AGAIN
        ),
        "property.vote_fresh": Sentence(
            met=_("没有别人改过。"), unmet=_("打开这一页以后，别人已经改过。"), way_on=_AGAIN
        ),
        "property.vote_noticed": Sentence(
            met=_("{noticed}通知，{votes}开始投票，提前了 {days} 天以上。"),
            unmet=_("业主大会要提前 {days} 天通知：{noticed}通知的，最早{first}开始投票。"),
            way_on=_("请把开始投票的时间改到{first}或以后。"),
        ),
        "property.vote_has_matters": Sentence(
            met=_("写了表决事项。"), unmet=_("还没有写表决什么。"), way_on=_("请先加一个事项。")
        ),
        "property.vote_fund_scope": Sentence(
            met=_("由分摊费用的业主表决。"),
            unmet=_("使用维修资金，由分摊这笔费用的业主表决，不是全体业主都来表决。"),
            way_on=_(
                "请把“由谁表决”改成“分摊这笔费用的业主”，选那栋楼或单元；全小区分摊的，不选楼栋。"
            ),
        ),
        "property.vote_place": Sentence(
            met=_("范围写清楚了。"),
            unmet=_("“由谁表决”和选的楼栋不一致。"),
            way_on=_("一栋楼的业主表决，请选那栋楼；全体业主表决，不选楼栋。"),
        ),
        "property.vote_place_inside": Sentence(
            met=_("在这个小区里。"),
            unmet=_("选的楼栋不在这个小区里。"),
            way_on=_("请选这个小区的楼栋或单元。"),
        ),
        "property.vote_here": Sentence(
            met=_("可以在这里投票。"),
            unmet=_("当地规定业主表决用政府的系统，不能在这里投票。"),
            way_on=_("请选“用政府的表决系统”，在这里准备、导出，再录入结果。"),
        ),
        "property.vote_elsewhere": Sentence(
            met=_("用政府的系统表决。"),
            unmet=_("这次表决在这里投票，不能录入别处的结果。"),
            way_on=_("请在这里计票。"),
        ),
        "property.vote_document": Sentence(
            met=_("写了文件编号。"),
            unmet=_("没有写结果文件的编号。"),
            way_on=_("请填政府系统出的结果文件的编号。"),
        ),
        "property.vote_silence": Sentence(
            met=_("没有交回的票怎样算，有依据。"),
            unmet=_(
                "没有交回的票，要当地允许、业主大会自己的决定也写明了，才可以随多数；不然不算参与。"
            ),
            way_on=_("请写明依据哪次业主大会的决定和日期；没有的，去掉这个勾。"),
        ),
        "property.vote_opens": Sentence(
            met=_("到了开始投票的时间。"),
            unmet=_("通知上写的是{opens}开始投票，不能提前。"),
            way_on=_("请到时间再开始。"),
        ),
        "property.vote_closes": Sentence(
            met=_("到了截止的时间。"),
            unmet=_("通知上写的是{closes}截止，不能提前。"),
            way_on=_("请到时间再截止，让每位业主都有完整的时间。"),
        ),
        "property.vote_period": Sentence(
            met=_("截止在开始之后。"), unmet=_("截止要在开始之后。"), way_on=_("请改一下时间。")
        ),
        "property.vote_reason": Sentence(
            met=_("写了原因。"), unmet=_("没有写原因。"), way_on=_("请写一句话。")
        ),
        "property.vote_options": Sentence(
            met=_("候选项不多。"),
            unmet=_("候选项太多，一张纸写不下。"),
            way_on=_("请减到 60 个以内。"),
        ),
        "property.vote_option_long": Sentence(
            met=_("候选项写得下。"),
            unmet=_("有一个候选项太长，票上写不下。"),
            way_on=_("请把每一项写在 120 个字以内，别的写进方案全文。"),
        ),
        "property.vote_last_matter": Sentence(
            met=_("是最后一个事项。"),
            unmet=_("只能从最后一个事项开始去掉。"),
            way_on=_("请先去掉后面的。"),
        ),
        "property.vote_words": Sentence(
            met=_("没有写人的姓名、电话和住址。"),
            unmet=_("这里大家都会看到，里面像是写了人的姓名、电话或住址。"),
            way_on=_("请去掉，或者换一种说法。"),
        ),
        "property.vote_posted": Sentence(
            met=_("在 {days} 天内公布（最晚{last}）。"),
            unmet=_("计票后 {days} 天内要公布，最晚{last}，已经过了。"),
            way_on=_("请马上公布。"),
        ),
        "property.papers_entered": Sentence(
            met=_("交回的票都由两个人录完了。"),
            unmet=_("还有 {papers} 张交回的票没有由两个人录完。"),
            way_on=_("请先录完，或者写明无效的原因。"),
        ),
        "property.papers_named": Sentence(
            met=_("写了哪几张。"),
            unmet=_("没有写是哪几张票。"),
            way_on=_("请写票号，例如 1-20,25。"),
        ),
        "property.paper_another_hand": Sentence(
            met=_("两次录入是两个人。"),
            unmet=_("第一次是您录的，第二次要由另一个人录。"),
            way_on=_("请另一位工作人员来录。"),
        ),
        "property.paper_delivered": Sentence(
            met=_("送达以后交回。"),
            unmet=_("这张票还没有送达的记录，或者交回日期早于送达日期。"),
            way_on=_("请先记下怎样送达、哪天送达。"),
        ),
        "property.paper_waits": Sentence(
            met=_("交回了，等录入。"),
            unmet=_("这张票没有交回，或者已经录完。"),
            way_on=_("请核对票号；录错的，先写明原因重新录入。"),
        ),
        "property.paper_typed": Sentence(
            met=_("已经录完。"), unmet=_("这张票还没有录完，不用更正。"), way_on=_AGAIN
        ),
        "property.unit_area": Sentence(
            met=_("写了面积。"),
            unmet=_("没有面积，算不了票。"),
            way_on=_("请按登记簿填；没有登记的按测绘成果，再没有的按买卖合同。"),
        ),
        "property.unit_once": Sentence(
            met=_("名册里没有重复。"),
            unmet=_("名册里已经有“{unit}”。"),
            way_on=_("请在名册里找到它，改面积或者办理过户。"),
        ),
        "property.another_owner": Sentence(
            met=_("换了业主。"),
            unmet=_("过户前后是同一位业主。"),
            way_on=_("请选另一位，或者新填一位。"),
        ),
        "property.passes_on": Sentence(
            met=_("日期合适。"),
            unmet=_("日期不能早于{since}，也不能晚于今天。"),
            way_on=_("请改日期。"),
        ),
        "property.roll_frozen": Sentence(
            met=_("没有正在进行的表决。"),
            unmet=_("有 {votes} 次表决正在进行，名册已经确定，现在不能换人。"),
            way_on=_("请等表决计票以后再改。"),
        ),
        "property.table_clean": Sentence(
            met=_("表格没有问题。"),
            unmet=_("表格里还有 {rows} 处要改，整份都没有存入。"),
            way_on=_("请在表格里改好，再读一次。"),
        ),
        "property.objection_said": Sentence(
            met=_("写了内容。"), unmet=_("没有写内容。"), way_on=_("请写一句话。")
        ),
        "property.owner_here": Sentence(
            met=_("是这个小区的业主。"), unmet=_("选的业主不在这个小区。"), way_on=_AGAIN
        ),
        "property.owner_known": Sentence(
            met=_("名册里没有这位业主。"),
            unmet=_("名册里已经有同名的业主。同一业主的几处只算一人，不能登记成两位。"),
            way_on=_("请从名册里选这位业主；真是另一位的，写上电话，再勾“这是另一位”。"),
        ),
        "property.same_speaker": Sentence(
            met=_("代表人写清楚了。"),
            unmet=_("姓名和现在的代表人一样，电话不一样，看不出是不是同一位。"),
            way_on=_("是同一位的，请到“更正姓名和电话”改电话；是另一位的，勾上“这是另一位”。"),
        ),
        "property.two_owners": Sentence(
            met=_("是名册里的两行。"),
            unmet=_("这两行不能合成一位：是同一行、类别不同，或者对上了两位不同的居民。"),
            way_on=_("请另选一位，或者先核对居民名册。"),
        ),
        "property.units_placed": Sentence(
            met=_("每一处在哪栋楼、哪个单元都清楚。"),
            unmet=_("名册里有 {units} 处不知道在不在这个范围里（例如“{unit}”），会漏掉他们。"),
            way_on=_("请先在业主名册里写上这些房屋在哪栋楼、哪个单元。"),
        ),
        "property.candidates_agreed": Sentence(
            met=_("候选人都同意公开姓名。"),
            unmet=_("候选人的姓名大家都看得到，还没有写本人都同意的日期。"),
            way_on=_("请先问过每一位，再写日期；不同意的不写。"),
        ),
        "property.result_once": Sentence(
            met=_("还没有准备。"),
            unmet=_("结果已经准备好，或者里面没有人的姓名，不用准备。"),
            way_on=_AGAIN,
        ),
        "property.result_prepared": Sentence(
            met=_("结果准备好了。"),
            unmet=_("结果里有候选人的姓名，要一位准备、另一位发布；现在还没有准备。"),
            way_on=_("请先点“准备公布”，再请另一位发布。"),
        ),
        "property.paper_in_time": Sentence(
            met=_("截止前交回的。"),
            unmet=_("截止以后交回的票不算；截止是{closed}。"),
            way_on=_("请核对交回日期。"),
        ),
        "property.paper_void_known": Sentence(
            met=_("写了无效的原因。"), unmet=_("没有这个无效的原因。"), way_on=_("请从列出的里选。")
        ),
        "property.owner_once": Sentence(
            met=_("名册里没有重复。"),
            unmet=_("这个人（或者建设单位）在这个小区的名册里已经有了。"),
            way_on=_("请从名册里选，不要新填。"),
        ),
        "property.representative_named": Sentence(
            met=_("写了姓名或名称。"), unmet=_("没有写业主的姓名或名称。"), way_on=_("请填写。")
        ),
        "property.may_serve": Sentence(
            met=_("可以录票。"), unmet=_("账号已停用，不能录票。"), way_on=_("请换一位。")
        ),
    }
)
