"""The best single-rooted tree of a sentence from its arc scores (Chu-Liu-Edmonds)."""
import numpy as np


def best_tree(scores):
    """scores[i, j]: word i's head is word j-1, column 0 the root. Gives heads, -1 for the root word."""
    count = len(scores)
    greedy = scores.argmax(1) - 1
    if (greedy == -1).sum() == 1 and not find_cycle(greedy):
        return greedy
    best, found = -np.inf, greedy
    for root in np.argsort(-scores[:, 0])[:4]:
        full = np.full((count + 1, count + 1), -1e9)
        full[1:, :] = scores
        full[1:, 0] = -1e9
        full[root + 1, 0] = scores[root, 0]
        heads = contract(full)
        total = sum(full[i, heads[i]] for i in range(1, count + 1))
        if total > best:
            best, found = total, heads[1:] - 1
    return found


def find_cycle(heads):
    """A cycle of words among `heads` (-1 = none), or nothing."""
    state = np.zeros(len(heads), dtype=int)
    for start in range(len(heads)):
        path, at = [], start
        while at >= 0 and state[at] == 0:
            state[at] = 1
            path.append(at)
            at = heads[at]
        if at >= 0 and at in path:
            return path[path.index(at):]
        state[path] = 2
    return []


def contract(scores):
    """Heads of the best arborescence rooted in node 0; scores[dependent, head]."""
    scores = scores.copy()
    np.fill_diagonal(scores, -np.inf)
    heads = scores.argmax(1)
    heads[0] = -1
    cycle = find_cycle(heads)
    if not cycle:
        return heads
    rest = [i for i in range(len(scores)) if i not in cycle]
    small = np.full((len(rest) + 1, len(rest) + 1), -np.inf)
    small[:-1, :-1] = scores[np.ix_(rest, rest)]
    inside = scores[cycle, heads[cycle]]
    gain = scores[np.ix_(cycle, rest)] - inside[:, None]
    small[-1, :-1] = gain.max(0) + inside.sum()
    enter = np.array(cycle)[gain.argmax(0)]
    out = scores[np.ix_(rest, cycle)]
    small[:-1, -1] = out.max(1)
    leave = np.array(cycle)[out.argmax(1)]
    solved = contract(small)
    result = heads.copy()
    for i, node in enumerate(rest):
        if solved[i] >= 0:
            result[node] = leave[i] if solved[i] == len(rest) else rest[solved[i]]
    result[0] = -1
    chosen = solved[-1]
    result[enter[chosen]] = rest[chosen]
    return result
