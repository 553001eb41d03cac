"""When a charity's public appeal may be told here: never the committee's own (Charity Law)."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit
from uuid import UUID

from linli.lib.law import Finding, Findings

OWN = ("charity.22", "charity.26", "charity.113")


@dataclass(frozen=True, slots=True)
class Cooperation:
    """What is known of a charity: its qualification to raise funds in public with the day it runs
    out, the agreement with its term (`until` is the first day without it), and the holder of the
    account the money goes to."""

    name: str
    qualification: str = ""
    qualified_until: date | None = None
    agreement: str = ""
    agreed_since: date | None = None
    agreed_until: date | None = None
    account_holder: str = ""


def own_appeal() -> Finding:
    """A residents' committee does not raise funds in public, whatever it is for."""
    return Finding(False, "funds.own_appeal", cites=OWN)


def may_appeal(charity: Cooperation | None, *, filing: str, link: str, on: date) -> Findings:
    """A public appeal is told here only as a qualified charity's, under an agreement in force,
    with the plan's filing number, into the charity's own account; the address where the charity
    raises funds is one that can be read for what it is."""
    if charity is None:
        return Findings((own_appeal(),))
    qualified = bool(charity.qualification.strip()) and (
        charity.qualified_until is None or on < charity.qualified_until
    )
    agreed = (
        bool(charity.agreement.strip())
        and charity.agreed_since is not None
        and charity.agreed_since <= on
        and (charity.agreed_until is None or on < charity.agreed_until)
    )
    own_account = charity.account_holder.strip() == charity.name.strip()
    return Findings(
        (
            Finding(qualified, "funds.charity_qualified", cites=("charity.22",)),
            Finding(agreed, "funds.charity_agreed", cites=("charity.26",)),
            Finding(bool(filing.strip()), "funds.appeal_filed", cites=("charity.24",)),
            Finding(own_account, "funds.charity_account", cites=("charity.26",)),
            Finding(
                not link or _plain_address(link),
                "funds.appeal_leads_out",
                cites=("charity.27",),
            ),
        )
    )


def opened_by_another(drafted_by: UUID | None, account: UUID | None) -> Finding:
    """Whoever opens an appeal to everybody is not who drafted it."""
    return Finding(
        account is not None and account != drafted_by, "funds.appeal_second_hand", cites=OWN
    )


def _plain_address(link: str) -> bool:
    """An address people can read for what it is: secure, with a host in plain letters, and no
    name, port or foreign letter that would hide whose it is."""
    try:
        parts = urlsplit(link)
    except ValueError:
        return False
    host = parts.netloc
    return (
        parts.scheme == "https"
        and link.isascii()
        and "." in host
        and "xn--" not in host.lower()
        and not set(host) & set("@:[]")
    )


def what_is_asked() -> Findings:
    """Everything a public appeal needs, as it stands where nothing of it is there yet."""
    nothing = Cooperation("?")
    return may_appeal(nothing, filing="", link="-", on=date.min)
