"""Words that are figures, or say what figures count."""

from calendar import month_name

SMALL = {
    name: float(value)
    for value, name in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
        fifteen sixteen seventeen eighteen nineteen""".split()  # noqa: SIM905
    )
}
TENS = {
    name: 10.0 * value
    for value, name in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(),  # noqa: SIM905
        2,
    )
}
LARGE = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "dozen": 12.0, "k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "b": 1e9,
}  # fmt: skip
ORDINALS = {
    name: float(value)
    for value, name in enumerate(
        """third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth""".split(),  # noqa: SIM905
        3,
    )
}
PARTS = {"half": 2.0, "halves": 2.0, "quarter": 4.0, "quarters": 4.0} | {
    f"{name}s": value for name, value in ORDINALS.items()
}
TIMES = {"twice": 2.0, "double": 2.0, "doubled": 2.0, "doubles": 2.0, "thrice": 3.0, "triple": 3.0}
MONTHS = {
    month: number
    for number, name in enumerate(month_name)
    if name
    for month in (name.casefold(), name[:3].casefold())
}
UNITS = {
    unit: kind
    for kind, units in {
        "%": "% percent percentage",
        "$": "$ dollar dollars usd bucks",
        "€": "€ euro euros eur",
        "£": "£ gbp quid",
        "year": "year years yr yrs",
        "month": "month months",
        "week": "week weeks",
        "day": "day days",
        "hour": "hour hours",
        "minute": "minute minutes",
        "second": "seconds",
        "decade": "decade decades",
        "century": "century centuries",
    }.items()
    for unit in units.split()
}
WORD_NUMBERS = SMALL | TENS
NUMBER_WORDS = frozenset((*WORD_NUMBERS, *LARGE, *ORDINALS, *PARTS, *TIMES, "percent", "cent"))
"""Words that are figures, or parts of them."""
