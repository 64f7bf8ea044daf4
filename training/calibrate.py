"""Fits data/events/calibration.tsv: how often an event is right at each raw confidence.

    node bench/events.mjs --dump | python3 training/calibrate.py data/events/calibration.tsv [--write]

Reads one line of JSON an event, {"item", "ok", "confidence"}, of the held-out tenth of corpus/events. What the present table made of the raw confidence is
undone; the shares are pooled until they rise (pool adjacent violators, at least 40 events a step). Prints the expected calibration error before, after, and
over five folds of items, each told by a table that was fitted on the other four.
"""

import json
import sys
import zlib

LEAST = 40
FOLDS = 5
WIDTH = 0.1


def read_table(path):
    lines = open(path, encoding="utf8").read().splitlines()
    comments = [line for line in lines if line.startswith("#")]
    rows = [tuple(map(float, line.split("\t"))) for line in lines if line and not line.startswith("#") and not line.startswith("raw")]
    return comments, rows


def between(rows, value, source, target):
    """Straight line between the rows of a table, from one column to the other; the ends go on level."""
    if value <= rows[0][source]:
        return rows[0][target]
    for low, high in zip(rows, rows[1:]):
        if value <= high[source]:
            span = high[source] - low[source]
            return high[target] if span == 0 else low[target] + (value - low[source]) / span * (high[target] - low[target])
    return rows[-1][target]


def fit(events):
    """Rows (raw, share), both rising: steps of at least LEAST events, merged where the share falls."""
    steps = [[0, 0, 0.0]]
    last = None
    for raw, ok in sorted(events):
        if steps[-1][0] >= LEAST and raw != last:
            steps.append([0, 0, 0.0])
        steps[-1] = [steps[-1][0] + 1, steps[-1][1] + ok, steps[-1][2] + raw]
        last = raw
    if len(steps) > 1 and steps[-1][0] < LEAST:
        steps[-2:] = [[a + b for a, b in zip(*steps[-2:])]]
    pooled = []
    for step in steps:
        pooled.append(step)
        while len(pooled) > 1 and pooled[-2][1] / pooled[-2][0] >= pooled[-1][1] / pooled[-1][0]:
            pooled[-2:] = [[a + b for a, b in zip(*pooled[-2:])]]
    return [(total / count, right / count) for count, right, total in pooled]


def error(pairs):
    """Expected calibration error: the mean distance between what was said and what was right, over tenths of confidence."""
    bins = {}
    for said, ok in pairs:
        bins.setdefault(int(said / WIDTH), []).append((said, ok))
    return sum(abs(sum(said for said, _ in part) - sum(ok for _, ok in part)) for part in bins.values()) / len(pairs)


def main(path, write):
    comments, old = read_table(path)
    dumped = [json.loads(line) for line in sys.stdin if line.startswith("{")]
    events = [(between(old, event["confidence"], 1, 0), event["ok"], zlib.crc32(event["item"].encode()) % FOLDS) for event in dumped]
    table = fit([event[:2] for event in events])
    folded = []
    for fold in range(FOLDS):
        others = fit([event[:2] for event in events if event[2] != fold])
        folded += [(between(others, raw, 0, 1), ok) for raw, ok, part in events if part == fold]
    before = error([(event["confidence"], event["ok"]) for event in dumped])
    print(f"{len(events)} events; error of the present table {before:.3f}, of the new one {error([(between(table, raw, 0, 1), ok) for raw, ok, _ in events]):.3f}, over five folds {error(folded):.3f}")
    rows = "".join(f"{raw:.4f}\t{share:.3f}\n" for raw, share in table)
    print(rows, end="")
    if write:
        with open(path, "w", encoding="utf8") as out:
            out.write("\n".join(comments) + "\nraw\tshare\n" + rows)


if __name__ == "__main__":
    main(sys.argv[1], "--write" in sys.argv)
