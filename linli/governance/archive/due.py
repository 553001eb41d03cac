"""What time does to the archive: takes packages off the server, forgets who asked for copies, and
tidies away what a broken export left behind."""

import shutil
from datetime import datetime, timedelta

from linli.core.audit.actor import the_clock
from linli.core.files import store
from linli.governance.archive import actions
from linli.governance.archive.actions.copies import FORGET_AFTER
from linli.governance.archive.models import CopyRequest, Package
from linli.governance.archive.package.building import WORKSHOP
from linli.lib.calendar import local_day
from linli.lib.law import Refused

LEFT_BEHIND = timedelta(days=2)


def run(at: datetime) -> None:
    """Safe to repeat."""
    _forget_packages(at)
    _forget_senders(at)
    _tidy(at)


def _forget_packages(at: datetime) -> None:
    rows = Package.objects.across_communities("what time does, everywhere").filter(state="made")
    for package in rows.select_related("community"):
        try:
            actions.forget_package(package, by=the_clock(), at=at)
        except Refused:
            continue  # its time here is not over yet


def _forget_senders(at: datetime) -> None:
    rows = CopyRequest.objects.across_communities("what time does, everywhere").filter(
        sender__isnull=False, asked_on__lte=local_day(at) - FORGET_AFTER
    )
    for request in rows.select_related("item", "community").exclude(state="asked")[:500]:
        try:
            actions.forget_copy_sender(request, by=the_clock(), at=at)
        except Refused:
            continue


def _tidy(at: datetime) -> None:
    if not store.root().is_dir():
        return
    for folder in store.root().glob(f"{WORKSHOP}*"):
        if at.timestamp() - folder.stat().st_mtime > LEFT_BEHIND.total_seconds():
            shutil.rmtree(folder, ignore_errors=True)
