"""A convolutional network that reads whole pictures: one head for each of the five symbols.

Trained alike on every kind. What it reads of ours counts only once it reads nanocaptcha's default at 89 % or more.
"""

import argparse
import json
import os
import tempfile
import time

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("OMP_NUM_THREADS", "1")

import cv2
import keras
import numpy as np
import tensorflow as tf
from keras import layers

import pictures

WIDTH, HEIGHT = 120, 40
HELD_OUT = 1000
BATCH = 64
tf.config.threading.set_intra_op_parallelism_threads(1)
tf.config.threading.set_inter_op_parallelism_threads(1)


def images(folder, numbers, unflip):
    """Ink from 0 to 1, at half the size."""
    ink = np.empty((len(numbers), HEIGHT, WIDTH, 1), np.float32)
    for row, number in enumerate(numbers):
        grey = pictures.picture(folder, number)
        if unflip:
            grey = pictures.unflipped(grey)
        ink[row, :, :, 0] = (255 - cv2.resize(grey, (WIDTH, HEIGHT), interpolation=cv2.INTER_AREA)) / 255.0
    return ink


def network(symbols):
    """2.8 million weights, 45 million multiplications a picture."""

    def convolution(x, filters, size=3, stride=1):
        x = layers.Conv2D(filters, size, strides=stride, padding="same", use_bias=False)(x)
        return layers.ReLU()(layers.BatchNormalization()(x))

    start = layers.Input((HEIGHT, WIDTH, 1))
    x = convolution(start, 24, 5, 2)
    x = layers.MaxPool2D(2)(convolution(x, 32))
    x = layers.MaxPool2D(2)(convolution(convolution(x, 64), 64))
    x = convolution(convolution(x, 128), 128)
    x = layers.Dropout(0.4)(layers.Flatten()(x))
    x = layers.ReLU()(layers.BatchNormalization()(layers.Dense(256, use_bias=False)(x)))
    x = layers.Dense(5 * symbols)(layers.Dropout(0.3)(x))
    return keras.Model(start, layers.Reshape((5, symbols))(x))


def shifted(batch, random):
    """Each picture moved by up to 3 pixels: the training's one augmentation."""
    moved = [np.roll(image, (random.integers(-2, 3), random.integers(-3, 4)), (0, 1)) for image in batch]
    return np.stack(moved)


def read(kind, training, epochs, unflip, report):
    """Trains on so many fresh pictures, and says how many of 1,000 others it then reads, picture by picture."""
    with tempfile.TemporaryDirectory() as folder:
        pictures.draw(kind, training + HELD_OUT, folder)
        answers = pictures.answers(folder)
        x = images(folder, range(training), unflip)
        held_out = images(folder, range(training, training + HELD_OUT), unflip)
    alphabet = sorted(set("".join(answers)))
    y = np.array([[alphabet.index(symbol) for symbol in answer] for answer in answers], np.int32)
    model = network(len(alphabet))
    steps = training // BATCH
    rate = keras.optimizers.schedules.CosineDecay(
        0.0, max(1, steps * epochs - 200), alpha=0.01, warmup_target=2e-3, warmup_steps=200
    )
    optimizer = keras.optimizers.AdamW(rate, weight_decay=1e-3)

    @tf.function
    def learn(x, y):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.nn.sparse_softmax_cross_entropy_with_logits(y, model(x, training=True)))
        gradients = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(gradients, model.trainable_variables))
        return loss

    @tf.function
    def symbols(x):
        return tf.argmax(model(x, training=False), -1)

    random = np.random.default_rng()
    result = {"kind": kind, "unflipped": unflip, "training": training, "epochs": epochs, "curve": []}
    started, used = time.monotonic(), time.process_time()
    for epoch in range(1, epochs + 1):
        order = random.permutation(training)
        loss = 0.0
        for step in range(steps):
            batch = order[step * BATCH : (step + 1) * BATCH]
            loss += float(learn(shifted(x[batch], random), y[batch])) / steps
        if epoch % 2 == 0 or epoch == epochs:
            seen = np.concatenate([symbols(held_out[i : i + 250]).numpy() for i in range(0, HELD_OUT, 250)])
            right = seen == y[training:]
            result["curve"].append(
                {
                    "epoch": epoch,
                    "loss": round(loss, 3),
                    "symbols": round(float(right.mean()), 4),
                    "pictures": round(float(right.all(1).mean()), 4),
                    "minutes": round((time.monotonic() - started) / 60, 1),
                    "cpu_minutes": round((time.process_time() - used) / 60, 1),
                }
            )
            report(result)
    return result


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("kind", choices=pictures.KINDS)
    parser.add_argument("training", type=int)
    parser.add_argument("--epochs", type=int, default=14)
    parser.add_argument("--unflip", action="store_true")
    parser.add_argument("--to", required=True, help="the file that the result is written to, as it grows")
    asked = parser.parse_args()

    def write(result):
        with open(asked.to, "w") as file:
            json.dump(result, file)

    last = read(asked.kind, asked.training, asked.epochs, asked.unflip, write)["curve"][-1]
    flips = " with the flips undone" if asked.unflip else ""
    print(f"{asked.kind}{flips}, trained on {asked.training}: {last['pictures']:.1%} of {HELD_OUT} pictures", flush=True)
