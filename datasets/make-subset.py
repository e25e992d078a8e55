#!/usr/bin/env python3
"""Takes the first 1,000 training and 200 test images of each class of Fashion-MNIST, in their original order.

Usage: make-subset.py FOLDER-OF-THE-ORIGINAL-FILES OUTPUT-FOLDER, then gzip -9n OUTPUT-FOLDER/*-ubyte
"""
import gzip
import pathlib
import struct
import sys


def take(source, target, part, per_class):
    images = gzip.decompress((source / f"{part}-images-idx3-ubyte.gz").read_bytes())
    labels = gzip.decompress((source / f"{part}-labels-idx1-ubyte.gz").read_bytes())[8:]
    _, _, height, width = struct.unpack(">4i", images[:16])
    size = height * width
    taken, seen = [], [0] * 10
    for index, label in enumerate(labels):
        if seen[label] < per_class:
            seen[label] += 1
            taken.append(index)
    (target / f"{part}-images-idx3-ubyte").write_bytes(
        struct.pack(">4i", 0x803, len(taken), height, width)
        + b"".join(images[16 + i * size:16 + (i + 1) * size] for i in taken))
    (target / f"{part}-labels-idx1-ubyte").write_bytes(
        struct.pack(">2i", 0x801, len(taken)) + bytes(labels[i] for i in taken))


source, target = map(pathlib.Path, sys.argv[1:])
take(source, target, "train", 1000)
take(source, target, "t10k", 200)
