"""Lists of terms that are asked how well each of them answers, or which of them hold a term."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import bm25s
import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]


class TermTable:
    """BM25 over lists of terms; asked for a score of every list, or who holds a term."""

    def __init__(self, documents: Iterable[Iterable[str]], *, flat: bool = True) -> None:
        """Count the terms of every list; with `flat` their lengths weigh little."""
        self._ids: dict[str, int] = {}
        # Numbers in place of terms: a list of its own strings for every sentence takes gigabytes.
        listed = [
            [self._ids.setdefault(term, len(self._ids)) for term in terms or ("",)]
            for terms in documents
        ]
        self._count = len(listed)
        self._table = bm25s.BM25(k1=1.2, b=0.3 if flat else 0.75, method="lucene")
        if listed:
            self._table.index((listed, self._ids), show_progress=False)

    def __contains__(self, term: str) -> bool:
        """Whether any list holds a term."""
        return term in self._ids

    def scores(self, terms: Sequence[str]) -> Scores:
        """How well every list answers to some terms; those that none holds count for nothing."""
        known = [term for term in terms if term in self._ids]
        if not known:
            return np.zeros(self._count, dtype=np.float32)
        return np.asarray(self._table.get_scores(known), dtype=np.float32)

    def holders(self, term: str) -> NDArray[np.int32]:
        """The numbers of the lists that hold a term."""
        if term not in self._ids:
            return np.zeros(0, dtype=np.int32)
        scores, column = self._table.scores, self._ids[term]
        start, stop = scores["indptr"][column : column + 2]
        return np.asarray(scores["indices"][start:stop], dtype=np.int32)
