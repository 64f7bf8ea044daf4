"""One training document: words with every label we know of them, as arrays. Unknown is always -1 (heads: -2)."""
import numpy as np

UNKNOWN = -1
ROOT = -1
NO_HEAD = -2
FIELDS = ("para", "sentence", "end", "upos", "xpos", "feats", "head", "relation", "names", "mention", "cluster", "quote", "event",
          "status", "letters")


class Document:
    """`spans` are the words' offsets in `text`. `names` holds numbers of label sets (see NameSets), 0 = anything."""

    def __init__(self, name, corpus, text, spans):
        self.name, self.corpus, self.text, self.spans = name, corpus, text, spans
        self.forms = [text[s:e] for s, e in spans]
        count = len(spans)
        for field in FIELDS:
            setattr(self, field, np.full(count, UNKNOWN, dtype=np.int32))
        self.head[:] = NO_HEAD
        self.names[:] = 0
        self.para[:] = 0
        self.letters[:] = [sum(map(str.isalpha, form)) for form in self.forms]
        self.roles = []
        self.pairs = []
        self.coref = False
        self.starts = np.array([s for s, _ in spans] + [len(text) + 1])
        for i in range(count):
            if i == 0 or "\n\n" in text[spans[i - 1][1]: spans[i][0]]:
                self.para[i] = 1

    def __len__(self):
        return len(self.spans)

    def words(self, start, end):
        """First word and last word + 1 of the words that overlap text[start:end]."""
        first = int(np.searchsorted(self.starts, start, "right")) - 1
        if first < 0 or self.spans[first][1] <= start:
            first += 1
        last = int(np.searchsorted(self.starts, end, "left"))
        return first, max(last, first)

    def set_sentences(self, bounds):
        """bounds: (first word, last word + 1) of every sentence; they give the sentence numbers and the sentence ends."""
        self.end[:] = 0
        for number, (first, last) in enumerate(bounds):
            self.sentence[first:last] = number
            if last > first:
                self.end[last - 1] = 1

    def guess_sentences(self):
        """Numbers sentences by full stops and line ends, for packing windows alone; teaches nothing."""
        number = 0
        for i, form in enumerate(self.forms):
            self.sentence[i] = number
            gap = self.text[self.spans[i][1]: self.spans[i + 1][0]] if i + 1 < len(self) else ""
            if "\n" in gap or form in (".", "?", "!"):
                number += 1


class NameSets:
    """Sets of the name labels a word may have. Number 0 allows every label."""

    def __init__(self, labels):
        self.labels = {label: i for i, label in enumerate(labels)}
        self.sets = {None: 0}

    def number(self, allowed):
        key = frozenset(self.labels[label] for label in allowed)
        return self.sets.setdefault(key, len(self.sets))

    def span(self, first, last, classes):
        """Set numbers for the words of a name of one of `classes`."""
        if last - first == 1:
            return [self.number(f"S-{c}" for c in classes)]
        marks = "B" + "I" * (last - first - 2) + "E"
        return [self.number(f"{mark}-{c}" for c in classes) for mark in marks]

    def outside(self, classes=()):
        """A word that is in no name, or perhaps in one of `classes`, which the corpus does not mark."""
        return self.number(["O"] + [f"{mark}-{c}" for c in classes for mark in "BIES"])

    def masks(self):
        table = np.zeros((len(self.sets), len(self.labels)), dtype=bool)
        table[0] = True
        for key, number in self.sets.items():
            if key is not None:
                table[number, sorted(key)] = True
        return table


def mark_names(document, sets, spans, doubtful=()):
    """Fills `names` from (first, last, classes) of spans; longer spans win. Words outside get O or a `doubtful` class."""
    outside, unsure = sets.outside(), sets.outside(doubtful)
    document.names[:] = [unsure if may_hide_name(form) else outside for form in document.forms]
    taken = np.zeros(len(document), dtype=bool)
    for first, last, classes in sorted(spans, key=lambda span: span[0] - span[1]):
        if last > first and not taken[first:last].any():
            taken[first:last] = True
            document.names[first:last] = sets.span(first, last, classes)
    return taken


def may_hide_name(form):
    """Whether a word could belong to a name that a corpus does not mark: capitals, digits, currency, and the words between them."""
    return not form[0].isalpha() and form not in ".,;:?!()'\"" or form[0].isupper() or form in ("of", "the", "million", "billion")


def mark_bioes(array, first, last, labels, kind):
    """Writes B-kind I-kind E-kind or S-kind over array[first:last]."""
    if last - first == 1:
        array[first] = labels[f"S-{kind}"]
    elif last > first:
        array[first:last] = labels[f"I-{kind}"]
        array[first], array[last - 1] = labels[f"B-{kind}"], labels[f"E-{kind}"]
