"""How many words the embedded reader reads in a second of one core, decoding included."""

import random
import resource
import time

from allegiance.corpus.reader.reader import Reader

WORDS = 20_000
GROUPS = ["the Lions of the River", "Feilaq al-Wadi", "Liwa a-Nahr", "the Army of the Hill", "IS"]
PLACES = ["Tell Amer", "eastern Hama province", "the valley north of Idlib", "a border village"]
PEOPLE = ["Omar Salim", "its military commander Adel Karam", "a media activist", "the group’s emir"]
FORMS = [
    "{who} said on {day} that {some} fighters of {a} had defected to {b} in {where}.",
    "“{A} declared its allegiance to {b} after {who} left,” a source close to the group said.",
    "{A}, a coalition of {some} brigades that was formed in {where}, broke off from {b} and {who} "
    "was kidnapped, according to residents.",
    "{who} fled.",
    "Clashes between {a} (pictured) and {b} left {some} dead near {where} on {day}, and the town’s "
    "only hospital, which had been hit twice in a month, was closed.",
]
DAYS = ["Monday", "Thursday", "Saturday evening", "14 March"]


def article(chance: random.Random, words: int) -> str:
    """Invented news of about so many words."""
    sentences: list[str] = []
    while sum(map(len, sentences)) < 6 * words:
        a, b = chance.sample(GROUPS, 2)
        text = chance.choice(FORMS).format(
            who=chance.choice(PEOPLE),
            day=chance.choice(DAYS),
            some=chance.randint(2, 90),
            a=a,
            A=a[0].upper() + a[1:],
            b=b,
            where=chance.choice(PLACES),
        )
        sentences.append(text[0].upper() + text[1:])
    return "\n\n".join(" ".join(sentences[i : i + 3]) for i in range(0, len(sentences), 3))


def main() -> None:
    """Print the figures."""
    chance = random.Random(7)
    articles = [article(chance, 400) for _ in range(WORDS // 400)]
    begun = time.process_time()
    reader = Reader()
    print(f"model loaded in {time.process_time() - begun:.2f} s")
    reader.read(articles[0])
    begun = time.process_time()
    words = sum(len(s.tokens) for text in articles for s in reader.read(text))
    spent = time.process_time() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{words} words in {spent:.2f} s of one core: {words / spent:.0f} words/s; {peak} MB")


if __name__ == "__main__":
    main()
