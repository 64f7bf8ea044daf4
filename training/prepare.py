"""Reads every allowed corpus once and keeps the labelled documents in one file.
   python prepare.py --data DATA --corpus ../corpus --base BASE --out work/prepared.pickle"""
import argparse
import collections
import pathlib
import pickle

import corpora
import labels
from documents import NameSets


def collect_tags(root):
    """Numbers the part-of-speech, morphology and relation labels of EWT and the allowed part of GUM."""
    counts = {field: collections.Counter() for field in ("upos", "xpos", "feats", "relation")}
    for path in ("syntax/ewt_train.jsonl.gz", "syntax/gum_train.jsonl.gz"):
        for row in corpora.rows(root, path):
            for sentence in row["sents"]:
                for word in sentence["w"]:
                    for field, column in (("upos", 4), ("xpos", 5), ("feats", 6), ("relation", 8)):
                        counts[field][word[column]] += 1
    least = {"feats": 3}
    return {field: {label: i for i, label in enumerate(sorted(k for k, n in count.items() if n >= least.get(field, 1)))}
            for field, count in counts.items()}


def read_all(root, corpus):
    tags, sets = collect_tags(root), NameSets(labels.NAMES)
    gum = corpora.read_syntax(root, "syntax/gum_train.jsonl.gz", "gum", tags)
    gum_dev = corpora.read_syntax(root, "syntax/gum_dev.jsonl.gz", "gum", tags)
    corpora.add_gum(root, "train", gum, sets, tags)
    corpora.add_gum(root, "dev", gum_dev, sets, tags)
    own = corpora.read_corpus(corpus, sets, tags)
    train = corpora.read_syntax(root, "syntax/ewt_train.jsonl.gz", "ewt", tags) + gum
    train += corpora.read_names(root, "ner/wikigold.jsonl.gz", "wikigold", sets, labels.WIKIGOLD_NAMES, ("DATE", "MONEY"))
    train += corpora.read_names(root, "ner/politics_train.jsonl.gz", "politics", sets, labels.POLITICS_NAMES, ("DATE", "MONEY", "NORP"))
    train += corpora.read_names(root, "ner/re3d_train.jsonl.gz", "re3d", sets, labels.RE3D_NAMES, ("EVENT", "MISC", "PRODUCT", "DATE", "MONEY"))
    train += corpora.read_gap(root)
    train += [document for document in own if not document.held]
    dev = {"ewt": corpora.read_syntax(root, "syntax/ewt_dev.jsonl.gz", "ewt", tags), "gum": gum_dev,
           "corpus": [document for document in own if document.held]}
    return {"tags": tags, "name_masks": sets.masks(), "train": train, "dev": dev}


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--data", required=True)
    options.add_argument("--corpus", default=str(pathlib.Path(__file__).parent.parent / "corpus"))
    options.add_argument("--out", required=True)
    options = options.parse_args()
    prepared = read_all(options.data, options.corpus)
    with open(options.out, "wb") as file:
        pickle.dump(prepared, file)
    counts = collections.Counter()
    for document in prepared["train"]:
        counts[document.corpus] += len(document)
    print({"train words": dict(counts), "dev words": {k: sum(map(len, v)) for k, v in prepared["dev"].items()}})


if __name__ == "__main__":
    main()
