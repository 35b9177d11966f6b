"""Reads sounds by comparing them with the clips that they are mixed from, which are in the repository.

    filters.py SOUNDS CLIPS [--features wave|mel] [--control plain|grid|any]

`wave` is the matched filter: every clip at 14 speeds against the wave form; `mel` compares spectrograms instead, which no
shift of phases hides. Both place six digits by dynamic programming, so that the sum of the scores is the largest.
"""

import argparse
import pathlib
import wave

import numpy as np
import scipy.fft
import scipy.signal

RATE = 8000
HOP = 80  # samples from one place where a digit may begin to the next: 10 ms
DIGITS = 6
SPEEDS = 1.03 ** np.arange(-7, 7)  # of the clip, 0.81 to 1.19; the sounds' own are from 0.8 to 1.18


def read_wav(path):
    with wave.open(str(path)) as file:
        return np.frombuffer(file.readframes(file.getnframes()), np.uint8).astype(np.float32) - 128


def read_clips(folder):
    """(digit, samples) of each clip at each speed."""
    out = []
    for path in sorted(pathlib.Path(folder).glob("*.f32")):
        clip = np.fromfile(path, np.float32)
        for speed in SPEEDS:
            at = np.arange(int(len(clip) / speed)) * speed
            out.append((int(path.stem[0]), np.interp(at, np.arange(len(clip)), clip).astype(np.float32)))
    return out


def plainly_joined(folder, count, speeds):
    """(answer, samples): clips one after the other with gaps and hardly any noise. Who can't read these, attacks
    nothing."""
    random = np.random.default_rng(1)
    for _ in range(count):
        answer, sound = "", [np.zeros(random.integers(1500, 4500))]
        for _ in range(DIGITS):
            digit, speed = random.integers(10), speeds(random)
            clip = np.fromfile(pathlib.Path(folder) / f"{digit}-{random.integers(8)}.f32", np.float32)
            said = np.interp(np.arange(int(len(clip) / speed)) * speed, np.arange(len(clip)), clip)
            sound += [said, np.zeros(random.integers(1500, 4500))]
            answer += str(digit)
        joined = np.concatenate(sound)[:57600]
        noise = random.normal(0, 0.005, 57600)  # -30 dB, as a quiet room
        yield answer, (127 * (np.pad(joined, (0, 57600 - len(joined))) + noise)).round().astype(np.float32)


def mel_bank(bands=30, low=120, high=3800, size=256):
    mel = lambda hz: 2595 * np.log10(1 + hz / 700)
    edges = 700 * (10 ** (np.linspace(mel(low), mel(high), bands + 2) / 2595) - 1)
    hz = np.fft.rfftfreq(size, 1 / RATE)
    rise = (hz[None] - edges[:-2, None]) / (edges[1:-1] - edges[:-2])[:, None]
    fall = (edges[2:, None] - hz[None]) / (edges[2:] - edges[1:-1])[:, None]
    return np.maximum(0, np.minimum(rise, fall)).astype(np.float32)


BANK = mel_bank()


def mel(samples):
    """Log power in 30 bands, a frame each 10 ms."""
    padded = np.concatenate([np.zeros(88, np.float32), samples, np.zeros(256, np.float32)])
    count = (len(samples) + HOP - 1) // HOP
    frames = np.lib.stride_tricks.sliding_window_view(padded, 256)[::HOP][:count] * np.hanning(256).astype(np.float32)
    power = np.abs(scipy.fft.rfft(frames, axis=1)) ** 2 @ BANK.T
    return np.log(power + 1e-3 * power.mean() + 1e-9).astype(np.float32)


