"""What is asked of a judged table as a whole: counts, what is missing most, distances, and what a change would do."""
