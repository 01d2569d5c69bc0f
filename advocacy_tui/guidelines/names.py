"""The names that headings, post types, channels and rules go by, in Danish and English."""

from __future__ import annotations

from functools import lru_cache

from advocacy_tui.models import CHANNELS, PostType
from advocacy_tui.text import fold_words

THEMES, AUDIENCE, EXAMPLES, OFF_LIMITS, WORDS, WHERE, SUPPORT = (
    "themes", "audience", "examples", "off-limits", "words", "channels", "support",
)  # fmt: skip
WHY, WORRIES, BACKING, BRAINSTORM = "why", "worries", "backing", "brainstorm"

KINDS: dict[str, tuple[str, ...]] = {
    THEMES: (
        "themes", "topics", "what we stand for", "what we like to be associated with",
        "what we want to be associated with", "what we want to be known for",
        "what we like to be known for", "what we talk about", "pejlemærker", "temaer", "emner",
        "det vil vi gerne forbindes med", "hvad vi gerne vil forbindes med", "det står vi for",
        "det taler vi om",
    ),
    AUDIENCE: (
        "audience", "audiences", "target audience", "whom we want to reach", "who we want to reach",
        "who we write for", "hvem vi gerne vil nå", "hvem vil vi gerne nå", "hvem vil vi nå",
        "dem vil vi gerne nå", "hvem vi skriver til", "målgruppe", "målgrupper", "målgruppen",
    ),
    EXAMPLES: (
        "examples", "example posts", "post types", "types of posts", "kinds of posts", "eksempler",
        "eksempelopslag", "opslagstyper", "posttyper", "slags opslag",
    ),
    OFF_LIMITS: (
        "off limits", "out of bounds", "avoid", "what we avoid", "what to avoid", "don't", "donts",
        "do not", "we don't", "what we don't", "never", "confidential", "outside the fence",
        "det undgår vi", "undgå", "hvad vi undgår", "uden for hegnet", "det lader vi ligge",
        "det holder vi for os selv", "fortroligt", "tabu",
    ),
    WORDS: (
        "words=", "words we prefer", "words we use", "preferred words", "choice of words",
        "wording", "word list", "vocabulary", "ordvalg", "ord vi foretrækker", "ord vi bruger",
        "ordliste", "vores ord",
    ),
    WHERE: (
        "channels", "our channels", "where we are", "where we post", "kanaler", "vores kanaler",
        "her er vi", "hvor vi er",
    ),
    SUPPORT: (
        "support=", "help=", "if it gets unpleasant", "if it gets nasty", "when it gets unpleasant",
        "if something goes wrong", "whom to call", "who to call", "hjælp=",
        "hvis det bliver ubehageligt", "hvis det går galt", "hvis det bliver grimt",
        "hvem du ringer til", "hvem ringer du til",
    ),
}  # fmt: skip
"""Kind of section → what its heading may be called; "=" at the end: called exactly that."""

KICKOFF_KINDS: dict[str, tuple[str, ...]] = {
    WHY: ("why", "the three whys", "three whys", "purpose", "hvorfor", "de tre hvorfor", "formål"),
    WORRIES: (
        "worries", "your worries", "three worries", "answers to worries", "bekymringer",
        "tre bekymringer", "de tre bekymringer", "dine bekymringer",
    ),
    BACKING: (
        "backing", "who backs", "who backs you", "we back you", "hvem bakker op", "vi bakker op",
        "opbakning", "ledelsen bakker op",
    ),
    BRAINSTORM: ("brainstorm", "the rounds", "four rounds", "rounds", "fire runder", "runder"),
}  # fmt: skip

POST_TYPES: dict[str, tuple[str, ...]] = {
    PostType.PERSPECTIVE: (
        "perspective", "professional perspective", "from everyday work", "from the everyday",
        "everyday", "faglig vinkel", "faglige vinkler", "fagligt perspektiv", "fra hverdagen",
        "hverdagen",
    ),
    PostType.EVENT: (
        "event", "from an event", "lesson from an event", "events", "fra et event",
        "fra et arrangement", "læring fra et event", "konference",
    ),
    PostType.CULTURE: (
        "culture", "culture and working life", "working here", "life at work", "working life",
        "kultur", "kultur og arbejdsliv", "om at arbejde her", "arbejdsliv", "arbejdslivet",
    ),
    PostType.OPINION: (
        "opinion", "opinions", "something i think", "something i believe", "an opinion", "holdning",
        "en holdning", "holdninger", "noget jeg mener", "mening",
    ),
}  # fmt: skip

