"""Turns a trained network into the int8 ONNX graph that the program runs, one window a call."""
import warnings

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

INPUTS = ["pieces", "shapes", "first", "para"]
OUTPUTS = ["end", "upos", "xpos", "feats", "arc", "rel_dep", "rel_head", "names", "mention",
           "coref_q", "coref_k", "coref_new", "quote", "event", "status", "role"]


class OneWindow(nn.Module):
    """The network without its batch dimension."""

    def __init__(self, network):
        super().__init__()
        self.network = network

    def forward(self, pieces, shapes, first, para):
        out = self.network(*(x.unsqueeze(0) for x in (pieces, shapes, first, para)))
        return tuple(out[name].squeeze(0) for name in OUTPUTS)


def write_float(network, path):
    network.eval()
    pieces = torch.arange(100, 112)
    example = (pieces, torch.ones(12, dtype=torch.long), torch.arange(1, 11), torch.zeros(10, dtype=torch.long))
    axes = {"pieces": {0: "P"}, "shapes": {0: "P"}, "first": {0: "W"}, "para": {0: "W"}}
    axes.update({name: {0: "H" if name == "rel_head" else "W"} for name in OUTPUTS})
    axes["arc"][1] = "H"
    axes["role"][1] = "W"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(OneWindow(network), example, path, input_names=INPUTS, output_names=OUTPUTS,
                          dynamic_axes=axes, opset_version=17, dynamo=False)


def write_int8(source, target):
    """Weights in seven bits (`reduce_range`), so that processors without VNNI give the same integers."""
    quantize_dynamic(source, target, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8,
                     op_types_to_quantize=["MatMul", "Gemm"])
    onnx.checker.check_model(target)
