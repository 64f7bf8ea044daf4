"""The network: a MiniLM encoder read once, and one small head for every question asked of a word."""
import math

import torch
import torch.nn.functional as F
from torch import nn

DIM = 384
HEADS = 12
INNER = 1536
ARC = 256
REL = 64
LINK = 64


def attend(q, k, v, mask):
    """Attention in the inputs' own precision: on processors three times as fast, backwards, as the fused kernel. `mask` [B,1,1,P]: 0 or a large negative number."""
    with torch.autocast("cpu", enabled=False):
        scores = torch.matmul(q * (1 / math.sqrt(DIM // HEADS)), k.transpose(2, 3)) + mask.to(q.dtype)
        return torch.matmul(scores.softmax(-1), v)


def round_bytes(x):
    """What is left of `x` after one byte a number over the range of the whole tensor, as in the exported graph."""
    low, high = x.amin().float(), x.amax().float()
    step = ((high - low) / 255).clamp(min=1e-8)
    return (x.float().div(step).round_().mul_(step)).to(x.dtype)


class Dropout(nn.Module):
    """Dropout whose masks are cut from a pool of random numbers drawn once: drawing new ones costs a tenth of a training step."""

    def __init__(self, rate, size=1 << 22):
        super().__init__()
        self.size = size
        keep = (torch.rand(size) >= rate).to(torch.bfloat16) / (1 - rate)
        self.register_buffer("pool", keep, persistent=False)

    def forward(self, x):
        count = x.numel()
        if not self.training or count > self.size // 2:
            return x
        start = int(torch.randint(self.size - count, (1,)))
        return x * self.pool[start: start + count].view(x.shape).to(x.dtype)


class Layer(nn.Module):
    """One BERT layer (post-norm)."""

    def __init__(self, dropout):
        super().__init__()
        self.qkv = nn.Linear(DIM, 3 * DIM)
        self.out = nn.Linear(DIM, DIM)
        self.norm1 = nn.LayerNorm(DIM, eps=1e-12)
        self.up = nn.Linear(DIM, INNER)
        self.down = nn.Linear(INNER, DIM)
        self.norm2 = nn.LayerNorm(DIM, eps=1e-12)
        self.dropout = Dropout(dropout)
        self.rounded = False

    def forward(self, x, mask):
        b, p, _ = x.shape
        q, k, v = self.qkv(x).view(b, p, 3, HEADS, DIM // HEADS).permute(2, 0, 3, 1, 4).unbind(0)
        if mask is None:
            scores = torch.matmul(q, k.transpose(2, 3)) * (1 / math.sqrt(DIM // HEADS))
            mixed = torch.matmul(scores.softmax(-1), v)
        else:
            mixed = attend(q, k, v, mask)
        mixed = mixed.transpose(1, 2).reshape(b, p, DIM)
        x = self.norm1(x + self.dropout(self.out(mixed)))
        inner = F.gelu(self.up(x))
        if self.rounded and self.training:
            inner = inner + (round_bytes(inner.detach()) - inner.detach())
        return self.norm2(x + self.dropout(self.down(inner)))


class ByteEmbedding(nn.Module):
    """Word-piece vectors kept as bytes with one scale a row: frozen, and the same in training and in the product."""

    def __init__(self, count):
        super().__init__()
        self.register_buffer("rows", torch.zeros(count, DIM, dtype=torch.int8))
        self.register_buffer("scale", torch.ones(count, 1))

    def load(self, weight):
        scale = weight.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.scale.copy_(scale)
        self.rows.copy_((weight / scale).round().to(torch.int8))

    def forward(self, pieces):
        return self.rows[pieces].float() * self.scale[pieces]


class Mix(nn.Module):
    """A learned weighting of the encoder's layers."""

    def __init__(self, count):
        super().__init__()
        start = torch.zeros(count)
        start[-1] = 2.0
        self.weight = nn.Parameter(start)

    def forward(self, layers):
        weight = self.weight.softmax(0)
        return sum(weight[i] * layer for i, layer in enumerate(layers))


class Network(nn.Module):
    """All heads over one encoder. `sizes` counts the labels of each head (see labels.py)."""

    def __init__(self, vocabulary, sizes, layers=6, dropout=0.1, head_dropout=0.33):
        super().__init__()
        self.sizes = sizes
        self.words = ByteEmbedding(vocabulary)
        self.positions = nn.Parameter(torch.zeros(512, DIM))
        self.shape_in = nn.Embedding(8, DIM)
        self.shape_out = nn.Embedding(8, DIM)
        self.paragraph = nn.Embedding(2, DIM)
        self.norm = nn.LayerNorm(DIM, eps=1e-12)
        self.dropout = Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(layers))
        self.mix_syntax = Mix(layers + 1)
        self.mix_sense = Mix(layers + 1)
        self.head_dropout = Dropout(head_dropout)
        self.small_dropout = Dropout(0.15)
        self.tags = nn.Linear(DIM, 1 + sizes["upos"] + sizes["xpos"] + sizes["feats"])
        self.tree = nn.Linear(DIM, 2 * ARC + 2 * REL)
        self.root = nn.Parameter(torch.randn(ARC + REL) * 0.02)
        self.arc = nn.Linear(ARC, ARC)
        self.relation = nn.Linear(REL, sizes["relations"] * (REL + 1))
        self.sense = nn.Linear(DIM, 512)
        self.spans = nn.Linear(512, sizes["names"] + sizes["mentions"] + sizes["quotes"])
        self.chain = nn.Linear(DIM, 256)
        self.link = nn.Linear(256, 2 * LINK + 1)
        self.act = nn.Linear(DIM, 384)
        self.acts = nn.Linear(384, sizes["events"] + sizes["statuses"] + 4 * LINK)
        for table in (self.shape_in, self.shape_out, self.paragraph):
            nn.init.zeros_(table.weight)

    def encode(self, pieces, shapes, mask):
        x = self.words(pieces) + self.positions[: pieces.shape[1]] + self.shape_in(shapes)
        x = self.dropout(self.norm(x))
        states = [x]
        for layer in self.layers:
            x = layer(x, mask)
            states.append(x)
        return states

    def forward(self, pieces, shapes, first, para, mask=None):
        """pieces, shapes [B,P]; first, para [B,W]; mask [B,1,1,P] (0, or a large negative number at padding) or None. Returns the logits by name."""
        states = self.encode(pieces, shapes, mask)
        index = first.unsqueeze(-1).expand(-1, -1, DIM)
        states = [state.gather(1, index) for state in states]
        known = self.shape_out(shapes.gather(1, first)) + self.paragraph(para)
        return self.answer(self.mix_syntax(states) + known, self.mix_sense(states) + known)

    def answer(self, syntax, sense):
        sizes = self.sizes
        out = self.answer_sense(sense)
        syntax = self.head_dropout(syntax)
        end, upos, xpos, feats = self.tags(syntax).split([1, sizes["upos"], sizes["xpos"], sizes["feats"]], -1)
        out.update(end=end.squeeze(-1), upos=upos, xpos=xpos, feats=feats)
        out.update(self.parse(syntax))
        return out

    def answer_sense(self, sense):
        """Names, mentions, quotes, chains and events from the word vectors of `mix_sense`."""
        sizes = self.sizes
        hidden = self.head_dropout(F.gelu(self.sense(self.head_dropout(sense))))
        parts = self.spans(hidden).split([sizes["names"], sizes["mentions"], sizes["quotes"]], -1)
        out = dict(zip(("names", "mention", "quote"), parts))
        sense = self.small_dropout(sense)
        query, key, new = self.link(self.small_dropout(F.gelu(self.chain(sense)))).split([LINK, LINK, 1], -1)
        out.update(coref_q=query, coref_k=key, coref_new=new.squeeze(-1))
        acts = self.acts(self.small_dropout(F.gelu(self.act(sense))))
        out["event"], out["status"], sq, sk, tq, tk = acts.split([sizes["events"], sizes["statuses"]] + [LINK] * 4, -1)
        out["role"] = torch.stack([sq @ sk.transpose(1, 2), tq @ tk.transpose(1, 2)], -1) / 8 - 2.0
        return out

    def parse(self, syntax):
        parts = self.head_dropout(F.gelu(self.tree(syntax)))
        arc_dep, rel_dep, heads = parts.split([ARC, REL, ARC + REL], -1)
        root = self.root.view(1, 1, -1).expand(heads.shape[0], 1, -1)
        heads = torch.cat([root, heads], 1)
        arc_head, rel_head = heads.split([ARC, REL], -1)
        arc = self.arc(arc_dep) @ arc_head.transpose(1, 2) / 16
        relation = self.relation(rel_dep).unflatten(-1, (self.sizes["relations"], REL + 1))
        ones = torch.ones_like(rel_head[..., :1])
        return {"arc": arc, "rel_dep": relation, "rel_head": torch.cat([rel_head, ones], -1)}


def load_base(network, weights):
    """Fill the encoder from a BERT checkpoint (`weights`: name → tensor). Its type embedding goes into the positions."""
    get = lambda name: weights[name].float()
    network.words.load(get("embeddings.word_embeddings.weight"))
    with torch.no_grad():
        kind = get("embeddings.token_type_embeddings.weight")[0]
        network.positions.copy_(get("embeddings.position_embeddings.weight") + kind)
        copy_linear(network.norm, weights, "embeddings.LayerNorm")
        for i, layer in enumerate(network.layers):
            base = f"encoder.layer.{i}."
            for kind in ("weight", "bias"):
                parts = [get(f"{base}attention.self.{part}.{kind}") for part in ("query", "key", "value")]
                getattr(layer.qkv, kind).copy_(torch.cat(parts))
            copy_linear(layer.out, weights, base + "attention.output.dense")
            copy_linear(layer.norm1, weights, base + "attention.output.LayerNorm")
            copy_linear(layer.up, weights, base + "intermediate.dense")
            copy_linear(layer.down, weights, base + "output.dense")
            copy_linear(layer.norm2, weights, base + "output.LayerNorm")


def copy_linear(module, weights, name):
    module.weight.copy_(weights[name + ".weight"].float())
    module.bias.copy_(weights[name + ".bias"].float())
