"""社区里的各种组织: every body here with its basis, duties, offices and terms; staff; community social
organisations; resident units and what they promised."""
