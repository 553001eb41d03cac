"""The archive of a year goes out as a package, and is taken off the server again."""

import hashlib
from datetime import timedelta
from pathlib import Path

from linli.core.audit.door import Act, action
from linli.core.files.intake import forget_files_of
from linli.core.files.making import Made, keep_made
from linli.core.jobs.starting import begin as begin_job
from linli.core.places.models import Place
from linli.governance.archive import law
from linli.governance.archive.models import Package
from linli.governance.archive.package.building import Built
from linli.governance.archive.package.format import chunks_of
from linli.governance.archive.queries.holdings import items_of_year
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require


@action("archive.ask_package", needs="archive.export")
def ask_package(act: Act, community: Place, *, year: int) -> Package:
    """Begins the package of a year; the page of its job shows how far it is."""
    items = items_of_year(community, year).count()
    require(Finding(items > 0, "archive.something_of_year", numbers={"year": year}))
    package = Package.objects.create(community=community, year=year, asked_at=act.at)
    package.job = begin_job(
        act,
        "archive.export",
        community=community,
        params={"package": str(package.pk)},
        total=items,
    )
    package.save(update_fields=["job"])
    act.note(year=year, count=items)
    return package


@action("archive.keep_package", needs="archive.carry")
def keep_package(act: Act, package: Package, *, built: Built) -> Package:
    """The package is made: its file is kept for those who may take it, its hash for ever."""
    size = built.path.stat().st_size
    name = f"{built.name}.zip"
    file = keep_made(act, package.community, package, Made(name, chunks_of(built.path), size))
    package.state, package.made_at = "made", act.at
    package.items, package.left_out = built.items, built.left_out
    package.bytes, package.sha256 = file.bytes, file.sha256
    package.save()
    act.note(year=package.year, count=package.items)
    return package


@action("archive.make_package", needs="archive.export")
def make_package(act: Act, community: Place, *, built: Built, year: int) -> Package:
    """The package was made at the terminal and lies elsewhere: the line stays here."""
    size, digest = _measure(built.path)
    package = Package.objects.create(
        community=community,
        year=year,
        asked_at=act.at,
        made_at=act.at,
        gone_at=act.at,
        state="gone",
        items=built.items,
        left_out=built.left_out,
        bytes=size,
        sha256=digest,
    )
    act.note(year=year, count=built.items)
    return package


@action("archive.forget_package", needs="archive.carry")
def forget_package(act: Act, package: Package) -> Package:
    """Its time on the server is over: the file goes, the line with its hash stays."""
    on = local_day(act.at)
    days = law.number("export_kept", package.community, on)
    over = package.made_at is not None and local_day(package.made_at) + timedelta(days=days) < on
    require(Finding(over, "archive.package_still_kept", numbers={"days": days}))
    _forget(act, package)
    act.note(year=package.year)
    return package


def forget_packages_of_year(act: Act, community: Place, year: int) -> None:
    """What is destroyed lives on in no package of ours."""
    for package in Package.objects.filter(community=community, year=year, state="made"):
        _forget(act, package)


def _forget(act: Act, package: Package) -> None:
    forget_files_of(act, package, "package_term")
    package.state, package.gone_at = "gone", act.at
    package.save(update_fields=["state", "gone_at"])


def _measure(path: Path) -> tuple[int, str]:
    digest, size = hashlib.sha256(), 0
    for chunk in chunks_of(path):
        digest.update(chunk)
        size += len(chunk)
    return size, digest.hexdigest()
