"""Trains the network for a given time or number of steps; stops and resumes at any moment.
   python train.py --prepared work/prepared.pickle --base BASE --run work/run --minutes 60"""
import argparse
import json
import os
import pathlib
import pickle
import signal
import time

import numpy as np
import torch
from safetensors.torch import load_file

import labels
from batches import NamePool, Stream, collate
from losses import WEIGHTS, losses
from network import Network, load_base
from words import Pieces

ENCODER_RATE, HEAD_RATE, DECAY, WARM_UP, EMA = 1e-4, 1e-3, 0.9, 0.06, 0.999
SHARE = 0.75
FACTORS = {"gum": 1.3, "politics": 0.7, "re3d": 0.7, "corpus-events": 1.3, "corpus-names": 2.0, "corpus-quotes": 1.3, "gap": 0.6}
ONLY_NAMES = {"politics", "re3d", "wikigold", "corpus-names"}


def label_sizes(tags):
    return {"upos": len(tags["upos"]), "xpos": len(tags["xpos"]), "feats": len(tags["feats"]), "relations": len(tags["relation"]),
            "names": len(labels.NAMES), "mentions": len(labels.MENTIONS), "quotes": len(labels.QUOTES),
            "events": len(labels.EVENTS), "statuses": len(labels.STATUSES)}


def read_vocabulary(base):
    return (pathlib.Path(base) / "vocab.txt").read_text(encoding="utf-8").rstrip("\n").split("\n")


def make_optimizer(network):
    """Layer-wise learning rates: the lower the layer, the smaller; heads learn ten times as fast."""
    groups, depth = [], len(network.layers)
    for name, parameter in network.named_parameters():
        if name.startswith("layers."):
            rate = ENCODER_RATE * DECAY ** (depth - 1 - int(name.split(".")[1]))
        elif name.startswith(("positions", "norm.")):
            rate = ENCODER_RATE * DECAY ** depth
        else:
            rate = HEAD_RATE
        groups.append({"params": [parameter], "lr": rate, "full": rate, "weight_decay": 0.01 if parameter.dim() > 1 else 0.0})
    return torch.optim.AdamW(groups, betas=(0.9, 0.98), eps=1e-8, foreach=False, fused=True)


