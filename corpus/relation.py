"""A relation found in one sentence, before status, time and speaker are known."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Relation:
    """What a pattern matched: two mentions, the relation between them, and the trigger."""

    sentence: int
    relation: str
    """Id of the ontology, such as ``pledged-to``."""
    subject: int
    object: int
    """Indexes into the document's mentions."""
    trigger: int
    """Index of the trigger token in the sentence: circumstances are read around it."""
    pattern: str
    """Id of the pattern, for the reader who asks why."""
    negated: bool = False
    """The pattern itself says no ("refused to pledge")."""
    planned: bool = False
    """The pattern itself says not yet ("its intent to join")."""
    accused: bool = False
    """The pattern itself says somebody is accused of it."""
    background: bool = False
    """A description in the writer's own words (a post, a location, a backing): it stays asserted
    inside an attributed sentence."""
    confidence: float = 0.9

    @property
    def order(self) -> tuple[int, int, int, int, str]:
        """Where it stands among the relations of its document: by sentence, trigger and ends."""
        return self.sentence, self.trigger, self.subject, self.object, self.relation
