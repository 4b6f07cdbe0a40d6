"""Vectors as they pass between the files of this stage."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Vectors = npt.NDArray[np.float32]
"""One unit vector a row, shape (count, dimension); or one alone, shape (dimension,)."""

Small = npt.NDArray[np.int8]
"""Unit vectors in a quarter of the room: each number times 127, rounded."""

SCALE = 127


@dataclass(frozen=True, slots=True)
class Embedded:
    """A text as the model reads it: the unit vector of the whole, and of each of its parts there.

    `parts` has the shape (parts, dimension).
    """

    whole: Vectors
    parts: Vectors


def unit(vectors: Vectors) -> Vectors:
    """Vectors at the length of one; without a direction they stay as they are."""
    lengths: Vectors = np.linalg.norm(vectors, axis=-1, keepdims=True)
    lengths[lengths == 0] = 1
    scaled: Vectors = vectors / lengths
    return scaled


def small(vectors: Vectors) -> Small:
    """Unit vectors in a quarter of the room; cosines keep about two decimals and a half."""
    return np.rint(vectors * SCALE).astype(np.int8)


def cosines(vectors: Small, query: Vectors) -> Vectors:
    """The cosine of each small vector with a query, shape (count,).

    Without BLAS, whose threads take longer to wake and to fall asleep than this takes.
    """
    products: Vectors = np.einsum("ij,j->i", vectors.astype(np.float32), query / np.float32(SCALE))
    return products
