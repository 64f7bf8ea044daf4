"""Trains the event and chain heads alone on the encoder's frozen outputs, kept in memory: many times cheaper than training all.
   python warm.py --prepared work/prepared.pickle --base BASE --checkpoint work/a/last.pt --out work/warm.pt"""
import argparse
import pickle
import time

import numpy as np
import torch

from batches import Stream, collate
from evaluate import load_network
from losses import WEIGHTS, coref_loss, role_loss
from train import read_vocabulary
from words import Pieces

HEADS = ("act.", "acts.", "chain.", "link.")


def read_states(network, batches):
    """(word vectors, batch) for every batch."""
    kept = []
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
        for batch in batches:
            states = network.encode(batch["pieces"], batch["shapes"], batch["mask"])
            index = batch["first"].unsqueeze(-1).expand(-1, -1, states[0].shape[-1])
            sense = network.mix_sense([state.gather(1, index) for state in states])
            sense = sense + network.shape_out(batch["shapes"].gather(1, batch["first"])) + network.paragraph(batch["para"].clamp(min=0))
            kept.append((sense.float(), batch))
    return kept


def head_losses(out, batch):
    found = {**coref_loss(out, batch), **role_loss(out, batch["windows"])}
    for name in ("event", "status"):
        known = batch[name] >= 0
        if known.any():
            found[name] = torch.nn.functional.cross_entropy(out[name][known], batch[name][known])
    return found


def train_heads(network, kept, epochs, random):
    parameters = [p for name, p in network.named_parameters() if name.startswith(HEADS)]
    optimizer = torch.optim.AdamW(parameters, lr=2e-3, weight_decay=0.01)
    total, done = epochs * len(kept), 0
    for epoch in range(epochs):
        sums = {}
        for i in random.permutation(len(kept)):
            sense, batch = kept[i]
            for group in optimizer.param_groups:
                group["lr"] = 2e-3 * (1 - 0.8 * done / total)
            found = head_losses(network.answer_sense(sense), batch)
            loss = sum(WEIGHTS[name] * value for name, value in found.items())
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            optimizer.step()
            done += 1
            for name, value in found.items():
                sums.setdefault(name, []).append(value.item())
        print(epoch, {name: round(float(np.mean(values)), 4) for name, values in sums.items()}, flush=True)


def main():
    options = argparse.ArgumentParser()
    for name in ("prepared", "base", "checkpoint", "out"):
        options.add_argument("--" + name, required=True)
    options.add_argument("--epochs", type=int, default=12)
    options = options.parse_args()
    torch.manual_seed(1)
    torch.set_num_threads(2)
    random = np.random.default_rng(1)
    with open(options.prepared, "rb") as file:
        prepared = pickle.load(file)
    pieces = Pieces(read_vocabulary(options.base))
    network = load_network(options.checkpoint, prepared, len(pieces.vocabulary))
    batches = []
    for corpus in ("corpus-events", "gum"):
        stream = Stream([d for d in prepared["train"] if d.corpus == corpus], pieces, 1200, random)
        stream.refill()
        batches += [collate(windows, pieces) for windows in stream.queue]
    began = time.time()
    kept = read_states(network, batches)
    print(len(kept), "batches in", round(time.time() - began), "s", flush=True)
    network.train()
    train_heads(network, kept, options.epochs, random)
    torch.save({"network": network.state_dict(), "ema": dict(network.named_parameters())}, options.out)


if __name__ == "__main__":
    main()
