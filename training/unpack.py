"""A float checkpoint from a quantised ONNX encoder, so that it can be trained on.
   python unpack.py MODEL.onnx OUT.safetensors
Each int8 matrix is (quantised - zero point) * scale, a scale a column; names are those of a BERT checkpoint."""
import re
import sys

import numpy as np
import onnx
from onnx import numpy_helper
from safetensors.numpy import save_file


def read(path):
    graph = onnx.load(path).graph
    values = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    whole = lambda name: (values[name + "_quantized"].astype(np.float32) - values[name + "_zero_point"].astype(np.float32)) * values[name + "_scale"]
    weights = {name: value for name, value in values.items() if value.dtype == np.float32 and re.search(r"\.(weight|bias)$", name)}
    weights |= {name[:-10]: whole(name[:-10]) for name in values if name.startswith("embeddings.") and name.endswith("_quantized")}
    for node in graph.node:
        if node.op_type == "MatMulInteger" and node.input[1].startswith("onnx::"):
            name = re.sub(r"/MatMul_quant.*", "", node.name).strip("/").replace("/", ".")
            weights[name + ".weight"] = np.ascontiguousarray(whole(node.input[1][:-10]).T)
    return weights


save_file(read(sys.argv[1]), sys.argv[2])
