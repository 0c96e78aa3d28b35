"""Chains: which mentions of a document are one entity.

1. Names that are one name (``namesakes.py``): the same, an alias, an acronym, a part.
2. Names and descriptions side by side in one sentence (``appositions.py``).
3. From left to right (``antecedents.py``) what takes up a headline (``headlines.py``), definite
   descriptions (``descriptions.py``) and pronouns (``pronouns.py``).

Every step records its link with the name of its rule, so that any claim can say why its end is who
it is. What clashes by type, number or name is never merged by steps 2 and 3.
"""

from collections import defaultdict
from collections.abc import Sequence

from ..mention import Chain, Mention
from ..naming.lexicon import load_lexicon
from ..sentence import Sentence
from ..tree import grow
from .antecedents import Choose, link_antecedents
from .appositions import link_appositions
from .chains import make_chains
from .clusters import Clusters, clash
from .discourse import Discourse
from .namesakes import link_names
from .ownership import settle_sides
from .profile import profiles as profiles_of
from .ranking import rank_description, rank_pronoun


def resolve_mentions(
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    pronoun: Choose = rank_pronoun,
    description: Choose = rank_description,
) -> tuple[Chain, ...]:
    """The chains of a document in the order of their first mentions; every mention is in one.

    What pronouns and descriptions stand for is up to the models that ship, unless told otherwise.
    """
    lexicon = load_lexicon()
    trees = [grow(sentence) for sentence in sentences]
    profiles = profiles_of(trees, mentions, lexicon)
    clusters = Clusters(mentions, profiles)
    for link in link_names(sentences, mentions, profiles, lexicon):
        clusters.merge(link.mention, link.antecedent, link.rule)
    by_sentence: dict[int, list[int]] = defaultdict(list)
    for index, mention in enumerate(mentions):
        by_sentence[mention.sentence].append(index)
    for link in link_appositions(trees, by_sentence, mentions, profiles, lexicon):
        one, other = clusters.of(link.mention), clusters.of(link.antecedent)
        typed = link.rule != "named-by-of"  # a city may name its province
        if not clash(one, other, typed=typed):
            clusters.merge(link.mention, link.antecedent, link.rule)
    link_antecedents(Discourse(trees, mentions, profiles, clusters, lexicon), pronoun, description)
    settle_sides(trees, mentions, profiles, clusters, lexicon)
    return make_chains(sentences, trees, mentions, profiles, clusters)
