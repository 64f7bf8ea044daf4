"""The pair network: what did the one side of a sentence do to the other? Twelve layers of a base of its own, read only when pairs are asked about.
   python pairs.py --corpus ../corpus/events --base PAIRS --out ../models/en [--epochs 6] [--seed 1]
Adds pairs.onnx to the folder and to its manifest. Every event of corpus/events with a marked source or target is one example; the held-out tenth is only measured."""
import argparse
import pathlib
import random
import tempfile
import warnings

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import nn

from export import write_manifest
from graph import write_int8
from items import read_items
from network import DIM, ByteEmbedding, Dropout, Layer, load_base
from train import read_vocabulary
from words import Pieces, shape, tokenize

TYPES = ("AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT").split()
LONGEST = 160
BEFORE = 20
BATCH = 32


class PairNetwork(nn.Module):
    """An encoder told which words are the source (1) and the target (2). Gives a logit a type, and how much each piece was looked at."""

    def __init__(self, vocabulary, layers):
        super().__init__()
        self.words = ByteEmbedding(vocabulary)
        self.positions = nn.Parameter(torch.zeros(512, DIM))
        self.norm = nn.LayerNorm(DIM, eps=1e-12)
        self.dropout = Dropout(0.1)
        self.layers = nn.ModuleList(Layer(0.1) for _ in range(layers))
        self.side = nn.Embedding(4, DIM)
        self.shape = nn.Embedding(8, DIM)
        self.att = nn.Linear(DIM, 1)
        self.h = nn.Linear(4 * DIM, DIM)
        self.out = nn.Linear(DIM, len(TYPES))
        self.drop = nn.Dropout(0.2)
        nn.init.normal_(self.side.weight, std=0.02)
        nn.init.zeros_(self.shape.weight)

    def forward(self, pieces, shapes, sides, present=None):
        x = self.dropout(self.norm(self.words(pieces) + self.positions[: pieces.shape[1]] + self.side(sides) + self.shape(shapes)))
        hidden = None if present is None else (1 - present) * -1e4
        for layer in self.layers:
            x = layer(x, None if hidden is None else hidden[:, None, None, :])
        look = self.att(x).squeeze(-1)
        if hidden is not None:
            look = look + hidden
        seen = (x * look.softmax(-1).unsqueeze(-1).to(x.dtype)).sum(1)
        whole = torch.ones_like(look) if present is None else present
        source, target = ((sides == k) | (sides == 3) for k in (1, 2))
        parts = torch.cat([seen, mean(x, whole), mean(x, source), mean(x, target)], -1)
        return self.out(self.drop(F.gelu(self.h(self.drop(parts))))), look


def mean(x, mask):
    mask = mask.to(x.dtype)
    return (x * mask.unsqueeze(-1)).sum(1) / mask.sum(1, keepdim=True).clamp(min=1)


def encode(text, marks, pieces):
    """Piece ids, shapes, sides and whether a piece is of the trigger, with the begin and end pieces. `marks`: spans of source, target, trigger."""
    columns = [[pieces.begin, 0, 0, 0]]
    previous = None
    for start, end in tokenize(text):
        form = text[start:end]
        source, target, trigger = (any(start < b and end > a for a, b in spans) for spans in marks)
        kind = shape(form, previous, previous is None)
        columns += [[piece, kind, source + 2 * target, int(trigger)] for piece in pieces.word(form)]
        previous = form
    if len(columns) > LONGEST:
        marked = [i for i, column in enumerate(columns) if column[2]]
        first = max(0, min((marked or [0])[0] - BEFORE, len(columns) - LONGEST))
        columns = columns[first: first + LONGEST]
    return [list(row) for row in zip(*columns, [pieces.end, 0, 0, 0])]


def read_examples(folder, pieces):
    """(columns, type) of every event with a marked side: those to learn from, and those held out."""
    taught, held = [], []
    for path in sorted(pathlib.Path(folder).glob("*.txt")):
        for item in read_items(path):
            for note in item["notes"]:
                number, kind = (note.split() + ["", ""])[:2]
                kind = kind.split("/")[0]
                marks = [[(s, e) for label, s, e in item["marks"] if label == letter + number] for letter in "ste"]
                if kind in TYPES and (marks[0] or marks[1]):
                    (held if item["held"] else taught).append((encode(item["text"], marks, pieces), TYPES.index(kind)))
    return taught, held


def collate(examples):
    longest = max(len(columns[0]) for columns, _ in examples)
    rows = [torch.tensor([columns[k] + [0] * (longest - len(columns[k])) for columns, _ in examples]) for k in range(4)]
    present = torch.tensor([[1.0] * len(columns[0]) + [0.0] * (longest - len(columns[0])) for columns, _ in examples])
    return rows, present, torch.tensor([kind for _, kind in examples])


