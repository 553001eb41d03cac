"""Records of organisations."""

from linli.partners.organisations.models.directory import OfficeDuty as OfficeDuty
from linli.partners.organisations.models.joint_meetings import (
    AskedUnit as AskedUnit,
    JointMeeting as JointMeeting,
)
from linli.partners.organisations.models.organisation import (
    KINDS as KINDS,
    SUBJECTS as SUBJECTS,
    Organisation as Organisation,
)
from linli.partners.organisations.models.pledges import (
    Pledge as Pledge,
    PledgeRating as PledgeRating,
)
from linli.partners.organisations.models.proposals import (
    Proposal as Proposal,
    ProposalStep as ProposalStep,
    Seconding as Seconding,
)
from linli.partners.organisations.models.purchases import (
    FilingReceipt as FilingReceipt,
    Milestone as Milestone,
    Purchase as Purchase,
)
from linli.partners.organisations.models.social import (
    CATEGORIES as CATEGORIES,
    Deed as Deed,
    Merit as Merit,
    SocialOrganisation as SocialOrganisation,
    SocialOrganisationStep as SocialOrganisationStep,
    YearSummary as YearSummary,
)
from linli.partners.organisations.models.staff import (
    CERTIFICATES as CERTIFICATES,
    SOCIAL_WORK as SOCIAL_WORK,
    GradeTable as GradeTable,
    Leave as Leave,
    Qualification as Qualification,
    Staff as Staff,
    Training as Training,
)
from linli.partners.organisations.models.terms import (
    CHOSEN as CHOSEN,
    ENDED as ENDED,
    Handover as Handover,
    HandoverItem as HandoverItem,
    Office as Office,
    Term as Term,
)
from linli.partners.organisations.models.units import (
    Need as Need,
    Offer as Offer,
    Project as Project,
    ResidentUnit as ResidentUnit,
)
