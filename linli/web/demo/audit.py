"""The audit of the director whose term ends, published before residents are told the day."""

from datetime import datetime

from linli.core.access.seats import seats_until
from linli.governance.oversight.actions import audits
from linli.governance.oversight.queries.audits import items_of
from linli.lib.calendar import local_day
from linli.web.demo.cast import Setting

STREET = "湖滨街道办事处"
ITEMS = ("财务收支和资金使用", "资产管理和处置", "惠民资金、捐赠的管理使用")


def audit_director(setting: Setting, commissioned: datetime, published: datetime) -> None:
    """The street has the director's outgoing term audited before residents are told the day."""
    on, then = local_day(commissioned), local_day(published)
    told = [each for each in seats_until(setting.community, on) if each.office == "director"]
    for seat in told:
        audit = audits.commission_audit(
            setting.community,
            seat=seat,
            kind="departure",
            commission=audits.Commission(
                STREET, on, "湖街办〔2026〕3 号", "诚信会计师事务所", seat.since, on
            ),
            items=ITEMS,
            by=setting.actor("street", on),
            at=commissioned,
        )
        audits.add_items(
            audit,
            asked_by="representatives",
            signed=15,
            base=42,
            base_source="上届居民代表名册",
            items=["社区活动室对外出借的收支"],
            by=setting.actor("supervisor", on),
            at=commissioned,
        )
        audits.report_audit(
            audit,
            reported_on=then,
            summary="收支真实、账实相符。两笔活动经费报销晚于规定时间，已说明情况并改正。",
            found={each.pk: "未发现问题，资料齐全。" for each in items_of(audit)},
            by=setting.actor("street", then),
            at=published,
        )
        audits.publish_audit(audit, by=setting.actor("street", then), at=published)