def hide(ids, sides, mask):
    """Hides most of the sides in three examples of ten and one piece in thirteen: the act decides, not who the two are."""
    chance = torch.rand(ids.shape)
    names = (sides > 0) & (torch.rand(ids.shape[0], 1) < 0.3) & (chance < 0.7)
    return torch.where(names | ((chance < 0.075) & (ids > 200)), torch.tensor(mask), ids)


def loss_of(network, examples, weights, mask):
    (ids, shapes, sides, trigger), present, kinds = collate(examples)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        logits, look = network(hide(ids, sides, mask), shapes, sides, present)
    loss = F.cross_entropy(logits.float(), kinds, weight=weights, label_smoothing=0.05)
    told = trigger.sum(1) > 0
    if told.any():
        looked = look.float().log_softmax(-1).masked_fill(trigger == 0, -1e4)
        loss = loss - 0.5 * torch.logsumexp(looked, -1)[told].mean()
    return loss


def train(network, taught, held, options, mask):
    heads = ("side", "shape", "att", "h", "out")
    groups = [[p for name, p in network.named_parameters() if (name.split(".")[0] in heads) == is_head] for is_head in (False, True)]
    rates = (5e-5, 1e-3)
    optimizer = torch.optim.AdamW([{"params": group} for group in groups], weight_decay=0.01)
    counts = torch.bincount(torch.tensor([kind for _, kind in taught]), minlength=len(TYPES)).clamp(min=1)
    weights = (len(taught) / len(TYPES) / counts).sqrt()
    total, step = options.epochs * (len(taught) // BATCH + 1), 0
    for epoch in range(options.epochs):
        network.train()
        order = sorted(taught, key=lambda example: len(example[0][0]) + random.random() * 8)
        batches = [order[i: i + BATCH] for i in range(0, len(order), BATCH)]
        random.shuffle(batches)
        for batch in batches:
            factor = min(1, step / (total * 0.06)) * max(0, 1 - step / total)
            for group, rate in zip(optimizer.param_groups, rates):
                group["lr"] = rate * factor
            optimizer.zero_grad()
            loss_of(network, batch, weights, mask).backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            step += 1
        print(f"epoch {epoch}: {accuracy(network, held):.3f} of the held-out examples right", flush=True)
        torch.save(network.state_dict(), options.checkpoint)


def accuracy(network, examples):
    network.eval()
    right = 0
    with torch.no_grad():
        for i in range(0, len(examples), 64):
            (ids, shapes, sides, _), present, kinds = collate(examples[i: i + 64])
            right += (network(ids, shapes, sides, present)[0].argmax(-1) == kinds).sum().item()
    return right / len(examples)


class OnePair(nn.Module):
    """The network without its batch dimension."""

    def __init__(self, network):
        super().__init__()
        self.network = network

    def forward(self, pieces, shapes, sides):
        return tuple(out.squeeze(0) for out in self.network(*(x.unsqueeze(0) for x in (pieces, shapes, sides))))


def write(network, folder):
    network.eval()
    example = (torch.arange(100, 112), torch.ones(12, dtype=torch.long), torch.tensor([0] * 4 + [1, 1, 0, 0, 2, 2, 0, 0]))
    axes = {name: {0: "P"} for name in ("pieces", "shapes", "sides", "look")}
    with tempfile.TemporaryDirectory() as scratch, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        plain = str(pathlib.Path(scratch) / "float.onnx")
        torch.onnx.export(OnePair(network), example, plain, input_names=["pieces", "shapes", "sides"], output_names=["types", "look"],
                          dynamic_axes=axes, opset_version=17, dynamo=False)
        write_int8(plain, str(folder / "pairs.onnx"))
    write_manifest(folder)


def main():
    options = argparse.ArgumentParser()
    for name in ("corpus", "base", "out"):
        options.add_argument("--" + name, required=True)
    options.add_argument("--epochs", type=int, default=6)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--checkpoint", default="pairs.pt", help="where each epoch's weights are kept")
    options.add_argument("--weights", help="write these trained weights instead of training")
    options = options.parse_args()
    torch.manual_seed(options.seed)
    random.seed(options.seed)
    base = pathlib.Path(options.base)
    vocabulary = read_vocabulary(base)
    pieces = Pieces(vocabulary)
    start = load_file(str(base / "model.safetensors"))
    network = PairNetwork(len(vocabulary), sum(name.endswith("attention.self.query.bias") for name in start))
    if options.weights:
        network.load_state_dict(torch.load(options.weights), strict=False)
    else:
        load_base(network, start)
        taught, held = read_examples(options.corpus, pieces)
        print(f"{len(taught)} examples, {len(held)} held out", flush=True)
        train(network, taught, held, options, pieces.vocabulary["[MASK]"])
    write(network, pathlib.Path(options.out))


if __name__ == "__main__":
    main()
