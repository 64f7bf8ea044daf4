"""Cuts documents into windows as the program does, distorts some of them as real texts are distorted, and packs them into batches."""
import numpy as np
import torch

from documents import FIELDS, NO_HEAD, ROOT
from words import DIGIT, LOWER, MARK, OPENED, TITLE, UPPER, shape

MAX_PIECES = 192


class Window:
    """Some consecutive words of a document with their pieces, shapes and labels; heads are relative to the window."""

    def __init__(self, document, first, last, pieces, forms=None):
        self.group = document.name
        self.coref = document.coref
        for field in FIELDS:
            setattr(self, field, getattr(document, field)[first:last].copy())
        known = self.head >= 0
        self.head[known] -= first
        self.head[known & ((self.head < 0) | (self.head >= last - first))] = NO_HEAD
        self.roles = [(t - first, kind, i - first) for t, kind, i in document.roles if first <= t < last and first <= i < last]
        self.pairs = [tuple(i - first for i in words) for words in document.pairs if all(first <= i < last for i in words)]
        forms = forms or document.forms[first:last]
        self.pieces = [pieces.word(form) for form in forms]
        self.shapes = np.array([shape(form, forms[i - 1] if i else None, self.para[i] == 1) for i, form in enumerate(forms)])

    def __len__(self):
        return len(self.pieces)

    def size(self):
        return sum(map(len, self.pieces)) + 2

    def append(self, other):
        """Joins a window of another document as further paragraphs."""
        shift = len(self)
        heads = other.head.copy()
        heads[heads >= 0] += shift
        for field in FIELDS:
            setattr(self, field, np.concatenate([getattr(self, field), getattr(other, field)]))
        self.head[shift:] = heads
        self.sentence[shift:] += self.sentence[shift - 1] + 1 - other.sentence[0]
        self.roles += [(t + shift, kind, i + shift) for t, kind, i in other.roles]
        self.pairs += [tuple(i + shift for i in words) for words in other.pairs]
        self.pieces = self.pieces + other.pieces
        self.shapes = np.concatenate([self.shapes, other.shapes])
        return self


def cut(document, pieces, limit, start=0):
    """(first, last) of consecutive windows: whole paragraphs while they fit, else up to the last sentence end that fits."""
    sizes = np.array([len(pieces.word(form)) for form in document.forms])
    total, spans, count = np.concatenate([[0], sizes.cumsum()]), [], len(document)
    while start < count:
        last = int(np.searchsorted(total, total[start] + limit() - 2, "right")) - 1
        last = max(min(last, count), start + 1)
        if last < count:
            breaks = [i for i in range(last, start, -1) if document.para[i] == 1]
            ends = [i for i in range(last, start, -1) if document.sentence[i] != document.sentence[i - 1]]
            last = (breaks or ends or [last])[0]
        spans.append((start, last))
        start = last
    return spans


def distort(window, random):
    """Capitals, small letters, headline case; full stops lost at line ends."""
    draw = random.random()
    if draw < 0.08:
        recase(window, np.arange(len(window)), ("upper", "lower", "headline")[int(draw * 37.5)])
    elif draw < 0.25:
        chosen = window.sentence == random.choice(np.unique(window.sentence))
        recase(window, np.flatnonzero(chosen), ("upper", "lower", "headline")[random.integers(3)])
    if random.random() < 0.15:
        drop_stops(window, random)
    return window


def recase(window, words, how):
    for i in words:
        kind = window.shapes[i]
        if kind in (MARK, DIGIT):
            continue
        if how == "lower":
            window.shapes[i] = LOWER
        elif how == "upper" and window.letters[i] > 1:
            window.shapes[i] = UPPER
        elif how == "headline" and kind == LOWER and window.letters[i] > 3:
            window.shapes[i] = TITLE


def drop_stops(window, random):
    """Deletes the closing full stop of a quarter of the sentences whose tree is known; nothing may hang on it."""
    ends = np.flatnonzero(window.end == 1)
    heads = set(window.head.tolist())
    drop = [i for i in ends if i > 0 and window.head[i] >= 0 and i not in heads and window.shapes[i] == MARK
            and window.end[i - 1] == 0 and window.sentence[i - 1] == window.sentence[i] and random.random() < 0.25]
    for i in drop:
        window.end[i - 1] = 1
    keep = np.ones(len(window), dtype=bool)
    keep[drop] = False
    place = keep.cumsum() - 1
    for field in FIELDS:
        setattr(window, field, getattr(window, field)[keep])
    known = window.head >= 0
    window.head[known] = place[window.head[known]]
    window.shapes = window.shapes[keep]
    window.pieces = [piece for piece, kept in zip(window.pieces, keep) if kept]
    window.roles = [(int(place[t]), kind, int(place[i])) for t, kind, i in window.roles if keep[t] and keep[i]]


