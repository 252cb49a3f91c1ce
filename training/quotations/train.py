"""Fine-tune the tagger of quotations on annotated articles and write the file that is shipped.

The optimiser's weights are averaged over the last thousand steps (Polyak and Juditsky 1992), which
a small network gains from at no cost.
"""

import hashlib
import logging
import math
import random
import time

import torch
from articles import IGNORED, Labelled, Parsed, labelled, load, parsed
from export import export
from network import Tagger, from_base
from settings import settings
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from volteface.coding.vectors import tokenizer_file

LABELS = ("content", "cue", "source")
WARM_UP = 0.08
KEEP = 0.999
SOURCE_WEIGHT = 0.2
"""Of the pointer to the source in the loss: only the few first pieces of cues carry it."""
log = logging.getLogger("train")


def main() -> None:
    """Train and export."""
    args = settings(__doc__, rate=1.5e-4)
    mean = trained(
        list(parsed(load(args.articles))),
        random.Random(args.seed),
        epochs=args.epochs,
        rate=args.rate,
        pieces=args.pieces,
    )
    export(mean, args.out)
    log.info("weights %s", hashlib.sha256(args.out.read_bytes()).hexdigest())


def trained(
    articles: list[Parsed], chance: random.Random, *, epochs: int, rate: float, pieces: int
) -> Tagger:
    """The tagger whose weights are the mean of the last steps' weights."""
    tokenizer = Tokenizer.from_file(str(tokenizer_file()))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    tagger = from_base()
    heads = list(tagger.heads.parameters())
    body = [value for name, value in tagger.named_parameters() if not name.startswith("heads")]
    optimiser = torch.optim.AdamW(
        [{"params": body, "lr": rate}, {"params": heads, "lr": 6 * rate}], weight_decay=0.01
    )
    plan = [batches(articles, tokenizer, pieces, chance) for _ in range(epochs)]
    steps = sum(len(found) for found in plan)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda n: min(1.0, (n + 1) / (WARM_UP * steps)) * max(0.02, 1 - n / steps)
    )
    mean = {name: value.detach().clone() for name, value in tagger.state_dict().items()}
    tagger.train()
    begin = time.monotonic()
    for n, batch in enumerate((b for found in plan for b in found), start=1):
        loss = loss_of(tagger, batch)
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(tagger.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        with torch.no_grad():
            for name, value in tagger.state_dict().items():
                mean[name].lerp_(value, 1 - min(KEEP, (n + 1) / (n + 10)))
        if n % 50 == 0:
            spent = time.monotonic() - begin
            log.info("step %d of %d, loss %.3f, %.0f s", n, steps, loss.item(), spent)
    tagger.load_state_dict(mean)
    return tagger


def batches(
    articles: list[Parsed], tokenizer: Tokenizer, pieces: int, chance: random.Random
) -> list[dict[str, Tensor]]:
    """Windows of like length together, about ``pieces`` word pieces a batch, in random order."""
    found = [window for item in articles for window in labelled(item, tokenizer, chance)]
    found.sort(key=lambda window: (len(window.ids), chance.random()))
    out: list[dict[str, Tensor]] = []
    batch: list[Labelled] = []
    for window in found:
        batch.append(window)
        if len(batch) * len(window.ids) >= pieces:
            out.append(padded(batch))
            batch = []
    if batch:
        out.append(padded(batch))
    chance.shuffle(out)
    return out


def padded(batch: list[Labelled]) -> dict[str, Tensor]:
    """The windows' arrays, filled up to the length of the longest: (windows, longest, ...)."""
    size = max(len(window.ids) for window in batch)

    def filled(rows: list[list[int]], value: int) -> Tensor:
        return torch.tensor([row + [value] * (size - len(row)) for row in rows])

    syntax = [
        functional.pad(torch.from_numpy(window.syntax), (0, 0, 0, size - len(window.ids)))
        for window in batch
    ]
    named = {
        name: filled([getattr(window, name) for window in batch], IGNORED)
        for name in (*LABELS, "to_cue", "to_source")
    }
    ids = filled([window.ids for window in batch], 0)
    return {"ids": ids, "syntax": torch.stack(syntax), **named}


def loss_of(tagger: Tagger, batch: dict[str, Tensor]) -> Tensor:
    """Sum of the cross entropies of three tags and two pointers."""
    bias = torch.where(batch["ids"] == 0, -math.inf, 0.0)[:, None, None, :]
    with torch.autocast("cpu", dtype=torch.bfloat16):
        tags, to_cue, to_source = tagger(batch["ids"], batch["syntax"], bias)
    total = cross(to_cue.float() + bias[:, 0], batch["to_cue"])
    for n, name in enumerate(LABELS):
        total = total + cross(tags[..., 3 * n : 3 * n + 3].float(), batch[name])
    if (batch["to_source"] >= 0).any():
        pointed = cross(to_source.float() + bias[:, 0], batch["to_source"])
        total = total + SOURCE_WEIGHT * pointed
    return total


def cross(scores: Tensor, wanted: Tensor) -> Tensor:
    """Mean cross entropy over the pieces that are trained on."""
    return functional.cross_entropy(scores.flatten(0, 1), wanted.flatten(), ignore_index=IGNORED)


if __name__ == "__main__":
    main()
