"""What tables ask about a person and nothing entitles the committee to keep, in kinds.

Rosters that bring such columns are read past them; forms of other offices that ask for them are
handed back with these cells empty and the reason said.
"""

from collections.abc import Mapping
from types import MappingProxyType

GROUNDLESS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "religion": ("宗教信仰", "宗教", "信仰", "religion"),
        "politics": ("政治面貌", "党派", "是否党员"),
        "former_name": ("曾用名", "别名"),
        "ethnicity": ("民族",),
        "origin": ("籍贯", "出生地"),
        "marriage": ("婚姻状况", "婚姻"),
        "education": ("学历", "文化程度", "学位"),
        "work": ("职业", "职务", "工作单位", "服务处所", "单位", "从业状况"),
        "income": ("收入", "月收入", "年收入", "家庭收入", "经济状况", "income"),
        "bank_account": ("银行卡号", "银行账号"),
        "health": ("健康状况", "身体状况", "疾病", "病史", "慢性病", "血型", "身高", "health"),
        "disability": ("残疾", "残疾类别", "残疾等级", "是否残疾"),
        "military": ("兵役状况", "服兵役情况"),
        "criminal": ("犯罪记录", "前科", "刑满释放", "社区矫正", "吸毒", "涉毒"),
        "petition": ("信访",),
        "label": (
            "重点人员", "重点人群", "人员标签", "标签", "风险等级", "积分", "信用分",
        ),
        "vehicle": ("车牌号", "车牌", "车辆信息"),
        "messenger": ("微信号", "微信", "qq", "qq号"),
        "image": ("照片", "人脸", "人脸照片", "指纹"),
        "vaccination": ("疫苗接种", "接种情况"),
        "births": ("生育状况", "计生情况", "育儿情况"),
    }
)  # fmt: skip
"""Kinds of fact without a ground, each with the headings under which tables have it."""

WITHOUT_GROUND = tuple(word for words in GROUNDLESS.values() for word in words)
