"""What residents decide: the residents' assembly, the representatives' meeting, what they adopt."""
