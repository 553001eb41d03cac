"""Reading questionnaires: what is asked, slips by their code, the rate, and counts with small
ones hidden. No query tells who took a slip, who answered, or who did not."""