class NamePool:
    """Names of all corpora, to put in each other's place: same labels, same number of words."""

    def __init__(self, documents, masks, labels):
        self.marks = [{labels[i][0] for i in np.flatnonzero(row)} for row in masks]
        self.names = {}
        for document in documents:
            for first, last in self.spans(document.names):
                key = tuple(document.names[first:last])
                self.names.setdefault(key, []).append(document.forms[first:last])

    def spans(self, names):
        start = None
        for i, number in enumerate(names):
            marks = self.marks[number]
            if marks == {"S"}:
                yield i, i + 1
            elif marks == {"B"}:
                start = i
            elif marks == {"E"} and start is not None:
                yield start, i + 1
                start = None

    def swap(self, names, forms, random):
        """The forms with each different name replaced by another one, all its mentions alike."""
        forms, chosen = list(forms), {}
        for first, last in self.spans(names):
            old = tuple(forms[first:last])
            pool = self.names.get(tuple(names[first:last]), [old])
            new = chosen.setdefault(old, pool[random.integers(len(pool))])
            forms[first:last] = [a.upper() if b.isupper() and len(b) > 3 else a for a, b in zip(new, old)]
        return forms


class Stream:
    """An endless supply of batches from one corpus."""

    def __init__(self, documents, pieces, words, random, pool=None):
        self.documents, self.pieces, self.words, self.random, self.pool = documents, pieces, words, random, pool
        self.queue = []

    def limit(self):
        return MAX_PIECES if self.random.random() < 0.75 else int(self.random.integers(24, MAX_PIECES))

    def windows(self):
        """The windows of every document, once, in a new order and with new cuts."""
        whole = self.documents[0].coref
        pool = []
        for at in self.random.permutation(len(self.documents)):
            document = self.documents[at]
            limit = (lambda: MAX_PIECES) if whole else self.limit
            pool += [distort(self.window(document, *span), self.random) for span in cut(document, self.pieces, limit)]
        return pool if whole else self.join(pool)

    def window(self, document, first, last):
        """A window; where nothing but names is known, half of the time with other names, if they are not longer by much."""
        if self.pool and self.random.random() < 0.5:
            forms = self.pool.swap(document.names[first:last], document.forms[first:last], self.random)
            window = Window(document, first, last, self.pieces, forms)
            if window.size() <= MAX_PIECES:
                return window
        return Window(document, first, last, self.pieces)

    def join(self, windows):
        """Short windows are put together, as paragraphs of one page, two times in three."""
        joined = []
        for window in windows:
            if joined and joined[-1].size() + window.size() < MAX_PIECES - 2 and self.random.random() < 0.67 and len(window):
                joined[-1].append(window)
            elif len(window):
                joined.append(window)
        return joined

    def refill(self):
        pool = self.windows()
        if not self.documents[0].coref:
            pool = sorted(pool, key=lambda window: window.size() + self.random.random() * 24)
        batches, current = [], []
        for window in pool:
            longest = max([len(window)] + [len(other) for other in current])
            if current and longest * (len(current) + 1) > self.words:
                batches.append(current)
                current = []
            current.append(window)
        batches.append(current)
        self.queue = [batches[i] for i in self.random.permutation(len(batches))]

    def next(self):
        if not self.queue:
            self.refill()
        return self.queue.pop()


def collate(windows, pieces):
    """Tensors of one batch. Padding words have unknown labels; padding pieces are masked."""
    rows, width = len(windows), max(map(len, windows))
    length = max(window.size() for window in windows)
    batch = {"pieces": np.zeros((rows, length), dtype=np.int64), "shapes": np.zeros((rows, length), dtype=np.int64),
             "first": np.zeros((rows, width), dtype=np.int64), "mask": np.zeros((rows, length), dtype=bool)}
    for field in FIELDS:
        empty = {"head": NO_HEAD, "names": 0, "para": 0}.get(field, -1)
        batch[field] = np.full((rows, width), empty, dtype=np.int64)
        for row, window in enumerate(windows):
            batch[field][row, : len(window)] = getattr(window, field)
    for row, window in enumerate(windows):
        ids, kinds, first = [pieces.begin], [0], []
        for word, kind in zip(window.pieces, window.shapes):
            first.append(len(ids))
            ids += word
            kinds += [int(kind)] * len(word)
        ids.append(pieces.end)
        kinds.append(0)
        batch["pieces"][row, : len(ids)], batch["shapes"][row, : len(ids)] = ids, kinds
        batch["first"][row, : len(first)], batch["mask"][row, : len(ids)] = first, True
    batch = {name: torch.from_numpy(array) for name, array in batch.items()}
    batch["mask"] = (~batch["mask"][:, None, None, :]).float() * -1e4
    batch["windows"] = windows
    return batch
