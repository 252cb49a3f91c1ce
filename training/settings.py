"""What every training script is told, and what it says first."""

import argparse
import hashlib
import logging
from pathlib import Path

import torch

log = logging.getLogger("train")


def settings(description: str | None, rate: float) -> argparse.Namespace:
    """Read the command line, say which data are read, and set the seed.

    Args:
        description: What the script does.
        rate: The highest learning rate where none is given.
    """
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("articles", type=Path, help="annotated articles, JSON lines, gzipped")
    parser.add_argument("out", type=Path, help="ONNX file to write")
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--rate", type=float, default=rate, help="highest learning rate")
    parser.add_argument("--pieces", type=int, default=2048, help="word pieces a batch")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    log.info("data %s", hashlib.sha256(args.articles.read_bytes()).hexdigest())
    torch.manual_seed(args.seed)
    return args
