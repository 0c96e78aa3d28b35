"""What all documents say together: the one value that RDF, page, network and exports consume."""

from collections.abc import Mapping
from dataclasses import dataclass

from ..corpus.claim import Claim
from ..corpus.document import Document
from .entity import Entity


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Documents, the entities that they speak of, and their claims.

    Both ends of every claim carry the id of one of ``entities``; the document of every piece of
    evidence is one of ``documents``. Order is fixed: documents and entities by id, claims by
    document, then position in the text.
    """

    documents: tuple[Document, ...]
    entities: tuple[Entity, ...]
    """Those that stand in a claim; sorted by id."""
    claims: tuple[Claim, ...]

    def entities_by_id(self) -> Mapping[str, Entity]:
        """Every entity under its id."""
        return {entity.id: entity for entity in self.entities}

    def documents_by_id(self) -> Mapping[str, Document]:
        """Every document under its id."""
        return {document.id: document for document in self.documents}
