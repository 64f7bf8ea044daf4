"""Words and word pieces: a plain tokeniser after the habits of UD English (for texts that come without words),
BERT's WordPiece, and the shape classes that give an uncased vocabulary its capitals back."""
import re
import unicodedata

ABBREVIATIONS = ("Mr Mrs Ms Dr Prof Gen Col Lt Maj Capt Sgt Cmdr Adm Gov Sen Rep Rev Hon St Jr Sr Inc Ltd Co Corp Bros vs etc No"
                 " Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Wed Thu Fri Sat Sun al Ft Mt Pres Brig Insp Supt").split()
TOKEN = re.compile(
    r"(?:https?://|www\.)[^\s<>\"”]{1,300}"
    r"|[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,30}){1,5}"
    r"|(?:[^\W\d_]\.){2,8}"
    r"|\b(?:" + "|".join(ABBREVIATIONS) + r")\.(?=\s)"
    r"|\b[A-Z]\.(?=\s[A-Z])"
    r"|\d+(?:[.,:]\d+)*\w*"
    r"|[^\W\d_]\w*(?:['’][^\W\d_]+){0,3}"
    r"|\.{2,}|-{2,}|_+|''|``"
    r"|\S")
CLITIC = re.compile(r"^(.+?)(n['’]t|['’](?:s|re|ve|ll|d|m))$", re.I)


def tokenize(text):
    """Spans of the words of `text`."""
    spans = []
    for match in TOKEN.finditer(text):
        start, end = match.span()
        clitic = CLITIC.match(match.group())
        if clitic:
            cut = start + clitic.start(2)
            spans += [(start, cut), (cut, end)]
        elif match.group().lower() == "cannot":
            spans += [(start, start + 3), (start + 3, end)]
        else:
            spans.append((start, end))
    return spans


PLAIN = {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'", "–": "-", "—": "-", "‑": "-", "…": "..."}
OPENING = set('"“„«‘‹\'`') | {"``"}
MAX_WORD_PIECES = 12


class Pieces:
    """BERT's uncased WordPiece over one word at a time. A word gives 1..12 pieces."""

    def __init__(self, vocabulary):
        self.vocabulary = {piece: i for i, piece in enumerate(vocabulary)}
        self.unknown, self.begin, self.end = (self.vocabulary[piece] for piece in ("[UNK]", "[CLS]", "[SEP]"))
        self.known = {}

    def word(self, form):
        ids = self.known.get(form)
        if ids is None:
            ids = [piece for part in basic_parts(form) for piece in self.part(part)][:MAX_WORD_PIECES] or [self.unknown]
            self.known[form] = ids
        return ids

    def part(self, part):
        if len(part) > 100:
            return [self.unknown]
        ids, start = [], 0
        while start < len(part):
            for end in range(len(part), start, -1):
                piece = self.vocabulary.get(("##" if start else "") + part[start:end])
                if piece is not None:
                    break
            else:
                return [self.unknown]
            ids.append(piece)
            start = end
        return ids


def basic_parts(form):
    """Plain quotes and dashes, lower case, no accents, split at every punctuation mark and CJK character."""
    form = "".join(PLAIN.get(c, c) for c in form).lower()
    parts, current = [], ""
    for c in unicodedata.normalize("NFD", form):
        kind = unicodedata.category(c)
        if kind == "Mn" or kind in ("Cc", "Cf", "Co", "Cs"):
            continue
        if is_punctuation(c, kind) or 0x4E00 <= ord(c) <= 0x9FFF or 0x3400 <= ord(c) <= 0x4DBF or c.isspace():
            parts += [part for part in (current, "" if c.isspace() else c) if part]
            current = ""
        else:
            current += c
    return parts + [current] if current else parts


def is_punctuation(c, kind):
    code = ord(c)
    return 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126 or kind.startswith("P")


SPECIAL, LOWER, TITLE, UPPER, MIXED, DIGIT, MARK, OPENED = range(8)


def shape(form, previous, paragraph):
    """The shape class of a word, from its form, the form before it (None at the start) and whether it begins a paragraph."""
    letters = [c for c in form if c.isalpha()]
    if form[0].isdigit() or (not letters and any(c.isdigit() for c in form)):
        return DIGIT
    if not letters:
        return MARK
    upper = sum(1 for c in letters if c.isupper())
    if upper == 0:
        return LOWER
    if upper == len(letters) and upper > 1:
        return UPPER
    if upper == 1 and letters[0].isupper():
        return OPENED if paragraph or previous is None or previous in OPENING else TITLE
    return MIXED
