"""Open a trained network's file."""

from importlib import import_module
from pathlib import Path
from typing import Any


def session(model: Path, threads: int = 1) -> Any:  # noqa: ANN401 - onnxruntime has no types
    """An ONNX file ready to run on the processor.

    Args:
        model: The file.
        threads: Threads within one run, at least 1.
    """
    ort: Any = import_module("onnxruntime")  # slow to import
    options = ort.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    return ort.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
