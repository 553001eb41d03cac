"""What the book, the findings and a refused table row say about places."""

from typing import Any

from django.utils.translation import gettext, gettext_lazy as _

from linli.core.audit.sentences import ActSentence, register_acts
from linli.core.pages.sentences import Sentence, register_findings, say
from linli.core.places.models.place import KIND_TITLES
from linli.core.places.rules.table import RefusedRow
from linli.lib.tables import sentences as tables
from linli.lib.tables.problems import Problem

register_acts(
    {
        "places.add": ActSentence(_("新增“{label}”")),
        "places.rename": ActSentence(_("“{label}”更名为“{name}”，自 {on} 起")),
        "places.recode": ActSentence(_("“{label}”的代码由 {old} 改为 {code}，自 {on} 起")),
        "places.move": ActSentence(_("“{label}”改由“{parent}”管辖，自 {on} 起")),
        "places.close": ActSentence(_("“{label}”自 {on} 起撤销")),
        "places.merge": ActSentence(_("“{absorbed}”并入“{label}”，自 {on} 起")),
        "places.split": ActSentence(_("从“{label}”析出“{parts}”，自 {on} 起")),
        "places.import": ActSentence(
            _("导入区划表：读入 {read} 行，新增 {new}，变更 {changed}，未收 {refused}")
        ),
        "places.build_compound": ActSentence(_("建立小区“{label}”，含住房 {dwellings} 套")),
        "places.add_buildings": ActSentence(_("“{label}”增加楼栋，含住房 {dwellings} 套")),
        "places.open_area": ActSentence(_("划出“{label}”，自 {on} 起")),
        "places.close_area": ActSentence(_("撤销“{label}”，自 {on} 起")),
        "places.assign_dwellings": ActSentence(_("{dwellings} 套住房划入“{label}”，自 {on} 起")),
        "places.withdraw_dwellings": ActSentence(_("{dwellings} 套住房划出“{label}”，自 {on} 起")),
        "places.issue_tag": ActSentence(_("为“{label}”制作二维码")),
        "places.revoke_tag": ActSentence(_("停用“{label}”的二维码")),
        "places.state_datum": ActSentence(_("写明本社区的坐标是：{datum}")),
        "places.set_point": ActSentence(_("在地图上标了“{label}”")),
        "places.clear_point": ActSentence(_("从地图上拿掉“{label}”的点")),
        "places.import_points": ActSentence(_("从文件导入 {count} 个楼栋的坐标")),
        "places.describe": ActSentence(_("登记“{label}”的户数为 {households}，自 {on} 起")),
    }
)


def _refusal(unmet: Any, way_on: Any, met: Any = "") -> Sentence:
    return Sentence(met=met, unmet=unmet, way_on=way_on)


