"""Label inventories of the annotation guideline, in the order that the network's outputs use."""

ENGLISH = "en"  # the only language that is read

ATTACK_TYPES = (
    "airstrike",
    "drone_strike",
    "missile_strike",
    "shelling",
    "bombing",
    "suicide_bombing",
    "shooting",
    "stabbing",
    "vehicle_ramming",
    "armed_assault",
    "armed_clash",
    "killing",
    "physical_assault",
    "kidnapping",
    "hijacking",
    "arson",
    "sabotage",
    "robbery",
    "chemical_attack",
    "cyberattack",
    "unspecified_attack",
)
STATUSES = ("occurred", "attempted", "threatened")
SALIENCES = ("main", "background")
ATTRIBUTIONS = ("stated", "claimed", "suspected", "denied")
TARGET_KINDS = (
    "civilian",
    "military",
    "police",
    "official",
    "media",
    "aid_health",
    "religious",
    "infrastructure",
    "business",
    "vehicle",
    "other",
)
# A toll mention's links to an event: what was done, to whose side.
TOLLS = (
    ("killed", "target"),
    ("injured", "target"),
    ("kidnapped", "target"),
    ("missing", "target"),
    ("killed", "attacker"),
    ("injured", "attacker"),
)
# What a span of the article can be for an event; TRIGGER first, then the roles of its arguments.
TRIGGER, ATTACKER, TARGET, WEAPON, PLACE, TIME, TOLL = range(7)
LAYERS = ("trigger", "attacker", "target", "weapon", "place", "time", "toll")
