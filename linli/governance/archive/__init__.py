"""居务档案: what the community keeps of its affairs, for how long, and who may look."""
