"""How well a general speech recogniser (pocketsphinx, US English) hears digits whose places it is told: a rough stand-in
for intelligibility, since nobody has listened.

    recogniser.py SOUNDS [CLIPS]     with CLIPS it hears those, as they are, for comparison
"""

import pathlib
import sys
import wave

import numpy as np
import pocketsphinx
import scipy.signal

GRAMMAR = """#JSGF V1.0;
grammar digits;
public <digit> = zero | one | two | three | four | five | six | seven | eight | nine;
"""
WORDS = "zero one two three four five six seven eight nine".split()


def recogniser():
    decoder = pocketsphinx.Decoder(lm=None, samprate=16000, loglevel="FATAL")
    decoder.add_jsgf_string("digits", GRAMMAR)
    decoder.activate_search("digits")
    return decoder


def heard(decoder, samples):
    samples = np.concatenate([np.zeros(1200), samples, np.zeros(1200)])
    samples = scipy.signal.resample_poly(samples, 2, 1)
    samples = np.clip(samples / np.abs(samples).max() * 20000, -32768, 32767).astype(np.int16)
    decoder.start_utt()
    decoder.process_raw(samples.tobytes(), full_utt=True)
    decoder.end_utt()
    return decoder.hyp().hypstr.strip() if decoder.hyp() else ""


def main():
    decoder = recogniser()
    right = count = 0
    if len(sys.argv) > 2:
        for path in sorted(pathlib.Path(sys.argv[2]).glob("*.f32")):
            right += heard(decoder, np.fromfile(path, np.float32)) == WORDS[int(path.stem[0])]
            count += 1
        print(f"clips as they are\t{right}/{count}\t{100 * right / count:.0f} % of digits")
        return
    folder = pathlib.Path(sys.argv[1])
    for number, line in enumerate((folder / "answers.tsv").read_text().splitlines()[:100]):
        digits, *places = line.split("\t")
        with wave.open(str(folder / f"{number}.wav")) as file:
            sound = np.frombuffer(file.readframes(file.getnframes()), np.uint8).astype(np.float64) - 128
        for digit, start, end in zip(digits, map(int, places[::2]), map(int, places[1::2])):
            right += heard(decoder, sound[max(0, start - 200):end + 200]) == WORDS[int(digit)]
            count += 1
    print(f"{folder.name}\t{right}/{count}\t{100 * right / count:.0f} % of digits")


if __name__ == "__main__":
    main()