CHANNEL_NAMES: dict[str, str] = {
    "twitter": "x", "kommentar": "comment", "kommentarer": "comment", "comments": "comment",
    "foredrag": "talk", "oplæg": "talk", "talks": "talk", "nyhedsbrev": "newsletter",
    "insta": "instagram", "hacker": "hackernews", "overflow": "stackoverflow", "bloggen": "blog",
}  # fmt: skip

RULE_WHY = ("why", "because", "reason", "hvorfor", "fordi", "grund", "begrundelse")
RULE_INSTEAD = (
    "say instead", "instead", "say", "rather", "sig hellere", "hellere", "i stedet", "sig i stedet",
    "skriv hellere", "write instead",
)  # fmt: skip
RULE_ALLOW = (
    "allow", "allowed", "except", "exceptions", "fine", "gerne", "men gerne", "tilladt", "undtagen",
    "undtagelser", "må gerne",
)  # fmt: skip

_NEGATIVE = (
    "don't",
    "do not",
    "not like this",
    "bad example",
    "sådan ikke",
    "ikke sådan",
    "dårlig",
)


def words_of(text: str) -> tuple[str, ...]:
    """Return the folded words of a name, without the number of a numbered heading."""
    words = fold_words(text.replace("’", "'").replace("'", ""))
    while len(words) > 1 and words[0].isdigit():
        words = words[1:]
    return tuple(words)


@lru_cache(maxsize=512)
def _name(name: str) -> tuple[str, ...]:
    return words_of(name)


def _begins(words: tuple[str, ...], name: str) -> int:
    """Return how many words of a text a name takes at its beginning; 0 for none."""
    wanted = _name(name.removesuffix("="))
    if words[: len(wanted)] != wanted or (name.endswith("=") and words != wanted):
        return 0
    return len(wanted)


def best_kind(text: str, kinds: dict[str, tuple[str, ...]]) -> str:
    """Return the kind with the longest name that the text begins with; "" for none."""
    words = words_of(text)
    length, kind = max(
        ((_begins(words, name), str(kind)) for kind, names in kinds.items() for name in names),
        key=lambda one: one[0],
        default=(0, ""),
    )
    return kind if length else ""


def kind_of_heading(
    heading: str, slug: str, kinds: dict[str, tuple[str, ...]], *, exact: bool = False
) -> str:
    """Return the kind of a heading: by its explicit `{#id}`, else by its name; "" for none.

    A heading that only begins with a name counts too ("Examples of good posts"), unless `exact`.
    """
    if slug in kinds:
        return slug
    found = best_kind(heading, kinds)
    if exact and found and words_of(heading) not in {_name(n.rstrip("=")) for n in kinds[found]}:
        return ""
    return found


def post_type_of(name: str) -> str:
    """Return the post type that a name or wording means; other wordings as they are."""
    plain = " ".join(name.split())
    found = best_kind(plain.removeprefix("A ").removeprefix("a "), POST_TYPES)
    return found or plain


def channels_in(text: str) -> tuple[str, ...]:
    """Return the ids of the channels that a name mentions, in order."""
    found = []
    for word in words_of(text):
        one = _channel_words().get(word)
        if one is not None and one not in found:
            found.append(one)
    return tuple(found)


@lru_cache(maxsize=1)
def _channel_words() -> dict[str, str]:
    known = {words_of(one)[0]: one for one in CHANNELS if "-" not in one}
    known.update({words_of(name)[0]: one for name, one in CHANNEL_NAMES.items()})
    return known


def is_negative(text: str) -> bool:
    """Tell whether a heading or note says that what follows is how not to do it."""
    if "❌" in text or "👎" in text:
        return True
    words = words_of(text)
    return any(_begins(words, name) for name in _NEGATIVE)
