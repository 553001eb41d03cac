"""监督与公开: what is due to be published, what residents ask of it, who oversees the committee."""