class Wave:
    """Normalised cross-correlation of wave forms."""

    def __init__(self, clips):
        self.size = scipy.fft.next_fast_len(57600 + 6000, real=True)
        self.digits = np.array([digit for digit, _ in clips])
        self.lengths = np.array([len(clip) for _, clip in clips])
        self.spans = -(-self.lengths // HOP)
        units = [clip / np.linalg.norm(clip) for _, clip in clips]
        self.spectra = [np.conj(scipy.fft.rfft(unit, self.size)) for unit in units]

    def scores(self, sound):
        spectrum = scipy.fft.rfft(sound, self.size)
        energy = np.concatenate([[0], np.cumsum(sound.astype(np.float64) ** 2)])
        count = len(sound) // HOP
        out = np.zeros((len(self.digits), count), np.float32)
        for i, (clip, length) in enumerate(zip(self.spectra, self.lengths)):
            match = scipy.fft.irfft(spectrum * clip, self.size)[:len(sound) - length]
            local = np.sqrt(energy[length:length + len(match)] - energy[:len(match)] + 1)
            similar = np.abs(match / local)
            full = len(similar) // HOP
            out[i, :full] = similar[:full * HOP].reshape(full, HOP).max(axis=1)
        return out, self.spans


class Mel:
    """Normalised cross-correlation of spectrograms."""

    SIZE = 1024  # frames, more than a sound and a clip have

    def __init__(self, clips):
        self.digits = np.array([digit for digit, _ in clips])
        images = [mel(clip) for _, clip in clips]
        self.spans = np.array([len(image) for image in images])
        self.spectra = np.zeros((len(images), images[0].shape[1], self.SIZE // 2 + 1), np.complex64)
        for spectrum, image in zip(self.spectra, images):
            image = image - image.mean()
            spectrum[:] = np.conj(scipy.fft.rfft(image.T / np.linalg.norm(image), self.SIZE))

    def scores(self, sound):
        image = mel(sound)
        image = image - np.median(image, axis=0)  # without the sound's own tilt
        total, squares = np.cumsum(np.pad(image.sum(1), (1, 0))), np.cumsum(np.pad((image ** 2).sum(1), (1, 0)))
        spectrum = scipy.fft.rfft(image.T, self.SIZE).astype(np.complex64)
        match = scipy.fft.irfft(np.einsum("bf,tbf->tf", spectrum, self.spectra), self.SIZE)
        out = np.zeros((len(self.digits), len(image)), np.float32)
        for i, span in enumerate(self.spans):
            places = len(image) - span
            size = span * image.shape[1]
            spread = squares[span:-1] - squares[:places] - (total[span:-1] - total[:places]) ** 2 / size
            out[i, :places] = match[i, :places] / np.sqrt(np.maximum(spread, 1e-6))
        return out, self.spans


def likelihood(similar, spans):
    """How much likelier it is that the clip is there than that it is not, if the rest is noise."""
    return -0.5 * spans[:, None] * np.log(1 - np.clip(similar, 0, 0.999) ** 2)


def placed(scores, spans, digits):
    """The six digits, one after the other, whose scores have the largest sum."""
    count = scores.shape[1]
    order = np.argsort(spans, kind="stable")
    scores, spans, digits = scores[order], spans[order], digits[order]
    lengths, firsts = np.unique(spans, return_index=True)
    best = np.full((DIGITS + 1, count + lengths.max() + 1), -np.inf)
    came = np.zeros((DIGITS + 1, count + lengths.max() + 1, 2), np.int32)
    best[0, 0] = 0
    for at in range(count):
        later = best[:, at] > best[:, at + 1]
        best[later, at + 1] = best[later, at]
        came[later, at + 1] = (-1, 0)
        top = np.maximum.reduceat(scores[:, at], firsts)
        for j, length in enumerate(lengths):
            if top[j] <= 0:
                continue
            reached = best[:-1, at] + top[j]
            better = np.flatnonzero(reached > best[1:, at + length])
            if len(better):
                group = slice(firsts[j], firsts[j + 1] if j + 1 < len(firsts) else None)
                which = firsts[j] + int(scores[group, at].argmax())
                best[better + 1, at + length] = reached[better]
                came[better + 1, at + length] = (which, length)
    k, at = DIGITS, int(best[DIGITS].argmax())
    answer = ""
    while k > 0:
        which, length = came[k, at]
        if which < 0:
            at -= 1
        else:
            answer = str(digits[which]) + answer
            at -= length
            k -= 1
    return answer


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("sounds", type=pathlib.Path)
    parser.add_argument("clips", type=pathlib.Path)
    parser.add_argument("--features", choices=["wave", "mel"], default="wave")
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--control", choices=["plain", "grid", "any"], help="clips joined at these speeds instead")
    options = parser.parse_args()
    answers = [line.split("\t")[0] for line in (options.sounds / "answers.tsv").read_text().splitlines()]
    reader = {"wave": Wave, "mel": Mel}[options.features](read_clips(options.clips))
    if options.control:
        speeds = {
            "plain": lambda random: 1.0,
            "grid": lambda random: random.choice(SPEEDS),
            "any": lambda random: random.uniform(0.82, 1.18),
        }[options.control]
        sounds = list(plainly_joined(options.clips, options.count, speeds))
        answers = [answer for answer, _ in sounds]
    else:
        sounds = ((answer, read_wav(options.sounds / f"{n}.wav")) for n, answer in enumerate(answers[:options.count]))
    name = f"joined, {options.control} speed" if options.control else options.sounds.name
    whole, single = {"sum": 0, "likelihood": 0}, {"sum": 0, "likelihood": 0}
    for answer, sound in sounds:
        similar, spans = reader.scores(sound)
        for way, scores in (("sum", similar), ("likelihood", likelihood(similar, spans))):
            read = placed(scores, spans, reader.digits)
            whole[way] += read == answer
            single[way] += sum(a == b for a, b in zip(read, answer))
    count = min(options.count, len(answers))
    for way in whole:
        print(f"{name}\t{options.features}, {way}\t{whole[way]}/{count}\t"
              f"{100 * whole[way] / count:.1f} %\t{100 * single[way] / count / DIGITS:.0f} % of digits", flush=True)


if __name__ == "__main__":
    main()
