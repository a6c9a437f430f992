"""Closed classes of English words, by which a clause is read without a parser; open ones live in the lexicons."""


def word_set(words: str) -> frozenset[str]:
    """The words of a string as a set."""
    return frozenset(words.split())


BE = word_set("am is are was were be been being isn't aren't wasn't weren't")
AUXILIARIES = BE | word_set(
    """
    has have had having hasn't haven't hadn't do does did doesn't don't didn't will would can could may might must
    shall should won't wouldn't can't couldn't cannot shouldn't n't not never i'm he's she's it's they're we're
    you're i've we've they've you've i'd he'd she'd they'd we'd i'll he'll she'll they'll we'll
    """
)
NEGATIONS = word_set(
    """
    not never n't isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't won't wouldn't can't
    couldn't cannot shouldn't
    """
)
MODALS = word_set("will would can could may might must shall should won't wouldn't can't couldn't cannot shouldn't")
ADVERBS = word_set(
    """
    also then later again still just even once often always now already further meanwhile instead soon first earlier
    recently only too publicly privately repeatedly reportedly allegedly both ever long
    """
)
DETERMINERS = word_set(
    """
    the a an this that these those some any each every no another both all several many most few more other its his
    her their our my your such two three four five six
    """
)
ARTICLES = word_set("the a an this these those its his her their our my your some no another")
SUBJECTS = word_set("i he she it they we you who there this that these those")
OBJECTS = word_set("him her them us me you it himself herself themselves itself")
PRONOUNS = word_set("he she it they")
PREPOSITIONS = word_set(
    """
    of in on at by for from to with about against over under during after before between through into within without
    among across around behind beyond near toward towards upon via since until despite amid than per like as
    following including regarding concerning outside inside onto off out up down
    """
)
# What may stand between a noun and its complement within the name of a speaker.
JOINING = word_set("of for from at with in to on by")
SUBORDINATORS = word_set(
    """
    that which who whom whose because when while if although though whereas unless until since where why how whether
    as than after before so but or yet what nor once
    """
)
RELATIVES = word_set("who which that whose whom where")
DAYS = word_set("monday tuesday wednesday thursday friday saturday sunday")
MONTHS = word_set(
    """
    january february march april may june july august september october november december jan feb mar apr jun jul
    aug sept sep oct nov dec
    """
)
TIMES = (
    DAYS
    | MONTHS
    | word_set(
        """
    today yesterday tomorrow tonight morning afternoon evening night week weeks month months year years day days
    hour hours weekend last next earlier later recently ago early late mid-day noon
    """
    )
)
# Finite verbs common enough in news to end a noun phrase, beside those that the lexicon of cues holds.
VERBS = word_set(
    """
    came come comes went go goes got get gets made make makes took take takes gave give gives won win wins lost lose
    loses kept keep keeps left leave leaves led leads held hold holds met meet meets ran run runs fell fall falls
    rose rise rises began begin begins broke sent sends spent spoke spoken stood stand stands became become becomes
    brought bring brings bought built cut cuts drew grew hit knew let lay paid put puts read saw seen sat set sets
    shot showed shown shows sought struck thought threw understood wore worked works work seems seem seemed appears
    appear appeared needs need remains remained continues continued follows followed faces faced includes included
    happened happens died killed used uses called started turned moved voted elected entered launched forced
    arrested attacked fired looked looks helped failed lived ended ends stopped opened closed returned passed
    """
)
