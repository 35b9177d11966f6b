"""Tesseract's 16 pipelines: what somebody tries in an afternoon without training anything."""

import os
import subprocess
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import cv2
import numpy as np

import pictures

SYMBOLS = "23456789ACDEFHJKMNPRTUWXY"


def scaled(grey, factor):
    return cv2.resize(grey, None, fx=factor, fy=factor, interpolation=cv2.INTER_CUBIC)


def otsu(grey):
    return cv2.threshold(grey, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)[1]


def adaptive(grey):
    return cv2.adaptiveThreshold(grey, 255, cv2.ADAPTIVE_THRESH_GAUSSIAN_C, cv2.THRESH_BINARY, 41, 12)


def healed(grey, size):
    """Thin cuts closed: the ink grown, then shrunk."""
    return cv2.erode(cv2.dilate(255 - grey, np.ones((size, size))), np.ones((size, size))) ^ 255


def thinned(grey, size):
    """What is thinner than so many pixels gone: the ink shrunk, then grown."""
    return cv2.dilate(cv2.erode(255 - grey, np.ones((size, size))), np.ones((size, size))) ^ 255


def side_by_side(grey):
    """The two rows of a picture as one line: its lower half to the right of its upper half."""
    middle = grey.shape[0] // 2
    return np.hstack((grey[:middle], grey[middle:]))


def filled(grey):
    """Hollow symbols filled: holes thinner than a stroke take the ink around them."""
    ink = cv2.morphologyEx(255 - grey, cv2.MORPH_CLOSE, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (5, 5)))
    return 255 - ink


def without_lines(grey):
    """The long curves gone: at every column the ink that goes on for 30 pixels along some slant of up to 30 degrees."""
    ink = 255 - otsu(grey)
    long = np.zeros_like(ink)
    for slant in np.linspace(-0.6, 0.6, 25):
        kernel = np.zeros((2 * round(15 * abs(slant)) + 1, 31), np.uint8)
        for x in range(-15, 16):
            kernel[round(slant * x) + kernel.shape[0] // 2, x + 15] = 1
        long = np.maximum(long, cv2.morphologyEx(ink, cv2.MORPH_OPEN, kernel))
    rest = cv2.subtract(ink, long)
    return 255 - cv2.morphologyEx(rest, cv2.MORPH_CLOSE, np.ones((6, 2), np.uint8))


# A name, whether the flips are undone first, what is done to the picture, and Tesseract's page segmentation mode.
PIPELINES = (
    ("as it is", False, lambda grey: grey, 7),
    ("three times as large", False, lambda grey: scaled(grey, 3), 7),
    ("larger, threshold", False, lambda grey: otsu(scaled(grey, 3)), 8),
    ("larger, adaptive threshold, as a block", False, lambda grey: adaptive(scaled(grey, 3)), 6),
    ("unflipped, as a block", True, lambda grey: scaled(grey, 2), 6),
    ("unflipped, threshold, wherever text is", True, lambda grey: otsu(scaled(grey, 3)), 11),
    ("unflipped, blurred", True, lambda grey: otsu(cv2.GaussianBlur(scaled(grey, 3), (0, 0), 3)), 7),
    ("unflipped, cuts healed, as a block", True, lambda grey: scaled(healed(grey, 3), 3), 6),
    ("unflipped, cuts healed, as a word", True, lambda grey: otsu(scaled(healed(grey, 3), 3)), 8),
    ("unflipped, cuts healed, side by side", True, lambda grey: scaled(side_by_side(healed(grey, 3)), 3), 7),
    ("unflipped, filled, as a block", True, lambda grey: scaled(filled(grey), 3), 6),
    ("unflipped, filled, side by side", True, lambda grey: scaled(side_by_side(filled(grey)), 3), 7),
    ("unflipped, healed, then thinned", True, lambda grey: scaled(thinned(healed(grey, 3), 2), 3), 7),
    ("unflipped, no lines, as a block", True, lambda grey: scaled(without_lines(healed(grey, 3)), 3), 6),
    ("unflipped, no lines, side by side", True, lambda grey: scaled(side_by_side(without_lines(filled(grey))), 3), 6),
    ("unflipped, half as large, as a block", True, lambda grey: scaled(otsu(healed(grey, 3)), 0.6), 6),
)


def tesseract(images, mode, whitelist):
    """What Tesseract reads in each of these files, in one process: loading its model takes longer than a picture."""
    names = images[0].with_suffix(".txt")
    names.write_text("\n".join(map(str, images)))
    command = ["tesseract", names, "-", "--psm", str(mode), "-c", f"tessedit_char_whitelist={whitelist}", "tsv"]
    alone = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    table = subprocess.run(command, check=True, text=True, capture_output=True, env=alone).stdout
    seen = [""] * len(images)
    for row in table.splitlines()[1:]:
        _, page, *_, text = row.split("\t")
        seen[int(page) - 1] += "".join(text.split())
    return seen


def attack(kind, count):
    """Reads fresh pictures by every pipeline: how many each reads, and how many any of them does."""
    with tempfile.TemporaryDirectory() as folder:
        pictures.draw(kind, count, folder)
        answers = pictures.answers(folder)
        whitelist = SYMBOLS if kind != "NANOCAPTCHA" else "".join(sorted(set("".join(answers))))
        greys = [pictures.picture(folder, number) for number in range(count)]
        unflipped = [pictures.unflipped(grey) for grey in greys]

        def read(pipeline):
            _, unflip, prepare, mode = pipeline
            images = []
            for number, grey in enumerate(unflipped if unflip else greys):
                ready = cv2.copyMakeBorder(prepare(grey), 20, 20, 20, 20, cv2.BORDER_REPLICATE)
                images.append(Path(folder, f"{PIPELINES.index(pipeline)}-{number}.png"))
                cv2.imwrite(str(images[-1]), ready)
            return [seen == answer for seen, answer in zip(tesseract(images, mode, whitelist), answers)]

        with ThreadPoolExecutor(2) as both:
            right = np.array(list(both.map(read, PIPELINES)))
    return {
        "kind": kind,
        "pictures": count,
        "pipelines": {name: int(read) for (name, *_), read in zip(PIPELINES, right.sum(1))},
        "best": int(right.sum(1).max()),
        "any": int(right.any(0).sum()),
    }
