"""Who may be meant by "he" and by "she", by given names and by words beside a name."""

from __future__ import annotations

from enum import Enum

from standfirst.draft.quotations.word_table import word_set


class Gender(Enum):
    """The pronoun that goes with a person."""

    HE = "he"
    SHE = "she"


_HE = """
    aaron abdel abdul abdullah abel abraham adam adrian ahmad ahmed aidan al alan alastair albert alberto aldo
    alec alejandro aleksandr alessandro alex alexander alexandre alexei alexis alfonso alfred ali alistair allan
    allen alonso alvaro amir anatoly anders andre andreas andrei andrew andrey andré andrés andy angelo angus
    anthony antoine anton antonio antony antónio archie ari arnold arthur arturo ashraf asif austin axel barack
    barry bart bashar ben benedict benjamin benny bernard bernardo bernie bert bilal bill billy björn bob bobby
    boris brad bradley brandon brendan brett brian bruce bruno bryan byron callum calvin carl carlo carlos cesar
    chad charles charlie chester chris christian christoph christophe christopher chuck clarence claude claudio
    clayton clement cliff clifford clint clive colin connor conrad craig curtis cyril damian damien dan daniel
    danny dante darren dave david davide dean denis dennis derek desmond dev diego dieter dimitri dirk dmitri
    dmitry dominic dominik don donald doug douglas duncan dustin dwayne dwight dylan earl ed eddie edgar eduardo
    edward edwin elias elijah elliott elmer elon emil emilio emmanuel enrico enrique eric erich erik ernest
    ernesto ernst ethan eugene evan ewan fabio faisal farid felipe felix ferdinand fernando fidel filippo
    florian francesco francis francisco franco francois frank frankie franz françois fred freddie frederick
    friedrich gabriel gareth gary gavin geoff geoffrey georg george georges gerald gerard gerhard gerry ghulam
    gianni gilbert giorgio giovanni giuseppe glen glenn gordon graeme graham grant greg gregory guillaume
    guillermo gustav gustavo guy günter hamad hamid hamza hank hans harald harold harry hasan hassan heinrich
    heinz helmut henri henrik henry herbert herman hicham hiroshi hosni howard hugh hugo hussein iain ian
    ibrahim idriss ignacio igor imran isaac isaiah ismail ivan jack jackson jacob jacques jaime jair jake jakob
    jamal james jamie jan jared jason javier jay jean-claude jean-luc jean-marie jean-paul jean-pierre jed jeff
    jefferson jeffrey jens jeremy jerome jerry jesús jim jimmy joachim joao joaquin joe joel johan johann
    johannes john johnny jon jonathan joop jordan jorge jose josef joseph josh joshua josé joão juan julian
    julio justin jürgen kamal karim karl keith ken kenneth kenny kevin khaled khalid khalifa kim-jong klaus kofi
    konstantin kurt kyle lamine lance larry lars laurent lawrence lee leo leon leonard leonardo leonid leroy
    leslie lewis liam lionel lloyd logan lorenzo lou louis luc luca lucas luigi luis luiz lukas luke magnus
    mahmoud malcolm manuel marc marcel marcelo marco marcos marcus mariano mario marius mark markus marshall
    martin marty marvin massimo mateo mathias matt matteo matthew matthias maurice mauricio max maxim maximilian
    mehdi mehmet michael michel miguel mikael mike mikhail milan miles milos mitch mitt moammar mohamad mohamed
    mohammad mohammed moises morgan muammar muhammad murray mustafa nabil narendra nasser nathan nathaniel neil
    nelson niall nicholas nick nicolas niels nigel nikolai nils nino noah noel norman oleg oliver olivier omar
    orlando osama oscar otto owen pablo paolo pascal patrick paul paulo pavel pedro per perry pete peter petr
    petro phil philip philipp philippe phillip pierre pieter piotr rafael rahul ralph ramon ramzan randy raoul
    raphael rashid raul ravi ray raymond recep reginald reinhard rené rex ricardo riccardo richard rick ricky
    rob robbie robert roberto robin rodney rodrigo roger roland rolf roman ron ronald ronnie rory ross rowan roy
    rubén rudolf rudy rupert russell ryan saddam saeed said sajid salman salvador salvatore sam samir samuel
    santiago saul scott sean sebastian sebastián serge sergei sergey sergio seth shane shaun shawn shinzo sidney
    silvio simon solomon spencer stan stanislav stanley stefan stefano stephane stephen steve steven stewart
    stuart sven syed tareq tariq ted terence terry theo theodore thierry thomas tim timothy tobias toby todd tom
    tomas tommy tomás tony travis trevor tyler ulrich umar usman vaclav valery vicente victor vikram viktor
    vince vincent vincenzo vinícius vitali vlad vladimir volodymyr wade wallace walter warren wayne wilhelm will
    willem william willie winston wolfgang xavier yannick yasser yitzhak yosef youssef yuri yusuf yves zachary
    zoltan
"""
_SHE = """
    abigail adela adele adriana agatha agnes aisha alba alejandra alessandra alexandra alexandria alice alicia
    alina alison allison alma alyssa amal amanda amber amelia amina amy ana anastasia andrea anele angela
    angelica angelina anita anja ann anna anne annemiek annette annie annika antonia april arlene ashley astrid
    audrey aung ava ayesha barbara beatrice beatriz becky bella benazir bernadette bertha beth betty beverly
    bianca birgit bonnie brenda bridget brigitte brittany camila camilla candace carla carmela carmen carol
    carolina caroline carolyn carrie cassandra catalina catherine cathy cecilia celia chanda charlotte chelsea
    cherie cheryl chloe christiane christina christine cindy claire clara claudia colleen condoleezza constance
    cristina cynthia daisy dana daniela danielle dawn debbie deborah debra deirdre delia denise diana diane
    dilma dolores donna dora doris dorothy edith eileen elaine eleanor elena elisabeth elise eliza elizabeth
    ella ellen elsa emilia emily emma erica erika erin esther eva eve evelyn fatima fatimé fatou fiona florence
    frances francesca françoise frida gabriela gabrielle gail genevieve georgia georgina geraldine germaine
    gertrude gina giorgia gisela giulia gladys glenda gloria grace greta gretchen gwen hannah hannelore harriet
    hazel heather heidi helen helena helene helga henrietta hilary hillary hope ida ilse imelda ines inga ingrid
    inès irene irina iris irma isabel isabella isabelle isobel ivana ivanka ivy jacinda jackie jacqueline jane
    janet janice jasmine jeanette jeanne jennifer jenny jessica jill jo joan joanna joanne jodie josephine joy
    joyce juanita judith judy julia juliana julie juliet julieta june kamala karen karin karla kate katharina
    katherine kathleen kathryn kathy katie katrina kay kayla kelly kerry khadija kim kimberly kirsten kristen
    kristin kristina laila lara larissa laura lauren layla lea leah leila lena leonie leslie leticia leyla lidia
    lillian lily linda lindsay lindsey lisa liz liza lois lola lorena loretta lori lorraine louise lucia lucie
    lucille lucy luisa lydia lynn lynne lúcia madeleine madison magdalena maggie malala mandy manuela marcia
    margaret margarita margot marguerite maria mariam marian mariana marianne marie marilyn marina marine marion
    marisa marjorie marlene marta martha martina mary maryam matilda maureen maxine maya megan melanie melinda
    melissa mercedes meredith mia michaela michelle mildred mina miriam molly mona monica monika morag myra
    nadia nadine nancy naomi natalia natalie natasha nell nicola nicole nina nora norma olga olivia pam pamela
    patricia patsy patty paula pauline penelope penny petra philippa phoebe phyllis polly priscilla priti priya
    rachel ramona raquel rebecca regina renee rita roberta rosa rosalind rose rosemary roxana roxanne ruth
    sabine sabrina sadia sally samantha sandra sara sarah sari selma serena shannon sharon sheila shelley sherry
    shirley silvia simone sofia sonia sonya sophia sophie stacey stella stephanie sue susan susana susanna
    susanne suzanne svetlana sylvia sylvie tamara tania tanya tara tatiana teresa tereza theresa tina tracey
    tracy ulrike una ursula ute valentina valerie vanessa vera veronica vicky victoria viola violet virginia
    vivian wanda wendy whitney wilma winnie yasmin yolanda yulia yvette yvonne zainab zara zeinab zoe zoë zsa
"""
_NAMES = {
    **dict.fromkeys(_HE.split(), Gender.HE),
    **dict.fromkeys(_SHE.split(), Gender.SHE),
}
# These are given to both.
for _either in (
    "alexis",
    "leslie",
    "kim",
    "jordan",
    "robin",
    "morgan",
    "andrea",
    "jean",
    "kelly",
    "dana",
    "jamie",
    "kerry",
    "terry",
    "tracy",
    "ashley",
    "nicola",
    "shannon",
    "hope",
    "grant",
    "will",
    "rowan",
    "ari",
    "june",
    "april",
):
    _NAMES.pop(_either, None)
