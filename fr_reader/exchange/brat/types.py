"""The names codes, speakers and coders have in brat, where only ASCII letters, digits, hyphens and
underscores may stand in one, and the files that tell brat of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain, count

from fr_reader.model import Annotation, Bundle, Codebook, Status, slug, visible

CONF = "annotation.conf"
QUOTATION = "Quotation"
MEMO = "Memo"
SPEAKER, CODER, STATUS = "Speaker", "Coder", "Status"
ATTRIBUTES = (SPEAKER, CODER, STATUS)
_RESERVED = (QUOTATION, MEMO, *ATTRIBUTES)


@dataclass(frozen=True, slots=True)
class Types:
    """The names in brat of codes by id, speakers by id, and coders by name."""

    codes: dict[str, str]
    speakers: dict[str, str]
    coders: dict[str, str]

    @classmethod
    def of(cls, bundle: Bundle) -> Types:
        """Those of all that is in `bundle`, also of ids that only annotations name."""
        codes = {code.id: code.name for code in bundle.codebook.by_id.values()}
        speakers = {each.id: each.name for each in bundle.speakers.by_id.values()}
        for each in bundle.annotations:
            if each.code:
                codes.setdefault(each.code, each.code)
            if each.speaker:
                speakers.setdefault(each.speaker, each.speaker)
        coders = dict.fromkeys(each.coder for each in bundle.annotations)
        return cls(
            _names(codes.items(), _RESERVED),
            _names(speakers.items()),
            _names((coder, coder) for coder in coders),
        )

    def knows(self, annotation: Annotation) -> bool:
        """Whether all that `annotation` names has a name here."""
        return (
            annotation.coder in self.coders
            and (not annotation.code or annotation.code in self.codes)
            and (not annotation.speaker or annotation.speaker in self.speakers)
        )


def _names(named: Iterable[tuple[str, str]], taken: Iterable[str] = ()) -> dict[str, str]:
    used = {name.casefold() for name in taken}
    found: dict[str, str] = {}
    for key, name in named:
        plain = re.sub(r"[^A-Za-z0-9]+", "_", name).strip("_")[:60]
        plain = plain if plain and name.isascii() else slug(name).replace("-", "_")
        own = next(name for name in _numbered(plain) if name.casefold() not in used)
        used.add(own.casefold())
        found[key] = own
    return found


def _numbered(name: str) -> Iterable[str]:
    return chain([name], (f"{name}-{number}" for number in count(2)))


def annotation_conf(bundle: Bundle, types: Types) -> str:
    """`annotation.conf`: the codes as entity types, one below another, and the attributes."""
    lines = ["[entities]", "", *_tree(bundle.codebook, types), QUOTATION, MEMO, ""]
    lines += ["[relations]", "", "[events]", "", "[attributes]", ""]
    statuses = [status.value for status in Status]
    for name, values in (
        (STATUS, statuses),
        (CODER, list(types.coders.values())),
        (SPEAKER, list(types.speakers.values())),
    ):
        if values:
            entity = QUOTATION if name == SPEAKER else "<ENTITY>"
            lines.append(f"{name}\tArg:{entity}, Value:{'|'.join(values)}")
    return "\n".join(lines) + "\n"


def _tree(codebook: Codebook, types: Types) -> list[str]:
    lines = ["\t" * depth + types.codes[code.id] for code, depth in codebook.tree()]
    shown = {code.id for code in codebook}
    return lines + [name for code_id, name in types.codes.items() if code_id not in shown]


def visual_conf(bundle: Bundle, types: Types) -> str:
    """`visual.conf`: how the codes and speakers are really called."""
    codes = bundle.codebook.by_id.values()
    labels = [f"{types.codes[code.id]} | {_label(code.name)}" for code in codes]
    return "\n".join(["[labels]", "", *labels, "", "[drawing]", ""])


def _label(name: str) -> str:
    return " ".join(visible(name).replace("|", "/").split()) or "-"


def type_name(kind: str) -> str:
    """The name of a code for a type of brat's."""
    return kind.replace("_", " ")


def entity_types(conf: str) -> list[tuple[str, str]]:
    """The entity types of an `annotation.conf`, each with the one it stands below, or empty.

    A tab for each level stands before a type; what follows its name, after white space, is not
    read, and no more than 2,000 types are.
    """
    found: list[tuple[str, str]] = []
    above: list[str] = []
    inside = False
    for line in conf.splitlines():
        word = line.strip().removeprefix("!").split(maxsplit=1)[:1]
        if line.startswith("["):
            inside = line.strip().lower() == "[entities]"
        elif inside and word and word[0][0] not in "#<-" and len(found) < 2000:
            depth = min(len(line) - len(line.lstrip("\t")), len(above))
            found.append((type_name(word[0]), above[depth - 1] if depth else ""))
            above = [*above[:depth], type_name(word[0])]
    return found
