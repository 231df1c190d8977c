"""The words of the plan: what can be known of each kind of subject, and of the entries of its registers."""
