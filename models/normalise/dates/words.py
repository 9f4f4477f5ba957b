"""The vocabulary of dates."""

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        1,
    )
    for name in names.split()
}
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tue tues",
            "wednesday wed",
            "thursday thu thurs",
            "friday fri",
            "saturday sat",
            "sunday sun",
        )
    )
    for name in names.split()
}
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 14)}
# Days that everybody dates by name: month, day, and the year where the name means one event.
FEASTS = {
    "christmas day": (12, 25, None),
    "christmas eve": (12, 24, None),
    "christmas": (12, 25, None),
    "boxing day": (12, 26, None),
    "new year's eve": (12, 31, None),
    "new year’s eve": (12, 31, None),
    "new year's day": (1, 1, None),
    "new year’s day": (1, 1, None),
    "new year": (1, 1, None),
    "valentine's day": (2, 14, None),
    "valentine’s day": (2, 14, None),
    "bastille day": (7, 14, None),
    "halloween": (10, 31, None),
    "independence day": (7, 4, None),
    "fourth of july": (7, 4, None),
    "9/11": (9, 11, 2001),
    "7/7": (7, 7, 2005),
    "september 11 attacks": (9, 11, 2001),
}
UNITS = {"day": 1, "week": 7}
