"""The label sets of all heads. Closed sets are written here; the rest is collected from the training documents."""

NAME_CLASSES = ["PER", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "PRODUCT", "DATE", "MONEY", "MISC"]
MENTION_TYPES = ["person", "organization", "place", "object", "event", "time", "abstract", "substance", "animal", "plant"]
QUOTE_PARTS = ["content", "cue", "source"]
STATUSES = ["actual", "future", "hypothetical", "negated", "historical"]
MODES = {
    "AGREE": "", "SUPPORT": "", "CONCEDE": "", "COOPERATE": "", "AID": "",
    "CONSULT": "visit third-party multilateral phone",
    "RETREAT": "withdraw release disarm ceasefire access resign",
    "REQUEST": "assist change yield meet",
    "REJECT": "assist change yield meet",
    "ACCUSE": "disapprove investigate allege",
    "THREATEN": "restrict arrest relations expel territory violence",
    "PROTEST": "demo riot strike hunger boycott obstruct vandalize",
    "SANCTION": "convict expel withdraw discontinue",
    "MOBILIZE": "troops weapons police militia",
    "COERCE": "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber",
    "ASSAULT": "abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial drone"
               " heavy-weapons crowd-control unconventional",
}


def bioes(classes):
    return ["O"] + [f"{mark}-{name}" for name in classes for mark in "BIES"]


NAMES = bioes(NAME_CLASSES)
QUOTES = bioes(QUOTE_PARTS)
EVENTS = ["none"] + [label for kind, modes in MODES.items() for label in [kind] + [f"{kind}/{mode}" for mode in modes.split()]]
MENTIONS = ["none"] + MENTION_TYPES

# GUM's, CrossNER's and re3d's own types → our classes; several mean "one of these, the corpus does not say which".
GUM_NAMES = {"person": ("PER",), "organization": ("ORG",), "place": ("GPE", "LOC", "FAC"), "event": ("EVENT", "MISC"),
             "object": ("PRODUCT", "MISC", "FAC"), "abstract": ("MISC", "NORP", "PRODUCT", "EVENT"), "time": ("DATE", "EVENT"),
             "animal": ("MISC", "NORP"), "plant": ("MISC",), "substance": ("MISC", "PRODUCT")}
POLITICS_NAMES = {"politician": ("PER",), "person": ("PER",), "location": ("GPE", "LOC", "FAC"), "country": ("GPE",),
                  "politicalparty": ("ORG", "NORP"), "organisation": ("ORG",), "election": ("EVENT",), "event": ("EVENT",),
                  "misc": ("MISC", "NORP", "PRODUCT", "EVENT", "FAC")}
RE3D_NAMES = {"Person": ("PER",), "Organisation": ("ORG",), "Location": ("GPE", "LOC", "FAC"), "Nationality": ("NORP",),
              "Temporal": ("DATE",), "Money": ("MONEY",), "Weapon": ("PRODUCT",), "Vehicle": ("PRODUCT",),
              "MilitaryPlatform": ("PRODUCT",)}
WIKIGOLD_NAMES = {"PER": ("PER",), "ORG": ("ORG",), "LOC": ("GPE", "LOC", "FAC"), "MISC": ("MISC", "NORP", "EVENT", "PRODUCT")}
