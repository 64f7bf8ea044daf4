"""Reads the labelled items of corpus/: plain text with marks in square brackets, and lines that begin with `=`."""
import hashlib
import pathlib


def read_items(path):
    """Yields {id, text, marks: [(label, start, end)], lines: [(start, end)], notes: [str], held: bool} for every item of a file."""
    block = []
    path = pathlib.Path(path)
    name = f"{path.parent.name}/{path.stem}"
    for line in path.read_text(encoding="utf-8").split("\n") + [""]:
        line = line.strip()
        if line.startswith("#"):
            continue
        if line:
            block.append(line)
        elif block:
            yield read_item(block, name)
            block = []


def read_item(block, name):
    text, marks, lines, notes, gap = "", [], [], [], ""
    for line in block:
        if line.startswith("="):
            notes.append(line[1:].strip())
        elif line == "¶":
            gap = "\n\n"
        else:
            text += gap if text else ""
            start = len(text)
            plain, found = unmark(line)
            text += plain
            marks += [(label, s + start, e + start) for label, s, e in found]
            lines.append((start, len(text)))
            gap = " "
    digest = hashlib.sha256(text.encode()).hexdigest()
    return {"id": f"{name}/{digest[:10]}", "text": text, "marks": marks, "lines": lines, "notes": notes,
            "held": int(digest[:4], 16) % 10 == 0}


def unmark(line):
    """The plain text of a line and its marks."""
    plain, marks, stack, i = "", [], [], 0
    while i < len(line):
        c = line[i]
        if c == "\\" and line[i + 1: i + 2] in ("[", "]"):
            plain += line[i + 1]
            i += 2
        elif c == "[":
            colon = line.find(":", i)
            stack.append((line[i + 1: colon], len(plain)))
            i = colon + 1
        elif c == "]" and stack:
            labels, start = stack.pop()
            marks += [(label.strip(), start, len(plain)) for label in labels.split(",")]
            i += 1
        else:
            plain += c
            i += 1
    return plain, marks
