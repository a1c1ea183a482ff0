"""The text library starts without what it need not have."""

from __future__ import annotations

import subprocess
import sys


def test_quotations_need_neither_nltk_nor_textual() -> None:
    program = (
        "import sys\n"
        "from fr_reader.text import quotations, read, paragraphs\n"
        "assert quotations('“It will rain,” said Anna Oak.')[0].who == 'Anna Oak'\n"
        "print(sorted({'nltk', 'textual', 'rich', 'click'} & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "[]"


def test_the_same_text_reads_the_same_whatever_the_hash_seed() -> None:
    program = (
        "from fr_reader.text import quotations\n"
        "text = 'Anna Oak, a nurse, met Tom Elm, a nurse.\\n'\n"
        "text += '“Rain,” the nurse said.\\n“No,” he said.'\n"
        "print(quotations(text))\n"
    )
    results = {
        subprocess.run(
            [sys.executable, "-c", program],
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
            env={"PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(results) == 1
