"""What the rules of gifts, goods, appeals and bank lines find."""

from django.utils.translation import gettext_lazy as _

from linli.core.pages.sentences import Sentence, register_findings

register_findings(
    {
        "funds.gift_voluntary": Sentence(
            met=_("问过捐赠人，是自愿的。"),
            unmet=_("没有确认是自愿的捐赠，不能收。"),
            way_on=_("请当面问一句；不是自愿的，把钱物退回，不登记。"),
        ),
        "funds.not_apportioned": Sentence(
            met=_("没有给每户、每人定数额，也没有要求必须捐。"),
            unmet=_("“{words}”像是在摊派：给每户或每人定了数额，或者要求必须捐。"),
            way_on=_("请改成“自愿，多少不限”；要筹一笔定额的钱，请走居民会议或公开募捐的合作。"),
        ),
        "funds.amounts_differ": Sentence(
            met=_("数额各不相同，看不出有人定过数。"),
            unmet=_("{gifts} 笔里有 {alike} 笔数额一样，像是有人定过数。"),
            way_on=_("请核对是不是自愿；有人被要求捐的，退回并说明。"),
        ),
        "funds.name_for_consent": Sentence(
            met=_("同意公开的，写了姓名或名称。"),
            unmet=_("勾了“同意公开”，却没有写姓名或名称。"),
            way_on=_("请写上，或者去掉勾，公示时写“热心居民”。"),
        ),
        "funds.takes_gifts": Sentence(
            met=_("这个来源可以收捐款。"),
            unmet=_("捐款不能记进财政、项目或委托的钱里。"),
            way_on=_("请选一个“捐赠”或“自愿筹集”的来源；没有就先设一个，写上指定的用途。"),
        ),
        "funds.gift_purpose_kept": Sentence(
            met=_("指定的用途和来源的约定一致。"),
            unmet=_(
                "捐赠人指定了用途，这个来源却不是只为这个用途设的（来源的约定：{kept}）："
                "钱记进去就可能用到别处。"
            ),
            way_on=_(
                "请选只用于这个用途的来源，或者不选来源、另设一个；"
                "捐赠人说的就是来源的约定用途的，这一格留空。"
            ),
        ),
        "funds.goods_purpose_kept": Sentence(
            met=_("指定的用途和物品台账的约定一致。"),
            unmet=_("捐赠人指定了用途，这本物品台账却不是为这个用途开的（台账的约定：{kept}）。"),
            way_on=_(
                "请先按捐赠人的原话另开一本台账，再登记；"
                "捐赠人说的就是台账的约定用途的，这一格留空。"
            ),
        ),
        "funds.receipt_of_gift": Sentence(
            met=_("不是捐款。"),
            unmet=_("这笔到账是捐款，有收据，不能单独冲销。"),
            way_on=_("请在这笔捐赠的页面作废收据，账上同时冲销。"),
        ),
        "funds.gift_something": Sentence(
            met=_("写明了捐到哪里。"),
            unmet=_("没有写明钱捐到哪个来源，或者捐的是哪样物品。"),
            way_on=_("请在本社区的来源或物品里选一个。"),
        ),
        "funds.gift_stands": Sentence(
            met=_("这张收据有效。"),
            unmet=_("这张收据已经作废了。"),
            way_on=_("要重新登记的，请另开一张。"),
        ),
        "funds.gift_not_stored": Sentence(
            met=_("物品还没有入库。"),
            unmet=_("物品已经两人签字入库，收据不能作废。"),
            way_on=_("退还物品的，请开发放单，用途写“退还捐赠人”。"),
        ),
        "funds.question_asked": Sentence(
            met=_("写了想问的。"),
            unmet=_("没有写想问什么。"),
            way_on=_("请写一句话；捐赠人有权了解捐赠用到了哪里。"),
        ),
        "funds.question_open": Sentence(
            met=_("还没有答复。"),
            unmet=_("这个问题已经答复过了。"),
            way_on=_("请刷新页面看现在的答复。"),
        ),
        "funds.own_appeal": Sentence(
            met=_("不是居委会自己公开募捐。"),
            unmet=_("居委会没有公开募捐资格，不能自己面向公众募捐。"),
            way_on=_(
                "请与有公开募捐资格的慈善组织签协议，由它备案、由它的账户收款；"
                "居民主动捐给指定用途的，可以在窗口登记。"
            ),
        ),
        "funds.charity_qualified": Sentence(
            met=_("慈善组织有公开募捐资格，还在有效期内。"),
            unmet=_("没有写公开募捐资格证书编号，或者资格已经过期。"),
            way_on=_("请向慈善组织要资格证书，核对后写上编号；没有资格的不能合作募捐。"),
        ),
        "funds.charity_agreed": Sentence(
            met=_("合作协议在有效期内。"),
            unmet=_("和这家慈善组织没有在有效期内的书面协议。"),
            way_on=_("请先签协议，写明双方做什么、钱进谁的账户，再登记编号和日期。"),
        ),
        "funds.appeal_filed": Sentence(
            met=_("写了募捐方案的备案编号。"),
            unmet=_("没有写募捐方案的备案编号。"),
            way_on=_("请慈善组织先到民政部门备案，再把编号告诉我们。"),
        ),
        "funds.charity_account": Sentence(
            met=_("收款账户是慈善组织自己的。"),
            unmet=_("收款账户的户名和慈善组织的名称不一样：募得的钱只能进慈善组织自己的账户。"),
            way_on=_("请核对户名；不能用居委会或任何个人的账户、收款码。"),
        ),
        "funds.appeal_leads_out": Sentence(
            met=_("捐赠页面的地址看得清是谁的。"),
            unmet=_(
                "捐赠页面的地址不是看得清的安全网址（https:// 开头，不带账号、端口和外文字母）。"
            ),
            way_on=_("请填慈善组织在指定募捐平台上的页面，或者留空。"),
        ),
        "funds.appeal_waits": Sentence(
            met=_("起草好了，等另一个人发布。"),
            unmet=_("这条募捐已经发布或撤下了。"),
            way_on=_("请刷新页面看现在的情况。"),
        ),
        "funds.appeal_second_hand": Sentence(
            met=_("起草和发布是两个人。"),
            unmet=_("起草的人不能自己发布公开募捐。"),
            way_on=_("请主任或副主任里的另一位，核对资格、协议和备案后发布。"),
        ),
        "funds.charity_fixed": Sentence(
            met=_("没有改正在募捐的慈善组织是谁、钱进哪里。"),
            unmet=_(
                "它的公开募捐正在进行，名称、资格、协议编号和收款账户不能改："
                "大家看到的募捐会变成另一家的。"
            ),
            way_on=_("请先撤下它的募捐，改好后重新起草，由另一个人发布。"),
        ),
        "funds.appeal_term": Sentence(
            met=_("日期先后合理。"),
            unmet=_("结束的日子早于开始的日子。"),
            way_on=_("请核对日期，和备案的募捐方案一致。"),
        ),
        "funds.appeal_once": Sentence(
            met=_("没有发布过。"),
            unmet=_("这份备案的募捐已经发布过了。"),
            way_on=_("请在列表里找原来那一条。"),
        ),
        "funds.appeal_open": Sentence(
            met=_("还在公布。"),
            unmet=_("这条募捐已经撤下了。"),
            way_on=_("需要的话请重新发布。"),
        ),
        "funds.charity_once": Sentence(
            met=_("没有登记过。"),
            unmet=_("“{name}”已经登记过了，或者协议的日期先后不对。"),
            way_on=_("请修改原来那一条，并核对日期。"),
        ),
        "funds.stock_second_hand": Sentence(
            met=_("开单和签单是两个人。"),
            unmet=_("开单的人不能自己签单。"),
            way_on=_("请另一位工作人员点过实物再签。"),
        ),
        "funds.stock_enough": Sentence(
            met=_("库存够。"),
            unmet=_("在库 {held}，要发 {wanted}。"),
            way_on=_("请核对数量；实物和台账不一样的，先盘点。"),
        ),
        "funds.stock_explained": Sentence(
            met=_("实物和台账的差别有说明。"),
            unmet=_("台账 {held}，实点 {counted}，差了 {difference}，没有说明。"),
            way_on=_("请写明原因：受潮、过期、漏记……"),
        ),
        "funds.stock_unmoved": Sentence(
            met=_("盘点以后没有进出。"),
            unmet=_("盘点时台账是 {drawn}，现在是 {held}：中间有进出。"),
            way_on=_("请划掉这张，重新盘点。"),
        ),
        "funds.stock_names_nobody": Sentence(
            met=_("没有写人的姓名、电话和住址。"),
            unmet=_("这段话大家都看得到，里面却有像姓名、电话、证件号或门牌的内容。"),
            way_on=_("只写做什么用、多少份；领取人的签名留在纸上，由经办人保管。"),
        ),
        "funds.slip_open": Sentence(
            met=_("还没有签。"),
            unmet=_("这张单子已经签了或划掉了。"),
            way_on=_("请刷新页面看现在的情况。"),
        ),
        "funds.good_once": Sentence(
            met=_("没有登记过。"),
            unmet=_("“{title}”已经有同样用途的台账了。"),
            way_on=_("请在原来那一样上开单。"),
        ),
        "funds.bank_once": Sentence(
            met=_("没有登记过。"),
            unmet=_("“{title}”已经登记过了。"),
            way_on=_("请用原来那一个账户。"),
        ),
        "funds.match_amounts": Sentence(
            met=_("两边的金额一分不差。"),
            unmet=_("流水和账上的金额不一样，不能对成一笔。"),
            way_on=_("请找金额相同的一笔；银行合并付的，写说明。"),
        ),
        "funds.match_open": Sentence(
            met=_("两边都还没有对过。"),
            unmet=_("这笔流水，或者账上的这一笔，已经对上别的了。"),
            way_on=_("请刷新页面；对错了的，先重新打开。"),
        ),
        "funds.line_explained": Sentence(
            met=_("写了说明，等另一个人同意。"),
            unmet=_("这笔流水没有等着同意的说明，或者说明刚改过。"),
            way_on=_("请刷新页面，看过现在的说明再同意。"),
        ),
        "funds.line_second_hand": Sentence(
            met=_("同意的人不是写说明的人。"),
            unmet=_("写说明的人不能自己同意：一个人不能把一笔流水说没。"),
            way_on=_("请另一位记账的人或委员核对后同意。"),
        ),
        "funds.line_settled": Sentence(
            met=_("已经对上或说明了。"),
            unmet=_("这笔流水本来就没有对过。"),
            way_on=_("请刷新页面看现在的情况。"),
        ),
        "funds.file_new": Sentence(
            met=_("这个文件没有读过。"),
            unmet=_("同一个文件在{read_on}已经读过了。"),
            way_on=_("不用再读；要补后面的日子，请下载新的流水。"),
        ),
        "funds.file_of_account": Sentence(
            met=_("文件是这个账户的。"),
            unmet=_("文件里的账号尾号不是 {tail}。"),
            way_on=_("请核对选的账户和文件。"),
        ),
        "funds.file_not_private": Sentence(
            met=_("不是个人钱包的账单。"),
            unmet=_("这是微信或支付宝的个人账单。公款不能进个人账户，个人账单不能读入。"),
            way_on=_("请用居委会自己的账户或商户号；已经进了个人账户的公款，请马上转出并说明。"),
        ),
        "funds.file_whole": Sentence(
            met=_("文件每一行都读懂了。"),
            unmet=_("文件里有读不懂的行，没有读入。"),
            way_on=_("请按提示改好那几行，或者重新从银行下载，再读一次。"),
        ),
        "funds.file_lines": Sentence(
            met=_("文件里有流水。"),
            unmet=_("文件里没有一笔流水。"),
            way_on=_("请核对下载时选的日期。"),
        ),
    }
)
