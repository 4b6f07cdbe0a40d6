"""Vectors as they pass between the files of this stage."""

import numpy as np
import numpy.typing as npt

Vectors = npt.NDArray[np.float32]
"""One unit vector a row, shape (count, dimension); or one alone, shape (dimension,)."""
