"""Words that tell of somebody's health or of what is hidden like it, for notices about help.

A list of words finds what is written plainly; a second person still looks before a name is
posted. Better one word too many: whoever writes such a notice needs none of them.
"""

import unicodedata

_WORDS = tuple(
    "病 疾 癌 肿瘤 瘤 残疾 残障 伤残 肢残 智残 瘫 痴呆 失智 失能 失明 失聪 聋 哑 盲人 智力障碍 精神障碍 精神分裂 抑郁 自闭 "
    "尿毒 透析 白血 糖尿 血压 心脏 心梗 脑梗 中风 偏瘫 肝炎 肝硬化 肺炎 结核 艾滋 HIV 癫痫 骨折 手术 住院 化疗 放疗 诊断 "
    "医药费 患者 患有 重症 绝症 怀孕 流产 吸毒 戒毒 服刑 刑满 矫正 家暴 "
    "CANCER DISABILITY DISABLED DIALYSIS ILLNESS DISEASE".split()
)


def speaks_of_health(text: str) -> bool:
    """Whether one of the words stands in it, also spaced out or in full width."""
    plain = "".join(unicodedata.normalize("NFKC", text).upper().split())
    return any(word in plain for word in _WORDS)
