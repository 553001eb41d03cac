"""What a roll, a proxy, a paper, a count and a close must satisfy: plain values, findings."""
