"""What fr-reader talks about: frozen dataclasses and pure functions, the standard library alone."""

from fr_reader.model.act import Act, Change, Record
from fr_reader.model.addresses import Address, address_key, is_address
from fr_reader.model.adjudicator import ADJUDICATED, adjudicator_of, is_adjudicator
from fr_reader.model.anchor import Anchor
from fr_reader.model.annotation import (
    Annotation,
    Annotations,
    Link,
    Relation,
    Stance,
    Status,
)
from fr_reader.model.article import (
    Article,
    Metadata,
    Paragraph,
    ParagraphKind,
    Photographer,
    digest,
    slug,
)
from fr_reader.model.bundle import Bundle, Loss, lost
from fr_reader.model.codebook import CLAIM, CODE_KEYS, COLOURS, CONCERN, SHIPPED, Code, Codebook
from fr_reader.model.errors import ExportError, FrReaderError, InputError, StoreError
from fr_reader.model.quotation import Quotation, QuotationKind, Reading
from fr_reader.model.span import Span, hull
from fr_reader.model.speaker import Description, Speaker, Speakers
from fr_reader.model.stances import STANCES, kind_of, next_stance
from fr_reader.model.suggestion import MACHINE, Suggestion
from fr_reader.model.visible import visible, visible_lines, visible_text

__all__ = [
    "ADJUDICATED",
    "CLAIM",
    "CODE_KEYS",
    "COLOURS",
    "CONCERN",
    "MACHINE",
    "SHIPPED",
    "STANCES",
    "Act",
    "Address",
    "Anchor",
    "Annotation",
    "Annotations",
    "Article",
    "Bundle",
    "Change",
    "Code",
    "Codebook",
    "Description",
    "ExportError",
    "FrReaderError",
    "InputError",
    "Link",
    "Loss",
    "Metadata",
    "Paragraph",
    "ParagraphKind",
    "Photographer",
    "Quotation",
    "QuotationKind",
    "Reading",
    "Record",
    "Relation",
    "Span",
    "Speaker",
    "Speakers",
    "Stance",
    "Status",
    "StoreError",
    "Suggestion",
    "address_key",
    "adjudicator_of",
    "digest",
    "hull",
    "is_address",
    "is_adjudicator",
    "kind_of",
    "lost",
    "next_stance",
    "slug",
    "visible",
    "visible_lines",
    "visible_text",
]
