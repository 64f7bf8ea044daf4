"""The lemma table: (word class, form) → lemma, and the suffix rules that serve every other form."""
import collections

MAX_SUFFIX = 5
CASED = {"NNP", "NNPS"}


def edit(form, lemma):
    """(how many letters to strip from the end, what to add)."""
    same = 0
    while same < min(len(form), len(lemma)) and form[same] == lemma[same]:
        same += 1
    return len(form) - same, lemma[same:]


def count_forms(documents, xpos_names):
    """counts[xpos][form][lemma]; forms of proper nouns keep their capitals, all others are lower case with plain apostrophes."""
    counts = collections.defaultdict(lambda: collections.defaultdict(collections.Counter))
    for document in documents:
        for form, lemma, xpos in zip(document.forms, getattr(document, "lemmas", ()), document.xpos):
            if lemma == "_" or any(c.isspace() for c in form):
                continue
            kind = xpos_names[xpos]
            key = form if kind in CASED else form.lower()
            counts[kind][key.replace("’", "'")][lemma.replace("’", "'")] += 1
    return counts


def learn_suffixes(forms):
    """[[suffix, strip, add], …] longest first: for every ending seen twice with one clear edit that its shorter ending lacks."""
    votes = collections.defaultdict(collections.Counter)
    for form, lemmas in forms.items():
        script = edit(form, lemmas.most_common(1)[0][0])
        for length in range(0, min(MAX_SUFFIX, len(form)) + 1):
            if script[0] <= max(length, 1):
                votes[form[len(form) - length:]][script] += 1
    rules = {}
    for suffix in sorted(votes, key=len):
        script, times = votes[suffix].most_common(1)[0]
        shorter = next((rules[suffix[i:]] for i in range(1, len(suffix) + 1) if suffix[i:] in rules), (0, ""))
        if (times >= 2 or not suffix) and script != shorter and script[0] <= len(suffix):
            rules[suffix] = script
    return [[suffix, *script] for suffix, script in sorted(rules.items(), key=lambda rule: (-len(rule[0]), rule[0]))]


def apply_rules(table, form, xpos):
    """The lemma of a word; what the program does too."""
    key = (form if xpos in CASED else form.lower()).replace("’", "'")
    exact = table["exact"].get(xpos, {})
    for tried in (key, key.lower()):
        if tried in exact:
            return exact[tried]
    for suffix, strip, add in table["suffix"].get(xpos, ()):
        if key.endswith(suffix) and len(key) > strip:
            return key[: len(key) - strip] + add
    return key


def build(documents, xpos_names):
    """Exact entries only where the suffix rules go wrong."""
    counts = count_forms(documents, xpos_names)
    table = {"cased": sorted(CASED), "exact": {}, "suffix": {kind: learn_suffixes(forms) for kind, forms in counts.items()}}
    for kind, forms in sorted(counts.items()):
        wanted = {form: lemmas.most_common(1)[0][0] for form, lemmas in sorted(forms.items())}
        table["exact"][kind] = {form: lemma for form, lemma in wanted.items() if apply_rules(table, form, kind) != lemma}
    return table


def accuracy(table, documents, xpos_names):
    right = total = 0
    for document in documents:
        for form, lemma, xpos in zip(document.forms, document.lemmas, document.xpos):
            total += 1
            right += lemma == "_" or apply_rules(table, form, xpos_names[xpos]) == lemma
    return 100 * right / total
