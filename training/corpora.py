"""Readers of the training corpora. Each gives Documents; rows whose licence does not allow released weights are left out."""
import gzip
import hashlib
import json
import pathlib

import labels
from documents import NO_HEAD, ROOT, Document, mark_bioes, mark_names
from items import read_items
from words import tokenize

ALLOWED = {"CC-BY", "PD", "CC-BY-SA-4.0", "CC-BY-4.0", "public domain", "OGL-3.0", "CC-BY-SA-3.0", "CC-BY-3.0-AU",
           "MIT repo / Wikipedia text", "Apache-2.0"}
CLOSED_GENRES = {"fiction", "whow", "essay", "letter", "podcast"}
QUOTE_IDS = {label: i for i, label in enumerate(labels.QUOTES)}
EVENT_IDS = {label: i for i, label in enumerate(labels.EVENTS)}
MENTION_IDS = {label: i for i, label in enumerate(labels.MENTIONS)}
TITLES = set("mr mrs ms dr prof professor president general minister prime senator sen king queen prince princess pope sir lord lady"
             " judge justice secretary governor mayor captain colonel col gen lt lieutenant major maj sergeant sgt admiral chairman"
             " ambassador chancellor representative rep rev bishop archbishop sheikh ayatollah imam st foreign vice deputy st."
             " commissioner commander chief brig brigadier sgt. mademoiselle madame hon honorable he excellency".split())


def rows(root, path):
    path = pathlib.Path(root) / path
    with (gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else open(path, encoding="utf-8")) as lines:
        found = [json.loads(line) for line in lines]
    return [row for row in found if row.get("licence") is None or row["licence"] in ALLOWED]


def read_syntax(root, path, corpus, tags):
    """UD documents. `tags` numbers the labels (see prepare.py)."""
    documents = []
    for row in rows(root, path):
        words = [word for sentence in row["sents"] for word in sentence["w"]]
        document = Document(row["id"], corpus, row["text"], [(word[0], word[1]) for word in words])
        document.forms = [word[2] for word in words]
        document.genre, bounds, base = row["genre"], [], 0
        for sentence in row["sents"]:
            for i, word in enumerate(sentence["w"]):
                at = base + i
                for field, value in (("upos", word[4]), ("xpos", word[5]), ("feats", word[6]), ("relation", word[8])):
                    getattr(document, field)[at] = tags[field].get(value, -1)
                document.head[at] = ROOT if word[7] == 0 else base + word[7] - 1
            bounds.append((base, base + len(sentence["w"])))
            base += len(sentence["w"])
        document.set_sentences(bounds)
        document.lemmas = [word[3] for word in words]
        documents.append(document)
    return documents


def head_word(document, first, last):
    """The word of a span whose own head lies outside it."""
    for i in range(first, last):
        head = document.head[i]
        if head == ROOT or head != NO_HEAD and not first <= head < last:
            return i
    return first


def add_gum(root, split, documents, sets, tags):
    """Mentions, names, chains and quotes of GUM onto its UD documents."""
    entities = {row["id"]: row for row in rows(root, f"ner/gum_{split}.jsonl.gz")}
    chains = {row["id"]: row for row in rows(root, f"coref/gum_{split}.jsonl.gz")}
    quotes = {row["id"].split("/")[1]: row for row in rows(root, f"quotes/gum_{split}.jsonl")} if split == "train" else {}
    for document in documents:
        add_mentions(document, entities[document.name]["ents"])
        add_gum_names(document, entities[document.name]["ents"], sets, tags)
        add_chains(document, chains[document.name])
        if document.name in quotes and document.genre not in CLOSED_GENRES:
            add_quotes(document, quotes[document.name]["quotes"])


def add_mentions(document, entities):
    document.mention[:] = 0
    for start, end, _, kind, *_ in sorted(entities, key=lambda entity: entity[0] - entity[1]):
        first, last = document.words(start, end)
        if last > first:
            document.mention[head_word(document, first, last)] = MENTION_IDS[kind]