register_findings(
    {
        "places.community_size": Sentence(
            met=_("本社区 {households} 户，在 {least} 户至 {most} 户的一般规模之内"),
            unmet=_("本社区 {households} 户，不在 {least} 户至 {most} 户的一般规模之内"),
            way_on=_("这只是提示：规模可以视实际情况增减，调整由街道办事处提出、区政府批准。"),
        ),
        "places.residents_group_covers": Sentence(
            met=_("{dwellings} 套住房都已编入居民小组"),
            unmet=_("{dwellings} 套住房中有 {without} 套没有编入居民小组"),
            way_on=_("请把这些住房划入相应的居民小组。"),
        ),
        "places.residents_group_once": Sentence(
            met=_("没有住房同时在两个居民小组"),
            unmet=_("有 {twice} 套住房同时在两个居民小组"),
            way_on=_("请为每套住房只留一个居民小组。"),
        ),
        "places.grid_once": Sentence(
            met=_("没有住房同时在两个网格"),
            unmet=_("有 {twice} 套住房同时在两个网格"),
            way_on=_("请为每套住房只留一个网格。"),
        ),
        "places.property_area_once": Sentence(
            met=_("没有住房同时在两个物业区域"),
            unmet=_("有 {twice} 套住房同时在两个物业区域"),
            way_on=_("请为每套住房只留一个物业区域。"),
        ),
        "places.not_in_future": _refusal(
            _("生效日 {on} 还没有到"), _("请在 {on} 当天或之后再登记，今天是 {today}。")
        ),
        "places.still_there": _refusal(
            _("这个地方已于 {until} 撤销"), _("请改在并入或析出后的地方办理。")
        ),
        "places.after_last_change": _refusal(
            _("生效日 {on} 早于上一次变更的 {latest}"), _("请填 {latest} 或更晚的日期。")
        ),
        "places.lasted_a_day": _refusal(
            _("这个地方 {on} 当天才设立，不能当天撤销"), _("请填更晚的日期。")
        ),
        "places.has_code": _refusal(
            _("社区以下的场所没有区划代码"), _("如需改变它的名称，请用更名。")
        ),
        "places.empty": _refusal(
            _("里面还有 {inside} 个场所，不能撤销"), _("请先把它们移到别处或撤销。")
        ),
        "places.name_fits": _refusal(
            _("名称应有 1 至 {longest} 个字，现有 {length} 个"), _("请填写名称或把它缩短。")
        ),
        "places.level_under_parent": _refusal(
            _("上级不合适：上级必须比它大，社区以下的场所必须在社区里"), _("请另选上级。")
        ),
        "places.code_form": _refusal(
            _("“{code}”不是这一级的区划代码"),
            _("代码是 12 位数字，只有社区和村的末三位不是 000。请核对。"),
        ),
        "places.code_free": _refusal(
            _("代码 {code} 已由“{holder}”使用"), _("请核对代码，或先变更对方的代码。")
        ),
        "places.name_free": _refusal(
            _("这里已经有“{name}”，重名会分不清"), _("请换一个名称，例如加上期数或栋号。")
        ),
        "places.something_absorbed": _refusal(
            _("没有指明要并入的地方"), _("请至少选一个要并入的地方。")
        ),
        "places.merge_alike": _refusal(
            _("“{name}”与要并入的地方不同级，或就是它自己"), _("请选同一级的其他地方。")
        ),
        "places.something_split_off": _refusal(
            _("没有指明要析出的地方"), _("请至少写一个析出后的名称。")
        ),
        "places.parts_are_its_own": _refusal(
            _("分给新地方的场所中，有的不在这里，或分了两次"), _("请核对每个新地方分到的场所。")
        ),
        "places.all_given": _refusal(
            _("原地方要撤销，但还有 {left} 个场所没有分出去"),
            _("请把它们分给新地方，或保留原地方。"),
        ),
        "places.table_readable": _refusal(_("这个表格读不了：{why}"), _("改好后再导入一次。")),
        "places.table_sound": _refusal(
            _("读入 {read} 行，其中 {refused} 行不能收，所以一行也没有写入"),
            _("请按各行的原因改好后再导入，或选择只导入没有问题的行。"),
        ),
        "places.area_name_free": _refusal(_("本社区同一类里已经有“{name}”"), _("请换一个名称。")),
        "places.area_empty": _refusal(_("里面还有 {inside} 套住房"), _("请先把它们划到别处。")),
        "places.area_lasted_a_day": _refusal(
            _("它 {since} 才划出，撤销日必须更晚"), _("请填 {since} 之后的日期。")
        ),
        "places.area_open": _refusal(_("它已于 {until} 撤销"), _("请选仍在使用的小组或区域。")),
        "places.area_day": _refusal(
            _("{on} 早于它的划出日，或其中 {later} 套住房在那天之后又划过"),
            _("请填更晚的日期。"),
        ),
        "places.dwellings_of_community": _refusal(
            _("有 {strangers} 套住房不在本社区，或已撤销"), _("请只选本社区现有的住房。")
        ),
        "places.tag_in_community": _refusal(
            _("只有社区和社区里的场所可以贴二维码"), _("请选一个社区、楼栋或单元。")
        ),
        "places.is_community": _refusal(_("这不是一个社区"), _("请选一个社区。")),
        "places.type_known": _refusal(
            _("没有这样的社区类型：{unknown}"), _("请从列出的类型中选择。")
        ),
        "places.datum_known": _refusal(_("没有这种坐标系"), _("请从列出的坐标系中选一种。")),
        "places.datum_stated": _refusal(
            _("还没有写明本社区的坐标是哪一种"),
            _("请先选坐标系：同一个地方，几种地图的坐标相差几百米，一个社区只能用一种。"),
        ),
        "places.point_of_building": _refusal(
            _("只有小区和楼栋可以标在地图上，单元和住房不标"), _("请选它所在的楼栋。")
        ),
        "places.point_in_country": _refusal(
            _("经度 {lon}、纬度 {lat} 不在国内"),
            _("请核对：先写经度（73 到 136），再写纬度（3 到 54），单位是度。"),
        ),
        "places.point_near": _refusal(
            _("这个点离本社区其他的点 {metres} 米，超过 {farthest} 米"),
            _("请核对数字；如果是别的点错了，先改那些点。"),
        ),
        "places.points_file_size": _refusal(
            _("文件超过 {megabytes} MB"), _("请只留本社区的楼栋和小区，一栋一个点。")
        ),
        "places.points_encoding": _refusal(
            _("文件不是 UTF-8 编码，里面的字读不出来"), _("请用 UTF-8 另存一次再导入。")
        ),
        "places.points_whole": _refusal(
            _("文件不完整或不是 GeoJSON，到第 {line} 行读不下去"),
            _("请重新导出或下载，整个文件一起传。"),
        ),
        "places.points_collection": _refusal(
            _("文件里没有要素集合（FeatureCollection），或里面是空的"),
            _("请从地图软件导出为 GeoJSON 的点图层。"),
        ),
        "places.points_number": _refusal(
            _("文件里有 {points} 个要素，一次最多 {most} 个"),
            _("请只留本社区的楼栋和小区；不要传整座城市。"),
        ),
        "places.points_sound": _refusal(
            _("有 {flaws} 个要素不能收，所以一个也没有写入"), _("请按各项的原因改好后再导入。")
        ),
        "places.not_too_many": _refusal(
            _("一次最多建 {most} 个场所，现有 {places} 个"), _("请分几次建。")
        ),
    }
)