class Run:
    """Everything that a checkpoint keeps."""

    def __init__(self, options):
        self.options, self.folder = options, pathlib.Path(options.run)
        self.folder.mkdir(parents=True, exist_ok=True)
        with open(options.prepared, "rb") as file:
            self.prepared = pickle.load(file)
        self.pieces = Pieces(read_vocabulary(options.base))
        torch.manual_seed(options.seed)
        self.random = np.random.default_rng(options.seed)
        sizes = label_sizes(self.prepared["tags"])
        self.network = Network(len(self.pieces.vocabulary), sizes)
        load_base(self.network, load_file(pathlib.Path(options.base) / "model.safetensors"))
        self.optimizer = make_optimizer(self.network)
        self.ema = {name: tensor.detach().clone() for name, tensor in self.network.named_parameters()}
        self.step, self.words, self.spent = 0, 0, 0.0
        self.stop = False
        if options.start:
            self.load_weights(options.start)
        if (self.folder / "last.pt").exists():
            self.load(self.folder / "last.pt")
        for layer in self.network.layers:
            layer.rounded = bool(options.rounded)
        self.masks = torch.from_numpy(self.prepared["name_masks"])
        self.streams = self.make_streams()

    def make_streams(self):
        by_corpus = {}
        for document in self.prepared["train"]:
            by_corpus.setdefault(document.corpus, []).append(document)
        self.corpora = sorted(by_corpus)
        pool = NamePool(self.prepared["train"], self.prepared["name_masks"], labels.NAMES)
        weight = np.array([sum(map(len, by_corpus[c])) ** SHARE * FACTORS.get(c, 1) for c in self.corpora])
        self.shares = weight / weight.sum()
        print(json.dumps({"shares": dict(zip(self.corpora, self.shares.round(3).tolist()))}), flush=True)
        swap = lambda corpus: pool if corpus in ONLY_NAMES else None
        return {c: Stream(by_corpus[c], self.pieces, self.options.words, self.random, swap(c)) for c in self.corpora}

    def load_weights(self, path):
        """Starts from the averaged weights of another run."""
        state = torch.load(path, weights_only=False)
        with torch.no_grad():
            for name, parameter in self.network.named_parameters():
                if name in state["ema"] and state["ema"][name].shape == parameter.shape:
                    parameter.copy_(state["ema"][name])
                    self.ema[name].copy_(state["ema"][name])

    def load(self, path):
        state = torch.load(path, weights_only=False)
        self.network.load_state_dict(state["network"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.ema, self.step, self.words, self.spent = state["ema"], state["step"], state["words"], state["spent"]
        self.random.bit_generator.state = state["random"]
        torch.set_rng_state(state["torch"])

    def save(self):
        state = {"network": self.network.state_dict(), "optimizer": self.optimizer.state_dict(), "ema": self.ema, "step": self.step,
                 "words": self.words, "spent": self.spent, "random": self.random.bit_generator.state, "torch": torch.get_rng_state(),
                 "tags": self.prepared["tags"]}
        torch.save(state, self.folder / "next.pt")
        if (self.folder / "last.pt").exists():
            os.replace(self.folder / "last.pt", self.folder / "before.pt")
        os.replace(self.folder / "next.pt", self.folder / "last.pt")

    def progress(self):
        done = self.step / self.options.steps if self.options.steps else self.spent / (60 * self.options.minutes)
        return min(done, 1.0)

    def set_rates(self):
        done = self.progress()
        factor = min(1.0, done / self.options.warm_up) if self.options.warm_up else 1.0
        factor *= 1 - 0.98 * max(0.0, (done - self.options.warm_up) / (1 - self.options.warm_up))
        for group in self.optimizer.param_groups:
            group["lr"] = group["full"] * factor * self.options.rate

    def train_step(self):
        corpus = self.corpora[int(self.random.choice(len(self.corpora), p=self.shares))]
        batch = collate(self.streams[corpus].next(), self.pieces)
        self.set_rates()
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=bool(self.options.bf16)):
            out = self.network(batch["pieces"], batch["shapes"], batch["first"], batch["para"].clamp(min=0), batch["mask"])
        found = losses({name: value.float() for name, value in out.items()}, batch, self.masks)
        total = sum(WEIGHTS[name] * value for name, value in found.items())
        self.optimizer.zero_grad(set_to_none=True)
        total.backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimizer.step()
        self.step += 1
        self.words += sum(map(len, batch["windows"]))
        decay = min(EMA, (1 + self.step) / (10 + self.step))
        names, values = zip(*self.network.named_parameters())
        torch._foreach_lerp_([self.ema[name] for name in names], [value.detach() for value in values], 1 - decay)
        return {name: value.item() for name, value in found.items()}

    def train(self):
        began, spent, saved, sums, counts, words = time.time(), self.spent, time.time(), {}, {}, self.words
        while not self.stop and self.progress() < 1:
            for name, value in self.train_step().items():
                sums[name], counts[name] = sums.get(name, 0) + value, counts.get(name, 0) + 1
            self.spent = spent + time.time() - began
            if self.step % 100 == 0:
                speed = (self.words - words) / (time.time() - began)
                print(json.dumps({"step": self.step, "minutes": round(self.spent / 60, 1), "words": self.words, "words/s": round(speed),
                                  **{name: round(sums[name] / counts[name], 4) for name in sums}}), flush=True)
                sums, counts = {}, {}
            if time.time() - saved > 600:
                self.save()
                saved = time.time()
        self.save()


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--prepared", required=True)
    options.add_argument("--base", required=True, help="folder of the base weights: model.safetensors, vocab.txt")
    options.add_argument("--run", required=True)
    options.add_argument("--start", help="checkpoint whose averaged weights to start from")
    options.add_argument("--minutes", type=float, default=60)
    options.add_argument("--steps", type=int, default=0, help="instead of --minutes")
    options.add_argument("--words", type=int, default=1200, help="words a batch")
    options.add_argument("--rate", type=float, default=1.0, help="multiplies every learning rate")
    options.add_argument("--warm-up", type=float, default=WARM_UP)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--threads", type=int, default=2)
    options.add_argument("--rounded", type=int, default=0, help="1: round the inner activations to bytes, as the product does")
    options.add_argument("--bf16", type=int, default=1)
    options = options.parse_args()
    torch.set_num_threads(options.threads)
    run = Run(options)
    signal.signal(signal.SIGTERM, lambda *_: setattr(run, "stop", True))
    run.train()


if __name__ == "__main__":
    main()
