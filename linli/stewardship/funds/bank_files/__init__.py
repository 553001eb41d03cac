"""Files of banks and payment services, read into lines of one shape."""

from linli.stewardship.funds.bank_files.formats import FORMATS, Format, format_named
from linli.stewardship.funds.bank_files.lines import LeftOut, Statement, StatementLine
from linli.stewardship.funds.bank_files.reading import FIELDS, columns_of, read_statement

__all__ = [
    "FIELDS",
    "FORMATS",
    "Format",
    "LeftOut",
    "Statement",
    "StatementLine",
    "columns_of",
    "format_named",
    "read_statement",
]
