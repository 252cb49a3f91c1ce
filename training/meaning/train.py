"""Train the branch that tells what stretches of a report mean; write the file that is shipped.

A stretch's vector is the mean of the branch's states over its pieces, scaled to length one. It is
drawn to the vector that the teacher gives for the stretch's words alone (distillation: Hinton,
Vinyals and Dean 2015), and its products with other texts' vectors to the teacher's own.
"""

import hashlib
import logging
import math
import random
import time

import torch
from export import export
from network import WIDTH, Branch, from_base
from settings import settings
from spans import Read, load, read
from torch import Tensor
from torch.nn import functional

from volteface.coding.tagger.network import network
from volteface.coding.vectors import load_vectors

WARM_UP = 0.08
PRODUCTS = 20.0
"""Of the squared errors of products in the loss."""
log = logging.getLogger("train")


def main() -> None:
    """Train and export."""
    args = settings(__doc__, rate=4e-4)
    chance = random.Random(args.seed)
    tagger, teacher = network(), load_vectors(threads=torch.get_num_threads())
    assert tagger is not None, "the tagger is trained first"
    assert teacher is not None, "the sentence vectors are installed"
    windows, texts = read(load(args.articles), tagger, chance)
    log.info("%d windows, %d texts", len(windows), len(texts))
    taught = torch.from_numpy(teacher.encode(texts))
    branch = trained(
        windows, taught, chance, epochs=args.epochs, rate=args.rate, pieces=args.pieces
    )
    export(branch, args.out)
    log.info("weights %s", hashlib.sha256(args.out.read_bytes()).hexdigest())


def trained(
    windows: list[Read],
    taught: Tensor,
    chance: random.Random,
    *,
    epochs: int,
    rate: float,
    pieces: int,
) -> Branch:
    """The trained branch.

    Args:
        windows: Those of all articles.
        taught: The teacher's vectors of their stretches' texts: (texts, 384).
        chance: Orders the batches.
        epochs: How often each window is seen.
        rate: Highest learning rate.
        pieces: Word pieces a batch.
    """
    branch = from_base()
    optimiser = torch.optim.AdamW(branch.parameters(), lr=rate, weight_decay=0.01)
    plan = [batch for _ in range(epochs) for batch in batches(windows, pieces, chance)]
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser,
        lambda n: min(1.0, (n + 1) / (WARM_UP * len(plan))) * max(0.02, 1 - n / len(plan)),
    )
    branch.train()
    begin = time.monotonic()
    for n, batch in enumerate(plan, start=1):
        wanted = taught[[row for window in batch for row in window.rows]]
        found = vectors(branch, batch)
        off = 1 - (found * wanted).sum(dim=1).mean()
        loss = off + PRODUCTS * ((found - wanted) @ wanted.T).square().mean()
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(branch.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        if n % 50 == 0:
            spent = time.monotonic() - begin
            log.info("step %d of %d, cosine %.3f, %.0f s", n, len(plan), 1 - off.item(), spent)
    return branch


def batches(windows: list[Read], pieces: int, chance: random.Random) -> list[list[Read]]:
    """Windows of like length together, about ``pieces`` word pieces a batch, in random order."""
    out: list[list[Read]] = []
    batch: list[Read] = []
    held = [window for window in windows if window.rows]
    for window in sorted(held, key=lambda one: (len(one.states), chance.random())):
        batch.append(window)
        if len(batch) * len(window.states) >= pieces:
            out.append(batch)
            batch = []
    if batch:
        out.append(batch)
    chance.shuffle(out)
    return out


def vectors(branch: Branch, batch: list[Read]) -> Tensor:
    """The vectors of all stretches of the windows, one a row, each of length one."""
    size = max(len(window.states) for window in batch)
    states = torch.zeros(len(batch), size, WIDTH)
    bias = torch.full((len(batch), 1, 1, size), -math.inf)
    shares = torch.zeros(sum(len(window.rows) for window in batch), len(batch) * size)
    row = 0
    for n, window in enumerate(batch):
        states[n, : len(window.states)] = torch.from_numpy(window.states)
        bias[n, ..., : len(window.states)] = 0.0
        for held in window.stretches:
            shares[row, torch.from_numpy(held) + n * size] = 1 / len(held)
            row += 1
    with torch.autocast("cpu", dtype=torch.bfloat16):
        out = branch(states, bias)
    return functional.normalize(shares @ out.float().flatten(0, 1), dim=1)


if __name__ == "__main__":
    main()
