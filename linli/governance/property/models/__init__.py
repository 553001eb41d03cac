"""Records of estates, owners and what they decide."""

from linli.governance.property.models.bodies import (
    BodyMember as BodyMember,
    Founding as Founding,
    FoundingStep as FoundingStep,
    OwnersAssembly as OwnersAssembly,
    RegimeChange as RegimeChange,
    Resolution as Resolution,
)
from linli.governance.property.models.contracts import (
    Contract as Contract,
    ContractStep as ContractStep,
    HandoverItem as HandoverItem,
)
from linli.governance.property.models.disputes import (
    AgreedPoint as AgreedPoint,
    Dispute as Dispute,
    ThreeParties as ThreeParties,
)
from linli.governance.property.models.estate import (
    Estate as Estate,
    Owner as Owner,
    OwnersBody as OwnersBody,
    Ownership as Ownership,
    Unit as Unit,
)
from linli.governance.property.models.money import (
    FundReport as FundReport,
    IncomeLine as IncomeLine,
    IncomeReport as IncomeReport,
    RepairHelp as RepairHelp,
)
from linli.governance.property.models.rosters import (
    RosterObjection as RosterObjection,
    RosterTable as RosterTable,
)
from linli.governance.property.models.scopes import (
    ScopeCase as ScopeCase,
    ScopeEvent as ScopeEvent,
    ScopeHousehold as ScopeHousehold,
)
from linli.governance.property.models.votes import (
    OwnerPaper as OwnerPaper,
    OwnersVote as OwnersVote,
    VoteMatter as VoteMatter,
)
