"""What each benchmark is called, and how it measures: the words before its figures."""

TITLES = {
    "pages": "Pages with very many matters",
    "imports": "Tables taken in",
    "intake": "Matters accepted a second",
    "ballots": "Ballots cast on screens",
    "count": "A million ballots counted",
    "roster": "A roster taken in",
    "forms": "Forms of other offices",
    "duplicates": "Records that may be one person",
    "questions": "Questions to the register",
    "calendar": "The desk's home with very many open clocks",
    "archive": "A million archived items",
    "eligibility": "Ten thousand households through every scheme",
    "rollup": "A hundred million facts rolled up",
    "ledger": "A million lines in a book",
    "shares": "Participatory budgets counted by equal shares",
    "opinion": "A hundred thousand votes on statements as a map",
    "activities": "An activity with a thousand names",
}
ABOUT = {
    "pages": (
        "Three communities of one database, with so many matters each over five years; one in a"
        " hundred was never finished. Each page is fetched through Django's test client with"
        " production settings, the communities in turn, so that what else the machine does weighs"
        " on all alike. `ratio`: the time with the most matters divided by that with the fewest."
        " A page that is not full yet with the fewest draws less there: the bytes show it.\n\n"
        "Times in milliseconds: median (lowest–highest), ± half the distance of the quartiles."
    ),
    "imports": (
        "The commands `linli matters import` and `linli places import` in one process, from the"
        " file to the last commit, into an empty instance. Beside them the rows they wrote, put in"
        " again by the database's driver alone in one transaction (`executemany` on SQLite, `COPY`"
        " on PostgreSQL): *bare* into a table with nothing but its key, *indexed* into one with"
        " the indexes and checks of ours. Ours reads and judges every cell first, writes a step"
        " for each matter (a version for each place) beside its row, and commits a thousand at a"
        " time.\n\nRows a second: median (lowest–highest), ± half the distance of the quartiles."
        " `ratio`: ours divided by bare."
    ),
    "intake": (
        "Eight clients at once (two processes of four threads) send matters as fast as they are"
        " answered; each answer is given after the commit. *Form*: the second page of the portal's"
        " form over HTTP to the server that `linli serve` starts, on the same processors as the"
        " clients. *Act*: `raise_matter` itself, without a server. *Bare*: one equally wide row in"
        " a transaction of its own, by the driver alone, by the same eight clients (*one client*:"
        " by one). Rounds are taken in turn. A matter is eight rows in one transaction: the"
        " matter, its step, two clocks, what was said, the book of acts, the notice to the worker,"
        " and the key that lets the form count once. Everything accepted was found in the database"
        " afterwards.\n\nMatters a second: median (lowest–highest), ± half the distance of the"
        " quartiles. `ratio`: ours divided by the bare inserts of eight clients."
    ),
    "ballots": (
        "Sixteen voters at once (four processes of four threads) cast a paper each, again and"
        " again, every one for another line of the roll. *Act*: `cast` itself; the mark on the"
        " roll, the paper in the box, the book of acts and the key of the form are four rows in"
        " one transaction. *Bare*: one row as a paper's in a transaction of its own, by the driver"
        " alone, by the same voters. Rounds are taken in turn. Then the same roll votes once more"
        " over HTTP, while the server that `linli serve` starts is killed (kill -9, with all its"
        " workers) and started again; each voter sends the same form until it is answered. After"
        " both: every ballot that was acknowledged was in the box exactly once, and every one"
        " there had exactly one mark; otherwise there would be no figures here.\n\nBallots a"
        " second: median (lowest–highest), ± half the distance of the quartiles. `ratio`: the act"
        " divided by the bare inserts."
    ),
    "count": (
        "The command `linli elections count` in one process, from the file to the outcome with its"
        " findings, checked against the votes that were written into the file; it asks the database"
        " nothing. Beside it, in turn, the same file read alone by Python: *lines*, each line as"
        " text and nothing done with it; *cells*, each line cut into cells by the standard"
        " library's `csv`. *Numbered*: a serial number before the marks makes every line"
        " different.\n\nSeconds: median (lowest–highest), ± half the distance of the quartiles."
        " `ratio`: our time divided by that of reading the lines alone."
    ),
    "roster": (
        "An .xlsx of invented people, a sheet for each of ten buildings, dates in eleven habits,"
        " 同上, a title above and a total below, with sixty faults planted. *Look*: the file"
        " opened, every cell read and judged, every row held against the register, nothing"
        " written. *Whole*: that and everything written in one transaction, numbers sealed."
        " *Again*: the same file looked at a second time, against the full register. *openpyxl*:"
        " the same file opened by openpyxl (read-only) and every cell taken as a value, nothing"
        " done with it; in turn.\n\nRows a second: median (lowest–highest), ± half the distance"
        " of the quartiles. `ratio`: ours divided by openpyxl alone.\n\nThe faults: a second"
        " roster in four sheets with faults of twelve kinds in known cells; *found* are those"
        " told in their cell under their kind, *false alarms* everything else that is said."
    ),
    "forms": (
        "Blank forms of other offices read and mapped by `linli paperwork map`'s own functions,"
        " their headings held against what somebody wrote down by hand, and U1's form of twelve"
        " columns filled. A heading is right where the fact, the want of a ground or the not"
        " knowing is the one written down. Both tens were written by who wrote the mapper; the"
        " headings of the templates are public. Beside the filling: openpyxl loading the same"
        " file, setting the same cells and saving it, which moves no total and keeps less.\n\n"
        "Milliseconds: median (lowest–highest), ± half the distance of the quartiles. `ratio`: our"
        " time divided by openpyxl's."
    ),
    "archive": (
        "Three communities of one database with so many archived items each, of five years, put in"
        " as bare rows: filing is not measured. Each page is fetched through Django's test client"
        " with production settings, the communities in turn, so that what else the machine does"
        " weighs on all alike. `ratio`: the time with the most items divided by that with the"
        " fewest. Lists show forty items; a search looks through twenty thousand, newest first, and"
        " says how far back it looked; the rare word stands in the oldest item alone. With a"
        " thousand items a search has looked through all there is.\n\nTimes in milliseconds:"
        " median (lowest–highest), ± half the distance of the quartiles."
    ),
    "duplicates": (
        "An invented register: households with the common surnames as they are spread, couples,"
        " children, twins, fathers and sons with a character in common, and people written down a"
        " second time with one thing wrong (`bench/invented_register.py`). Nobody in it exists."
        " *Ours*: the query behind the desk's page, from the database to the sorted pairs, three"
        " registers. *Fuzzy*: rapidfuzz's ratio of name and birth date as one text, every row of"
        " the first register beside every other, at the threshold that turned out best, which"
        " nobody knows beforehand. Precision: of the pairs told, how many are one person. Recall:"
        " of those planted, how many are told. The weights were chosen before the first run, and"
        " changed once after it (namesakes in one home, twins); the slips were planted by the same"
        " people who wrote the rules, so a real register will give less."
    ),
    "questions": (
        "An invented register of three thousand people and one of twenty thousand"
        " (`bench/invented_register.py`), households in homes of 125 to a staircase, as two"
        " communities of one database. The pages of the desk fetched through Django's test client"
        " with production settings, the two in turn. A look at a staircase or a home is written"
        " down once a day, so all but the first fetch only look whether it was; a list is written"
        " down each time, an entry for each person in it. `ratio`: the time with twenty thousand"
        " divided by that with three.\n\nMilliseconds: median (lowest–highest), ± half the"
        " distance of the quartiles."
    ),
    "calendar": (
        "A worker who holds a post in all twenty communities of a street. In three of them the"
        " worker has 200, 2,000 and 20,000 open clocks, a colleague as many; in the other"
        " seventeen others have them. One clock in forty stands still, one in a hundred is the"
        " whole post's; the rest break from a month ago to two months ahead. Beside them stand"
        " the recurring duties of the day. Each page is fetched through Django's test client with"
        " production settings, the three communities in turn. `ratio`: the time with the most"
        " clocks divided by that with the fewest. A list that is not full yet draws less: the"
        " bytes show it.\n\nMilliseconds: median (lowest–highest), ± half the distance of the"
        " quartiles."
    ),
    "eligibility": (
        "Invented households of one to six people, every question answered, one in ten with its"
        " income at a line, a fen below or a fen above, weighed by `linli/lib/eligibility` with"
        " the numbers of a made-up place on two days, between which two numbers change. Beside it,"
        " in turn, OpenFisca in an environment of its own, which the run makes and throws away;"
        " the rules were written for it a second time, by hand (`bench/eligibility_openfisca.py`),"
        " by the same people who wrote ours. Schemes for one person are weighed for everybody in"
        " the household. *All*: ours one household after the other, each with its whole trace;"
        " OpenFisca all at once in arrays, without a trace, from the answers to the last scheme."
        " *One*: a household at a time, both with a trace, as a page would ask.\n\nMedian"
        " (lowest–highest), ± half the distance of the quartiles. `ratio`: our time divided by"
        " OpenFisca's."
    ),
    "rollup": (
        "Invented facts of 117,000 communities in a tree of a country, as the store of facts has"
        " them: a folder a month, files of a thousand communities each, Parquet with zstd, sorted;"
        " communities and kinds are skewed, three facts in eight tell of a person and a household."
        " *Ours*: the expressions of the roll-up, as `linli evaluate` runs them: each month's cells"
        " kept; different persons block by block. *Bare*: DuckDB's own SQL over the very same"
        " files, the same groups, written to Parquet as well; in turn with ours, each step in a"
        " process of its own with the same limit of memory. Last, with the fewest facts, the whole"
        " command with the indicators the house ships, from the facts to the values of every"
        " community and five levels as Parquet, CSV and dictionary; the bare engine has nothing"
        " like it.\n\n"
        "Seconds; GB: the most memory the process held, without what it shares with files."
        " *Start*: the libraries loaded and asked a first question, the same for any number of"
        " facts. `roll-up ratio`: a month's cells, the year's and different persons together, from"
        " the start of each process on, ours divided by bare,"
        " with the most facts. There the bare engine, which counts everything at once, comes to"
        " its limit of memory; with more it may be quicker. `LINLI_BENCH_FACTS`: a folder with"
        " facts that an earlier run wrote and did not get to the end of."
    ),
    "ledger": (
        "Three books of one community, forty accounts each, with so many lines over ten"
        " years, in entries of four; every line leads into or out of one account, the bank."
        " They are written in large pieces past the acts, but not past the walls and keys of"
        " the database, and then held against their lines. Balances, trial balances and"
        " statements read what is kept beside the lines (docs/adr/0047-a-ledger.md) and, for a"
        " page, the lines it shows. The last row is what a balance would cost without it."
        " `ratio`: the time with the most lines divided by that with the fewest.\n\n"
        "Milliseconds: median (lowest–highest), ± half the distance of the quartiles."
    ),
    "shares": (
        "Ten real votes as Pabulib files (pabulib.org; Faliszewski and others, 2023), read before"
        " the clock starts, counted by equal shares, raised by one unit of their currency a step"
        " until nothing fits any more; ties by cost, votes, lot. Approvals have the cost as use,"
        " points are added up; a ranking gives its first place the most points. *Exact*: every"
        " step in whole numbers over one denominator. *Searched*: steps in float64, the last"
        " share counted again exactly, as the house does above 3,000 different papers. Both tell"
        " who paid what. Beside them pabutools in an environment of its own, which the run makes"
        " and throws away: the same papers in its profile of grouped ballots, the same amounts,"
        " with its fractions of gmpy2; the seconds are those of its rule alone. It installs"
        " gurobipy, a proprietary solver, which equal shares never ask. The largest vote, in"
        " bold, is the one whose papers name the most projects.\n\nSeconds: median"
        " (lowest–highest), ± half the distance of the quartiles; one figure where it was counted"
        " once. `ratio`: our time divided by pabutools', for the largest."
    ),
    "opinion": (
        "Invented people of four camps vote agree, disagree or pass on eighty statements, each on"
        " about half of them. *Ours*: `rules/opinion` of the deliberation room. Beside it, in turn,"
        " scikit-learn in an environment of its own, which the run makes and throws away, given the"
        " same table (`bench/opinion_sklearn.py`): missing votes put in, two principal components"
        " by singular values, people laid out, k-means into a hundred knots, k-means of the knots"
        " into two to five groups, the clearest by silhouette. *Plane* is the first three steps,"
        " *groups* the rest. scikit-learn begins k-means at random places drawn by a seed; to see"
        " whether both reckon the same it is asked once more to begin where ours does. *Whole*:"
        " ours from a list of votes to the map, with every count, test and consensus of every"
        " statement and group; scikit-learn has nothing like the latter.\n\nMilliseconds: median"
        " (lowest–highest), ± half the distance of the quartiles. `ratio`: our time divided by"
        " scikit-learn's for the same steps."
    ),
    "activities": (
        "A course on SQLite with a thousand names, and an event in pretix with as many orders of"
        " one free ticket, in an environment of its own (`bench/activities_pretix.py`). Each side"
        " is asked through its own pages by Django's test client, in its own process, on the same"
        " machine, in turn; the first look of each turn is left out. *Signing up* is all a visitor"
        " must open and send until the entry stands: ours the activity, its sheet and the form,"
        " pretix's page, cart, questions and confirmation. *Checked in* is one form: ours the page"
        " with every name, pretix's bulk action on its list. Not alike: pretix does more in an"
        " order (taxes, vouchers, payment, invoices), and where it has no broker, as here, its"
        " letters and hooks are made while one waits; ours wait for the worker. Each list"
        " shows a hundred names a page. Ours are sealed names and an entry in the book for each"
        " act."
        "\n\nMilliseconds: median (lowest–highest), ± half the distance of the quartiles;"
        " *questions* are statements to the database. `ratio`: our time divided by pretix's."
    ),
}
