"""Reads sounds by a small convolutional network that has learnt from others whose answers and digits' places it knew.

    cnn.py TRAINING SOUNDS [--epochs 4]

It tells ten digits and what is none in a window of 0.6 s, each 20 ms; six digits are placed by dynamic programming. Whoever
attacks can say as many sounds for training as he likes: our sources are public.
"""

import argparse
import os
import pathlib

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
import numpy as np
import tensorflow as tf

from filters import DIGITS, mel, read_wav

tf.config.threading.set_intra_op_parallelism_threads(1)
tf.config.threading.set_inter_op_parallelism_threads(1)
WINDOW = 60  # frames of 10 ms
STEP = 2  # frames from one window to the next when reading
SHORTEST = 10  # steps from one digit's middle to the next one's: 0.2 s
NONE = 10


def image(sound):
    picture = mel(sound)
    picture = (picture - picture.mean(0)) / (picture.std() + 1e-6)
    return np.pad(picture, ((WINDOW // 2, WINDOW // 2), (0, 0))).astype(np.float16)


def read(folder, limit=None):
    lines = (folder / "answers.tsv").read_text().splitlines()[:limit]
    answers = [line.split("\t")[0] for line in lines]
    middles = []
    for line in lines:
        places = list(map(int, line.split("\t")[1:]))
        middles.append([(start + end) // 2 // 80 for start, end in zip(places[::2], places[1::2])])
    return [image(read_wav(folder / f"{n}.wav")) for n in range(len(lines))], answers, middles


def windows(images, answers, middles, random):
    """Of each sound its six digits, shifted a little, and four places that are none's middle."""
    x, y = [], []
    for picture, answer, places in zip(images, answers, middles):
        for digit, middle in zip(answer, places):
            at = middle + random.integers(-4, 5)
            x.append(picture[at:at + WINDOW])
            y.append(int(digit))
        for _ in range(4):
            at = random.integers(0, len(picture) - WINDOW)
            if min(abs(at - middle) for middle in places) > 12:
                x.append(picture[at:at + WINDOW])
                y.append(NONE)
    return np.array(x, np.float32)[..., None], np.array(y)


def network(bands):
    layers = tf.keras.layers
    model = tf.keras.Sequential([tf.keras.Input((WINDOW, bands, 1))])
    for filters in (16, 32, 64):
        model.add(layers.Conv2D(filters, 3, padding="same", use_bias=False))
        model.add(layers.BatchNormalization())
        model.add(layers.ReLU())
        model.add(layers.MaxPooling2D(2))
    model.add(layers.Flatten())
    model.add(layers.Dropout(0.4))
    model.add(layers.Dense(128, activation="relu"))
    model.add(layers.Dropout(0.3))
    model.add(layers.Dense(11))
    model.compile("adam", tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
    return model


def placed(chances):
    """The six digits, at least SHORTEST apart, whose chances against none have the largest sum."""
    gain = chances[:, :NONE] - chances[:, NONE:]
    top, which = gain.max(1), gain.argmax(1)
    count = len(top)
    best = np.full((DIGITS + 1, count + SHORTEST + 1), -np.inf)
    best[0] = 0
    took = np.zeros((DIGITS + 1, count + SHORTEST + 1), bool)
    for at in range(1, count + 1):
        before = max(0, at - SHORTEST)
        for k in range(1, DIGITS + 1):
            skip, take = best[k, at - 1], best[k - 1, before] + top[at - 1]
            best[k, at], took[k, at] = max(skip, take), take > skip
    k, at, answer = DIGITS, count, ""
    while k and at > 0:
        if took[k, at]:
            answer = str(which[at - 1]) + answer
            k, at = k - 1, max(0, at - SHORTEST)
        else:
            at -= 1
    return answer


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("training", type=pathlib.Path)
    parser.add_argument("sounds", type=pathlib.Path)
    parser.add_argument("--epochs", type=int, default=4)
    options = parser.parse_args()
    tf.keras.utils.set_random_seed(1)
    random = np.random.default_rng(1)
    training = read(options.training)
    model = network(training[0][0].shape[1])
    for _ in range(options.epochs):  # windows anew each time
        model.fit(*windows(*training, random), batch_size=128, verbose=0)
    images, answers, middles = read(options.sounds)
    known = model.evaluate(*windows(images, answers, middles, np.random.default_rng(2)), verbose=0)[1]
    whole = single = 0
    for picture, answer in zip(images, answers):
        slid = np.lib.stride_tricks.sliding_window_view(picture, WINDOW, axis=0)[::STEP].transpose(0, 2, 1)
        logits = model.predict(slid[..., None].astype(np.float32), verbose=0, batch_size=512)
        read_as = placed(logits - np.log(np.exp(logits - logits.max(1, keepdims=True)).sum(1, keepdims=True)))
        whole += read_as == answer
        single += sum(a == b for a, b in zip(read_as, answer))
    count = len(answers)
    print(f"{options.sounds.name}\tcnn, {len(training[0])} sounds\t{whole}/{count}\t{100 * whole / count:.1f} %\t"
          f"{100 * single / count / DIGITS:.0f} % of digits ({100 * known:.0f} % of windows at known places)", flush=True)


if __name__ == "__main__":
    main()
