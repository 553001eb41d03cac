"""The columns a roster is read from, and those that are read past because nothing entitles us."""

from collections.abc import Iterable
from dataclasses import dataclass

from linli.core.people.models import Person, Tie
from linli.core.people.roster.groundless import WITHOUT_GROUND
from linli.lib.tables import Column, Field
from linli.lib.tables.headings import confidence, normal_heading

FIELDS = (
    Field("name", ("姓名", "居民姓名", "名字", "name", "full name"), required=True, longest=80),
    Field(
        "id_number",
        (
            "身份证号",
            "身份证号码",
            "公民身份号码",
            "证件号码",
            "证件号",
            "身份证",
            "身份号码",
            "id number",
            "id card",
        ),
        kind="code",
        longest=30,
    ),
    Field("id_kind", ("证件类型", "证件种类", "证件类别", "id type")),
    Field("birth_date", ("出生日期", "出生年月日", "生日", "birth date", "date of birth"), "date"),
    Field("sex", ("性别", "sex", "gender")),
    Field(
        "phone",
        ("联系电话", "手机号", "手机号码", "电话", "联系方式", "手机", "phone", "mobile"),
        kind="code",
        longest=30,
    ),
    Field(
        "address",
        (
            "住址",
            "现住址",
            "现住地址",
            "居住地址",
            "详细地址",
            "家庭住址",
            "现住门(楼)详址",
            "房号",
            "房屋地址",
            "地址",
            "门牌号",
            "address",
        ),
        longest=120,
    ),
    Field(
        "community",
        (
            "所属社区",
            "社区",
            "所在社区",
            "社区名称",
            "居委会",
            "所属居委会",
            "社区居委会",
            "村(居)委会",
            "community",
        ),
        longest=80,
    ),
    Field("compound", ("小区", "小区名称", "所在小区", "苑区", "compound"), longest=80),
    Field("building", ("楼栋", "楼号", "栋号", "幢号", "楼栋号", "几栋", "building"), longest=20),
    Field("entrance", ("单元", "单元号", "门栋", "entrance", "unit"), longest=20),
    Field("room", ("室号", "房间号", "门牌", "室", "户室", "room", "flat"), longest=20),
    Field(
        "kind",
        ("与住房的关系", "居住类型", "居住性质", "人员类别", "人口类型", "住户类型", "tie"),
        longest=40,
    ),
    Field("since", ("入住日期", "入住时间", "起始日期", "迁入日期", "since"), "date"),
    Field("household", ("户号", "户编号", "户口簿号", "household number"), "code", longest=30),
    Field("relation", ("与户主关系", "户主关系", "relation to head"), longest=20),
)

SEX_WORDS = {
    **dict.fromkeys(("男", "男性", "m", "male", "1"), "male"),
    **dict.fromkeys(("女", "女性", "f", "female", "2"), "female"),
}

ID_KIND_WORDS = {
    "居民身份证": "resident_id",
    "身份证": "resident_id",
    "二代身份证": "resident_id",
    "港澳台居民居住证": "hmt_permit",
    "港澳居民来往内地通行证": "hmt_permit",
    "回乡证": "hmt_permit",
    "台湾居民来往大陆通行证": "hmt_permit",
    "台胞证": "hmt_permit",
    "护照": "passport",
    "外国人永久居留证": "passport",
    "外国人永久居留身份证": "passport",
    "其他": "other",
    "其他证件": "other",
    **{kind: kind for kind, _word in Person.ID_KINDS},
}

KIND_WORDS = {
    "业主": Tie.OWNER,
    "房主": Tie.OWNER,
    "产权人": Tie.OWNER,
    "自有": Tie.OWNER,
    "租户": Tie.TENANT,
    "租客": Tie.TENANT,
    "承租人": Tie.TENANT,
    "租住": Tie.TENANT,
    "租赁": Tie.TENANT,
    "户籍": Tie.HUKOU,
    "户籍人口": Tie.HUKOU,
    "户籍在此": Tie.HUKOU,
    "本地户籍": Tie.HUKOU,
    "户在人不在": Tie.HUKOU,
    "空挂户": Tie.HUKOU,
    "常住": Tie.RESIDENT,
    "常住人口": Tie.RESIDENT,
    "居住": Tie.RESIDENT,
    "实有人口": Tie.RESIDENT,
    "寄住": Tie.RESIDENT,
    "流动人口": Tie.RESIDENT,
    "外来人口": Tie.RESIDENT,
    **{kind: kind for kind, _word in Tie.KINDS},
}
"""What tables call a tie. 自住 says two things at once and is read as owner and resident."""

KIND_PAIRS = {
    "自住": (Tie.OWNER, Tie.RESIDENT),
    "人户一致": (Tie.HUKOU, Tie.RESIDENT),
    "户籍常住": (Tie.HUKOU, Tie.RESIDENT),
}

HEAD_WORDS = frozenset({"户主", "本人", "户主本人", "head", "self"})

_WITHOUT_GROUND = frozenset(normal_heading(word) for word in WITHOUT_GROUND)

NOTES = frozenset(
    normal_heading(word) for word in ("序号", "编号", "no", "备注", "说明", "remarks")
)


PHONE = next(field for field in FIELDS if field.name == "phone")
NEEDS_CONSENT = frozenset(normal_heading(word) for word in ("沟通语言", "语言", "language", "需要"))


def fields_for(keep_contact: bool) -> tuple[Field, ...]:
    """The fields to read: the telephone, kept by consent alone, only where it was given."""
    return FIELDS if keep_contact else tuple(field for field in FIELDS if field is not PHONE)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Columns that are not taken over: for want of a ground, for want of consent, or because
    nobody knows what they are."""

    without_ground: tuple[str, ...]
    without_consent: tuple[str, ...]
    unknown: tuple[str, ...]


def left_out(unused: Iterable[Column]) -> LeftOut:
    """Sorts the columns that were not read."""
    without_ground: list[str] = []
    without_consent: list[str] = []
    unknown: list[str] = []
    for column in unused:
        names = {normal_heading(part) for part in (column.heading, *column.heading.split("|"))}
        names |= {normal_heading(part, brackets=False) for part in column.heading.split("|")}
        if names & _WITHOUT_GROUND:
            without_ground.append(column.heading)
        elif names & NEEDS_CONSENT or confidence(column.heading, PHONE):
            without_consent.append(column.heading)
        elif not names & NOTES:
            unknown.append(column.heading)
    # Several sheets have the same columns: each is named once.
    return LeftOut(
        tuple(dict.fromkeys(without_ground)),
        tuple(dict.fromkeys(without_consent)),
        tuple(dict.fromkeys(unknown)),
    )
