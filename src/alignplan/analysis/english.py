"""English words that tell a wish from a plan: verbs, words that promise nothing, words that are no object."""

from __future__ import annotations

__all__ = [
    "DETERMINERS", "FILLERS", "FUNCTION_WORDS", "IRREGULAR_VERBS", "NOUNS_TOO", "VERBS", "VERB_ENDINGS", "WEASELS",
]  # fmt: skip


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


VERBS = _words(
    """
    abolish accelerate accept achieve acquire act adapt add address adjust admit adopt advance advertise
    advise agree aim align allocate allow amend analyse analyze announce answer apply appoint approve
    arrange arrive ask assemble assess assign assure attain attract audit automate avoid award balance
    ban base be become begin benchmark block book boost borrow break brief bring broaden budget build
    bundle buy calculate calibrate call cancel capture care carry cater celebrate centralize certify
    chair champion change charge chase check choose clarify clean clear close coach collaborate collect
    combine come commission commit communicate compare compete complete comply conduct confirm connect
    consolidate consult contact contain continue contract control convert convince cook coordinate copy
    correct count cover create cultivate cure cut decide decommission decrease dedicate deepen defend
    define deliver demonstrate deploy describe design detect determine develop devise digitalize do
    digitize diminish direct discontinue discover discuss dispatch distribute diversify divide document
    donate double draft drive drop earn ease educate elect eliminate embed embrace employ empower enable
    encourage end enforce engage enhance enlarge enlist enrich enrol enroll ensure enter equip eradicate
    establish evaluate examine exceed exchange execute expand experiment explain explore export extend
    feed fill finance find finish fit fix fly follow fortify foster found free fulfil fulfill fund gain
    gather generate get give go graduate grant grow guarantee guide halve hand handle harmonize harvest
    have heat help hire hold honour honor host house identify implement import improve include
    incorporate increase inform initiate innovate insource inspect inspire install institute insure
    integrate intensify introduce invest investigate invite involve issue join keep know label launch
    lead learn lease leave lend let license lift limit link list listen live locate lower maintain make
    manage manufacture map mark market master match maximize measure meet mend mentor merge migrate
    minimize mitigate mobilize model modernize monitor motivate move name negotiate notify nurture
    obtain offer open operate optimise optimize order organise organize orient outperform outsource
    overcome overhaul overtake own pack participate partner pass patent pay perform persuade phase pick
    pilot place plan plant play position prepare present preserve prevent price print prioritize process
    procure produce program programme promote propose protect prove provide publish pull purchase push
    put qualify quantify raise reach read realise realize reassess rebuild receive recognize recommend
    reconcile record recover recruit recycle redesign reduce refine refit reform refresh refurbish
    regain register regulate rehearse reinforce reinvent release relocate remain remind remove
    renegotiate renew renovate rent reopen reorganize repair replace replan report reposition require
    rescue research reserve reshape resolve respond restore restructure retain retire retrain return
    reuse reveal review revise revitalize revive reward rework ring roll rotate run safeguard save scale
    schedule scrap screen seat secure select sell send separate serve set settle shape share ship
    shorten show sign simplify simulate sing slow solicit solve source speak specify speed spend sponsor
    spread stabilize staff standardize start stay steer stimulate stop store streamline strengthen
    structure study submit succeed supply support surpass survey sustain swap switch take talk target
    teach tell tender test think tighten tour track trade train transfer transform translate transport
    treat treble trial triple try turn understand undertake unify unite update upgrade upskill urge use
    validate value verify visit vote wait walk warn welcome widen win withdraw work write
    """
)
"""Verbs of plans, in their plain form."""

IRREGULAR_VERBS = _words(
    """
    am are is was were been being began begun became bought broke broken brought built caught chose
    chosen came cut did done does drawn drew driven drove fell felt flew found gave given goes gone got
    grew grown had has held kept knew known led left lent let lost made meant met paid put ran read
    risen rose said sat saw seen sent set shown sold spent spoke spoken stood taken taught thought told
    took understood went won wore written wrote can could may might must shall should will would arrives
    """
)
"""Forms that no ending gives away."""

NOUNS_TOO = _words(
    """
    act address advance aim answer approach audit award balance ban base benchmark block book boost
    break brief budget call care change charge check coach commission contact contract control cook copy
    count cover cure cut decrease design direct document double draft drive drop ease end exchange
    experiment export finance fit fix fund gain grant guide hand handle harvest help hold host house
    import increase issue label launch lead lease license lift limit link list live market mark master
    match measure mentor model monitor move name offer open order overhaul own pack partner pass patent
    pay phase pick pilot place plan plant play position present price print process produce program
    programme project purchase push raise reach record reform refresh register release rent repair
    report rescue research reserve return review reward ring roll run scale schedule screen seat set
    shape share ship show sign source speed sponsor spread staff start stay stop store structure study
    supply support survey swap switch talk target tender test tour track trade train transfer transport
    treat trial turn update upgrade use value visit vote wait walk warn welcome win work
    """
)
"""Verbs that are as often nouns: they make a sentence only where they stand first."""

VERB_ENDINGS = ("ize", "ise", "ify", "ate")
"""What ends so at the beginning of a title is most likely a verb."""

DETERMINERS = _words(
    """
    a all an any both each every its more my no our that the their these this those what which your half
    few most
    """
)
"""What comes before one of these at the beginning of a title is most likely a verb."""

FUNCTION_WORDS = _words(
    """
    a about above across after against all along among an and any around as at before below between
    beyond both but by during each every for from in inside into its more most my no nor not of off on
    onto or our out outside over per since so than that the their then these this those through to
    toward towards under until up upon via we what when where which who with within without you your us
    them they it
    """
)
"""Words that carry no meaning of their own."""

FILLERS = _words(
    """
    again always better best continually continuously else ever everything faster finally further
    greater greatly higher increasingly it lastingly less lower more much now nothing once overall
    quickly quicker really regularly smarter soon something stuff sustainably them things together us
    very well worse
    """
)
"""Words that say how, or nothing, and never what."""

_WEASELS = """
    adequate|adequately|aim to|and so on|appropriate|appropriately|as appropriate|as far as possible|as needed
    as possible|as required|as soon as possible|asap|attempt to|best in class|best of breed|considerable
    considerably|cutting edge|dynamic|effective|effectively|efficient|efficiently|endeavor to|endeavour to|etc
    excellence|flexible|holistic|holistically|hopefully|if possible|in a timely manner|innovative|leverage|leveraging
    next generation|optimal|optimally|reasonable|reasonably|robust|seamless|seamlessly|seek to|significant
    significantly|some|state of the art|strive|striving|substantial|substantially|sufficient|sufficiently|synergies
    synergy|timely|try to|user friendly|various|when possible|where appropriate|where possible|world class|world leading
"""
WEASELS = tuple(
    phrase.strip() for line in _WEASELS.split("\n") for phrase in line.split("|") if phrase.strip()
)
"""Words that sound like a promise and hold nobody to anything; hyphens are spaces here."""