_BESIDE = {
    **dict.fromkeys(
        word_set(
            """
    actor's anchorman ayatollah baron boy boyfriend brother businessman chairman congressman councilman count
    duke dutchman emir emperor englishman father fireman fisherman fr. frenchman gentleman grandfather grandson
    herr husband imam irishman king lord man monsieur monsignor mr mr. nephew policeman pope prince rabbi
    scotsman señor sheikh sir son spokesman sportsman statesman stepfather sultan uncle welshman widower
    """
        ),
        Gender.HE,
    ),
    **dict.fromkeys(
        word_set(
            """
    actress aunt ballerina baroness businesswoman chairwoman congresswoman councilwoman countess dame daughter
    duchess englishwoman frau frenchwoman girl girlfriend granddaughter grandmother heroine irishwoman lady
    madame midwife miss mme mme. mother mrs mrs. ms ms. niece nun policewoman princess queen señora sister
    spokeswoman sportswoman stateswoman stepmother waitress widow wife woman
    """
        ),
        Gender.SHE,
    ),
}


_PERSON_NOUNS = word_set(
    """
    academic accountant accused activist actor adviser advisor agent aide ambassador analyst apprentice
    architect artist assistant astronaut astronomer athlete attorney author backbencher baker banker barrister
    biologist boss boxer buyer bystander caller campaigner candidate captain cardinal carer carpenter chair
    chairperson champion chancellor chef chemist chief child citizen cleric climber coach colleague columnist
    comedian commander commentator commissioner companion composer constable consultant correspondent councillor
    counsel counterpart critic curator customer cyclist dealer defector defendant defender delegate deputy
    designer detective developer diplomat director doctor driver economist editor employee engineer envoy
    executive expert eyewitness farmer fighter firefighter fisherman forward founder friend gardener general
    geologist goalkeeper governor guard guest guide historian host immigrant inspector intern investigator
    investor jeweller jogger journalist judge juror keeper landlord lawmaker lawyer leader lecturer lieutenant
    lord loser manager marshal mayor mechanic member midfielder migrant minister missionary mp musician
    negotiator neighbor neighbour newcomer novelist novice nurse observer officer official operator opponent
    organiser organizer owner painter parent participant partner passenger passer-by pastor patient peer
    pensioner performer person photographer physician physicist pilot pitcher player plumber poet politician
    premier president priest prime-minister prince princess principal prisoner producer professor programmer
    prosecutor protester psychologist pupil quarterback rebel receptionist refugee relative reporter
    representative rescuer researcher resident retiree rival rower sailor scholar scientist scriptwriter
    secretary senator sergeant sheriff shopkeeper shopper singer skipper smuggler sociologist soldier solicitor
    speaker specialist spectator spokesperson staffer star striker student superintendent supporter surgeon
    surveyor survivor suspect swimmer teacher teammate technician teenager tenant tourist trader translator
    treasurer undersecretary vet veteran viewer villager visitor volunteer voter waiter warden winner witness
    worker writer youth
    """
)


def is_person_noun(word: str) -> bool:
    """Tell whether a noun in small letters calls one person."""
    return word in _PERSON_NOUNS or word in _BESIDE or word.endswith(("-year-old", "man", "woman"))


def by_given_name(word: str) -> Gender | None:
    """Return who mostly has a given name; None where it is given to both, or is not in the table."""
    return _NAMES.get(word.lower())


def by_word_beside(word: str) -> Gender | None:
    """Return who a title, a relation or a calling says that someone is; the word is in small letters."""
    return _BESIDE.get(word)
