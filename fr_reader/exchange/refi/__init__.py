"""REFI-QDA: projects (`.qdpx`) and codebooks (`.qdc`) that other programs for coding texts read.

The standard is “REFI-QDA Standard, Project Exchange 1.0” and “Codebook 1.0” (Rotterdam Exchange
Format Initiative, 2019). Its prose leaves open how offsets are counted; what is written here are
code points from 0 with an exclusive end, and what is read is measured against its own words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from fr_reader.lazily import lazily

if TYPE_CHECKING:
    from fr_reader.exchange.refi.codebook_in import read_qdc
    from fr_reader.exchange.refi.codebook_out import qdc
    from fr_reader.exchange.refi.project_in import read_qdpx
    from fr_reader.exchange.refi.project_out import qdpx

__all__ = ["qdc", "qdpx", "read_qdc", "read_qdpx"]

_WHERE = {
    "qdc": "codebook_out",
    "qdpx": "project_out",
    "read_qdc": "codebook_in",
    "read_qdpx": "project_in",
}
__getattr__ = lazily(__name__, _WHERE)