def add_gum_names(document, entities, sets, tags):
    """GUM marks whole noun phrases as named; a name is the run of proper nouns around the head."""
    proper, spans, times = tags["upos"]["PROPN"], [], set()
    for start, end, _, kind, named, *_ in entities:
        first, last = document.words(start, end)
        if kind == "time":
            times.update(range(first, last))
        if named and last > first:
            core = name_core(document, first, last, proper)
            if core:
                plural = kind == "person" and document.xpos[core[1] - 1] == tags["xpos"]["NNPS"]
                spans.append((*core, ("PER", "NORP") if plural else labels.GUM_NAMES[kind]))
    taken = mark_names(document, sets, spans)
    free = {"upper": sets.outside(("NORP", "MISC")), "time": sets.outside(("DATE",)), "number": sets.outside(("DATE", "MONEY"))}
    for i, form in enumerate(document.forms):
        if taken[i]:
            continue
        if document.upos[i] == proper:
            document.names[i] = free["time"] if i in times else 0
        elif i in times:
            document.names[i] = free["time"]
        elif document.upos[i] in (tags["upos"]["NUM"], tags["upos"]["SYM"]):
            document.names[i] = free["number"]
        elif form[0].isupper() and document.upos[i] in (tags["upos"]["ADJ"], tags["upos"]["NOUN"]):
            document.names[i] = free["upper"]


LINKS = {"of", "the", "and", "for", "&", "-", "de", "in", "on", "'s", "’s"}


def name_core(document, first, last, proper):
    head = head_word(document, first, last)
    if document.upos[head] != proper:
        return None
    start, end = head, head + 1
    is_proper = lambda i: document.upos[i] == proper
    while start > first:
        step = 1
        while start - step > first and document.forms[start - step].lower() in LINKS and step < 3:
            step += 1
        if not is_proper(start - step):
            break
        start -= step
    while end < last:
        step = 0
        while end + step + 1 < last and document.forms[end + step].lower() in LINKS - {"and", "in", "on"} and step < 2:
            step += 1
        if not is_proper(end + step):
            break
        end += step + 1
    while start < end - 1 and document.forms[start].lower() in TITLES:
        start += 1
    return start, end


def add_chains(document, row):
    """Cluster numbers at the heads of mentions (OntoNotes scheme; every other mention stands alone)."""
    document.coref = True
    for mention in row["mentions"]:
        first, last = document.words(mention["s"], mention["e"])
        if last > first and document.cluster[head_word(document, first, last)] < 0:
            document.cluster[head_word(document, first, last)] = 100000 + mention["s"]
    for number, cluster in enumerate(row["clusters_onto"]):
        for start, end in cluster:
            first, last = document.words(start, end)
            if last > first:
                document.cluster[head_word(document, first, last)] = number


def add_quotes(document, quotes):
    """Outer quotes win over the reports inside them; an attribution without a cue teaches nothing unless it is in quotation marks."""
    document.quote[:] = 0
    parts = []
    for quote in quotes:
        if quote["cue"] is None and quote["kind"] == "indirect" or quote["cue"] is None and quote["content"][0][1] - quote["content"][0][0] > 1500:
            for start, end in quote["content"]:
                first, last = document.words(start, end)
                document.quote[first:last] = -1
            continue
        for kind in ("content", "cue", "source"):
            parts += [(*document.words(start, end), kind) for start, end in quote[kind] or []]
    taken = set()
    for first, last, kind in sorted(parts, key=lambda part: part[0] - part[1]):
        span = set(range(first, last))
        if kind == "content" or not span & taken:
            if not span & taken:
                mark_bioes(document.quote, first, last, QUOTE_IDS, kind)
                taken |= span


def read_names(root, path, corpus, sets, classes, doubtful):
    """Plain texts with name spans: wikigold, CrossNER politics, re3d."""
    documents = []
    for row in rows(root, path):
        document = Document(row["id"], corpus, row["text"], tokenize(row["text"]))
        document.guess_sentences()
        spans = []
        for start, end, _, kind in row["ents"]:
            first, last = document.words(start, end)
            if kind in classes and last > first:
                spans.append((*trim_name(document, first, last, kind), classes[kind]))
        if corpus == "re3d":
            spans = innermost([span for span in spans if document.forms[span[0]][0].isupper() or "DATE" in span[2] or "MONEY" in span[2]])
        mark_names(document, sets, spans, doubtful)
        if corpus == "wikigold":
            numbers = document.sentence
            document.end[:] = 0
            for i in range(len(document)):
                gap = document.text[document.spans[i][1]: document.spans[i + 1][0]] if i + 1 < len(document) else "\n"
                document.end[i] = int("\n" in gap)
            numbers[:] = document.end.cumsum() - document.end
        documents.append(document)
    return documents


