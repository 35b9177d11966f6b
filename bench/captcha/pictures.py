"""Fresh pictures: drawn by the Java side, read into arrays."""

import os
import subprocess
from pathlib import Path

import cv2
import numpy as np

HERE = Path(__file__).parent
KINDS = ("NANOCAPTCHA", "STROKES", "FULL")
cv2.setNumThreads(1)


def java(main, *arguments, options=()):
    """Runs a class of the Java side and returns what it prints."""
    home = os.environ.get("JAVA_HOME")
    command = [f"{home}/bin/java" if home else "java", *options]
    command += ["-cp", os.environ["BENCH_CLASSPATH"], f"ykien.bench.captcha.{main}"]
    return subprocess.run(
        [*command, *map(str, arguments)], check=True, text=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ).stdout.strip()


def draw(kind, count, folder):
    """Draws fresh pictures into a folder; returns their median size in bytes."""
    return int(java("DrawPictures", kind, count, folder))


def answers(folder):
    return Path(folder, "answers.txt").read_text().split()


def picture(folder, number):
    """One picture in shades of grey, 0 black to 255 white; what is transparent shows white paper."""
    pixels = cv2.imread(f"{folder}/{number:05d}.png", cv2.IMREAD_UNCHANGED)
    if pixels.shape[2] == 4:
        alpha = pixels[:, :, 3:] / 255.0
        pixels = (pixels[:, :, :3] * alpha + 255 * (1 - alpha)).astype(np.uint8)
    return cv2.cvtColor(pixels, cv2.COLOR_BGR2GRAY)


def unflipped(grey, thick=9):
    """The picture with its flips undone: dark ink on light paper everywhere.

    What is dark (light) over a disc wider than any stroke is flipped (plain) paper. Every other pixel goes with the
    nearer of the two, unless its surroundings say otherwise. It finds the edges to a pixel or two.
    """
    low, high = int(grey.min()), int(grey.max())
    ink = (grey < (low + high) / 2).astype(np.uint8)
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (thick, thick))
    wide = cv2.copyMakeBorder(ink, thick, thick, thick, thick, cv2.BORDER_REFLECT)
    dark = cv2.erode(wide, disc)[thick:-thick, thick:-thick]
    light = cv2.erode(1 - wide, disc)[thick:-thick, thick:-thick]
    if not dark.any():
        return grey
    if not light.any():
        return 255 - grey
    to_dark = cv2.distanceTransform(1 - dark, cv2.DIST_L2, 3)
    to_light = cv2.distanceTransform(1 - light, cv2.DIST_L2, 3)
    share = cv2.GaussianBlur(ink.astype(np.float32), (0, 0), 4, borderType=cv2.BORDER_REFLECT)
    flipped = np.clip((to_light - to_dark) / 8, -1, 1) + 2 * (2 * share - 1) > 0
    flipped = cv2.medianBlur(flipped.astype(np.uint8) * 255, 9) > 127
    return np.where(flipped, low + high - grey.astype(int), grey).clip(0, 255).astype(np.uint8)
