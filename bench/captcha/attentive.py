"""An attentive reader: pictures on contact sheets, readings committed before the answers are opened.

    run attentive draw KIND COUNT FOLDER    sheets, and the answers, whose SHA-256 is printed
    (the reader writes FOLDER/readings.txt, a line for each picture, looking at the sheets alone)
    run attentive score FOLDER              opens the answers, once readings.txt is whole, and counts
"""

import hashlib
import shutil
import sys
import tempfile
from pathlib import Path

import cv2
import numpy as np

import pictures

COLUMNS, ROWS = 2, 5


def sha256(file):
    return hashlib.sha256(file.read_bytes()).hexdigest()


def draw(kind, count, folder):
    """Sheets of ten pictures at twice their size, numbered from the top left, row by row."""
    with tempfile.TemporaryDirectory() as drawn:
        pictures.draw(kind, count, drawn)
        folder.mkdir(parents=True)
        for sheet in range(0, count, COLUMNS * ROWS):
            cells = []
            for number in range(sheet, sheet + COLUMNS * ROWS):
                blank = np.full((80, 240, 3), 128, np.uint8)
                image = cv2.imread(f"{drawn}/{number:05d}.png") if number < count else blank
                image = cv2.resize(image, None, fx=2, fy=2, interpolation=cv2.INTER_CUBIC)
                image = cv2.copyMakeBorder(image, 26, 6, 6, 6, cv2.BORDER_CONSTANT, value=(200, 220, 240))
                cv2.putText(image, str(number + 1), (8, 20), cv2.FONT_HERSHEY_SIMPLEX, 0.6, (0, 0, 0), 1)
                cells.append(image)
            rows = [np.hstack(cells[row : row + COLUMNS]) for row in range(0, len(cells), COLUMNS)]
            cv2.imwrite(str(folder / f"sheet-{sheet // (COLUMNS * ROWS) + 1:02d}.png"), np.vstack(rows))
        shutil.copy(Path(drawn, "answers.txt"), folder / "answers.sealed")
    (folder / "kind.txt").write_text(f"{kind}\n")
    seal = sha256(folder / "answers.sealed")
    (folder / "answers.sha256").write_text(f"{seal}\n")
    print(f"{count} pictures in {folder}; the answers' SHA-256: {seal}")


def score(folder):
    """As the site compares, but for look-alikes: letters of either case, nothing else forgiven."""
    readings = [line.strip().upper() for line in (folder / "readings.txt").read_text().splitlines()]
    sealed = folder / "answers.sealed"
    if sha256(sealed) != (folder / "answers.sha256").read_text().strip():
        sys.exit("the answers are not those that were sealed")
    answers = sealed.read_text().split()
    if len(readings) != len(answers) or not all(readings):
        sys.exit(f"readings.txt has {len(readings)} lines for {len(answers)} pictures; read them all first")
    wrong = [(n + 1, read, meant) for n, (read, meant) in enumerate(zip(readings, answers)) if read != meant]
    for number, read, meant in wrong:
        print(f"{number}: read {read}, meant {meant}")
    kind = (folder / "kind.txt").read_text().strip()
    print(f"{kind}: {len(answers) - len(wrong)} of {len(answers)} pictures read")


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["draw", kind, count, folder]:
            draw(kind, int(count), Path(folder))
        case ["score", folder]:
            score(Path(folder))
        case _:
            sys.exit(__doc__)
