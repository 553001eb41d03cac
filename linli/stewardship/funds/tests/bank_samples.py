"""Bank files as the banks write them; every account, name and number is invented."""

from io import BytesIO

from openpyxl import Workbook

OWN = "6200000000000010156"
T = "\t"


def icbc() -> bytes:
    """GBK, tabs after cells, a total at the end."""
    rows = [
        "凭证号,本方账号,对方账号,交易时间,借/贷,借方发生额,贷方发生额,对方行号,摘要,用途,对方单位名称,余额,个性化信息,",
        (
            f"0{T},{OWN}{T},6200001111{T},2026-03-02 09:15:00{T},贷{T},0.00,"
            f'"50,000.00",102,拨款,工作经费{T},示范区财政局{T},"50,000.00",{T},'
        ),
        (
            f"0{T},{OWN}{T},6200002222{T},2026-03-05 10:00:00{T},借{T},"
            f'"1,280.50",0.00,102,转账,打印纸{T},示范文具店{T},"48,719.50",{T},'
        ),
        "合计,,,,,1280.50,50000.00,,,,,,,",
    ]
    return "\r\n".join(rows).encode("gb18030") + b"\r\n"


def ccb() -> bytes:
    """UTF-8 with its mark, two title lines, a day without hyphens."""
    rows = [
        "中国建设银行账户明细信息,,,",
        "账号:,'6200000000000010156,币种:,人民币元",
        "账号,账户名称,交易时间,借方发生额（支取）,贷方发生额（收入）,余额,币种,对方户名,对方账号,对方开户机构,记账日期,摘要,备注,账户明细编号-交易流水号,企业流水号",
        f"{OWN},示范居委会,20260302 09:15:01,,200.00,200.00,人民币,张三,6200003333,,20260302,捐款,给活动室,1-A1,",
        f"{OWN},示范居委会,20260302 09:15:02,,200.00,400.00,人民币,李四,6200004444,,20260302,捐款,给活动室,2-A2,",
    ]
    return b"\xef\xbb\xbf" + "\n".join(rows).encode() + b"\n"


def abc() -> bytes:
    """A workbook whose heading stands in the third row."""
    book = Workbook()
    sheet = book.active
    sheet.append(["账户明细"])
    sheet.append(["账户", OWN])
    sheet.append(
        ["交易日期", "交易时间", "收入金额", "支出金额", "账户余额", "交易行名", "对方省市", "对方账号", "对方户名", "交易用途"]
    )  # fmt: skip
    sheet.append(
        [
            "2026-03-09",
            "08:30:00",
            300,
            None,
            1300.25,
            "示范支行",
            "示范",
            "6200005555",
            "王五",
            "捐赠",
        ]
    )
    sheet.append(
        ["2026-03-10", "08:31:00", None, 99.9, 1200.35, "示范支行", "示范", "", "", "手续费"]
    )
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def boc() -> bytes:
    """Who paid whom, the amount with a minus where it went out."""
    rows = [
        (
            "交易类型[ Transaction Type ],付款人账号[ Debit Account No. ],付款人名称[ Payer's Name ],"
            "收款人账号[ Payee's Account Number ],收款人名称[ Payee's Name ],"
            "交易日期[ Transaction Date ],交易时间[ Transaction time ],交易金额[ Trade Amount ],"
            "交易后余额[ After-transaction balance ],交易流水号[ Transaction reference number ],"
            "摘要[ Reference ],交易附言[ Remark ]"
        ),
        f"来账,6200006666,示范饭店,{OWN},示范居委会,20260311,14:02:03,800.00,800.00,B001,捐款,老年餐",
        f"往账,{OWN},示范居委会,6200007777,示范粮油店,20260312,09:00:00,-500.00,300.00,B002,货款,大米",
    ]
    return "\n".join(rows).encode("gb18030") + b"\n"


