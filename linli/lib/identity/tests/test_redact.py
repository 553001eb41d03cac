"""The leak test: what must not be seen in public text, and what must stay readable.

All names and numbers are invented.
"""

import pytest

from linli.lib.identity.redact import MASK, redact

LEAKS = [
    # mobile telephones, however they are written
    ("请打13812341234找我", "请打***找我", "mobile"),
    ("请打 138 1234 1234 找我", "请打 *** 找我", "mobile"),
    ("138-1234-1234", "***", "mobile"),
    ("１３８１２３４１２３４", "***", "mobile"),
    ("１３８　１２３４　１２３４", "***", "mobile"),
    ("电话一三八一二三四一二三四", "电话***", "mobile"),
    ("幺三八幺二三四幺二三四", "***", "mobile"),
    ("1 3 8 1 2 3 4 1 2 3 4", "***", "mobile"),
    ("13 81 23 41 23 4", "***", "mobile"),
    ("138.1234.1234", "***", "mobile"),
    ("+86 13812341234", "***", "mobile"),
    ("008613812341234", "***", "mobile"),
    ("86-138-1234-1234", "***", "mobile"),
    ("1\u200b3812341234", "***", "mobile"),
    ("138一二三四1234", "***", "mobile"),
    ("微信同号13812341234", "微信同号***", "mobile"),
    ("手机：13812341234，座机也行", "手机：***，座机也行", "mobile"),
    ("13812341234/13912341234", "***/***", "mobile"),
    ("张三13812341234一直打不通", "张三***一直打不通", "mobile"),
    ("13812341234 2号楼", "*** 2号楼", "mobile"),
    ("138，1234，1234", "***", "mobile"),
    # landlines
    ("010-62345678", "***", "landline"),
    ("(010)6234 5678", "***", "landline"),
    ("０１０－６２３４５６７８", "***", "landline"),
    ("0571-88881234转801", "***", "landline"),
    ("02162345678", "***", "landline"),
    ("零一零六二三四五六七八", "***", "landline"),
    ("电话：62345678", "电话：***", "landline"),
    ("请致电物业 6234-5678", "请致电物业 ***", "landline"),
    # identity numbers
    ("身份证11010119900307231X", "身份证***", "national_id"),
    ("身份证 110101 19900307 2316", "身份证 ***", "national_id"),
    ("１１０１０１１９９００３０７２３１６", "***", "national_id"),
    ("11010119900307231x的张三", "***的张三", "national_id"),
    ("旧证110101900307231", "旧证***", "national_id"),
    # mail, chat, money, cars, papers
    ("发到zhang.san_88@example.com吧", "发到***吧", "email"),
    ("zhangsan＠qq．com", "***", "email"),
    ("zhangsan(at)qq.com", "***", "email"),
    ("加微信：zhangsan_88", "加微信：***", "chat"),
    ("我的微信号是lisi1985", "我的微信号是***", "chat"),
    ("VX zhangsan88", "VX ***", "chat"),
    ("wxid_a1b2c3d4e5f6", "***", "chat"),
    ("QQ：123456789", "QQ：***", "chat"),
    ("扣扣号 12345678", "扣扣号 ***", "chat"),
    ("转到6222021234567890123", "转到***", "bank_card"),
    ("卡号 6222 0212 3456 7890 123", "卡号 ***", "bank_card"),
    ("4111 1111 1111 1111", "***", "bank_card"),
    ("账号：1234567890", "账号：***", "bank_card"),
    ("京A12345挡住消防通道", "京A***挡住消防通道", "plate"),
    ("沪B·6K8D9停在草地上", "沪B***停在草地上", "plate"),
    ("粤BD12345", "粤B***", "plate"),
    ("京ａ１２３４５", "京ａ***", "plate"),
    ("车牌号A12345", "车牌号***", "plate"),
    ("护照号E12345678", "护照号***", "document"),
    ("我的QQ123456789", "我的QQ***", "chat"),
    ("加我vx：zhangsan88", "加我vx：***", "chat"),
    ("V: zhangsan_88", "V: ***", "chat"),
    ("6222021234 567890123", "***", "bank_card"),
    ("京 A 12345", "京 A***", "plate"),
    # doors
    ("2单元501一直漏水", "2单元***一直漏水", "door"),
    ("2单元501号", "2单元***", "door"),
    ("3楼501", "3楼***", "door"),
    ("3门501", "3门***", "door"),
    ("501 室", "***", "door"),
    ("门牌号：3-501", "门牌号：***", "door"),
    ("三号楼二单元五零一", "三号楼二单元***", "door"),
    ("A座1203", "A座***", "door"),
    ("3号楼10层1003", "3号楼10层***", "door"),
    ("3#2-501", "3#2-***", "door"),
    ("2单元5层2号", "2单元5层***", "door"),
    ("3号楼501、502和503都漏水", "3号楼***、***和***都漏水", "door"),
    ("401、402室", "***、***", "door"),
    ("2单元501.", "2单元***.", "door"),
    ("2单元501：漏水", "2单元***：漏水", "door"),
    ("3号楼501多次漏水", "3号楼***多次漏水", "door"),
    ("3号楼501楼上很吵", "3号楼***楼上很吵", "door"),
    ("2单元501平时没人", "2单元***平时没人", "door"),
    ("501-503室", "***-***", "door"),
    ("3号楼2单元501室漏水", "3号楼2单元***漏水", "door"),
    ("3号楼2单元501漏水", "3号楼2单元***漏水", "door"),
    ("3栋2-501半夜装修", "3栋2-***半夜装修", "door"),
    ("3-2-501的狗", "3-2-***的狗", "door"),
    ("我住1203室", "我住***", "door"),
    ("五零一室", "***", "door"),
    ("３号楼２单元５０１室", "３号楼２单元***", "door"),
    ("楼上601天天吵", "楼上***天天吵", "door"),
    ("501的邻居把垃圾放门口", "***的邻居把垃圾放门口", "door"),
    ("2单元501户", "2单元***", "door"),
    ("2单元5楼东户", "2单元***", "door"),
    ("12A室", "***", "door"),
    ("Building 3 Room 501", "Building 3 Room ***", "door"),
    # names that say so themselves
    ("联系人：李明，白天在家", "联系人：***，白天在家", "name"),
    ("姓名:欧阳娜娜 电话见上", "姓名:*** 电话见上", "name"),
]

