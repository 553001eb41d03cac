"""Days in words."""

from datetime import date

from django.utils import timezone

from linli.core.pages.wording import tell_day


def test_a_short_day_of_another_year_says_its_year():
    today = timezone.localdate()
    assert tell_day(today, short=True) == f"{today.month}月{today.day}日"
    assert tell_day(date(today.year + 1, 3, 1), short=True) == f"{today.year + 1}年3月1日"
    assert tell_day(date(today.year - 1, 3, 1), short=True) == f"{today.year - 1}年3月1日"
