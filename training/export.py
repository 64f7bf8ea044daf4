"""Writes the folder the program loads: int8 graph, vocabulary, labels, lemma table, manifest.
   python export.py --prepared work/prepared.pickle --base BASE --checkpoint work/run/last.pt --out ../models/en"""
import argparse
import hashlib
import json
import pathlib
import pickle
import tempfile

import labels
import lemmas
from evaluate import load_network
from graph import write_float, write_int8
from train import read_vocabulary
from words import MAX_WORD_PIECES, OPENING, PLAIN, Pieces

SHAPES = ["special", "lower", "title", "upper", "mixed", "digit", "mark", "opened"]


def label_file(tags, pieces):
    return {"upos": list(tags["upos"]), "xpos": list(tags["xpos"]), "feats": list(tags["feats"]), "relations": list(tags["relation"]),
            "names": labels.NAMES, "mentions": labels.MENTIONS, "quotes": labels.QUOTES, "events": labels.EVENTS,
            "statuses": labels.STATUSES, "roles": ["source", "target"], "shapes": SHAPES, "maxPieces": 192,
            "maxWordPieces": MAX_WORD_PIECES, "unk": pieces.unknown, "cls": pieces.begin, "sep": pieces.end,
            "plain": PLAIN, "opening": sorted(OPENING)}


def write_json(path, value, indent=None):
    path.write_text(json.dumps(value, ensure_ascii=False, indent=indent) + "\n", encoding="utf-8")


def write_manifest(folder):
    names = ["model.onnx", "pairs.onnx", "vocab.txt", "labels.json", "lemmas.json"]
    sums = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in names if (folder / name).exists()}
    write_json(folder / "manifest.json", sums, indent=1)


def main():
    options = argparse.ArgumentParser()
    for name in ("prepared", "base", "checkpoint", "out"):
        options.add_argument("--" + name, required=True)
    options.add_argument("--keep-float", help="also keep the fp32 graph here")
    options = options.parse_args()
    folder = pathlib.Path(options.out)
    folder.mkdir(parents=True, exist_ok=True)
    with open(options.prepared, "rb") as file:
        prepared = pickle.load(file)
    vocabulary = read_vocabulary(options.base)
    with tempfile.TemporaryDirectory() as scratch:
        plain = options.keep_float or str(pathlib.Path(scratch) / "float.onnx")
        write_float(load_network(options.checkpoint, prepared, len(vocabulary)), plain)
        write_int8(plain, str(folder / "model.onnx"))
    (folder / "vocab.txt").write_text("\n".join(vocabulary) + "\n", encoding="utf-8")
    write_json(folder / "labels.json", label_file(prepared["tags"], Pieces(vocabulary)))
    trees = [document for document in prepared["train"] if document.corpus in ("ewt", "gum")]
    write_json(folder / "lemmas.json", lemmas.build(trees, list(prepared["tags"]["xpos"])))
    write_manifest(folder)


if __name__ == "__main__":
    main()