STAYS = [
    "2026年3月5日上午9:30，3号楼停水",
    "2026-03-05 08:30-09:30",
    "2026-03-05T08:30:00+08:00",
    "20260305",
    "05/01/2022 12:00:03 AM",
    "拨打12345热线没有人接",
    "请打110、119、120或122",
    "物业400-820-8820",
    "8008208820",
    "物业费13812.34元",
    "共花了 1,381,234.12 元",
    "面积1381.23平方米",
    "3号楼120户停水",
    "2单元300多户",
    "3号楼2026年加装电梯",
    "3栋1000元一户",
    "三室一厅，两室一厅，3室2厅",
    "301路公交车",
    "小区3门1203人次进出",
    "微信Android版打不开",
    "1、3、5、7、9、11、13、15号楼",
    "1 3 5 7 9 11 13 15 号楼都停水",
    "一二三四五六七八九十",
    "工单号202603050001234",
    "2026030500012",
    "会议室、办公室、活动室",
    "室内温度16度，室外38度",
    "微信群里有人说",
    "微信支付不能用",
    "QQ群里说的",
    "社会信用代码91110000MA01ABCD2X",
    "云A栋和苏B栋",
    "第3-5-7号楼之间",
    "尺寸10-20-30厘米",
    "每周一、三、五 8:00-11:30",
    "5楼漏水，东边的墙裂了",
    "501路车站",
    "统计:共1203人,其中701人满意",
    "3号楼2单元楼道灯不亮",
    "幸福路100号幸福里小区",
    "气温-5℃到12℃",
    "2.5米×1.3米",
    "100%的业主同意,票数501:302",
    "12306买票",
    "2025-2026年度",
    "1381234",
    "拨打电话时间20260305",
    "路灯501号杆坏了",
    "3号楼301厘米高的墙",
    "3号楼300天没有热水",
    "2单元100平米的平台",
]