def wechat_trades() -> bytes:
    """Every cell behind a backtick; one trade closed, one refunded; two lines of sums."""
    head = (
        "交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额,"
        "微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注"
    )

    def row(at: str, order: str, state: str, income: str, refund: str, back: str, fee: str) -> str:
        cells = [
            at, "wx0", "160", "0", "", order, f"L{order}", "o-user", "JSAPI", state,
            "OTHERS", "CNY", income, "0.00", refund, "0", back, "0.00", "", "", "义卖", "",
            fee, "0.60%", income, back, "",
        ]  # fmt: skip
        return ",".join(f"`{cell}" for cell in cells)

    rows = [
        head,
        row("2026-03-15 10:00:00", "42001", "SUCCESS", "100.00", "0", "0.00", "0.60000"),
        row("2026-03-15 10:05:00", "42002", "REVOKED", "30.00", "0", "0.00", "0.00000"),
        row("2026-03-16 11:00:00", "42001", "REFUND", "0.00", "50001", "100.00", "-0.60000"),
        "总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额",
        "`2,`100.00,`100.00,`0.00,`0.00000,`100.00,`100.00",
    ]
    return "\r\n".join(rows).encode("utf-8-sig") + b"\r\n"


def wechat_funds() -> bytes:
    rows = [
        "记账时间,微信支付业务单号,资金流水单号,业务名称,业务类型,收支类型,收支金额(元),账户结余(元),资金变更提交申请人,备注,业务凭证号",
        "`2026-03-15 10:00:00,`42001,`F1,`交易,`交易,`收入,`100.00,`100.00,`system,`,`",
        "`2026-03-15 10:00:00,`42001,`F2,`扣除交易手续费,`交易,`支出,`0.60,`99.40,`system,`结算总金额为100.00元,`",
        "资金流水总笔数,收入笔数,收入金额,支出笔数,支出金额",
        "`2,`1,`100.00,`1,`0.60",
    ]
    return "\r\n".join(rows).encode() + b"\r\n"


def alipay() -> bytes:
    """GBK, lines with # before and after, a tab after every cell, what went out with a minus."""
    rows = [
        "#支付宝账务明细查询",
        "#账号：[20880000000000000156]",
        "#起始日期：[2026年03月01日 00:00:00]   终止日期：[2026年04月01日 00:00:00]",
        "#-----------------------------------------账务明细列表----------------------------------------",
        "账务流水号,业务流水号,商户订单号,商品名称,发生时间,对方账号,收入金额（+元）,支出金额（-元）,账户余额（元）,交易渠道,业务类型,备注",
        (
            f"A1{T},2026031522{T},M1{T},冬衣捐款{T},2026-03-15 08:00:00{T},z***@example.com{T},"
            f"66.66{T},{T},66.66{T},支付宝{T},在线支付{T},{T}"
        ),
        (
            f"A2{T},2026031622{T},M2{T},{T},2026-03-16 08:00:00{T},{T},{T},-60.00{T},"
            f"6.66{T},支付宝{T},提现{T},{T}"
        ),
        "#-----------------------------------------账务明细列表结束------------------------------------",
        "#支出合计：1笔，共-60.00元",
        "#收入合计：1笔，共66.66元",
        "#导出时间：[2026年04月01日 09:00:00]",
    ]
    return "\r\n".join(rows).encode("gb18030") + b"\r\n"


def rural() -> bytes:
    """A rural credit bank: one column of amounts with 借贷标志."""
    rows = [
        "交易日期,摘要,借贷标志,发生额,余额,对方户名",
        "2026/3/20,利息,贷,3.21,1003.21,",
        "2026/3/21,转账,借,100.00,903.21,示范印刷店",
        "2026/3/21,转账,借,100.00,803.21,示范印刷店",
    ]
    return "\n".join(rows).encode("gb18030") + b"\n"


def unknown() -> bytes:
    """Headings nobody knows: a person points at the columns."""
    rows = ["甲,乙,丙", "2026-03-20,12.00,一笔", "2026-03-21,-5.00,一笔"]
    return "\n".join(rows).encode() + b"\n"


def torn() -> bytes:
    """The first kind, cut off within its second line."""
    return icbc()[:-60]


def prose() -> bytes:
    """A letter."""
    return "这是一封信。\n各位居民好，\n今天开会。\n".encode()


def wechat_own() -> bytes:
    rows = [
        "微信支付账单明细,,,,,",
        "微信昵称：[示范],,,,,",
        "交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注",
        "2026-03-15 10:00:00,转账,示范,/,收入,¥10.00,/,已存入零钱,1,2,/",
    ]
    return "\n".join(rows).encode() + b"\n"
