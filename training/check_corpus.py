"""Lists items of corpus/ that the trainer cannot use as they stand: unknown labels, marks without a note, notes without a mark.
   python check_corpus.py ../corpus"""
import collections
import pathlib
import re
import sys

import labels
from items import read_items


def problems(kind, item):
    found = []
    marked = {label for label, _, _ in item["marks"]}
    if "[" in re.sub(r"\[[^\]]*\]", "", item["text"]):
        found.append("a bracket left open")
    if kind == "names":
        found += [f"unknown class {label}" for label in marked - set(labels.NAME_CLASSES)]
    prefixes = {"events": "est", "quotes": "cqw"}.get(kind, "")
    if prefixes:
        found += [f"unknown mark {label}" for label in marked if not re.fullmatch(f"[{prefixes}]\\d+", label)]
    numbers = set()
    for note in item["notes"]:
        parts = note.split()
        if parts and parts[0].isdigit():
            numbers.add(parts[0])
            if kind == "events":
                if parts[1] not in labels.EVENTS:
                    found.append(f"unknown event {parts[1]}")
                if parts[-1] not in labels.STATUSES:
                    found.append(f"unknown status {parts[-1]}")
                if f"e{parts[0]}" not in marked:
                    found.append(f"event {parts[0]} has no trigger")
        elif kind == "events" and parts[:1] != ["none"]:
            found.append(f"unreadable note {note}")
    found += [f"mark {label} has no note" for label in marked if prefixes and label[1:] not in numbers]
    return found


def main():
    count, items = collections.Counter(), collections.Counter()
    for path in sorted(pathlib.Path(sys.argv[1]).glob("*/*.txt")):
        for item in read_items(path):
            items[path.parent.name] += 1
            for problem in problems(path.parent.name, item):
                count[path.parent.name] += 1
                print(f"{path.parent.name}/{path.name}: {problem}: {item['text'][:80]}")
    print(dict(items), "items,", sum(count.values()), "problems")


if __name__ == "__main__":
    main()
