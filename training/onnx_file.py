"""Write a network as an ONNX file with 8-bit weights."""

import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn


def write(
    model: nn.Module, inputs: Mapping[str, Tensor], outputs: Sequence[str], out: Path
) -> None:
    """Write the file.

    Args:
        model: Takes one window and gives one array a word piece for each output.
        inputs: An example of each input by its name, (1, length, ...).
        outputs: Names of what the model gives.
        out: The file.
    """
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "full.onnx"
        torch.onnx.export(
            model,
            tuple(inputs.values()),
            str(full),
            input_names=list(inputs),
            output_names=list(outputs),
            dynamic_axes={name: {1: "length"} for name in (*inputs, *outputs)},
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(
            full,
            out,
            per_channel=True,
            weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul", "Gather", "Gemm"],
        )
    onnx.checker.check_model(str(out))
