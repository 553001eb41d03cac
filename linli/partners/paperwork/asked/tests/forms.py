"""Ten forms in the manners of ten offices, each with what its headings ask by our own judgement.

In the truth a heading stands for the fact we hold, `-` is nothing we hold, `!kind` has no ground,
`#` is counted by us and `=` computed by the form.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from linli.lib.tables.blanks.tests.making import cell, docx, line, table, xlsx
from linli.partners.paperwork.asked import Proposed

GAP = None


@dataclass(frozen=True)
class OwnForm:
    filename: str
    entity: str
    make: Callable[[], bytes]
    truth: dict[str, str]
    written: dict[str, str] = field(default_factory=dict)


def said(place: Proposed) -> str:
    """What is proposed for a place, as the truth is written."""
    return {
        "known": place.fact or "",
        "no_ground": f"!{place.fact}",
        "unknown": "-",
        "number": "#",
        "formula": "=",
    }[place.verdict]


def _relief() -> bytes:
    """U1: twelve compulsory columns about sixteen households, every month."""
    heading = ["序号", "*户主姓名", "*户主身份证号", "*联系电话", "*所属街道", "*所属社区", "*小区",
               "*楼栋", "*单元", "*房号", "*家庭人口", "*近期动态"]  # fmt: skip
    rows = [["低保家庭月度走访情况表（2026年11月）"], ["填报单位：          填报日期：   年  月  日"],
            heading, *[[GAP] * 12 for _row in range(16)],
            ["填表人：", GAP, GAP, GAP, "审核人："]]  # fmt: skip
    return xlsx(rows, ["A1:L1", "A2:L2"], boxed="A3:L19")


def _elders() -> bytes:
    """Two rows of heading, groups merged, a total below."""
    rows = [["××街道80周岁以上老年人基本情况统计表"],
            ["序号", "老人姓名", "基本信息", GAP, GAP, GAP, "居住情况", GAP, GAP, "监护人", GAP, "备注"],
            [GAP, GAP, "性别", "出生年月", "公民身份号码", "民族", "小区名称", "楼栋房号", "入住时间", "姓名",
             "联系电话", GAP],
            *[[GAP] * 12 for _row in range(6)],
            ["合计", GAP, GAP, GAP, GAP, GAP, GAP, GAP, GAP, GAP, GAP, GAP],
            ["注：1.年龄以身份证为准；2.监护人电话必须真实有效。"]]  # fmt: skip
    merged = ["A1:L1", "A2:A3", "B2:B3", "C2:F2", "G2:I2", "J2:K2", "L2:L3", "A11:L11"]
    return xlsx(rows, merged, boxed="A2:L10")


def _rented() -> bytes:
    """Dwellings that are let, with slips of the pen, abbreviations and hints in brackets."""
    rows = [["出租房屋摸底表"], ["说明：请如实填写，11月30日前报综治办。"],
            ["No.", "所属社区（居委会）", "栋号", "单元号", "室号", "产权人", "产权人联系电话", "承租人性名",
             "承租人身份证号码（18位）", "租金（元/月）", "是否签订合同", "消防隐患"]]  # fmt: skip
    return xlsx(rows, ["A1:L1", "A2:L2"])


def _english() -> bytes:
    rows = [
        ["Residents of foreign nationality 境外人员登记表"],
        [
            "序号 No.",
            "姓名 Full Name",
            "性别/Sex",
            "出生日期 Date of Birth（yyyy-mm-dd）",
            "国籍 Nationality",
            "证件种类 ID Type",
            "证件号码 ID Number",
            "Mobile",
            "Address 现住址",
            "Employer",
            "Visa valid until",
        ],
    ]
    return xlsx(rows, ["A1:K1"], boxed="A2:K8")


def _grids() -> bytes:
    rows = [["网格化服务管理基础台账"], ["填表单位（盖章）：", GAP, GAP, GAP, "时间："],
            ["网格名称", "所在街道", "社区名称", "总户数", "常住人口数", "网格长姓名", "网格长电话", "网格范围（四至）",
             "党员数"]]  # fmt: skip
    return xlsx(rows, ["A1:I1"], boxed="A3:I10")


def _committee() -> bytes:
    """Who serves on the committee; three rows of heading."""
    rows = [["社区居民委员会成员名册"],
            ["序号", "成员信息", GAP, GAP, GAP, GAP, "任职情况", GAP, GAP],
            [GAP, "基本情况", GAP, GAP, "联系方式", GAP, "现任职务", "任职时间", "届次"],
            [GAP, "姓名", "性别", "出生年月", "手机", "微信号", GAP, GAP, GAP]]  # fmt: skip
    merged = ["A1:I1", "A2:A4", "B2:F2", "B3:D3", "E3:F3", "G2:I2", "G3:G4", "H3:H4", "I3:I4"]
    return xlsx(rows, merged, boxed="A2:I12")


def _hydrants() -> bytes:
    """Compounds, with a row of counted columns and an example under the heading."""
    rows = [["住宅小区底数排查表", GAP, GAP, GAP, GAP, GAP, GAP, GAP],
            ["序号", "小区名称", "楼栋数", "总户数", "物业公司", "物业经理", "物业经理电话", "充电桩数量"],
            ["1", "2", "3", "4", "5", "6", "7", "8"],
            ["例：", "阳光花园", "12", "640", "阳光物业", "王某", "123", "8"],
            *[[GAP] * 8 for _row in range(5)]]  # fmt: skip
    return xlsx(rows, ["A1:H1"], boxed="A2:H9")


def _loose() -> bytes:
    """Nothing merged, a group over two columns by its place alone, stars behind, odd spaces."""
    rows = [["流动人口信息采集表"],
            ["姓  名*", "身份证号吗*", "户籍地", "现居住地", GAP, GAP, "从业情况", "是否接种", "联系方式*", "与户主的关系"],
            [GAP, GAP, GAP, "小区", "楼号", "门牌号", GAP, GAP, GAP, GAP]]  # fmt: skip
    return xlsx(rows)


def _card() -> bytes:
    """A registration card in Word."""
    return docx(
        line("独居老人关爱服务登记表"),
        line("登记社区：", "          ", "    登记日期：    年    月    日"),
        table(
            [cell("姓 名"), cell(), cell("性 别"), cell("□男  □女"), cell("照片", 1, "restart")],
            [cell("出生年月"), cell(), cell("民 族"), cell(), cell("", 1, "on")],
            [cell("身份证号码"), cell("", 3), cell("", 1, "on")],
            [cell("家庭住址"), cell("", 2), cell("联系电话"), cell()],
            [cell("紧急联系人", 1, "restart"), cell("姓名"), cell(), cell("电话"), cell()],
            [cell("", 1, "on"), cell("与老人关系"), cell("", 3)],
            [cell("健康状况"), cell("", 4)],
            [cell("服务需求"), cell("", 4)],
            [cell("社区意见"), cell("（盖章）    年   月   日", 4)],
        ),
    )


def _word_list() -> bytes:
    """A list in Word with a heading merged over two rows and lines for signatures."""
    return docx(
        line("业主代表推荐表"),
        table(
            [cell("序号", 1, "restart"), cell("楼栋", 1, "restart"), cell("业主信息", 3),
             cell("备注", 1, "restart")],
            [cell("", 1, "on"), cell("", 1, "on"), cell("业主姓名"), cell("房号"), cell("业主电话"),
             cell("", 1, "on")],
            *[[cell() for _number in range(6)] for _row in range(3)],
        ),
        line("填表人：              联系电话：              日期："),
    )  # fmt: skip


OWN_FORMS = (
    OwnForm("低保走访.xlsx", "household", _relief, {
        "序号": "#", "*户主姓名": "head_name", "*户主身份证号": "head_id_number", "*联系电话": "head_phone",
        "*所属街道": "street", "*所属社区": "community", "*小区": "compound", "*楼栋": "building",
        "*单元": "entrance", "*房号": "room", "*家庭人口": "household_size", "*近期动态": "-",
    }),
    OwnForm("高龄老人.xlsx", "person", _elders, {
        "序号": "#", "老人姓名": "name", "基本信息|性别": "sex", "基本信息|出生年月": "birth_date",
        "基本信息|公民身份号码": "id_number", "基本信息|民族": "!ethnicity", "居住情况|小区名称": "compound",
        "居住情况|楼栋房号": "address", "居住情况|入住时间": "since", "监护人|姓名": "-",
        "监护人|联系电话": "-", "备注": "-",
    }),
    OwnForm("出租屋.xlsx", "dwelling", _rented, {
        "No.": "#", "所属社区（居委会）": "community", "栋号": "building", "单元号": "entrance", "室号": "room",
        "产权人": "owner_name", "产权人联系电话": "owner_phone", "承租人性名": "tenant_name",
        "承租人身份证号码（18位）": "tenant_id_number", "租金（元/月）": "-", "是否签订合同": "-", "消防隐患": "-",
    }),
    OwnForm("foreigners.xlsx", "person", _english, {
        "序号 No.": "#", "姓名 Full Name": "name", "性别/Sex": "sex",
        "出生日期 Date of Birth（yyyy-mm-dd）": "birth_date", "国籍 Nationality": "-",
        "证件种类 ID Type": "id_kind", "证件号码 ID Number": "id_number", "Mobile": "phone",
        "Address 现住址": "address", "Employer": "!work", "Visa valid until": "-",
    }),
    OwnForm("台账.xlsx", "grid", _grids, {
        "网格名称": "grid", "所在街道": "street", "社区名称": "community", "总户数": "household_count",
        "常住人口数": "resident_count", "网格长姓名": "-", "网格长电话": "-", "网格范围（四至）": "-", "党员数": "-",
    }),
    OwnForm("名册.xlsx", "post", _committee, {
        "序号": "#", "成员信息|基本情况|姓名": "name", "成员信息|基本情况|性别": "sex",
        "成员信息|基本情况|出生年月": "birth_date", "成员信息|联系方式|手机": "phone",
        "成员信息|联系方式|微信号": "!messenger", "任职情况|现任职务": "post", "任职情况|任职时间": "post_since",
        "任职情况|届次": "-",
    }),
    OwnForm("底数.xlsx", "compound", _hydrants, {
        "序号": "#", "小区名称": "compound", "楼栋数": "building_count", "总户数": "household_count",
        "物业公司": "property_firm", "物业经理": "property_manager", "物业经理电话": "property_manager_phone",
        "充电桩数量": "-",
    }),
    OwnForm("流动人口.xlsx", "person", _loose, {
        "姓 名*": "name", "身份证号吗*": "id_number", "户籍地": "hukou_address", "现居住地|小区": "compound",
        "现居住地|楼号": "building", "现居住地|门牌号": "room", "从业情况": "!work", "是否接种": "!vaccination",
        "联系方式*": "phone", "与户主的关系": "relation",
    }),
    OwnForm("登记卡.docx", "person", _card, {
        "姓 名": "name", "性 别": "sex", "出生年月": "birth_date", "民 族": "!ethnicity",
        "身份证号码": "id_number",
        "家庭住址": "address", "联系电话": "phone", "紧急联系人|姓名": "-", "紧急联系人|电话": "-",
        "紧急联系人|与老人关系": "-", "健康状况": "!health", "服务需求": "-",
    }),
    OwnForm("推荐表.docx", "dwelling", _word_list, {
        "序号": "#", "楼栋": "building", "业主信息|业主姓名": "owner_name", "业主信息|房号": "room",
        "业主信息|业主电话": "owner_phone", "备注": "-",
    }),
)  # fmt: skip
