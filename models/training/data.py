"""Reading annotated articles and batching them by cost."""

import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from tokenizers import Tokenizer

from models.jsonl import read_jsonl
from models.text.windows import WindowConfig, cut_windows
from models.text.words import split_words
from models.training.targets import Document, Example, build_targets


def read_documents(path: Path) -> list[dict[str, Any]]:
    """Read one JSON document a line.

    Raises:
        ValueError: the file is missing or a line is not a JSON object; the message names the line.
    """
    return read_jsonl(path, lambda document: document)


def build_examples(
    documents: Sequence[Document], *, tokenizer: Tokenizer, windows: WindowConfig
) -> list[Example]:
    """Cut and align documents; those without any word are left out."""
    examples = []
    for document in documents:
        words = split_words(document["text"])
        if len(words):
            examples.append(
                Example(
                    id=document["id"],
                    words=words,
                    windows=cut_windows(words, tokenizer=tokenizer, config=windows),
                    targets=build_targets(document, words),
                )
            )
    return examples


def batches(examples: Sequence[Example], *, budget: int, rng: random.Random) -> Iterator[list[Example]]:
    """Yield batches of at most ``budget`` subtokens (one article at least), of similar lengths, shuffled."""
    shuffled = sorted(examples, key=lambda e: min(e.cost, 512) * rng.uniform(0.8, 1.25))
    grouped: list[list[Example]] = [[]]
    for example in shuffled:
        if grouped[-1] and sum(e.cost for e in grouped[-1]) + example.cost > budget:
            grouped.append([])
        grouped[-1].append(example)
    rng.shuffle(grouped)
    yield from grouped
