"""A linear score fitted so that what is right stands high in its list."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

Numbers = npt.NDArray[np.float64]

RESTRAINT = 1e-4
"""What the square of a weight costs: just enough that no two signs pull against each other."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """The things of one list: their signs, shape (things, signs), and which of them are right."""

    signs: Numbers
    right: npt.NDArray[np.bool_]
    weight: float


def fitted(lists: Sequence[Ranked]) -> Numbers:
    """The weights under which something right is likeliest to be drawn first from each list.

    A thing is drawn with a probability that grows with the exponential of its score.
    """
    useful = [one for one in lists if one.right.any()]
    total = sum(one.weight for one in useful)

    def cost(weights: Numbers) -> tuple[float, Numbers]:
        sums, slope = 0.0, np.zeros_like(weights)
        for one in useful:
            loss, gradient = _loss(one, weights)
            sums, slope = sums + one.weight * loss, slope + one.weight * gradient
        return (
            sums / total + RESTRAINT * float(weights @ weights),
            slope / total + 2 * RESTRAINT * weights,
        )

    start = np.zeros(useful[0].signs.shape[1])
    found: Numbers = minimize(cost, start, jac=True, method="L-BFGS-B").x
    return found


def _loss(one: Ranked, weights: Numbers) -> tuple[float, Numbers]:
    scores = one.signs @ weights
    odds = np.exp(scores - scores.max())
    right = odds * one.right
    loss = math.log(odds.sum()) - math.log(right.sum() + 1e-300)
    gradient: Numbers = (odds / odds.sum() - right / (right.sum() + 1e-300)) @ one.signs
    return loss, gradient
