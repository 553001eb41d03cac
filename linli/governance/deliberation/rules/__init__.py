"""What is asked of topics, talks and agreements."""
