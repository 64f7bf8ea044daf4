"""What the network is punished for. Every loss is a mean over the words that know the answer."""
import torch
import torch.nn.functional as F

WEIGHTS = {"end": 1.0, "upos": 1.0, "xpos": 0.5, "feats": 0.5, "arc": 1.0, "relation": 1.0, "names": 1.0, "mention": 0.5, "coref": 1.0, "pair": 0.5,
           "quote": 0.4, "event": 1.0, "status": 0.3, "role": 0.4}


def losses(out, batch, name_masks):
    """Loss by name; a head whose labels the batch lacks is left out."""
    found = {}
    known = batch["end"] >= 0
    if known.any():
        found["end"] = F.binary_cross_entropy_with_logits(out["end"][known], batch["end"][known].float())
    for name in ("upos", "xpos", "feats", "mention", "quote", "event", "status"):
        known = batch[name] >= 0
        if known.any():
            found[name] = F.cross_entropy(out[name][known], batch[name][known])
    found.update(tree_losses(out, batch))
    known = batch["names"] > 0
    if known.any():
        logits, allowed = out["names"][known], name_masks[batch["names"][known]]
        found["names"] = (logits.logsumexp(-1) - logits.masked_fill(~allowed, -1e4).logsumexp(-1)).mean()
    found.update(coref_loss(out, batch))
    found.update(pair_loss(out, batch["windows"]))
    found.update(role_loss(out, batch["windows"]))
    return found


def tree_losses(out, batch):
    head = batch["head"]
    known = head >= -1
    if not known.any():
        return {}
    sentence = batch["sentence"]
    inside = sentence.unsqueeze(2) == sentence.unsqueeze(1)
    inside = torch.cat([torch.ones_like(inside[:, :, :1]), inside], 2)
    arc = out["arc"].masked_fill(~inside, -1e4)[known]
    target = head[known] + 1
    rows = known.nonzero()
    vectors = out["rel_head"][rows[:, 0], target]
    relation = torch.einsum("nld,nd->nl", out["rel_dep"][known], vectors)
    wanted = batch["relation"][known]
    return {"arc": F.cross_entropy(arc, target), "relation": F.cross_entropy(relation, wanted, ignore_index=-1)}


def coref_loss(out, batch):
    """Every mention head must prefer an antecedent of its chain among the earlier mentions of the same document, or "new"."""
    queries, keys, news, clusters, groups = [], [], [], [], []
    for row, window in enumerate(batch["windows"]):
        if window.coref:
            at = (batch["cluster"][row] >= 0).nonzero().squeeze(1)
            queries.append(out["coref_q"][row, at])
            keys.append(out["coref_k"][row, at])
            news.append(out["coref_new"][row, at])
            clusters.append(batch["cluster"][row, at])
            groups += [hash(window.group)] * len(at)
    if len(groups) < 2:
        return {}
    groups, clusters = torch.tensor(groups), torch.cat(clusters)
    scores = torch.cat(queries) @ torch.cat(keys).T / 8
    earlier = torch.ones_like(scores, dtype=torch.bool).tril(-1) & (groups[:, None] == groups)
    same = earlier & (clusters[:, None] == clusters)
    scores = torch.cat([torch.cat(news)[:, None], scores.masked_fill(~earlier, -1e4)], 1)
    right = torch.cat([~same.any(1, keepdim=True), same], 1)
    return {"coref": (scores.logsumexp(1) - scores.masked_fill(~right, -1e4).logsumexp(1)).mean()}


def pair_loss(out, windows):
    """The pronoun must prefer the right name to the wrong one and to being new."""
    rows = [(row, *words) for row, window in enumerate(windows) for words in window.pairs]
    if not rows:
        return {}
    row, pronoun, right, wrong = torch.tensor(rows).unbind(1)
    query, keys = out["coref_q"][row, pronoun], out["coref_k"]
    score = lambda name: (query * keys[row, name]).sum(-1) / 8
    scores = torch.stack([score(right), score(wrong), out["coref_new"][row, pronoun]], 1)
    return {"pair": F.cross_entropy(scores, torch.zeros(len(rows), dtype=torch.long))}


def role_loss(out, windows):
    rows = [(row, word) for row, window in enumerate(windows) for word in sorted({t for t, kind, _ in window.roles})]
    if not rows:
        return {}
    place = {key: i for i, key in enumerate(rows)}
    at = torch.tensor(rows)
    logits = out["role"][at[:, 0], at[:, 1]]
    wanted, real = torch.zeros_like(logits), torch.zeros_like(logits[..., :1])
    for row, window in enumerate(windows):
        for trigger, kind, word in window.roles:
            if kind >= 0:
                wanted[place[row, trigger], word, kind] = 1
    for (row, _), i in place.items():
        real[i, : len(windows[row])] = 1
    loss = F.binary_cross_entropy_with_logits(logits, wanted, reduction="none") * real
    return {"role": loss.sum() / (10 * len(rows))}
