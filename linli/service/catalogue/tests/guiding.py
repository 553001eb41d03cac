"""What the tests of guides, the directory and home service enter."""

from datetime import time

from linli.service.catalogue.rules.openings import Hours, Opening

ALL_DAY = Hours((Opening("weekly", time(0), time(23, 59), tuple(range(1, 8)), holidays_too=True),))
LOCAL = {
    "provider": None, "means": ["window", "phone"], "where": "社区服务站一楼", "phone": "0990-5550001",
    "by_appointment": False, "step_free": "yes", "access": ["ramp", "seat"], "at_home": True,
    "price_class": "free", "price_fen": None, "price_unit": "", "price_basis": "",
    "committee_gets": "", "complaint": "", "without_phone": "", "note": "",
}  # fmt: skip
OWN = {
    **LOCAL, "title": "周六磨刀", "title_en": "Sharpening", "field": "shops", "life": ["repair"],
    "summary": "每周六磨刀。", "who": "住在这里的人", "how": "", "papers": "不用带", "limit": "当天",
    "basis": "", "served_by": "志愿者",
}  # fmt: skip
PRICED = {
    "price_class": "low", "price_fen": 500, "price_unit": "把", "price_basis": "门口价目表",
}  # fmt: skip
PROVIDER = {
    "title": "邻家家政", "title_en": "", "kind": "home_help", "body": None, "credit_code": "",
    "offers": "保洁、做饭", "where": "示范路 8 号门市", "by_phone_only": False,
    "phone": "0990-5550011", "agreed_on": None, "price_class": "paid", "price_fen": 4000,
    "price_unit": "小时", "price_basis": "公司价目表", "step_free": "yes", "access": [],
}  # fmt: skip
