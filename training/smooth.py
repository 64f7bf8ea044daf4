"""Evens out the inner activations of the layers before quantisation: a few channels are so large that one range for all
leaves the rest too few steps. Each channel is divided by a factor and the weights that read it are multiplied by it."""
import torch

from batches import MAX_PIECES, Window, collate, cut


def largest_inner(network, documents, pieces):
    """For every layer, the largest magnitude each inner channel takes over the documents."""
    found = [None] * len(network.layers)

    def watch(number):
        def keep(_, inputs):
            top = inputs[0].abs().amax((0, 1))
            found[number] = top if found[number] is None else torch.maximum(found[number], top)
        return keep

    hooks = [layer.down.register_forward_pre_hook(watch(i)) for i, layer in enumerate(network.layers)]
    with torch.no_grad():
        for document in documents:
            for first, last in cut(document, pieces, lambda: MAX_PIECES):
                batch = collate([Window(document, first, last, pieces)], pieces)
                network.encode(batch["pieces"], batch["shapes"], batch["mask"])
    for hook in hooks:
        hook.remove()
    return found


def even_out(network, documents, pieces, strength=0.5):
    """Changes the network in place; its answers stay the same but for rounding."""
    for layer, top in zip(network.layers, largest_inner(network, documents, pieces)):
        weight = layer.down.weight.data
        factor = top.clamp(min=1e-3) ** strength / weight.abs().amax(0).clamp(min=1e-3) ** (1 - strength)
        layer.even = 1 / factor
        layer.down.weight.data = weight * factor
