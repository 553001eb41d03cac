"""The columns of a table of units, what may stand in them, and what is said of its faults."""

from collections.abc import Mapping

from django.utils.translation import gettext_noop as _

from linli.lib.tables import SENTENCES, Field

USES: Mapping[str, tuple[str, ...]] = {
    "home": ("住宅", "居住", "home"),
    "shop": ("商铺", "商业", "店铺", "shop"),
    "office": ("办公", "写字楼", "office"),
    "parking": ("车位", "车库", "parking"),
    "other": ("其他", "other"),
}
KINDS: Mapping[str, tuple[str, ...]] = {
    "person": ("个人", "自然人"),
    "firm": ("单位", "公司", "企业"),
    "developer": ("建设单位", "开发商", "未售", "未交付"),
}
SOURCES: Mapping[str, tuple[str, ...]] = {
    "register": ("不动产登记簿", "登记簿", "登记", "产权证"),
    "survey": ("测绘成果", "测绘", "实测"),
    "contract": ("买卖合同", "合同"),
}
FIELDS = (
    Field("label", ("房号", "坐落", "房屋坐落", "门牌号", "单元房号", "室号", "房间号", "unit"),
          required=True, longest=60),
    Field("building", ("楼栋", "楼号", "栋号", "幢号", "楼栋号", "几栋"), longest=20),
    Field("entrance", ("单元", "单元号", "门栋"), longest=20),
    Field("name", ("业主", "业主姓名", "姓名", "产权人", "owner"), required=True, longest=80),
    Field("phone", ("电话", "联系电话", "手机", "手机号", "phone"), "code", longest=30),
    Field("buyer", ("业主编号", "买受人编号", "业主代码"), "code", longest=40),
    Field("kind", ("业主类别", "类别"), "choice", choices=KINDS),
    Field("use", ("用途", "房屋用途", "规划用途"), "choice", choices=USES),
    Field("register", ("登记面积", "产权面积", "不动产登记面积"), "decimal"),
    Field("survey", ("测绘面积", "实测面积"), "decimal"),
    Field("contract", ("合同面积", "买卖合同面积"), "decimal"),
    Field("area", ("专有部分面积", "建筑面积", "面积", "area"), "decimal"),
    Field("area_from", ("面积依据", "面积来源"), "choice", choices=SOURCES),
    Field("joint", ("共有人数", "几人共有"), "integer"),
    Field("sharing", ("分摊部位", "分摊单元", "楼栋单元"), longest=60),
)  # fmt: skip
OWN = {
    "unit_twice": _("房号在表里出现了两次（第 {other} 行也是）。请核对，留下一行。"),
    "unit_differs": _("名册里已有这一处，面积或业主和表里不同。请在名册里改，或者办理过户。"),
    "area_missing": _("没有面积。请按登记簿、测绘成果或者买卖合同填一个。"),
    "area_wrong": _("面积要大于 0，最多两位小数，不超过十万平方米。"),
    "area_source": _("写了面积，没有写面积依据。请填登记、测绘或者合同。"),
    "sharing_unknown": _("没有找到“{value}”这个楼栋或单元。请写成“1号楼”或“1号楼2单元”。"),
    "joint_wrong": _("共有人数要在 1 到 99 之间。"),
    "name_several": _(
        "业主一栏写了几个人。请只写推定的代表人，“共有人数”写几人；不是共有的，分成几行写。"
    ),
    "buyer_differs": _(
        "业主编号 {buyer} 在表里写了两个名字（另一个在第 {other} 行）。请核对：一个编号只能是一位业主。"
    ),
    "two_developers": _("建设单位只能有一个名称。请把未售、未交付的都写同一个名称。"),
    "more_faults": _("还有 {count} 处没有列出。先改好上面的，再读一次。"),
}
WORDS = {**SENTENCES, **OWN}
