"""Names of persons in free text: known ones to be masked, likely ones for a person to look at."""

import re
from collections.abc import Iterable, Iterator

from linli.lib.identity.reading_view import Hit, ReadingView

# Surnames that are hardly ever the beginning of another word where these patterns look, and
# those that are, and are trusted before a title only.
_SURE = (
    "王李张刘陈杨赵吴周徐孙朱胡郭何林罗郑梁谢宋唐许邓韩冯曹彭曾萧肖蔡潘袁董苏魏吕沈姚卢姜崔钟谭陆廖贾韦"
    "邹熊孟秦阎薛侯段郝邵龚汤陶黎樊葛邢庞颜倪庄聂蒋丁叶戴傅杜邱"
)
_SURNAMES = _SURE + "高黄马余夏程石金任方田于白江龙史毛常万顾赖武康贺严尹钱施牛洪温莫齐雷范孔安成"
_COMMON = "王李张刘陈杨赵吴徐孙朱胡郭何林罗郑梁谢宋唐许邓韩冯曹彭蔡潘袁董魏"
_NO_SURNAME = "(?!何[时人处必以]|许多|周[一二三四五六日末边围期]|曾经|陆续|谢谢|杜绝|陈旧|段时间)"
_TITLES = (
    "阿姨|叔叔|大爷|大妈|大伯|大婶|大姐|大哥|大嫂|奶奶|爷爷|婆婆|公公|先生|女士|小姐|太太|同志|师傅|老师|"
    "医生|大夫|护士|主任|书记|经理|老板|姨|叔|伯|婶|嫂|姐|哥|某某|某"
)
_INTRODUCES = "我叫|名叫|叫做|我是|本人|姓名|业主|租户|住户|户主|邻居|居民|联系人|投诉人|报修人"
_AFTER_NAME = "先生|女士|小姐|同志|师傅|阿姨|叔叔|大爷|大妈|奶奶|爷爷"
_LIKELY = tuple(
    re.compile(pattern)
    for pattern in (
        # 姓王的
        rf"(?P<name>姓[{_SURNAMES}])(?=的|那|这|家)",
        # 王阿姨, 欧阳老师; not 现任主任
        rf"(?<![现担历前兼])(?P<name>(?:欧阳|司马|上官|诸葛|[{_SURNAMES}])(?:{_TITLES}))",
        # 李明女士
        rf"(?P<name>[{_SURE}][\u4e00-\u9fff]{{1,2}}(?:{_AFTER_NAME}))",
        # 老王, 小张
        rf"(?<![\u4e00-\u9fff])(?P<name>[老小阿][{_COMMON}])(?!多|旧|皮|醋|区|家村)",
        rf"(?<=[的和跟找问叫给是被壁])(?P<name>[老小阿][{_COMMON}])(?!多|旧|皮|醋|区)",
        # 王家的狗
        rf"(?P<name>[{_SURE}]家)(?=的|养|装修|门口|孩子|老人|小孩|狗)",
        # 我叫李明
        rf"(?:{_INTRODUCES})\s?(?P<name>{_NO_SURNAME}[{_SURE}][\u4e00-\u9fff]{{1,2}})",
    )
)
# 联系人：李明 says itself that it is a name.
_LABELLED = re.compile(
    r"(?:姓名|联系人|投诉人|报修人|反映人|当事人|申请人|被投诉人|户主)\s?[:是]\s?"
    r"(?P<name>[\u4e00-\u9fff·]{2,4}?)(?=[^\u4e00-\u9fff·]|$|电话|手机|身份证|住|女士|先生)"
)
_BEFORE_NUMBER = re.compile(rf"(?P<name>[{_SURE}][\u4e00-\u9fff]{{1,2}})[\s:,，、（(]{{0,2}}$")
# Names that are also words of any day: a person decides.
_ALSO_WORDS = frozenset(
    "高兴 白云 文明 和平 安静 平安 安全 方便 常青 金光 明亮 明白 高峰 高山 高原 高洁 黄河 长江 江河 马路 路平 "
    "方圆 方正 方向 石磊 石头 田野 白雪 白杨 雷雨 杨柳 向阳 阳光 温馨 温暖 关心 关爱 全面 时光 时代 严格 严明 "
    "成功 成立 成熟 顾全 安康 康健 健康 祝福 幸福 任意 任务 华丽 管理 应该 车辆 权利 支持 党员 公正 海洋 冷静 "
    "周全 周到 周边 周期 于是 何时 许多 万一 万全 毛病 常见 常年 易燃 项目 单位 计划 解决 游泳 水平 单元".split()
)
_BETWEEN = r"[\s·.\u200b-\u200f]{0,2}"


def find_names(view: ReadingView, known: Iterable[str]) -> Iterator[Hit]:
    """Known names wherever they stand, even spaced out; then what looks like a name."""
    yield from _known_names(view, known)
    for found in _LABELLED.finditer(view.plain):
        yield Hit(found.start("name"), found.end("name"), "name")
    for pattern in _LIKELY:
        for found in pattern.finditer(view.plain):
            yield Hit(found.start("name"), found.end("name"), "name", doubtful=True)


def find_name_before(view: ReadingView, number_start: int) -> Hit | None:
    """李明 in 找李明 138…: what stands before a telephone number may be a name."""
    window = max(0, number_start - 6)
    found = _BEFORE_NUMBER.search(view.plain[window:number_start])
    if found is None:
        return None
    return Hit(window + found.start("name"), window + found.end("name"), "name", doubtful=True)


def _known_names(view: ReadingView, known: Iterable[str]) -> Iterator[Hit]:
    names = sorted({name.strip() for name in known if len(name.strip()) >= 2}, key=_long_first)
    seen = set(view.plain)
    for name in names:
        letters = [letter for letter in ReadingView(name).plain if letter.strip()]
        if not seen.issuperset(letters):
            continue  # a community has thousands of names; most share not one letter
        spaced = _BETWEEN.join(map(re.escape, letters))
        edges = (r"(?<![A-Z])", r"(?![A-Z])") if name.isascii() else ("", "")
        for found in re.finditer(edges[0] + spaced + edges[1], view.plain):
            yield Hit(found.start(), found.end(), "name", doubtful=name in _ALSO_WORDS)
    for name in names:
        given = name[1:]
        if len(name) == 3 and given in view.plain and given not in _ALSO_WORDS:
            for found in re.finditer(re.escape(given), view.plain):
                yield Hit(found.start(), found.end(), "name", doubtful=True)


def _long_first(name: str) -> tuple[int, str]:
    return -len(name), name
