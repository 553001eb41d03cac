"""What the headings of the ten templates in `forms_cn` ask, written down by hand.

A heading of several templates that asks the same everywhere stands in `EVERYWHERE`; `-` is
nothing we hold, `!kind` has no ground. Only the headings are public data; the sample rows are not.
"""

import json
import os
from pathlib import Path

import pytest
from django.conf import settings

EVERYWHERE = {
    "姓名": "name", "性别": "sex", "头像": "!image", "身份证号": "id_number", "民族": "!ethnicity",
    "政治面貌": "!politics", "手机号": "phone", "电话号码": "phone", "所属街道": "street",
    "所属社区": "community", "所属网格": "grid", "所属小区": "compound", "工作单位": "!work",
    "宗教信仰": "!religion", "婚姻状况": "!marriage", "个人简介": "-", "所属岗位": "post",
    "物业名称": "property_firm", "物业类型": "-", "物业负责人": "property_manager", "楼栋号": "building",
    "建筑性质": "-", "职责范围": "-",
}  # fmt: skip

TEMPLATES = {
    "人口管理": ("person", {
        "出生日期": "birth_date", "特殊人群": "!label", "是否常驻网格": "-", "兴趣爱好": "-",
        "人群标签": "!label", "人口类型": "tie", "居民地址": "address", "兵役情况": "!military",
        "是否优抚对象": "!military", "是否失独": "!births", "是否低保": "!income",
        "现患大病详情": "!health", "是否残疾": "!disability", "伤残类型": "!disability",
        "伤残等级": "!disability", "党员关系管理地": "!politics", "党员关系管理地址": "!politics",
    }),
    "小区档案": ("compound", {
        "小区名称": "compound", "物业电话": "property_phone", "省份（小区地址）": "province",
        "城市（小区地址）": "city", "区县（小区地址）": "county", "详细地址": "-",
    }),
    "房屋档案": ("dwelling", {
        "房屋编号": "-", "单元": "entrance", "所在楼层": "-", "门牌号": "room", "面积": "-", "房屋类型": "-",
        "房型": "-", "房屋产权": "-", "房屋分类": "-", "房主姓名": "owner_name",
        "房主身份证号": "owner_id_number", "房屋详址": "address", "户号": "household_number", "户别": "-",
        "户主姓名": "head_name", "户主身份证号": "head_id_number",
    }),
    "楼栋档案": ("building", {
        "建筑用途": "-", "建筑年代": "-", "建筑面积（平米）": "-", "建筑结构": "-", "建筑地址": "-",
        "楼栋长姓名": "-", "楼栋长电话": "-", "简介": "-", "单元名称": "-", "楼层数": "-", "层户数": "-",
    }),
    "物业档案": ("property", {"物业负责人电话": "property_manager_phone"}),
    "社区干部": ("post", {"固定电话": "-", "所属部门": "-", "级别": "-", "职责范畴": "-"}),
    # The grid a grid worker looks after is nothing we hold; where somebody lives is another.
    "网格员": ("post", {"所属网格": "-"}),
    "网格档案": ("grid", {"网格名称": "grid", "党组织": "-", "网格概况": "-", "网格介绍": "-"}),
    "网格长": ("post", {"所属网格": "-"}),
    "街道志愿者": ("person", {
        "是否为党员": "!politics", "曾用名": "!former_name", "籍贯": "!origin", "学历": "!education",
        "申请时间": "-", "居住房屋": "address",
    }),
}  # fmt: skip


def headings_of_templates() -> dict[str, list[str]]:
    """The headings of each template; skips where the data is not on this machine."""
    given = os.environ.get("LINLI_TEST_DATA")
    folders = [given] if given else [up / "shared" / "data" for up in settings.BASE_DIR.parents[:2]]
    for folder in folders:
        path = Path(folder) / "forms_cn" / "forms_fields.json"
        if path.exists():
            forms: dict[str, list[str]] = json.loads(path.read_text(encoding="utf-8"))["forms"]
            return forms
    pytest.skip("the ten templates (forms_cn/forms_fields.json) are not on this machine")


def truth_of(template: str, heading: str) -> str:
    plain = heading.lstrip("*")
    return TEMPLATES[template][1].get(plain) or EVERYWHERE[plain]
