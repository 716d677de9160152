/// Words of a query that say nothing, or little, of what is wrong.
enum StopWords {
    /// Words that are skipped: they stand in any sentence.
    static let empty = WordList(
        """
        a about above after again all also although am an and any anybody anyone anything are aren as
        at be been before being below both but by can cannot could couldn did didn do does doesn doing
        don done down during each either else every everybody everyone everything few for from further
        get gets getting give given gives go goes going gone got had hadn has hasn have haven having he
        her here hers him his how however i if in into is isn it its itself just know let like ll made
        make makes many may maybe me might mine more most much must my myself need needs neither no nor
        not nothing now of off ok okay on once only onto or other others our ours out over own per
        please put quite rather re really s same seem seems shall she should shouldn since so some
        somebody someone something still such sure t take taken takes than thank thanks that the their
        them then there these they thing things this those though through to too toward until up upon
        us use used uses using ve very via was wasn we well were weren what whatever when where whether
        which while who whoever whom whose why will with within without won would wouldn yes yet you
        your yours hi hello hey
        """)

    /// Words that count a little: they set the scene of a report.
    static let weak = WordList(
        """
        able actually afternoon ago almost already always another around ask asked asking asks away
        back bad basically because become behind best better between big bit case certain clear
        colleague colleagues come comes coming completely correct correctly couple course cross
        currently day days different directly doubt easily end enough especially even evening exact
        exactly expect expected fact far feel fine find finds first found friday full general generally
        good great guess half happen happened happening happens hard help hour hours idea immediately
        instead issue issues job keep keeps kept kind last late lately later least left less likely
        little long look looked looking looks lot low luck main matter mean means meant middle mind
        minute minutes moment monday month morning near nearly never new next nice night nobody none
        normal normally notice noticed old one ones open opened opens ours part particular people
        perhaps person place plain point possible possibly presumably pretty previous previously
        probably problem problems properly quick quickly quote reason reports reported right roughly
        said say saying says second seconds see seeing seen several show showing shown shows simply
        single small soon sort start started starting starts sudden suddenly suppose suspect tell tells
        think thinks third thought three thursday time times today together told tomorrow tonight
        total tried tries true try trying tuesday turn turned turns two understand unless usual usually
        want wanted wants way ways wednesday week weeks weird went whole wonder work worked working
        works worse wrong year years yesterday
        """)
}