def trim_name(document, first, last, kind):
    """Leaves articles, titles of persons and lower-case role words before a name out of it."""
    forms = document.forms
    while first < last - 1 and (forms[first].lower() in ("the", "a", "an") or kind in ("Person", "person", "politician")
                                and (forms[first].lower().strip(".") in TITLES or forms[first][0].islower())):
        first += 1
    return first, last


def innermost(spans):
    """Of nested spans the inner one, when both end on the same word; else the outer."""
    return [span for span in spans if not any(other[1] == span[1] and span[0] < other[0] for other in spans)]


def held_out(name):
    """Three in ten GAP passages, by their id, are kept for measuring."""
    return int(hashlib.sha256(name.encode()).hexdigest()[:4], 16) % 10 < 3


def read_gap(root, held=False):
    """Passages in which one pronoun means one of two names: (pronoun, right name, wrong name), all as words; both names stand before it."""
    documents = []
    for row in rows(root, "coref/gap_dev.jsonl.gz"):
        if held_out(row["id"]) != held or row["a_coref"] == row["b_coref"]:
            continue
        document = Document(row["id"], "gap", row["text"], tokenize(row["text"]))
        document.guess_sentences()
        pronoun, a, b = (document.words(*row[key])[0] for key in ("pronoun", "a", "b"))
        if max(a, b) < pronoun:
            document.pairs = [(pronoun, a, b) if row["a_coref"] else (pronoun, b, a)]
            documents.append(document)
    return documents


def read_corpus(folder, sets, tags):
    """Our own labelled items: events, quotes and names."""
    documents = []
    for path in sorted(pathlib.Path(folder).glob("*/*.txt")):
        for item in read_items(path):
            document = Document(item["id"], "corpus-" + path.parent.name, item["text"], tokenize(item["text"]))
            if not len(document):
                continue
            document.held = item["held"]
            document.set_sentences([document.words(start, end) for start, end in item["lines"]])
            {"events": add_item_events, "quotes": add_item_quotes, "names": add_item_names}[path.parent.name](document, item, sets)
            documents.append(document)
    return documents


def add_item_names(document, item, sets):
    spans = [(*document.words(start, end), (label,)) for label, start, end in item["marks"] if label in labels.NAME_CLASSES]
    mark_names(document, sets, spans)


def add_item_quotes(document, item, sets):
    add_quotes(document, [])
    kinds = {"c": "content", "q": "cue", "w": "source"}
    parts = [(*document.words(start, end), kinds[label[0]]) for label, start, end in item["marks"] if label[:1] in kinds]
    taken = set()
    for first, last, kind in sorted(parts, key=lambda part: part[0] - part[1]):
        if not taken & set(range(first, last)):
            mark_bioes(document.quote, first, last, QUOTE_IDS, kind)
            taken |= set(range(first, last))


def add_item_events(document, item, sets):
    """Every word of a trigger carries the event's label; roles are kept for each of them."""
    document.event[:] = 0
    events = {}
    for note in item["notes"]:
        parts = note.split()
        if len(parts) >= 3 and parts[0].isdigit() and parts[1] in EVENT_IDS and parts[2] in labels.STATUSES:
            events[parts[0]] = (EVENT_IDS[parts[1]], labels.STATUSES.index(parts[2]))
    triggers = {}
    for label, start, end in item["marks"]:
        if label[0] == "e" and label[1:] in events:
            first, last = document.words(start, end)
            document.event[first:last], document.status[first:last] = events[label[1:]]
            triggers.setdefault(label[1:], []).extend(range(first, last))
    for words in triggers.values():
        document.roles += [(word, -1, word) for word in words]
    for label, start, end in item["marks"]:
        if label[0] in "st":
            first, last = document.words(start, end)
            document.roles += [(word, "st".index(label[0]), i) for word in triggers.get(label[1:], []) for i in range(first, last)]
