"""Dates as a reader says them: ``2014-12-13`` is "13 December 2014".

Takes the EDTF that claims and documents carry. Precision stays as it is: a month never becomes a
day, and what this page cannot put in words is shown as it stands.
"""

import re

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_DECADE = re.compile(r"(\d{3})[Xu]")


def date_in_words(edtf: str) -> str:
    """The date in English words; the string itself where it is no EDTF that we know.

    >>> date_in_words("2014-12-13"), date_in_words("2014-12~")
    ('13 December 2014', 'about December 2014')
    >>> date_in_words("2014-12-13/2014-12-14")
    'between 13 December 2014 and 14 December 2014'
    """
    start, slash, end = edtf.strip().partition("/")
    if not slash:
        return _point(start)
    if start in {"", ".."}:
        return f"until {_point(end)}"
    if end in {"", ".."}:
        return f"since {_point(start)}"
    return f"between {_point(start)} and {_point(end)}"


def _point(edtf: str) -> str:
    if edtf.endswith(("~", "%")):
        return f"about {_plain(edtf[:-1])}"
    if edtf.endswith("?"):
        return f"perhaps {_plain(edtf[:-1])}"
    return _plain(edtf)


def _plain(edtf: str) -> str:
    if match := _DAY.fullmatch(edtf):
        year, month, day = match.groups()
        return f"{int(day)} {_month(month)} {year}" if _month(month) else edtf
    if match := _MONTH.fullmatch(edtf):
        year, month = match.groups()
        return f"{_month(month)} {year}" if _month(month) else edtf
    if match := _DECADE.fullmatch(edtf):
        return f"the {match[1]}0s"
    return edtf


def _month(number: str) -> str:
    return MONTHS[int(number) - 1] if 1 <= int(number) <= 12 else ""


def claim_date(date: str | None, text: str | None) -> str:
    """What to print for a claim: its date in words, else that it has none and what the text says.

    >>> claim_date(None, "on Thursday")
    'undated: the text says “on Thursday”'
    """
    if date:
        return date_in_words(date)
    return f"undated: the text says “{text}”" if text else "undated"
