"""Sources with a book each, the budget of a year, requests and receipts, vouchers, closed months;
gifts, goods, appeals, grants, and the bank's own lines."""

from linli.stewardship.funds.models.appeals import Appeal, Charity
from linli.stewardship.funds.models.bank import BankAccount, BankFile, BankLine
from linli.stewardship.funds.models.budget import Budget, BudgetEdition, BudgetLine
from linli.stewardship.funds.models.giving import Gift, GiftNews, GiftQuestion
from linli.stewardship.funds.models.grants import (
    Bid,
    BidStep,
    Criterion,
    GrantCall,
    GrantCallStep,
    Score,
    Scorer,
    Stage,
)
from linli.stewardship.funds.models.months import Month
from linli.stewardship.funds.models.sources import Reserve, Source
from linli.stewardship.funds.models.spending import Receipt, Request, RequestStep
from linli.stewardship.funds.models.stock import Good, Slip
from linli.stewardship.funds.models.vouchers import Voucher

__all__ = [
    "Appeal",
    "BankAccount",
    "BankFile",
    "BankLine",
    "Bid",
    "BidStep",
    "Budget",
    "BudgetEdition",
    "BudgetLine",
    "Charity",
    "Criterion",
    "Gift",
    "GiftNews",
    "GiftQuestion",
    "Good",
    "GrantCall",
    "GrantCallStep",
    "Month",
    "Receipt",
    "Request",
    "RequestStep",
    "Reserve",
    "Score",
    "Scorer",
    "Slip",
    "Source",
    "Stage",
    "Voucher",
]
