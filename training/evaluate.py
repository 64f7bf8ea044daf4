"""Scores a checkpoint or an exported model on development files, with gold words where the corpus has them.
   python evaluate.py --prepared work/prepared.pickle --base BASE --data DATA (--checkpoint work/run/last.pt | --onnx model.onnx)"""
import argparse
import collections
import gzip
import json
import pickle

import numpy as np
import torch

import corpora
import labels
from batches import MAX_PIECES, Window, collate, cut
from documents import Document
from graph import INPUTS, OUTPUTS
from network import Network
from train import label_sizes, read_vocabulary
from trees import best_tree
from words import Pieces, tokenize

FOUR = {"PER": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC", "NORP": "MISC", "EVENT": "MISC", "PRODUCT": "MISC", "MISC": "MISC"}


class Reader:
    """Runs a network, in PyTorch or exported, over the windows of a document."""

    def __init__(self, options, prepared):
        self.pieces = Pieces(read_vocabulary(options.base))
        self.session = self.network = None
        if options.onnx:
            import onnxruntime
            settings = onnxruntime.SessionOptions()
            settings.intra_op_num_threads = 1
            self.session = onnxruntime.InferenceSession(options.onnx, settings, providers=["CPUExecutionProvider"])
        else:
            self.network = load_network(options.checkpoint, prepared, len(self.pieces.vocabulary))

    def run(self, window):
        batch = collate([window], self.pieces)
        if self.session:
            given = {name: batch[name][0].numpy() for name in INPUTS}
            return dict(zip(OUTPUTS, self.session.run(OUTPUTS, given)))
        with torch.no_grad():
            out = self.network(*(batch[name] for name in INPUTS), batch["mask"])
        return {name: out[name][0].float().numpy() for name in OUTPUTS}

    def read(self, document):
        """Yields (first word, window, outputs)."""
        for first, last in cut(document, self.pieces, lambda: MAX_PIECES):
            window = Window(document, first, last, self.pieces)
            yield first, window, self.run(window)


def load_network(path, prepared, vocabulary):
    state = torch.load(path, weights_only=False)
    network = Network(vocabulary, label_sizes(prepared["tags"]))
    network.load_state_dict(state["network"])
    with torch.no_grad():
        for name, parameter in network.named_parameters():
            parameter.copy_(state["ema"][name])
    return network.eval()


def score_syntax(reader, documents, tags):
    relations = [label.split(":")[0] for label in tags["relation"]]
    right, total, ends = collections.Counter(), 0, collections.Counter()
    for document in documents:
        for _, window, out in reader.read(document):
            total += len(window)
            for name in ("upos", "xpos", "feats"):
                right[name] += int((out[name].argmax(1) == getattr(window, name)).sum())
            guess = out["end"] > 0
            guess[-1] = True
            guess[:-1] |= window.para[1:] == 1
            ends["found"] += int((guess & (window.end == 1)).sum())
            ends["guess"] += int(guess.sum())
            ends["gold"] += int((window.end == 1).sum())
            score_trees(window, out, relations, right)
    figures = {name: round(100 * count / total, 2) for name, count in right.items()}
    figures["end_f1"] = round(200 * ends["found"] / (ends["guess"] + ends["gold"]), 2)
    return figures


def score_trees(window, out, relations, right):
    for number in np.unique(window.sentence):
        words = np.flatnonzero(window.sentence == number)
        heads = best_tree(out["arc"][np.ix_(words, np.concatenate([[0], words + 1]))])
        for i, head in zip(words, heads):
            head = -1 if head < 0 else words[head]
            if head == window.head[i]:
                right["uas"] += 1
                label = int((out["rel_dep"][i] @ out["rel_head"][head + 1]).argmax())
                right["las"] += relations[label] == relations[window.relation[i]]


def legal_steps(names):
    """steps[a, b]: label b may follow label a."""
    steps = np.zeros((len(names), len(names)), dtype=bool)
    for a, before in enumerate(names):
        for b, after in enumerate(names):
            opened = before[0] in "BI"
            steps[a, b] = after[0] in "IE" and after[2:] == before[2:] if opened else after[0] in "OBS"
    return steps


def best_path(logits, names):
    """The likeliest legal sequence of BIOES labels."""
    blocked = np.where(legal_steps(names), 0.0, -1e9)
    scores = logits - np.logaddexp.reduce(logits, 1, keepdims=True)
    total = scores[0] + [0.0 if name[0] in "OBS" else -1e9 for name in names]
    back = []
    for row in scores[1:]:
        paths = total[:, None] + blocked
        back.append(paths.argmax(0))
        total = paths.max(0) + row
    total = total + [0.0 if name[0] in "OES" else -1e9 for name in names]
    path = [int(total.argmax())]
    for step in reversed(back):
        path.append(int(step[path[-1]]))
    return [names[i] for i in reversed(path)]


def spans_of(tags):
    """(first, last, class) of BIOES labels; broken spans are closed where they break."""
    spans, start, kind = [], None, None
    for i, tag in enumerate(list(tags) + ["O"]):
        mark, _, name = tag.partition("-")
        if start is not None and (mark in "OBS" or name != kind):
            spans.append((start, i, kind))
            start = None
        if mark != "O" and start is None:
            start, kind = i, name
        if mark in "ES" and start is not None:
            spans.append((start, i + 1, kind))
            start = None
    return spans


def score_name_rows(reader, rows, classes):
    """Four-class exact span F1 on rows of {text, ents}; only the gold classes in `classes` count."""
    count, kinds = collections.Counter(), collections.Counter()
    for row in rows:
        document = Document(row["id"], "names", row["text"], tokenize(row["text"]))
        document.guess_sentences()
        gold = {(e[0], e[1], e[2]) for e in row["ents"] if e[2] in classes}
        for first, _, out in reader.read(document):
            for s, e, kind in spans_of(best_path(out["names"], labels.NAMES)):
                kind = FOUR.get(kind)
                if kind in classes:
                    span = (document.spans[first + s][0], document.spans[first + e - 1][1], kind)
                    count["guess"] += 1
                    count["found"] += span in gold
                    kinds[kind, "guess"] += 1
                    kinds[kind, "found"] += span in gold
        count["gold"] += len(gold)
        for _, _, kind in gold:
            kinds[kind, "gold"] += 1
    f1 = lambda found, guess, gold: round(200 * found / max(1, guess + gold), 2)
    figures = {"f1": f1(count["found"], count["guess"], count["gold"])}
    figures.update({kind: f1(kinds[kind, "found"], kinds[kind, "guess"], kinds[kind, "gold"]) for kind in classes})
    return figures


def score_chains(reader, documents):
    """How often the best antecedent (or "new") of a gold mention within the window is right; mention heads and types."""
    count = collections.Counter()
    for document in documents:
        for _, window, out in reader.read(document):
            guess = out["mention"].argmax(1)
            count["heads guess"] += int((guess > 0).sum())
            count["heads gold"] += int((window.mention > 0).sum())
            count["heads found"] += int(((guess > 0) & (window.mention > 0)).sum())
            count["types found"] += int(((guess == window.mention) & (window.mention > 0)).sum())
            at = np.flatnonzero(window.cluster >= 0)
            for n, j in enumerate(at):
                scores = [out["coref_new"][j]] + [out["coref_q"][j] @ out["coref_k"][i] / 8 for i in at[:n]]
                best, links = int(np.argmax(scores)), [i for i in at[:n] if window.cluster[i] == window.cluster[j]]
                kind = "linked" if links else "new"
                count[kind] += 1
                count[kind + " right"] += (best == 0) if not links else best > 0 and at[best - 1] in links
    f1 = lambda found: round(200 * count[found] / (count["heads guess"] + count["heads gold"]), 2)
    return {"head_f1": f1("heads found"), "typed_f1": f1("types found"),
            "linked": round(100 * count["linked right"] / count["linked"], 2), "new": round(100 * count["new right"] / count["new"], 2)}


def score_pairs(reader, documents):
    """Held-out GAP passages: does the pronoun prefer the right one of the two names?"""
    right = total = 0
    for document in documents:
        for _, window, out in reader.read(document):
            for pronoun, good, bad in window.pairs:
                total += 1
                right += out["coref_q"][pronoun] @ out["coref_k"][good] > out["coref_q"][pronoun] @ out["coref_k"][bad]
    return {"right": round(100 * int(right) / max(1, total), 2), "of": total}


def score_own(reader, documents, masks):
    """Held-out items of corpus/: names (all classes), quote parts, event triggers, types, status and roles."""
    names, quotes, count = collections.Counter(), collections.Counter(), collections.Counter()
    for document in documents:
        for _, window, out in reader.read(document):
            if document.corpus == "corpus-names":
                gold = [labels.NAMES[np.flatnonzero(masks[n])[0]] for n in window.names]
                tally(names, spans_of(gold), spans_of(best_path(out["names"], labels.NAMES)))
            elif document.corpus == "corpus-quotes":
                tally(quotes, spans_of(labels.QUOTES[max(i, 0)] for i in window.quote), spans_of(best_path(out["quote"], labels.QUOTES)))
            else:
                score_events(window, out, count)
    f1 = lambda c: round(200 * c["found"] / max(1, c["guess"] + c["gold"]), 2)
    word = lambda name: round(200 * count[name] / max(1, count["guess"] + count["gold"]), 2)
    return {"names": f1(names), "quote_parts": f1(quotes), "trigger_f1": word("trigger"), "type_f1": word("type"), "mode_f1": word("mode"),
            "status": round(100 * count["status"] / max(1, count["gold"]), 2),
            "role_f1": round(200 * count["role found"] / max(1, count["role guess"] + count["role gold"]), 2)}


def tally(count, gold, guess):
    count["gold"] += len(gold)
    count["guess"] += len(guess)
    count["found"] += len(set(gold) & set(guess))


def score_events(window, out, count):
    guess = out["event"].argmax(1)
    count["gold"] += int((window.event > 0).sum())
    count["guess"] += int((guess > 0).sum())
    both = np.flatnonzero((guess > 0) & (window.event > 0))
    count["trigger"] += len(both)
    kind = lambda i: labels.EVENTS[i].split("/")[0]
    for i in both:
        count["type"] += kind(guess[i]) == kind(window.event[i])
        count["mode"] += guess[i] == window.event[i]
    for i in np.flatnonzero(window.event > 0):
        count["status"] += int(out["status"][i].argmax() == window.status[i])
        gold = {(j, k) for t, k, j in window.roles if t == i and k >= 0}
        found = {(int(j), int(k)) for j, k in zip(*np.nonzero(out["role"][i] > 0))}
        count["role gold"] += len(gold)
        count["role guess"] += len(found)
        count["role found"] += len(gold & found)


def spread(items, limit):
    return items if not limit or len(items) <= limit else [items[i * len(items) // limit] for i in range(limit)]


def evaluate(reader, prepared, data, limit):
    report = {}
    for name in ("ewt", "gum"):
        report[name] = score_syntax(reader, spread(prepared["dev"][name], limit), prepared["tags"])
    report["chains"] = score_chains(reader, spread(prepared["dev"]["gum"], limit))
    report["gap"] = score_pairs(reader, corpora.read_gap(data, held=True))
    report["own"] = score_own(reader, prepared["dev"]["corpus"], prepared["name_masks"])
    for name, path, classes in (("uner_ewt", "ner/uner_ewt_dev.jsonl.gz", ("PER", "ORG", "LOC")), ("politics", "ner/politics_dev.jsonl.gz", ("PER", "ORG", "LOC", "MISC")),
                                ("newspapers", "ner/restricted/worldwide_train.jsonl.gz", ("PER", "ORG", "LOC"))):
        rows = [json.loads(line) for line in gzip.open(f"{data}/{path}", "rt", encoding="utf-8")]
        report[name] = score_name_rows(reader, spread(rows, 60 if name == "newspapers" else limit and limit * 3), classes)
    return report


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--prepared", required=True)
    options.add_argument("--base", required=True)
    options.add_argument("--data", required=True)
    options.add_argument("--checkpoint")
    options.add_argument("--onnx")
    options.add_argument("--limit", type=int, default=0, help="documents of each file, spread over it")
    options = options.parse_args()
    torch.set_num_threads(1)
    with open(options.prepared, "rb") as file:
        prepared = pickle.load(file)
    for name, figures in evaluate(Reader(options, prepared), prepared, options.data, options.limit).items():
        print(json.dumps({name: figures}), flush=True)


if __name__ == "__main__":
    main()