DOUBTFUL = [
    ("楼上姓王的半夜吵", "姓王"),
    ("王阿姨反映", "王阿姨"),
    ("欧阳老师说", "欧阳老师"),
    ("老李，你看", "老李"),
    ("去找小张问", "小张"),
    ("李建国先生反映", "李建国先生"),
    ("联系人李明", "李明"),
    ("本人李建国，", "李建国"),
    ("高女士说", "高女士"),
    ("隔壁老王", "老王"),
    ("王家的狗没拴", "王家"),
    ("我叫李明", "李明"),
    ("3-2-2001漏水", "2001"),
]


@pytest.mark.parametrize(("text", "public", "kind"), LEAKS)
def test_nothing_private_is_left(text, public, kind):
    result = redact(text)
    assert result.text == public
    assert {span.kind for span in result.spans} == {kind}


@pytest.mark.parametrize("text", STAYS)
def test_what_is_nobodys_stays(text):
    assert redact(text).text == text
    assert redact(text).spans == ()


@pytest.mark.parametrize(("text", "looked_at"), DOUBTFUL)
def test_what_may_be_a_person_is_left_for_a_human_look(text, looked_at):
    result = redact(text)
    assert result.text == text
    assert [text[span.start : span.end] for span in result.doubtful] == [looked_at]


@pytest.mark.parametrize(
    "text",
    [
        "小高层的电梯坏了",
        "石家庄路口积水",
        "小区大门口",
        "老旧小区改造",
        "小于60分贝",
        "周一晚上吵",
        "王家村路12号",
        "高空抛物",
        "安装师傅没来",
        "方便老人出行",
        "物业经理不在",
        "业主陆续反映",
        "居民周末开会",
        "住户许多意见",
        "现任主任到会",
        "高层业主常年缺水",
    ],
)
def test_words_that_only_begin_like_names_cost_nobody_a_look(text):
    assert redact(text).doubtful == ()


def test_known_neighbours_are_masked_wherever_they_stand():
    result = redact(
        "王小明和王 小 明，还有欧阳娜娜、John", known_names=["王小明", "欧阳娜娜", "John"]
    )
    assert result.text == "***和***，还有***、***"
    assert {span.kind for span in result.spans} == {"name"}


def test_a_known_name_that_is_also_a_word_is_left_to_a_person():
    result = redact("停水了大家都不高兴", known_names=["高兴"])
    assert result.text == "停水了大家都不高兴"
    assert [span.kind for span in result.doubtful] == ["name"]


def test_a_given_name_alone_is_doubtful():
    result = redact("小明家漏水", known_names=["王小明"])
    assert result.text == "小明家漏水"
    assert len(result.doubtful) == 1


def test_a_name_before_a_telephone_number_is_doubtful():
    result = redact("请找李建国 13812341234")
    assert result.text == "请找李建国 ***"
    assert [result.text[s.start : s.end] for s in result.doubtful] == ["李建国"]


def test_spans_point_into_the_public_text_and_keep_lengths_only():
    result = redact("我是3号楼2单元501室的，电话138 1234 1234。")
    assert result.text == "我是3号楼2单元***的，电话***。"
    assert [result.text[s.start : s.end] for s in result.spans] == [MASK, MASK]
    assert [(s.kind, s.original_length) for s in result.spans] == [("door", 4), ("mobile", 13)]


@pytest.mark.parametrize("text", [text for text, _public, _kind in LEAKS])
def test_redacting_twice_changes_nothing_more(text):
    once = redact(text)
    assert redact(once.text).text == once.text
    assert redact(text) == once


def test_an_empty_text_is_empty():
    assert redact("").text == ""


def test_the_fingerprint_of_a_file_is_nobodys_number():
    spelt = "校验值 a3f0c513912345678d2e4b6f8091a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c"
    assert redact(spelt).text == spelt
    assert "13912345678" not in redact("a 13912345678 b").text