ROW_REASONS = {
    "bad_code": _("代码不是 12 位数字。请核对，并把这一列设为文本。"),
    "duplicate_code": _("代码与第 {first} 行重复。请删去其中一行。"),
    "no_name": _("没有名称。请填写。"),
    "long_name": _("名称超过 {longest} 个字。请缩短。"),
    "unknown_level": _(
        "不认识级别“{level}”。可填 country、province、city、county、town、village 或国家、省级、地级、县级、街道、社区。"
    ),
    "level_against_code": _("级别“{level}”与代码不符：只有社区和村的末三位不是 000。请核对。"),
    "bad_parent": _("上级代码不是 12 位数字。请核对。"),
    "no_parent": _("没有上级代码。只有国家可以没有上级。请填写。"),
    "missing_parent": _("上级 {parent} 不在表里，也不在系统里。请补上上级那一行。"),
    "parent_refused": _("上级 {parent} 那一行没有收，所以这一行也不能收。请先改好上级。"),
    "cycle": _("它成了自己的上级。请改正上级代码。"),
    "level_against_parent": _("上级 {parent} 并不比它大。请核对级别和上级。"),
    "level_changed": _("系统里它的级别不同（{known}）。级别不能靠导入改变，请核对。"),
    "bad_ur_code": _("没有城乡分类代码“{ur_code}”。请核对，或留空。"),
    "bad_coordinates": _("经纬度不全，或不在地球上。请核对，或两格都留空。"),
    "before_current": _("系统里从 {since} 起已有更晚的变更。请把生效日改为 {since} 或更晚。"),
    "code_still_in_use": _("这个代码到 {until} 才空出来。请把生效日改为 {until} 或更晚。"),
}


POINT_REASONS = {
    "no_point": _("不是点（Point），而是“{said}”。面和线请先取中心点。"),
    "no_feature": _("不是一个要素（Feature）。"),
    "no_geometry": _("没有坐标。请在 geometry 里写一个点（Point）。"),
    "no_name": _("没有名称。请在属性里写 name 或“名称”。"),
    "no_degrees": _("“{said}”的坐标不是两个数。请写 [经度, 纬度]。"),
    "not_here": _("“{said}”的坐标不在国内。请核对经度在前、纬度在后，单位是度而不是米。"),
    "unknown": _("本社区没有叫“{said}”的小区或楼栋。请按社区里的叫法写。"),
    "several": _("叫“{said}”的不止一个。请连小区一起写，例如“东湖花园1号楼”。"),
    "twice": _("“{said}”在文件里出现了两次。请只留一个。"),
}
"""Why a feature of a file cannot be taken, and what to do."""


def explain_flaw(reason: str, said: str) -> str:
    """The same in the reader's language."""
    return str(POINT_REASONS[reason]).format(said=said)


_KINDS: dict[Any, Any] = dict(KIND_TITLES)


def explain_row(row: RefusedRow) -> str:
    """Why the row was refused and what to do, in the reader's language."""
    words = ROW_REASONS.get(row.reason)
    if words is not None:
        said = {key: say(_KINDS.get(value, value)) for key, value in row.numbers.items()}
        return str(words).format(**said)
    column = row.numbers.get("column")
    problem = Problem(row.reason, row.number, str(column or ""), numbers=row.numbers)
    return tables.sentence_of(problem, gettext)
